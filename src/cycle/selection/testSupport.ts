import type { TestHouse } from '../../../test/support/house.ts'
import { type Actor, person, visitor } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import { Fields } from '../../platform/http/fields.ts'
import { secretary } from '../plan/testSupport.ts'
import { castVote } from './castVote.ts'
import { publishBallot } from './publishBallot.ts'
import { createBallot } from './saveBallotDraft.ts'
import type { TypedFields } from './tables.ts'

/* What the tests of ballots share. */

/** Fields of a form written as name: value or name: values. */
export const fieldsOf = (values: Record<string, string | string[]>): TypedFields =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value].flat()]))

/** A voter's line, as the secretariat types it. */
export const voterLine = (number: number, sector: string): string => `Balsotājs ${number}; v${number}@example.org; ${sector}`

/** A secret approval ballot on lv-5 for two of four options, open from 9 to 12 September 2019; six voters, two of them of the government. */
export const ballotFields: Record<string, string | string[]> = {
  'title.lv': 'Ko iekļaut plānā',
  'title.en': 'What goes into the plan',
  order: 'o1 o2 o3 o4',
  'o1.title.lv': 'Līgumi',
  'o2.title.lv': 'Lobētāji',
  'o3.title.lv': 'Dati',
  'o4.title.lv': 'Pašvaldības',
  method: 'approval',
  seats: '2',
  tieRule: 'published',
  seed: 'Rīga',
  secrecy: 'secret',
  'opensAt.year': '2019',
  'opensAt.part': '09',
  'opensAt.day': '9',
  'opensAt.time': '09.00',
  'closesAt.year': '2019',
  'closesAt.part': '09',
  'closesAt.day': '12',
  'closesAt.time': '17.00.30',
  voters: [1, 2, 3, 4, 5, 6].map((number) => voterLine(number, number < 3 ? 'valsts pārvalde' : 'civil society')).join('\n'),
}

/** Publishes a ballot and returns its id. */
export async function aBallot(house: House, values: Record<string, string | string[]> = {}): Promise<number> {
  const id = await createBallot(house, secretary, { planId: 'lv-5', draft: fieldsOf({ ...ballotFields, ...values }) })
  await publishBallot(house, secretary, id, { version: 1 })
  return id
}

/** Gives people accounts with the addresses of voters 1 to `many`. */
export async function invite(house: House, many: number): Promise<void> {
  const now = house.clock.now()
  const rows = Array.from({ length: many }, (_, index) => index + 1).map((number) => ({
    id: `p${number}`,
    name: `Balsotājs ${number}`,
    email: `v${number}@example.org`,
    createdAt: now,
    updatedAt: now,
  }))
  await house.db.insert(person).values(rows)
}

export const someone = (number: number): Actor => ({ ...visitor, personId: `p${number}`, name: `Balsotājs ${number}` })

/** Casts choices for a voter, by the number that voters are sorted to by name. */
export const choose = (house: House, ballotId: number, voter: number, choices: number[], token: string | null) =>
  castVote(house, someone(voter), ballotId, {
    voter,
    fields: new Fields(fieldsOf({ choices: choices.map(String) })),
    blank: choices.length === 0,
    token,
  })

/** Every row of a table, as the database gives it. */
export async function rowsOf(house: TestHouse, sql: string): Promise<Record<string, unknown>[]> {
  return (await house.open.execute(sql)).rows as Record<string, unknown>[]
}

/** A house whose real clock stands at a moment of 2019, on its plan's day. */
export const at = (house: TestHouse, moment: string): House => {
  const now = new Date(moment)
  return { ...house, clock: { now: () => now, today: () => moment.slice(0, 10) as never } }
}
