import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { type Actor, person, type Role, roleAssignment } from '../../people/index.ts'
import { addDays, day } from '../../platform/dates/partialDate.ts'
import type { House } from '../../platform/house.ts'
import { localText } from '../../platform/languages/languages.ts'
import { aPlan } from '../plan/testSupport.ts'
import { type AddedIdea, addIdea, type NewIdea } from './addIdea.ts'
import { call, comment, idea } from './tables.ts'

/* What the tests of ideas share. */

export type Call = typeof call.$inferSelect

/** Plan lv-5 with a call that is open for a month around the house's day, 10 September 2019. */
export async function aCall(house: House, changes: Partial<typeof call.$inferInsert> = {}): Promise<Call> {
  await aPlan(house, { adopted: true })
  return anotherCall(house, changes)
}

/** One more call on plan lv-5. */
export async function anotherCall(house: House, changes: Partial<typeof call.$inferInsert> = {}): Promise<Call> {
  const today = house.clock.today()
  const [row] = await house.db
    .insert(call)
    .values({
      planId: 'lv-5',
      title: localText('Aicinājums iesniegt idejas'),
      body: localText('Kas piektajā plānā jāiekļauj?'),
      whatNext: localText('Uz katru ideju atbildēsim.'),
      kinds: ['idea', 'data-wish', 'burden'],
      startsOn: addDays(today, -10),
      endsOn: addDays(today, 20),
      publishedOn: addDays(today, -10),
      recordSeq: 0,
      ...changes,
    })
    .returning()
  if (!row) throw new Error('no call')
  return row
}

/** An idea about open data, from nobody in particular. */
export const openData: NewIdea = {
  kind: 'idea',
  title: localText('Rindas pie ārsta kā atvērtie dati'),
  problem: localText('Cilvēki nezina, cik ilgi jāgaida.'),
  proposal: localText('Rādīt gaidīšanas laiku pa slimnīcām.'),
  subject: null,
  doer: null,
  doerId: null,
  values: ['access-to-information'],
  challenges: [],
  place: null,
  authorKind: 'display-name',
  authorName: 'Iedzīvotāja',
  authorId: null,
  organisationId: null,
  sector: 'resident',
  channel: 'web',
  language: 'lv',
  sentOn: day('2019-09-10'),
  files: [],
}

/** Stores an idea that was sent to a call. */
export const anIdea = (house: House, to: Call, changes: Partial<NewIdea> = {}): Promise<AddedIdea> =>
  house.db.transaction((tx) => addIdea(tx, house, to, { ...openData, ...changes }, { role: 'participant', for: null }))

/** Someone with an account, and as whom they act. */
export async function aPerson(house: House, name: string, role?: 'moderator' | 'secretariat'): Promise<Actor & { personId: string }> {
  const now = house.clock.now()
  const personId = randomUUID()
  await house.db
    .insert(person)
    .values({ id: personId, name, email: `${personId}@example.org`, emailVerified: true, createdAt: now, updatedAt: now })
  if (role) await house.db.insert(roleAssignment).values({ personId, role, organisationId: null, givenAt: now })
  const held: Role = role ?? 'participant'
  return { personId, name, roles: [{ role: held, organisationId: null }] }
}

/** An idea's row as it stands. */
export async function storedIdea(house: House, id: number): Promise<typeof idea.$inferSelect> {
  const [row] = await house.db.select().from(idea).where(eq(idea.id, id))
  if (!row) throw new Error('no such idea')
  return row
}

/** A comment's row as it stands. */
export async function storedComment(house: House, id: number): Promise<typeof comment.$inferSelect> {
  const [row] = await house.db.select().from(comment).where(eq(comment.id, id))
  if (!row) throw new Error('no such comment')
  return row
}
