import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { countElection } from '../src/methods/counting/countElection.ts'
import type { Election } from '../src/methods/counting/election.ts'
import { pairwise } from '../src/methods/counting/pairwise.ts'
import { readBlt } from '../src/methods/counting/readBlt.ts'
import { publishedElections } from '../test/support/publishedElections.ts'
import { plainly, rankings } from '../test/support/rankings.ts'
import { measured } from './counting.ts'
import { type Row, table } from './table.ts'

/** Rankings: beside published programs on the same files, and how the time grows with the voters. */
export const benchRankings = (): string => [publishedRows(), madeRows()].map(table).join('\n\n')

/** The largest files, and one in which two chambers weigh equally. */
const published = ['scotland__East-Centre-2007', 'scotland__Govan-2007', 'scotland__Hillhead-2007', 'parity__Hillhead-2007-s6']

function publishedRows(): Row[] {
  if (!publishedElections) return [{ election: 'left out: ../shared/methods/fixtures is not here' }]
  const folder = join(publishedElections, 'ranked')
  return published.flatMap((name) => {
    const bytes = readFileSync(join(folder, `${name.replace('parity__', 'parity/')}.blt`))
    const election = readBlt(bytes)
    const { results, condorcet } = JSON.parse(readFileSync(join(folder, 'expected', `${name}.json`), 'utf8'))
    const seconds = (rule: string): number => results.find((one: { rule: string }) => one.rule === rule).seconds
    return [
      measured(name, 'reading', null, () => readBlt(bytes)),
      measured(name, 'stv-scottish', seconds('scotland'), () => countElection(election, 'stv-scottish', plainly)),
      measured(name, 'stv-meek', seconds('meek-prf'), () => countElection(election, 'stv-meek', plainly)),
      measured(name, 'Schulze, pairs', condorcet.seconds.build_profile_and_support, () => pairwise(election)),
    ]
  })
}

function madeRows(): Row[] {
  return [25_000, 50_000, 100_000].flatMap((voters) => {
    const election = made(voters, 200)
    const name = `${voters.toLocaleString('en')} × 200`
    return (['borda', 'schulze', 'stv-scottish', 'stv-meek'] as const).map((method) =>
      measured(name, method, null, () => countElection(election, method, { ...plainly, seats: 6 })),
    )
  })
}

/** Rankings around one order, each with neighbours that changed places; half of them end early. Always the same ones. */
function made(voters: number, candidates: number): Election {
  let state = 1
  const below = (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  const alone = Array.from({ length: candidates }, (_, option) => [option])
  const ballots = Array.from({ length: voters }, () => {
    const ranks = alone.slice()
    for (let swap = 0; swap < candidates; swap += 1) {
      const at = below(candidates - 1)
      ranks.splice(at, 2, ...ranks.slice(at, at + 2).reverse())
    }
    return { ranks: below(2) ? ranks : ranks.slice(0, 1 + below(candidates)) }
  })
  return rankings(candidates, ballots)
}
