import {
  callState,
  filesOfIdea,
  historyOf,
  type IdeaOfCall,
  ideaByNumber,
  ideasPolicy,
  supportOf,
  supportsBySector,
  usualSector,
} from '../../../cycle/ideas/index.ts'
import { type Plan, planById } from '../../../cycle/plan/index.ts'
import { countFollowers } from '../../../follow/index.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { notFound } from '../../../platform/refusal.ts'
import { address } from '../../addresses.ts'
import { scopeKey } from '../../feeds.ts'
import type { PathStep } from '../../Layout.tsx'
import type { AnyVisit } from '../../visit.ts'
import { readAnswerFacts } from '../answers/answerFacts.ts'
import { readOrganisations } from '../organisationNames.ts'
import { pathBelowPlan } from '../plan/facts.ts'
import { ideaListTexts } from './listTexts.ts'

/** An idea with its plan and its call; `open` = it takes supports and comments today. */
export type IdeaAt = IdeaOfCall & { plan: Plan; open: boolean }

/** The idea at an address. 404 where there is none, or everyone has not seen it yet: but its author and moderators have. */
export async function ideaAt(visit: AnyVisit): Promise<IdeaAt> {
  const { house, values, today, actor } = visit
  const number = values.idea ?? ''
  if (!/^[1-9]\d{0,8}$/.test(number)) throw notFound()
  const plan = await planById(house.db, values.plan ?? '', today)
  const found = plan && (await ideaByNumber(house.db, plan.id, Number(number)))
  if (!plan || !found) throw notFound()
  const { visibility, publishedOn, authorId } = found.idea
  const isSeen = visibility === 'hidden' || (visibility === 'published' && publishedOn !== null && publishedOn <= today)
  const isTheirs = actor.personId !== null && actor.personId === authorId
  if (!isSeen && !isTheirs && !ideasPolicy.moderate(actor, undefined)) throw notFound()
  return { ...found, plan, open: visibility === 'published' && callState(found.call, today) === 'open' }
}

/** Everything that the page of an idea shows beside its comments: a fixed number of queries. */
export async function ideaFacts({ house: { db }, actor, today }: AnyVisit, at: IdeaAt) {
  const { idea } = at
  const mine = actor.personId === null ? null : await supportOf(db, idea.id, actor.personId)
  const ids = [idea.organisationId, idea.doerId, idea.answererId].filter((id) => id !== null)
  const history = await historyOf(db, { ideaId: idea.id, commentId: null })
  return {
    ...at,
    answer: await readAnswerFacts(db, idea, today),
    sectors: await supportsBySector(db, idea.id),
    mine,
    usual: mine ?? (await usualSector(db, actor)),
    followers: await countFollowers(db, scopeKey.idea(at.plan.id, idea.number)),
    files: await filesOfIdea(db, idea.id),
    organisations: await readOrganisations(db, ids),
    blackOuts: history.filter(({ entry }) => entry.act === 'black-out'),
  }
}

export type IdeaFacts = Awaited<ReturnType<typeof ideaFacts>>

/** The way to an idea's page. */
export const pathToIdeas = (plan: Plan, language: Language): PathStep[] => [
  ...pathBelowPlan(plan, language),
  { title: ideaListTexts[language].title, href: address(language, 'ideas', { plan: plan.id }) },
]

/** The way to what lies below an idea's page. */
export const pathBelowIdea = ({ plan, idea }: IdeaAt, language: Language): PathStep[] => [
  ...pathToIdeas(plan, language),
  { title: ideaListTexts[language].number(idea.number), href: address(language, 'idea', { plan: plan.id, idea: idea.number }) },
]
