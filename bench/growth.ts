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

/**
 * The time to draw each page for which everything is read anew, at 1, 10 and 100 times the demonstration's rows. The sizes
 * are asked by turns, so that whatever else the machine does slows down all alike.
 */
export async function benchGrowth(only: string | undefined): Promise<string> {
  const tables: string[] = []
  for (const engine of engines) {
    if (only && only !== engine) continue
    const times = await withHouses(engine, sizes, async (houses) => {
      const found: Row[] = []
      for (const path of paths) found.push(rowOf(path, await timesOf(houses, path)))
      return found
    })
    tables.push(`${engine}\n\n${table(times)}`)
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

/** Works with a house of each size, all open at once. */
async function withHouses<T>(
  engine: BenchEngine,
  [size, ...others]: readonly number[],
  work: (houses: readonly House[]) => Promise<T>,
  open: readonly House[] = [],
): Promise<T> {
  if (size === undefined) return work(open)
  const place = await makePlace(engine)
  try {
    return await workAt(place, async (house, execute) => {
      await growTo(execute, size)
      return withHouses(engine, others, work, [...open, house])
    })
  } finally {
    await place.remove()
  }
}

/** The median of visits to each house, in milliseconds. Each one comes to a program that remembers nothing. */
async function timesOf(houses: readonly House[], path: string): Promise<number[]> {
  const times: number[][] = houses.map(() => [])
  for (let visit = 0; visit < VISITS; visit += 1)
    for (const [index, house] of houses.entries()) {
      const app = createApp(house)
      const before = performance.now()
      const answer = await app.request(path)
      await answer.text()
      times[index]?.push(performance.now() - before)
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
    }
  return times.map((some) => some.sort((a, b) => a - b)[Math.floor(VISITS / 2)] ?? Number.NaN)
}
