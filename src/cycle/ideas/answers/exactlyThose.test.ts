import { and, eq, inArray } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { aPlan, secretary } from '../../plan/testSupport.ts'
import { typed } from '../../plan/translations.ts'
import { type call, idea } from '../tables.ts'
import { mergeIdeas } from '../themes/mergeIdeas.ts'
import { beginBatch, saveBatch } from './answerBatches.ts'
import { answerIdea } from './answerIdea.ts'
import { assignAnswers } from './assignAnswers.ts'
import { publishBatch } from './publishBatch.ts'
import { answer, waitingCount } from './tables.ts'
import { aCall, anIdea, ideaNow, notNow, reasons } from './testSupport.ts'

let house: TestHouse
let open: typeof call.$inferSelect
beforeAll(async () => {
  house = await openTestHouse()
  await aPlan(house, { adopted: false })
  open = await aCall(house)
})
afterAll(() => house.close())

const IDEAS = 4
/** What others do to an idea between the preview and the publishing. */
const deeds = ['answer', 'merge', 'hide', 'assign', 'nothing'] as const
type Deed = (typeof deeds)[number]

async function does(deed: Deed, id: number, targetNumber: number): Promise<void> {
  const { version } = await ideaNow(house, id)
  if (deed === 'answer') await answerIdea(house, secretary, id, notNow(version, { state: 'outside' }))
  if (deed === 'merge')
    await mergeIdeas(house, secretary, 'lv-5', { ideaIds: [id], into: targetNumber, reason: typed('Par to pašu jautājumu.') })
  if (deed === 'hide')
    await house.db
      .update(idea)
      .set({ visibility: 'hidden', version: version + 1 })
      .where(eq(idea.id, id))
  if (deed === 'assign') await assignAnswers(house, secretary, { planId: 'lv-5', ideaIds: [id], institutionId: 'vk' })
}

it('a bulk answer touches exactly the ideas that the preview listed, or with any of them changed none', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.nat(IDEAS - 1), { minLength: 1 }),
      fc.array(fc.record({ at: fc.nat(IDEAS - 1), deed: fc.constantFrom(...deeds) }), { maxLength: 3 }),
      fc.boolean(),
      async (chosen, interleaved, atOnce) => {
        const target = await anIdea(house, open, 'Mērķis')
        const ideas = []
        for (let at = 0; at < IDEAS; at += 1) ideas.push(await anIdea(house, open, `Ideja ${at}`))
        const ids = ideas.map(({ id }) => id)
        const chosenIds = chosen.flatMap((at) => ids[at] ?? [])
        const batch = await beginBatch(house, secretary, { planId: 'lv-5', ownerId: null, ideaIds: chosenIds })
        await saveBatch(house, secretary, batch, {
          version: 1,
          draft: { state: ['not-now'], 'reasons.lv': [reasons], institution: ['vk'] },
          sentences: new Map(),
          removed: [],
          preview: true,
        })
        const changes = (): Promise<unknown> =>
          interleaved.reduce<Promise<unknown>>(
            // What others may not do, such as answering what is merged, they are refused.
            (before, { at, deed }) => before.then(() => does(deed, ids[at] ?? 0, target.number).catch(refused)),
            Promise.resolve(),
          )
        const publishing = (): Promise<boolean> =>
          publishBatch(house, secretary, batch, { version: 2 }).then(
            () => true,
            (error: unknown) => refused(error) && false,
          )
        let published: boolean
        if (atOnce) published = (await Promise.all([publishing(), changes()]))[0]
        else {
          await changes()
          published = await publishing()
        }
        const answered = await house.db
          .select({ ideaId: answer.ideaId })
          .from(answer)
          .where(and(eq(answer.batchId, batch), inArray(answer.ideaId, ids)))
        expect(answered.map(({ ideaId }) => ideaId).sort()).toEqual(published ? [...chosenIds].sort() : [])
        expect(await house.db.$count(answer, eq(answer.batchId, batch))).toBe(published ? chosenIds.length : 0)
        const touched = interleaved.some(({ at, deed }) => deed !== 'nothing' && chosen.includes(at))
        if (!atOnce) expect(published).toBe(!touched)
      },
    ),
    { numRuns: 12 },
  )
  const counted = await house.db.select().from(waitingCount)
  expect(counted.every(({ ideas }) => ideas >= 0)).toBe(true)
})

const refused = (error: unknown): true => {
  if (error instanceof Refusal) return true
  throw error
}
