import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { type Actor, allow, peopleActingFor } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import { Fields } from '../../platform/http/fields.ts'
import { languages, plainText } from '../../platform/languages/languages.ts'
import { Refusal } from '../../platform/refusal.ts'
import { append } from '../../record/index.ts'
import { address } from '../../web/addresses.ts'
import { type BallotInput, readBallot } from './ballotInput.ts'
import { ballotObject, lockBallotAt } from './ballotLock.ts'
import type { BallotRow } from './ballotState.ts'
import { ballotMoment } from './ballotTime.ts'
import { electorateOf, organisationsIn, type Voter, votersWritten } from './electorate.ts'
import { letterTexts } from './letterTexts.ts'
import { selectionPolicy } from './policy.ts'
import { saying } from './problemTexts.ts'
import { sourcesOf } from './sources.ts'
import { ballot, ballotVoter } from './tables.ts'

/** So many rows go into the database with one statement. */
const AT_ONCE = 1000

/** What would be published of a draft, and to whom it gives a vote; refuses with everything that is wrong or missing. */
export async function readyToPublish(
  house: House,
  { planId, draft }: Pick<BallotRow, 'planId' | 'draft'>,
): Promise<BallotInput & { voters: Voter[] }> {
  const today = house.clock.today()
  const fields = new Fields(draft ?? {})
  const bodies = [organisationsIn(fields.all('organisations')), votersWritten(fields.get('voters'))]
  const { voters, problems } = await electorateOf(house.db, today, bodies)
  if (!problems.length && fields.all('parity').includes('yes') && new Set(voters.map(({ side }) => side)).size < 2)
    problems.push({ field: 'parity', say: saying('parityNeedsBoth') })
  if (fields.all('binding').includes('yes') && house.engine === 'embedded' && !house.configuration.bindingOnEmbedded)
    problems.push({ field: 'binding', say: saying('bindingOnEmbedded') })
  const sources = await sourcesOf(house.db, planId, today)
  return { ...readBallot(draft ?? {}, { sources, moment: ballotMoment(house.clock), more: problems }), voters }
}

/**
 * Publishes a ballot: its options, rules, times, seed and voters stay as they are from now on. What was previewed is what
 * is published: refuses with 409 when the draft has changed since. Everyone who has a vote is told by letter.
 */
export async function publishBallot(house: House, actor: Actor, id: number, { version }: { version: number }): Promise<void> {
  allow(selectionPolicy.publishBallots, actor, undefined)
  await house.db.transaction(async (tx) => {
    const row = await lockBallotAt(tx, id, version)
    if (row.content) throw new Refusal(422, saying('publishedAlready'))
    const { voters, content: read, ...times } = await readyToPublish({ ...house, db: tx }, row)
    const content = { ...read, seed: read.seed || randomBytes(16).toString('hex') }
    const publishedOn = house.clock.today()
    const numbered = voters
      .sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)))
      .map((voter, index) => ({ ...voter, ballotId: id, number: index + 1 }))
    for (let at = 0; at < numbered.length; at += AT_ONCE) await tx.insert(ballotVoter).values(numbered.slice(at, at + AT_ONCE))
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: 'secretariat', for: null },
      act: 'publishBallot',
      object: ballotObject(id),
      content: {
        ...(row.demonstration ? { demonstration: true } : {}),
        plan: row.planId,
        publishedOn,
        ...content,
        opensAt: times.opensAt.toISOString(),
        closesAt: times.closesAt.toISOString(),
        secret: times.secret,
        voters: bySector(voters),
      },
    })
    await tx
      .update(ballot)
      .set({ content, ...times, draft: null, publishedOn, version: row.version + 1, recordSeq })
      .where(eq(ballot.id, id))
    await tellVoters({ ...house, db: tx }, id, { voters, content })
  })
}

function bySector(voters: readonly Voter[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { sector } of voters) counts[sector] = (counts[sector] ?? 0) + 1
  return counts
}

/** The letter names no vote and no key: one votes after signing in. */
async function tellVoters(
  house: House,
  id: number,
  { voters, content }: { voters: readonly Voter[]; content: BallotInput['content'] },
): Promise<void> {
  const [language] = languages
  const organisations = voters.flatMap(({ organisationId }) => organisationId ?? [])
  const acting = await peopleActingFor(house.db, organisations, ['officer', 'representative'])
  const addresses = new Set([...voters.flatMap(({ email }) => email ?? []), ...acting.map(({ email }) => email)])
  const title = plainText(content.title, language)
  const link = house.configuration.url + address(language, 'ballot', { ballot: id })
  const { subject, youHaveAVote } = letterTexts[language]
  for (const to of addresses) await house.mailer.queue(house.db, { to, language, subject: subject(title), body: youHaveAVote(title, link) })
}
