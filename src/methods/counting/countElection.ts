import { type BordaRound, countBorda } from './borda.ts'
import type { Count, Election } from './election.ts'
import { type Chambers, weighChambersEqually } from './parity.ts'
import { CannotCount } from './problems.ts'
import { countSchulze, type SchulzeRound } from './schulze.ts'
import type { CountSettings, Method } from './settings.ts'
import { type Lots, MOST_VOTES } from './stv.ts'
import { countStvMeek, type MeekRound } from './stvMeek.ts'
import { countStvScottish, type ScottishRound } from './stvScottish.ts'
import { weightOf } from './support.ts'
import { type TieRule, tieOrder } from './tieOrder.ts'

/** What any method finds, and how two chambers were weighed. */
export type ElectionCount = Count<BordaRound | SchulzeRound | ScottishRound | MeekRound> & {
  chambers: Omit<Chambers, 'election'> | null
}

/**
 * Counts an election: what the command prints and what the server shows. The same ballots and settings give the same result
 * everywhere. Throws CannotCount where the method has no meaning for these ballots.
 */
export function countElection(cast: Election, method: Method, settings: CountSettings): ElectionCount {
  const { parity } = settings
  const weighed = parity && weighChambersEqually(cast, parity.column, parity.values)
  const election = weighed?.election ?? cast
  if (weightOf(election.ballots) > MOST_VOTES)
    throw new CannotCount(`There are more than ${MOST_VOTES} votes, which is too many to count exactly.`)
  const count = countBy(election, method, settings)
  return { ...count, chambers: weighed && { chambers: weighed.chambers, outside: weighed.outside, alone: weighed.alone } }
}

function countBy(election: Election, method: Method, { seats, strength, tieRule }: CountSettings): Count<ElectionCount['rounds'][number]> {
  const order = tieOrder(election, tieRule)
  switch (method) {
    case 'borda':
      return countBorda(election, seats ?? 1, order)
    case 'schulze':
      return countSchulze(election, seats ?? 1, strength, order)
    case 'stv-scottish':
      return countStvScottish(rankings(election), seatsOf(election, seats), lotsOf(order, tieRule))
    case 'greedy':
    case 'equal-shares':
    case 'approval':
    case 'score':
      throw new CannotCount('TODO')
    case 'stv-meek':
      return countStvMeek(rankings(election), seatsOf(election, seats), lotsOf(order, tieRule))
  }
}

const seatsOf = (election: Election, seats: number | null): number => seats ?? election.seats ?? 1

function rankings(election: Election): Election {
  if (election.form !== 'ranking') throw new CannotCount('The single transferable vote counts rankings; these ballots are none.')
  return election
}

/**
 * By identifiers the first is taken and the first is excluded, as the reference programs do. The published order puts the
 * stronger first, so that the last of it is excluded.
 */
function lotsOf(order: readonly number[], { rule }: TieRule): Lots {
  return { taken: order, excluded: rule === 'id' ? order : order.map((place) => -place) }
}
