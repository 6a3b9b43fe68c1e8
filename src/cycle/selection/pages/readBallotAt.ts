import { actsForAny, emailOf } from '../../../people/index.ts'
import { idInAddress } from '../../../platform/http/numberInAddress.ts'
import { notFound } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import type { PathStep } from '../../../web/Layout.tsx'
import { named } from '../../../web/named.ts'
import type { AnyVisit } from '../../../web/visit.ts'
import { planById } from '../../plan/index.ts'
import { countBallot } from '../countBallot.ts'
import { type PublishedBallot, publishedBallot, theirVotes } from '../queries.ts'
import { ballotTexts } from './ballotTexts.ts'

/** The ballot at an address, for everyone's eyes; whoever is first to look after its close has it counted. */
export async function readBallotAt(visit: AnyVisit): Promise<PublishedBallot> {
  const { house } = visit
  const id = idInAddress(visit.values['ballot'])
  const found = await publishedBallot(house.db, id, house.clock)
  if (!found) throw notFound()
  if (found.state !== 'closed' || found.result) return found
  await countBallot(house, id)
  return (await publishedBallot(house.db, id, house.clock)) ?? found
}

/** The way to a plan's list of ballots. */
export async function pathToBallots({ house, language, today }: AnyVisit, planId: string): Promise<PathStep[]> {
  const plan = await planById(house.db, planId, today)
  if (!plan) return []
  return [
    { title: named(plan.shortTitle, language), href: address(language, 'plan', { plan: planId }) },
    { title: ballotTexts[language].ballots, href: address(language, 'ballots', { plan: planId }) },
  ]
}

/** The way to a page below a ballot. */
export async function pathToBallot(visit: AnyVisit, { id, planId, content }: PublishedBallot): Promise<PathStep[]> {
  const { language } = visit
  return [
    ...(await pathToBallots(visit, planId)),
    { title: named(content.title, language), href: address(language, 'ballot', { ballot: id }) },
  ]
}

/** The votes that the visitor has in a ballot. */
export async function votesOfVisitor({ house, actor }: AnyVisit, ballotId: number) {
  if (actor.personId === null) return []
  return theirVotes(house.db, ballotId, { actsFor: actsForAny(actor), email: await emailOf(house.db, actor.personId) })
}
