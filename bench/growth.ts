import { createApp, routes } from '../src/app.tsx'
import type { House } from '../src/platform/house.ts'
import { addressOf, examples } from '../test/pages/examples.ts'
import { type BenchEngine, engines, makePlace, workAt } from './place.ts'
import { growTo } from './rows.ts'
import { type Row, table } from './table.ts'

const sizes = [1, 10, 100] as const
const VISITS = 15

/** One example of every page that visitors see, but of those that forms lead to and the demonstration's own. */
const paths = routes.flatMap(({ method, name }) => {
  const [example] = (method === 'GET' && examples[name]) || []
  return example && !example.status && !name.startsWith('demonstration') && example.seenBy.includes('visitor')
    ? [addressOf('lv', name, example)]
    : []
})

/** The time to draw each page for which everything is read anew, at 1, 10 and 100 times the demonstration's rows. */
export async function benchGrowth(only: string | undefined): Promise<string> {
  const tables: string[] = []
  for (const engine of engines) {
    if (only && only !== engine) continue
    const times = new Map<string, number[]>(paths.map((path) => [path, []]))
    for (const size of sizes) for (const [path, time] of await timesAt(engine, size)) times.get(path)?.push(time)
    tables.push(`${engine}\n\n${table([...times].map(([path, found]) => rowOf(path, found)))}`)
  }
  return tables.join('\n\n')
}

function rowOf(path: string, found: readonly number[]): Row {
  const [one = Number.NaN] = found
  return {
    page: path,
    ...Object.fromEntries(sizes.map((size, index) => [`ms at ${size}×`, (found[index] ?? Number.NaN).toFixed(1)])),
    ...Object.fromEntries(sizes.slice(1).map((size, index) => [`${size}× to 1×`, ((found[index + 1] ?? Number.NaN) / one).toFixed(2)])),
  }
}

async function timesAt(engine: BenchEngine, size: number): Promise<Map<string, number>> {
  const place = await makePlace(engine)
  try {
    return await workAt(place, async (house, execute) => {
      await growTo(execute, size)
      const times = new Map<string, number>()
      for (const path of paths) times.set(path, await timeOf(house, path))
      return times
    })
  } finally {
    await place.remove()
  }
}

/** The median of visits, in milliseconds. Each one comes to a program that remembers nothing. */
async function timeOf(house: House, path: string): Promise<number> {
  const times: number[] = []
  for (let visit = 0; visit < VISITS; visit += 1) {
    const app = createApp(house)
    const before = performance.now()
    const answer = await app.request(path)
    await answer.text()
    times.push(performance.now() - before)
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
  }
  return times.sort((a, b) => a - b)[Math.floor(VISITS / 2)] ?? Number.NaN
}
