// How fast very many ideas are listed, searched, read and sent: tsx bench/ideas.ts [--keep] [--fill] [words of what is asked] [how many …],
// on the server at TEST_DATABASE_URL. --keep leaves the databases, so that filling happens once; --fill does nothing else.
// BENCH_SLOW=milliseconds prints the acts that take longer.
import { readFileSync } from 'node:fs'
import { createApp } from '../src/app.tsx'
import { day } from '../src/platform/dates/partialDate.ts'
import { recordState } from '../src/record/index.ts'
import { keepUp } from '../src/search/index.ts'
import { fillIdeas, IDEAS_DAY, IDEAS_PLAN } from './ideaRows.ts'
import { sendings } from './ideaSending.ts'
import { type Asked, type Ground, readings, similarities } from './ideaVisits.ts'
import { makePlace, workAt } from './place.ts'
import { makeLanguage } from './searchTexts.ts'
import { type Row, table } from './table.ts'

const SEED = 20_191_016
const TIMES = 60
const WARM_UP = 5

/** How long the acts of one kind took among so many ideas, what processors worked for them, each in order, and how many found what they should. */
type Measured = { what: string; times: number[]; worked: number[]; found: string }

/**
 * What processors have worked for this process and for the database's of these numbers, where Linux tells it: on a machine that
 * others use too it is what an act would have taken there alone, as the two work one after the other.
 */
function processorMilliseconds(backends: readonly number[]): number {
  const { user, system } = process.cpuUsage()
  const ofOthers = backends.map((pid) => {
    try {
      return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ', 1)[0]) / 1_000_000
    } catch {
      return 0
    }
  })
  return (user + system) / 1_000 + ofOthers.reduce((sum, one) => sum + one, 0)
}

async function measure({ what, prepare, acts }: Asked, execute: Ground['execute']): Promise<Measured> {
  await prepare?.()
  const { rows } = await execute('select pid from pg_stat_activity where datname = current_database()')
  const backends = rows.map((row) => (row as { pid: number }).pid)
  const times: number[] = []
  const worked: number[] = []
  const found: boolean[] = []
  for (const [at, act] of acts.entries()) {
    const before = processorMilliseconds(backends)
    const start = performance.now()
    const right = await act()
    const milliseconds = performance.now() - start
    times.push(milliseconds)
    worked.push(processorMilliseconds(backends) - before)
    if (right !== undefined) found.push(right)
    if (process.env.BENCH_SLOW && milliseconds > Number(process.env.BENCH_SLOW))
      console.log(`${milliseconds.toFixed(0)} ms: ${what}, ${at}`)
  }
  for (const all of [times, worked]) all.sort((a, b) => a - b)
  return { what, times, worked, found: found.length ? `${found.filter(Boolean).length} of ${found.length}` : '' }
}

/** Everything that is asked, each kind after a few acts of it that do not count; sending comes last, since it adds ideas. */
async function measureAll(ground: Omit<Ground, 'times' | 'seed'>, only: string): Promise<Measured[]> {
  const asked = async (times: number, seed: number): Promise<Asked[]> =>
    [
      ...(await readings({ ...ground, times, seed })),
      ...(await similarities({ ...ground, times, seed })),
      ...(await sendings({ ...ground, times, seed })),
    ].filter(({ what }) => what.includes(only))
  for (const one of await asked(WARM_UP, SEED + 100)) await measure(one, ground.execute)
  const measured: Measured[] = []
  for (const one of await asked(TIMES, SEED)) measured.push(await measure(one, ground.execute))
  return measured
}

const at = (times: readonly number[], share: number): number =>
  times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN

/** One row for each kind of question: how long it took at each size, and how much longer at the last size than at the first. */
function rowsOf(all: ReadonlyMap<number, Measured[]>): Row[] {
  const [first = [], last = []] = [[...all.values()][0], [...all.values()].at(-1)]
  return last.map(({ what }, index) => ({
    asked: what,
    ...Object.fromEntries(
      [...all].flatMap(([ideas, measured]) => {
        const { times = [], worked = [], found = '' } = measured[index] ?? {}
        return [
          ...([0.5, 0.95, 0.99] as const).map((share) => [`p${share * 100} at ${ideas}`, at(times, share).toFixed(1)]),
          [`processor p95 at ${ideas}`, at(worked, 0.95).toFixed(1)],
          ...(last.some((one) => one.found) ? [[`found at ${ideas}`, found]] : []),
        ]
      }),
    ),
    ...(all.size > 1 ? { grows: (at(last[index]?.worked ?? [], 0.95) / at(first[index]?.worked ?? [], 0.95)).toFixed(2) } : {}),
  }))
}

const words = process.argv.slice(2)
const sizes = words.filter((word) => /^\d+$/.test(word)).map(Number)
const only = words.filter((word) => !/^\d+$|^--/.test(word)).join(' ')
const all = new Map<number, Measured[]>()
for (const ideas of sizes.length ? sizes : [10_000, 1_000_000]) {
  const place = await makePlace('postgresql', words.includes('--keep') ? `koprade_bench_ideas_${ideas}` : undefined)
  const start = performance.now()
  const tell = (line: string): void => console.log(`${((performance.now() - start) / 1000).toFixed(0)} s ${line}`)
  try {
    await workAt(place, async (house, execute) => {
      const { rows } = await execute(`select from idea where plan_id = '${IDEAS_PLAN}' limit 1 offset ${Math.floor(ideas / 2)}`)
      if (!rows.length) {
        // What is put in past the use cases is not read by the search of all texts, which by now has the rest.
        while (!(await keepUp(house.db, (await recordState(house.db)).entries)));
        await fillIdeas(execute, makeLanguage(SEED), ideas, tell)
      }
      await house.demonstration?.clock.moveTo(house.db, day(IDEAS_DAY))
      tell('filled')
      if (!words.includes('--fill'))
        all.set(ideas, await measureAll({ house, app: createApp(house), execute, language: makeLanguage(SEED) }, only))
    })
  } finally {
    await place.remove()
  }
}
if (all.size) console.log(`\n${table(rowsOf(all))}`)
