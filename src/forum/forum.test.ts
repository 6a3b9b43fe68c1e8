import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../test/support/house.ts'
import { actorWith, recordOf, refusalOf, secretary } from '../people/testSupport.ts'
import { day } from '../platform/dates/partialDate.ts'
import {
  addTerm,
  announceMeeting,
  type DecisionInput,
  decide,
  foundForum,
  noteAttendance,
  seatsOf,
  setAgenda,
  turnMeeting,
} from './index.ts'
import { forumDecision, forumItem, forumMeeting } from './meetings/tables.ts'
import { changeRules } from './rules/publishRules.ts'
import type { RulesInput } from './rules/rulesInput.ts'
import { forumSeat } from './tables.ts'

const FORUM = 'padome'
const said = (text: string) => ({ texts: { lv: text }, checked: false })
const nothing = { texts: {}, checked: false }

/** Two seats a side; more than half of the seats must be there, and more than half of those must agree, one of each side among them. */
const rules: RulesInput = {
  name: said('Padome'),
  purpose: said('Apspriest plānu.'),
  adoptedOn: day('2019-06-03'),
  adoptedBy: said('Dibināšanas sēde'),
  chair: said('Vada priekšsēdētājs.'),
  conflict: said('Kam ir interešu konflikts, nebalso.'),
  choosing: { government: said('Norīko.'), 'non-government': said('Ievēl.') },
  rules: {
    seats: [
      { sector: 'government', count: 2 },
      { sector: 'civil-society', count: 2 },
    ],
    parity: true,
    termMonths: 18,
    mostTerms: 2,
    officialsStay: true,
    rotation: true,
    quorum: { share: { more: true, numerator: 1, denominator: 2 }, of: 'seats', eachSide: 1, recusedCount: true },
    majority: { share: { more: true, numerator: 1, denominator: 2 }, of: 'present', eachSide: 1 },
    tie: 'chair',
    consensusFirst: true,
    effect: 'recommendation',
    meetsEveryMonths: 1,
    agendaDays: 7,
    papersDays: 5,
    minutesDays: 14,
  },
}

let house: TestHouse
beforeEach(async () => {
  house = await openTestHouse()
  house.setToday('2019-09-02')
  await foundForum(house, secretary, FORUM, rules)
})
afterEach(() => house.close())

const seat = (code: string, more: Partial<Parameters<typeof addTerm>[2]['input']> = {}): Promise<number> =>
  addTerm(house, secretary, {
    forumId: FORUM,
    code,
    input: {
      kind: 'member',
      name: `Vieta ${code}`,
      position: nothing,
      organisationId: null,
      office: null,
      nth: 1,
      chosen: nothing,
      startsOn: day('2019-09-02'),
      endsOn: code.startsWith('V') ? null : day('2020-09-01'),
      ...more,
    },
  })

/** A meeting under way with everyone there but these; returns its number and the seats. */
async function meeting(
  away: readonly string[] = [],
): Promise<{ id: number; itemId: number; secondId: number; seats: Map<string, number> }> {
  await seat('V1', { office: 'chair' })
  for (const code of ['V2', 'N1', 'N2']) await seat(code)
  const id = await announceMeeting(house, secretary, FORUM, {
    startsOn: day('2019-09-02'),
    hours: '11:00–13:00',
    place: said('Telpa'),
    streamUrl: null,
    note: nothing,
    reason: nothing,
  })
  const of = (version: number) => ({ forumId: FORUM, id, version })
  const item = { id: null, title: said('Plāns'), presenter: nothing, about: null, consent: false, proposalId: null }
  await setAgenda(house, secretary, { ...of(1), items: [item, item] })
  await turnMeeting(house, secretary, of(2), 'open')
  const known = await seatsOf(house.db, FORUM, day('2019-09-02'))
  const there = known.flatMap(({ seat: one, terms: [term] }) =>
    term && !away.includes(one.code) ? [{ seatId: one.id, termId: term.id }] : [],
  )
  const [first] = there
  await noteAttendance(house, secretary, of(3), {
    sittings: there.map((sitting) => ({ ...sitting, fromItem: 1, untilItem: null })),
    chairSeatId: first?.seatId ?? 0,
  })
  const [stored, second] = await house.db
    .select({ id: forumItem.id })
    .from(forumItem)
    .where(eq(forumItem.meetingId, id))
    .orderBy(forumItem.position)
  return { id, itemId: stored?.id ?? 0, secondId: second?.id ?? 0, seats: new Map(known.map(({ seat: one }) => [one.code, one.id])) }
}

type Choice = DecisionInput['choices'][number]['choice']
const motion = (itemId: number, seats: Map<string, number>, choices: Readonly<Record<string, Choice>>): DecisionInput => ({
  itemId,
  way: 'vote',
  consensusFailed: false,
  title: said('Iekļaut sešas apņemšanās'),
  text: said('Padome iesaka iekļaut sešas apņemšanās.'),
  reasons: said('Mazāk apņemšanos var izpildīt labāk.'),
  about: null,
  choices: Object.entries(choices).map(([code, choice]) => ({ seatId: seats.get(code) ?? 0, choice, reason: null })),
  tasks: [],
})

const outcome = async () => (await house.db.select().from(forumDecision)).map(({ number, tally }) => [number, tally.adopted])

describe('a forum', () => {
  it('has the seats that its rules know, and they follow when the rules change', async () => {
    const codes = async () => (await seatsOf(house.db, FORUM, day('2019-09-02'))).map(({ seat: one }) => one.code).toSorted()
    expect(await codes()).toEqual(['N1', 'N2', 'V1', 'V2'])
    const more = { ...rules, rules: { ...rules.rules, seats: rules.rules.seats.map((one) => ({ ...one, count: 3 })) } }
    await changeRules(house, secretary, FORUM, { version: 1, input: more })
    expect(await codes()).toEqual(['N1', 'N2', 'N3', 'V1', 'V2', 'V3'])
    for (const code of ['V1', 'V2', 'V3']) await seat(code)
    // A seat that someone holds can't be closed; nothing else changes then either.
    const entries = (await recordOf(house)).length
    expect(await refusalOf(changeRules(house, secretary, FORUM, { version: 2, input: rules }))).toMatchObject({ status: 422 })
    expect(await codes()).toEqual(['N1', 'N2', 'N3', 'V1', 'V2', 'V3'])
    expect(await recordOf(house)).toHaveLength(entries)
  })

  it('does not let two change its rules from the same form, nor anyone but the secretariat', async () => {
    await changeRules(house, secretary, FORUM, { version: 1, input: rules })
    expect(await refusalOf(changeRules(house, secretary, FORUM, { version: 1, input: rules }))).toMatchObject({ status: 409 })
    for (const role of ['visitor', 'participant', 'officer', 'forum-member'] as const)
      expect([401, 403]).toContain((await refusalOf(changeRules(house, actorWith(role), FORUM, { version: 2, input: rules }))).status)
  })

  it('seats one member at a time, within the rules’ terms, and one chair', async () => {
    await seat('N1')
    expect(await refusalOf(seat('N1', { startsOn: day('2020-01-01'), endsOn: day('2020-12-31') }))).toMatchObject({ status: 422 })
    await seat('N1', { startsOn: day('2020-09-02'), endsOn: day('2021-09-01'), nth: 2 })
    expect(await refusalOf(seat('N2', { endsOn: null }))).toMatchObject({ status: 422 })
    expect(await refusalOf(seat('N2', { endsOn: day('2021-03-03') }))).toMatchObject({ status: 422 })
    expect(await refusalOf(seat('N2', { nth: 3 }))).toMatchObject({ status: 422 })
    await seat('V1', { office: 'chair' })
    expect(await refusalOf(seat('V2', { office: 'chair' }))).toMatchObject({ status: 422 })
    const { rows } = await house.open.execute('select count(*)::int as terms from forum_term')
    expect(rows).toEqual([{ terms: 3 }])
    // Names stand on pages that can forget them, never in the record.
    expect(JSON.stringify(await recordOf(house))).not.toContain('Vieta ')
  })

  it('gives a seat to one of two who are entered at the same moment', async () => {
    const results = await Promise.allSettled([seat('N1', { name: 'Viena' }), seat('N1', { name: 'Otra' })])
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('a decision', () => {
  it('is adopted by the majority that the rules ask for, with a vote of each side', async () => {
    const { id, itemId, secondId, seats } = await meeting()
    const of = (version: number) => ({ forumId: FORUM, id, version })
    await decide(house, secretary, of(4), motion(itemId, seats, { V1: 'for', V2: 'for', N1: 'for', N2: 'against' }))
    await decide(house, secretary, of(5), motion(secondId, seats, { V1: 'for', V2: 'for', N1: 'against', N2: 'abstain' }))
    expect(await outcome()).toEqual([
      [1, true],
      [2, false],
    ])
    const again = motion(itemId, seats, { V1: 'against', V2: 'against', N1: 'for', N2: 'for' })
    expect(await refusalOf(decide(house, secretary, of(6), again))).toMatchObject({ status: 422 })
    expect(await outcome()).toHaveLength(2)
  })

  it('is refused without a quorum, without every vote, with a vote recused for no reason, from an old form, and after the meeting', async () => {
    const { id, itemId, seats } = await meeting(['N1', 'N2'])
    const of = (version: number) => ({ forumId: FORUM, id, version })
    const all = { V1: 'for', V2: 'for' } as const
    expect(await refusalOf(decide(house, secretary, of(4), motion(itemId, seats, all)))).toMatchObject({ status: 422 })
    expect(await refusalOf(decide(house, secretary, of(4), motion(itemId, seats, { V1: 'for' })))).toMatchObject({ status: 422 })
    const recused = motion(itemId, seats, { V1: 'for', V2: 'recused' })
    expect(await refusalOf(decide(house, secretary, of(4), recused))).toMatchObject({ status: 422 })
    expect(await refusalOf(decide(house, secretary, of(3), motion(itemId, seats, all)))).toMatchObject({ status: 409 })
    await turnMeeting(house, secretary, of(4), 'closed')
    expect([409, 422]).toContain((await refusalOf(decide(house, secretary, of(5), motion(itemId, seats, all)))).status)
    expect(await outcome()).toEqual([])
  })

  it('gets its number once when two write decisions at the same moment', async () => {
    const { id, itemId, seats } = await meeting()
    const vote = motion(itemId, seats, { V1: 'for', V2: 'for', N1: 'for', N2: 'for' })
    const results = await Promise.allSettled([1, 2].map(() => decide(house, secretary, { forumId: FORUM, id, version: 4 }, vote)))
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await outcome()).toEqual([[1, true]])
  })
})

describe('a meeting', () => {
  it('is not opened before its day, and notes nobody who holds no seat', async () => {
    const { id } = await meeting()
    const [row] = await house.db.select().from(forumMeeting).where(eq(forumMeeting.id, id))
    expect(row).toMatchObject({ state: 'open', version: 4 })
    const [v1] = await house.db.select().from(forumSeat).where(eq(forumSeat.code, 'V1'))
    const strange = [{ seatId: v1?.id ?? 0, termId: 999, fromItem: 1, untilItem: null }]
    const noting = noteAttendance(house, secretary, { forumId: FORUM, id, version: 4 }, { sittings: strange, chairSeatId: v1?.id ?? 0 })
    expect(await refusalOf(noting)).toMatchObject({ status: 409 })
    const later = await announceMeeting(house, secretary, FORUM, {
      startsOn: day('2019-09-25'),
      hours: '11:00–13:00',
      place: said('Telpa'),
      streamUrl: null,
      note: nothing,
      reason: nothing,
    })
    const item = { id: null, title: said('Dažādi'), presenter: nothing, about: null, consent: false, proposalId: null }
    await setAgenda(house, secretary, { forumId: FORUM, id: later, version: 1, items: [item] })
    expect(await refusalOf(turnMeeting(house, secretary, { forumId: FORUM, id: later, version: 2 }, 'open'))).toMatchObject({ status: 422 })
  })
})
