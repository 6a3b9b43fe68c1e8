import { inFileUnit } from './decimals.ts'
import type { Count, Election, Tie } from './election.ts'
import { costOf, idOf, moneyOf } from './money.ts'
import { CannotCount } from './problems.ts'
import type { Utility } from './profile.ts'
import { supporters } from './support.ts'
import { type TieRule, tieOrder } from './tieOrder.ts'
import { pointTotals } from './totals.ts'

/** An option that was taken because it had the most utility for its cost of those that still fitted. */
export type GreedyRound = {
  step: 'greedy'
  option: string
  cost: string
  supporters: number
  /** The utility of all voters together, as an exact decimal, and what there is of it for one unit of money; null when free. */
  utility: string
  perMoney: number | null
  /** The money that is left. */
  left: string
  /** What had more utility for its cost, and cost more than was left. */
  passedOver: { option: string; cost: string }[]
}

/** How to count greedily. */
export type GreedyOptions = { utility: Utility; ties: TieRule; seats?: number | null }

/**
 * The greedy rule that most participatory budgets use: always the option with the most utility of all voters for its cost,
 * passing over what no longer fits (utilitarian greedy, METHODS §2.1; Talmon & Faliszewski, "A Framework for Approval-Based
 * Budgeting Methods", AAAI 2019). With the utility of cost that is the one with the most votes. What nobody supports is not taken;
 * what costs nothing is, first.
 */
export function greedy(election: Election, { utility, ties, seats = null }: GreedyOptions): Count<GreedyRound> {
  return fillGreedily(election, utility, { money: moneyOf(election, seats), places: tieOrder(election, ties), taken: [], rounds: 0 })
}

/** Where the greedy rule begins: with the money that is left, after so many rounds in which others were taken. */
type Start = { money: bigint; places: readonly number[]; taken: readonly number[]; rounds: number }

/** Takes what fits into the money that is left, of all that was not taken before. */
export function fillGreedily(election: Election, utility: Utility, { money, places, taken, rounds: before }: Start): Count<GreedyRound> {
  const { options, moneyUnit } = election
  const support = supporters(election)
  const totals = utilityTotals(election, utility, support)
  const cost = (option: number): bigint => options[option]?.cost ?? 0n
  /** Above 0 where the second has more utility for its cost. */
  const density = (a: number, b: number): number => {
    if (!cost(a) || !cost(b)) return Number(cost(a) !== 0n) - Number(cost(b) !== 0n)
    const [one, other] = [(totals[a] ?? 0n) * cost(b), (totals[b] ?? 0n) * cost(a)]
    return Number(other > one) - Number(one > other)
  }
  const queue = [...options.keys()]
    .filter((option) => support[option] && !taken.includes(option))
    .sort((a, b) => density(a, b) || (places[a] ?? 0) - (places[b] ?? 0))
  let left = money
  const rounds: GreedyRound[] = []
  const tied: Tie[] = []
  let passedOver: GreedyRound['passedOver'] = []
  for (const [at, option] of queue.entries()) {
    if (cost(option) > left) {
      passedOver.push({ option: idOf(election, option), cost: costOf(election, option) })
      continue
    }
    const equal = queue.slice(at).filter((other) => density(option, other) === 0 && cost(other) <= left)
    left -= cost(option)
    rounds.push({
      step: 'greedy',
      option: idOf(election, option),
      cost: costOf(election, option),
      supporters: support[option] ?? 0,
      utility: inFileUnit(totals[option] ?? 0n, utilityUnit(election, utility)),
      perMoney: cost(option) ? perMoney(totals[option] ?? 0n, cost(option), election, utility) : null,
      left: inFileUnit(left, moneyUnit),
      passedOver,
    })
    passedOver = []
    if (equal.length > 1 && cost(option))
      tied.push({ round: before + rounds.length, tied: equal.map((one) => idOf(election, one)), first: [idOf(election, option)] })
  }
  return { winners: rounds.map(({ option }) => option), ties: tied, rounds }
}

function utilityTotals(election: Election, utility: Utility, support: readonly number[]): bigint[] {
  if (utility === 'cardinality') return support.map(BigInt)
  if (utility === 'cost') return election.options.map(({ cost }, option) => cost * BigInt(support[option] ?? 0))
  if (election.form === 'ranking') throw new CannotCount('Rankings give no points: count by cost or cardinality.')
  return pointTotals(election).map((points) => BigInt(Math.max(0, points)))
}

const utilityUnit = (election: Election, utility: Utility): bigint =>
  utility === 'cost' ? election.moneyUnit : utility === 'points' ? BigInt(election.pointUnit) : 1n

function perMoney(total: bigint, cost: bigint, election: Election, utility: Utility): number {
  return (Number(total) / Number(utilityUnit(election, utility))) * (Number(election.moneyUnit) / Number(cost))
}
