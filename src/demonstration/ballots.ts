import { and, eq, inArray, ne } from 'drizzle-orm'
import { themesOf } from '../cycle/ideas/index.ts'
import { countBallot, createBallot, newToken, publishBallot, receiptOf } from '../cycle/selection/index.ts'
import { ballot, ballotVote, ballotVoter, type Marks, type TypedFields } from '../cycle/selection/tables.ts'
import { type Actor, type ParticipantSector, participantSectors, roleAssignment, visitor } from '../people/index.ts'
import { day, partialDate } from '../platform/dates/partialDate.ts'
import type { House } from '../platform/house.ts'
import { partialDateFields } from '../platform/http/fields.ts'
import { type Concern, concerns, electorateText, openText, optionTexts, rankedText, trialText } from './ballotTexts.ts'
import { chance } from './guests.ts'
import type { TwoLanguages } from './noticesTexts.ts'

const secretary: Actor = { ...visitor, roles: [{ role: 'secretariat', organisationId: null }] }
const PLAN = 'lv-4'
const PUBLISHED_ON = day('2019-08-26')
const AFTER_CLOSE = day('2019-09-07')

/**
 * Writes two made-up trial ballots that are counted on the demonstration's first day, one that institutions and
 * organisations can vote in, and the draft of another. When any made-up ballot is there, nothing is written: what people
 * did since must stay.
 */
export async function writeBallots(house: House): Promise<void> {
  const [any] = await house.db.select({ id: ballot.id }).from(ballot).where(eq(ballot.demonstration, true)).limit(1)
  if (any) return
  const options = await optionFields(house)
  await writeTrial(house, { ...trialFields, ...options, ...both('title', trialText.title), ...both('text', trialText.text) }, approvalOf)
  await writeTrial(
    house,
    {
      ...trialFields,
      ...options,
      ...both('title', rankedText.title),
      ...both('text', rankedText.text),
      method: ['stv-scottish'],
      seed: ['Rīga 2019-08-26'],
    },
    rankingOf,
  )
  const open = await createBallot(house, secretary, { planId: PLAN, draft: { ...openFields, ...(await votingFields(house)) } })
  await publishBallot(on(house, '2019-09-06'), secretary, open, { version: 1 })
  await createBallot(house, secretary, { planId: PLAN, draft: nextDraft })
}

/** The house on a day, from which nobody gets letters. */
const on = (house: House, today: string): House => ({
  ...house,
  clock: { today: () => day(today), now: () => house.clock.now() },
  mailer: { queue: async () => undefined, queueCircular: async () => undefined },
})

const both = (name: string, [lv, en]: TwoLanguages): TypedFields => ({ [`${name}.lv`]: [lv], [`${name}.en`]: [en] })

const times = (from: string, to: string): TypedFields => ({
  ...partialDateFields('opensAt', partialDate(from)),
  'opensAt.time': ['09.00'],
  ...partialDateFields('closesAt', partialDate(to)),
  'closesAt.time': ['17.00'],
})

async function optionFields(house: House): Promise<TypedFields> {
  const themes = await themesOf(house.db, PLAN)
  const fields = optionTexts.map(({ title, text, theme }, index): TypedFields => {
    const found = themes.find((one) => one.title.lv?.text === theme)
    return {
      ...both(`o${index + 1}.title`, title),
      ...both(`o${index + 1}.text`, text),
      ...(found ? { [`o${index + 1}.source`]: [`theme:${found.id}`] } : {}),
    }
  })
  return Object.assign({ order: [optionTexts.map((_, index) => `o${index + 1}`).join(' ')] }, ...fields)
}

/** The voters, one a line, with addresses that nobody has. */
const voterLines = participantSectors
  .flatMap((sector) => Array.from({ length: electorateText[sector].voters }, () => sector))
  .map((sector, index) => `Balsotājs ${String(index + 1).padStart(3, '0')}; balsotajs-${index + 1}@example.org; ${sector}`)
  .join('\n')

const trialFields: TypedFields = {
  method: ['equal-shares'],
  seats: ['6'],
  utility: ['cardinality'],
  completion: ['add1u'],
  strength: ['winning-votes'],
  tieRule: ['published'],
  secrecy: ['secret'],
  quorum: ['50'],
  seed: ['Koprade 2019-08-26'],
  voters: [voterLines],
  ...times('2019-09-02', '2019-09-06'),
}

async function writeTrial(house: House, draft: TypedFields, marksOf: typeof approvalOf): Promise<void> {
  const id = await createBallot(house, secretary, { planId: PLAN, draft })
  await publishBallot(on(house, PUBLISHED_ON), secretary, id, { version: 1 })
  await writeVotes(house, id, marksOf)
  await countBallot(on(house, AFTER_CLOSE), id)
}

async function writeVotes(house: House, id: number, marksOf: typeof approvalOf): Promise<void> {
  const draw = chance(2019_09_06)
  const voters = await house.db.select().from(ballotVoter).where(eq(ballotVoter.ballotId, id)).orderBy(ballotVoter.number)
  const voting = voters.filter(({ sector }) => 100 * draw() < electorateText[sector].voted)
  const votes = voting.map(({ sector, side }) => ({
    ballotId: id,
    key: receiptOf(id, newToken()),
    marks: marksOf(likingOf(sector, draw)),
    sector,
    side,
  }))
  const numbers = voting.map(({ number }) => number)
  await house.db.transaction(async (tx) => {
    await tx.insert(ballotVote).values(votes)
    await tx
      .update(ballotVoter)
      .set({ state: 'voted' })
      .where(and(eq(ballotVoter.ballotId, id), inArray(ballotVoter.number, numbers)))
  })
}

/** What someone of a sector likes, the most first: drawn by chance that is always the same. */
function likingOf(sector: ParticipantSector, draw: () => number): number[] {
  const concern = concernOf(sector, 100 * draw())
  return optionTexts
    .map((option, index) => ({ option: index + 1, much: option.liked[option.concern === concern ? 0 : 1] - 100 * draw() }))
    .filter(({ much }) => much > 0)
    .sort((a, b) => b.much - a.much)
    .map(({ option }) => option)
}

/** What they care about at a point between 0 and 100. */
function concernOf(sector: ParticipantSector, point: number): Concern {
  let below = 0
  for (const concern of concerns) {
    below += electorateText[sector].care[concern]
    if (point < below) return concern
  }
  return 'data'
}

const approvalOf = (liked: readonly number[]): Marks => Object.fromEntries(liked.map((option) => [option, 1]))
const rankingOf = (liked: readonly number[]): Marks => Object.fromEntries(liked.map((option, index) => [option, index + 1]))

const openFields: TypedFields = {
  ...both('title', openText.title),
  ...both('text', openText.text),
  order: [openText.options.map((_, index) => `o${index + 1}`).join(' ')],
  ...Object.assign({}, ...openText.options.map((title, index) => both(`o${index + 1}.title`, title))),
  method: ['score'],
  seats: ['2'],
  mostPoints: ['5'],
  tieRule: ['published'],
  secrecy: ['open'],
  ...times('2019-09-09', '2019-09-20'),
}

/** The institutions and organisations that have someone to vote for them. */
async function votingFields(house: House): Promise<TypedFields> {
  const rows = await house.db
    .selectDistinct({ id: roleAssignment.organisationId })
    .from(roleAssignment)
    .where(ne(roleAssignment.role, 'forum-member'))
  return { organisations: rows.flatMap(({ id }) => id ?? []) }
}

/** A ballot that the secretariat has begun to prepare. */
const nextDraft: TypedFields = {
  ...both('title', ['Kuras apņemšanās iekļaut plānā (demonstrācija)', 'Which commitments go into the plan (demonstration)']),
  order: ['o1 o2 o3'],
  ...both('o1.title', ['Līgumu reģistrs', 'A register of contracts']),
  ...both('o2.title', ['Lobētāju reģistrs', 'A register of lobbyists']),
  ...both('o3.title', ['Domes sēžu ieraksti', 'Recordings of council sittings']),
  method: ['schulze'],
  seats: ['1'],
  strength: ['winning-votes'],
  tieRule: ['published'],
  secrecy: ['secret'],
  voters: ['Anna Paraugs; anna.paraugs@example.org; iedzīvotājs'],
  ...times('2019-10-21', '2019-10-27'),
}
