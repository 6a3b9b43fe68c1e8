import { count, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { notFound } from '../../platform/refusal.ts'
import { awaitedAct, person } from '../tables.ts'
import { refusalOf } from '../testSupport.ts'
import { awaitConfirmation, awaitedBy, type ConfirmableActs, confirmAct, forgetUnconfirmedActs } from './awaitedActs.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

/** What was done, by whom. */
const done: { personId: string | null; content: unknown }[] = []
let isGone = false
const acts: ConfirmableActs = {
  greet: {
    describe: async () => 'Sveicināt',
    perform: async (_house, actor, content) => {
      if (isGone) throw notFound()
      done.push({ personId: actor.personId, content })
      return '/lv'
    },
  },
}
beforeEach(async () => {
  done.length = 0
  isGone = false
  house.letters.length = 0
  await house.db.delete(awaitedAct)
})

const wish = (email: string) =>
  awaitConfirmation(house, {
    email,
    name: 'Anna',
    language: 'lv',
    act: 'greet',
    content: { word: 'labdien' },
    subject: 'Apstipriniet',
    letter: (link, days) => `${link} ${days}`,
  })
const token = (): string => new URL(house.letters.at(-1)?.body.split(' ')[0] ?? '').searchParams.get('token') ?? ''
const people = async (): Promise<number> => (await house.db.select({ n: count() }).from(person))[0]?.n ?? 0

describe('what someone without an account wants to do', () => {
  it('is done once, by the owner of the address alone, who becomes a participant', async () => {
    const before = await people()
    await wish('Anna@Example.org ')
    expect(house.letters[0]?.to).toBe('anna@example.org')
    expect(done).toEqual([])
    expect(await people()).toBe(before)
    const link = token()
    expect((await awaitedBy(house, link))?.email).toBe('anna@example.org')
    const { personId, href } = await confirmAct(house, acts, link)
    expect(href).toBe('/lv')
    expect(done).toEqual([{ personId, content: { word: 'labdien' } }])
    expect(await people()).toBe(before + 1)
    expect((await refusalOf(confirmAct(house, acts, link))).status).toBe(410)
    expect(done).toHaveLength(1)
  })

  it('is done once, however many confirm at the same moment', async () => {
    await wish('divreiz@example.org')
    const link = token()
    const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => confirmAct(house, acts, link)))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(done).toHaveLength(1)
  })

  it('finds the account that the address has', async () => {
    await wish('sena@example.org')
    const first = await confirmAct(house, acts, token())
    const before = await people()
    await wish('SENA@example.org')
    expect((await confirmAct(house, acts, token())).personId).toBe(first.personId)
    expect(await people()).toBe(before)
  })

  it('that is refused leaves the link and makes nobody', async () => {
    await wish('gaida@example.org')
    isGone = true
    const before = await people()
    expect((await refusalOf(confirmAct(house, acts, token()))).status).toBe(404)
    expect(await people()).toBe(before)
    isGone = false
    await confirmAct(house, acts, token())
    expect(done).toHaveLength(1)
  })

  it('of a made-up link is nothing', async () => {
    expect(await awaitedBy(house, 'nav')).toBeNull()
    expect((await refusalOf(confirmAct(house, acts, 'nav'))).status).toBe(410)
  })

  it('fills nobody’s mailbox', async () => {
    for (let n = 0; n < 12; n += 1) await wish('upuris@example.org')
    expect(house.letters).toHaveLength(10)
  })

  it('is forgotten after three days', async () => {
    await wish('velu@example.org')
    await forgetUnconfirmedActs(house.db, new Date(Date.now() + 2 * 86_400_000))
    expect(await awaitedBy(house, token())).not.toBeNull()
    await forgetUnconfirmedActs(house.db, new Date(Date.now() + 4 * 86_400_000))
    expect(await house.db.select().from(awaitedAct).where(eq(awaitedAct.email, 'velu@example.org'))).toEqual([])
  })
})
