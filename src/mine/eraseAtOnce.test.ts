import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testServer } from '../../test/support/database.ts'
import { openTestHouse, type TestHouse } from '../../test/support/house.ts'
import { appendTestAct } from '../../test/support/record.ts'
import { addComment } from '../cycle/ideas/discussion/addComment.ts'
import { SUPPORT_BY_LETTER, supportByLetter } from '../cycle/ideas/support/byLetter.ts'
import { supportIdea } from '../cycle/ideas/support/supportIdea.ts'
import { call, comment, support } from '../cycle/ideas/tables.ts'
import { aCall, anIdea, anotherCall, aPerson, type Call, storedIdea } from '../cycle/ideas/testSupport.ts'
import { confirmAct } from '../people/awaited/awaitedActs.ts'
import { awaitConfirmation, eraseOneself, person } from '../people/index.ts'
import { Refusal } from '../platform/refusal.ts'
import { verifyRecord } from '../record/index.ts'
import { forgetEverywhere } from './forgetEverywhere.ts'

let house: TestHouse
let open: Call
beforeAll(async () => {
  house = await openTestHouse()
  open = await aCall(house, { recordSeq: await appendTestAct(house) })
})
afterAll(() => house.close())

const session = { id: 's', method: 'email', secondStep: 'not asked for', actingFor: null, mayActFor: [] } as const

/** What refuses is fine, whichever was first; anything else that goes wrong is not. */
const orRefused = (work: Promise<unknown>): Promise<unknown> =>
  work.catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
  })

/** A link that confirms somebody's support by letter. */
async function linkFor(email: string, number: number): Promise<string> {
  await awaitConfirmation(house, {
    email,
    name: 'Anna',
    language: 'lv',
    act: SUPPORT_BY_LETTER,
    content: { planId: 'lv-5', number, sector: 'resident' },
    subject: 'Apstipriniet',
    letter: (link) => link,
  })
  return new URL(house.letters.at(-1)?.body ?? '').searchParams.get('token') ?? ''
}

it('erasing oneself while one supports, comments or confirms by a link leaves nothing of one’s, and no number wrong', async () => {
  for (let round = 0; round < 8; round += 1) {
    const { id, number } = await anIdea(house, open)
    const { id: other, number: otherNumber } = await anIdea(house, open)
    const anna = await aPerson(house, `Anna ${round}`)
    const link = await linkFor(`${anna.personId}@example.org`, otherNumber)
    const to = { planId: 'lv-5', number }
    const said = { kind: 'for', body: 'Jā!', replyTo: null, as: 'person', displayName: null, sector: 'resident' } as const
    const acts = [
      () => supportIdea(house, anna, { ...to, sector: 'resident' }),
      () => addComment(house, anna, { ...to, language: 'lv' }, said),
      () => confirmAct(house, { [SUPPORT_BY_LETTER]: supportByLetter }, link),
      () => eraseOneself(house, { actor: anna, session: { ...session, mayActFor: [] } }, forgetEverywhere),
    ]
    // Each round another one is first.
    await Promise.all(acts.map((_, index) => orRefused((acts[(index + round) % acts.length] as (typeof acts)[number])())))
    expect(await house.db.select().from(support).where(eq(support.personId, anna.personId))).toEqual([])
    expect(await house.db.select().from(comment).where(eq(comment.authorId, anna.personId))).toEqual([])
    expect(
      await house.db
        .select()
        .from(comment)
        .where(eq(comment.authorName, anna.name ?? '')),
    ).toEqual([])
    const [row] = await house.db.select().from(person).where(eq(person.id, anna.personId))
    expect(row?.email).not.toContain(`${anna.personId}@example.org`)
    for (const idea of [id, other])
      expect((await storedIdea(house, idea)).supports).toBe(await house.db.$count(support, eq(support.ideaId, idea)))
  }
  const problems: unknown[] = []
  await verifyRecord(house.db, (problem) => problems.push(problem))
  expect(problems).toEqual([])
}, 60_000)

/** Does anyone wait for a lock in this database? */
async function someoneWaits(): Promise<boolean> {
  const { rows } = await house.open.execute(
    `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rows.length > 0
}

it.skipIf(!testServer)('a support that comes while its call is being closed waits, and is then told that it is closed', async () => {
  const closing = await anotherCall(house)
  const { id, number } = await anIdea(house, closing)
  const anna = await aPerson(house, 'Vēlā')
  let late: Promise<unknown> = Promise.resolve()
  await house.db.transaction(async (tx) => {
    await tx.select().from(call).where(eq(call.id, closing.id)).for('update')
    late = supportIdea(house, anna, { planId: 'lv-5', number, sector: 'resident' }).catch((error: unknown) => error)
    // Only once the support waits for the call is it closed.
    while (!(await someoneWaits()));
    await tx
      .update(call)
      .set({ closedOn: house.clock.today(), closingReason: {}, version: sql`${call.version} + 1` })
      .where(eq(call.id, closing.id))
  })
  expect(await late).toMatchObject({ status: 409 })
  expect((await storedIdea(house, id)).supports).toBe(0)
})
