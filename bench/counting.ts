import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Election } from '../src/methods/counting/election.ts'
import { type Completion, equalShares } from '../src/methods/counting/equalShares.ts'
import { greedy } from '../src/methods/counting/greedy.ts'
import { approval } from '../src/methods/counting/highest.ts'
import type { Utility } from '../src/methods/counting/profile.ts'
import { readPabulib } from '../src/methods/counting/readPabulib.ts'
import { publishedElections, publishedResults } from '../test/support/publishedElections.ts'
import { madeBudget, withPoints } from './madeBudget.ts'
import { type Row, table } from './table.ts'

/** How long a count takes beside a published program on the same file: the least of a few runs in one process, warm. */
export function benchCounting(only?: string): string {
  const parts = { published: publishedRows, made: madeRows }
  return Object.entries(parts)
    .filter(([name]) => !only || only === name)
    .map(([, rows]) => table(rows()))
    .join('\n\n')
}

const ties = { rule: 'id' } as const
const RUNS = 3

/** A row of the table; `reference` is the published program's time in seconds, where there is one. */
export function measured(election: string, what: string, reference: number | null, run: () => unknown): Row {
  const times = Array.from({ length: RUNS }, () => {
    const [from, cpuFrom] = [performance.now(), process.cpuUsage()]
    run()
    const { user, system } = process.cpuUsage(cpuFrom)
    return { wall: performance.now() - from, cpu: (user + system) / 1000 }
  })
  const wall = Math.min(...times.map((time) => time.wall))
  const cpu = Math.min(...times.map((time) => time.cpu))
  return {
    election,
    what,
    ms: wall.toFixed(1),
    'ms of processor': cpu.toFixed(1),
    'reference ms': reference === null ? '' : (reference * 1000).toFixed(0),
    'of reference': reference === null ? '' : (cpu / 1000 / reference).toFixed(3),
  }
}

const published = [
  'Poland_Warszawa_2021_Targowek',
  'Poland_Warszawa_2020_Zoliborz',
  'Poland_Wieliczka_2023_Green_Budget',
  'Poland_Lodz_2022_Chojny-Dabrowa',
  'Worldwide_Mechanical_Turk_Knapsack_8',
]
const completions = ['none', 'add1'] as const
const utilities: readonly [Utility, string][] = [
  ['cost', 'Cost_Sat'],
  ['cardinality', 'Cardinality_Sat'],
]

function publishedRows(): Row[] {
  if (!publishedElections) return [{ election: 'left out: ../shared/methods/fixtures is not here' }]
  const folder = join(publishedElections, 'pb')
  return published.flatMap((name) => {
    const text = readFileSync(join(folder, `${name}.pb`), 'utf8')
    const election = readPabulib(text)
    const { results } = publishedResults(join(folder, 'expected', `${name}.json`))
    const reference = (utility: string, completion: string): number | null =>
      results.find((one) => one.rule === 'mes' && one.utility === utility && one.completion?.split(' ')[0] === completion)?.seconds ?? null
    return [
      measured(name, 'reading', null, () => readPabulib(text)),
      ...utilities.flatMap(([utility, named]) =>
        completions.map((completion) =>
          measured(name, `Equal Shares, ${utility}, ${completion}`, reference(named, completion), () =>
            shares(election, utility, completion),
          ),
        ),
      ),
    ]
  })
}

/** pabutools on an election made the same way, 100,000 voters and 200 options, in seconds. */
const REFERENCE = { reading: 26.88, cost: 110.35, cardinality: 101.39 }

function madeRows(): Row[] {
  return [25_000, 50_000, 100_000].flatMap((voters) => {
    const text = madeBudget({ voters, options: 200, seed: 1 })
    const pointed = readPabulib(withPoints(text, 2))
    const election = readPabulib(text)
    const name = `${voters.toLocaleString('en')} × 200`
    const beside = (seconds: number): number | null => (voters === 100_000 ? seconds : null)
    return [
      measured(name, 'reading', beside(REFERENCE.reading), () => readPabulib(text)),
      measured(name, 'Equal Shares, cost, none', beside(REFERENCE.cost), () => shares(election, 'cost', 'none')),
      measured(name, 'Equal Shares, cardinality, none', beside(REFERENCE.cardinality), () => shares(election, 'cardinality', 'none')),
      measured(name, 'Equal Shares, points, none', null, () => shares(pointed, 'points', 'none')),
      measured(name, 'Equal Shares, cost, add1', null, () => shares(election, 'cost', 'add1')),
      measured(name, 'greedy, cost', null, () => greedy(election, { utility: 'cost', ties })),
      measured(name, 'approval', null, () => approval(election, { ties, seats: 6 })),
    ]
  })
}

function shares(election: Election, utility: Utility, completion: Completion): unknown {
  return equalShares(election, { utility, completion, ties })
}
