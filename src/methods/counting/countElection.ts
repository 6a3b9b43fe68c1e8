import { type BordaRound, countBorda } from './borda.ts'
import type { Count, Election } from './election.ts'
import { equalShares, type SharesCount } from './equalShares.ts'
import { type GreedyRound, greedy } from './greedy.ts'
import { approval, type Standings, score } from './highest.ts'
import { type Chambers, weighChambersEqually } from './parity.ts'
import { CannotCount } from './problems.ts'
import { countSchulze, type SchulzeRound } from './schulze.ts'
import type { CountSettings, Method } from './settings.ts'
import { type Lots, MOST_VOTES } from './stv.ts'
import { countStvMeek, type MeekRound } from './stvMeek.ts'
import { countStvScottish, type ScottishRound } from './stvScottish.ts'
import { weightOf } from './support.ts'
import { tieOrder } from './tieOrder.ts'

type Round = GreedyRound | Standings | BordaRound | SchulzeRound | ScottishRound | MeekRound

/** What any method finds; how two chambers were weighed, where they were. */
export type ElectionCount = (Count<Round> | SharesCount) & { chambers?: Omit<Chambers, 'election'> }

/**
 * Counts an election: what the command prints and what the server shows. The same ballots and settings give the same result
 * everywhere. Throws CannotCount where the method has no meaning for these ballots.
 */
export function countElection(election: Election, method: Method, settings: CountSettings): ElectionCount {
  if (!settings.parity) return countBy(election, method, settings)
  const { column, values } = settings.parity
  const { election: weighed, ...chambers } = weighChambersEqually(election, column, values)
  return { ...countBy(weighed, method, settings), chambers }
}

function countBy(election: Election, method: Method, settings: CountSettings): Count<Round> | SharesCount {
  const { utility, completion, strength, seats, tieRule: ties } = settings
  const chosen = seats ?? 1
  switch (method) {
    case 'greedy':
      return greedy(election, { utility, ties, seats })
    case 'equal-shares':
      return equalShares(election, { utility, completion, ties, seats })
    case 'approval':
      return approval(election, { ties, seats: chosen })
    case 'score':
      return score(election, { ties, seats: chosen })
    case 'borda':
      return countBorda(countable(election), chosen, tieOrder(election, ties))
    case 'schulze':
      return countSchulze(countable(election), chosen, strength, tieOrder(election, ties))
    case 'stv-scottish':
      return countStvScottish(rankings(election), seats ?? election.seats ?? 1, lotsOf(election, settings))
    case 'stv-meek':
      return countStvMeek(rankings(election), seats ?? election.seats ?? 1, lotsOf(election, settings))
  }
}

function countable(election: Election): Election {
  if (weightOf(election.ballots) <= MOST_VOTES) return election
  throw new CannotCount(`There are more than ${MOST_VOTES} votes: too many to count exactly.`)
}

function rankings(election: Election): Election {
  if (election.form === 'ranking') return countable(election)
  throw new CannotCount('The single transferable vote counts rankings, and these ballots are none.')
}

/**
 * By identifiers the first is taken and the first is excluded, as the reference programs do. The published order puts the
 * stronger first, so the last of it is excluded.
 */
function lotsOf(election: Election, { tieRule }: CountSettings): Lots {
  const order = tieOrder(election, tieRule)
  return { taken: order, excluded: tieRule.rule === 'id' ? order : order.map((place) => -place) }
}
