import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../platform/dates/partialDate.ts'
import { sendDigests } from './sendDigests.ts'
import { type Newsroom, openNewsroom } from './testSupport.ts'

let news: Newsroom
beforeAll(async () => {
  news = await openNewsroom()
})
afterAll(() => news.house.close())

/** What may happen, in any order. */
const steps = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('fact' as const),
        of: fc.constantFrom(1 as const, 2 as const),
        inDays: fc.integer({ min: -9, max: 9 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('document' as const), inDays: fc.integer({ min: -9, max: 9 }) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('deadline' as const, 'edit' as const, 'withdraw' as const) }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('run' as const) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('day' as const), days: fc.integer({ min: 1, max: 9 }) }) },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('follow' as const),
        who: fc.integer({ min: 0, max: 1 }),
        scope: fc.constantFrom('everything', 'plan/lv-3', 'commitment/lv-3/1', 'commitment/lv-3/2', 'topic/civic-participation'),
        frequency: fc.constantFrom('immediate' as const, 'daily' as const, 'weekly' as const),
      }),
    },
  ),
  { minLength: 4, maxLength: 24 },
)

/** A piece of news as the test knows it: what it is of, from which day, and whether it was withdrawn, as deadlines can be. */
type Known = { mark: string; scopes: string[]; from: string; isDeadline: boolean; withdrawn: boolean }
const ofPlan = ['everything', 'plan/lv-3']
const ofCommitment = (of: 1 | 2): string[] => [...ofPlan, `commitment/lv-3/${of}`, ...(of === 1 ? ['topic/civic-participation'] : [])]

describe('whatever is published, edited, withdrawn, late or early, and whenever letters are written', () => {
  it('every subscriber is told all that became known since, and nothing twice', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        await news.afresh()
        const known: Known[] = []
        const wants: { email: string; scope: string; not: Set<Known> }[] = []
        const today = () => news.house.clock.today()
        const add = (mark: string, scopes: string[], inDays: number, isDeadline = false) =>
          known.push({ mark, scopes, from: addDays(today(), inDays), isDeadline, withdrawn: false })
        for (const step of all) {
          const last = known.findLast(({ isDeadline, withdrawn }) => isDeadline && !withdrawn)
          if (step.do === 'fact') add(await news.aFact(step.of, step.inDays), ofCommitment(step.of), step.inDays)
          else if (step.do === 'document') add(await news.aDocument(step.inDays), ofPlan, step.inDays)
          else if (step.do === 'deadline') add(await news.aDeadline(), ofPlan, 0, true)
          else if (step.do === 'edit' && last) await news.editDeadline(last.mark)
          else if (step.do === 'withdraw' && last) {
            await news.removeDeadline(last.mark)
            last.withdrawn = true
          } else if (step.do === 'run') await sendDigests(news.house)
          else if (step.do === 'day') news.later(step.days)
          else if (step.do === 'follow') {
            const email = `${step.who}@example.org`
            await news.follow(email, step.scope, step.frequency)
            if (!wants.some((one) => one.email === email && one.scope === step.scope))
              wants.push({ email, scope: step.scope, not: new Set(known.filter(({ from }) => from <= today())) })
          }
        }
        news.later(16)
        await sendDigests(news.house)
        for (const email of new Set(wants.map((one) => one.email))) {
          const mine = wants.filter((one) => one.email === email)
          const told = (await news.lettersTo(email)).flat()
          const may = known.filter((one) => mine.some(({ scope, not }) => one.scopes.includes(scope) && !not.has(one)))
          const must = may.filter(({ withdrawn }) => !withdrawn)
          expect(told).toEqual([...new Set(told)])
          expect(told).toEqual(expect.arrayContaining(must.map(({ mark }) => mark)))
          expect(may.map(({ mark }) => mark)).toEqual(expect.arrayContaining(told))
        }
      }),
      { numRuns: 12 },
    )
  })
})
