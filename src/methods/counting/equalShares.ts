import type { Count, Election, Tie } from './election.ts'
import { type Fraction, written } from './fractions.ts'
import { fillGreedily, type GreedyRound } from './greedy.ts'
import { idOf, moneyOf } from './money.ts'
import { type Profile, profileOf, type Utility } from './profile.ts'
import { type Raise, raisedShare, stepsToRaise } from './raiseShares.ts'
import { type FreeRound, freeRound, type SharesRound, sharesRound } from './sharesRound.ts'
import { type SharesInput, SharesRun } from './sharesRun.ts'
import { type TieRule, tieOrder } from './tieOrder.ts'

/**
 * What is done with money that the shares leave over: nothing; the greedy rule takes what fits (`u`); the shares are raised
 * step by step (`add1`); or the one after the other (`add1u`, which equalshares.net recommends).
 */
export type Completion = 'none' | 'u' | 'add1' | 'add1u'

/** How to count by Equal Shares; `seats` where the file has no budget. */
export type SharesOptions = { utility: Utility; completion: Completion; ties: TieRule; seats?: number | null }

/** The outcome, and the share that each voter had for it in the end: exactly, in the file's money, after how many steps of which size. */
export type SharesCount = Count<SharesRound | FreeRound | GreedyRound> & { share: string; raised: { steps: number; by: string } | null }

/**
 * The Method of Equal Shares (Peters & Skowron, "Proportionality and the Limits of Welfarism", EC 2020; Peters, Pierczyński &
 * Skowron, "Proportional Participatory Budgeting with Additive Utilities", NeurIPS 2021): the money is shared equally among all
 * who voted, with an empty ballot too, and an option is bought when its supporters can pay for it together, first the one that
 * costs them the least for what they get. All decisions are exact. What costs nothing and has support comes first; what nobody
 * supports is never bought. Every comparison of two options is by exact numbers, and those that are equal by the order of ties.
 */
export function equalShares(election: Election, { utility, completion, ties, seats = null }: SharesOptions): SharesCount {
  const money = moneyOf(election, seats)
  const profile = profileOf(election, utility)
  if (!profile.voters) return { winners: [], ties: [], rounds: [], share: '0', raised: null }
  const input = inputOf(election, profile, utility, ties)
  const raise = { money, step: stepOf(election, money, profile) }
  const raising = completion === 'add1' || completion === 'add1u'
  const steps = raising ? stepsToRaise(input, raise) : 0
  const bought = buy(election, input, raise, steps, utility)
  const count = completion === 'u' || completion === 'add1u' ? completed(election, utility, money, input, bought) : bought
  const inFile = ({ numerator, denominator }: Fraction): string => written({ numerator, denominator: denominator * election.moneyUnit })
  return { ...count, share: inFile(raisedShare(input, raise, steps)), raised: raising ? { steps, by: inFile(raise.step) } : null }
}

function inputOf(election: Election, profile: Profile, utility: Utility, ties: TieRule): SharesInput {
  const costs = election.options.map(({ cost }) => cost)
  return { profile, costs, scales: utility === 'cost' ? costs : costs.map(() => 1n), places: tieOrder(election, ties) }
}

/**
 * One unit of money is the step of the published rule. Where a voter's whole share is less than that, as with seats, it would
 * overshoot at once; there the step is a hundredth of the share (METHODS §2.2).
 */
function stepOf({ budget, moneyUnit }: Election, money: bigint, { voters }: Profile): Fraction {
  const count = BigInt(voters)
  if (budget !== null && money >= moneyUnit * count) return { numerator: moneyUnit, denominator: 1n }
  return { numerator: money, denominator: 100n * count }
}

const NEXT_TOLD = 3

function buy(election: Election, input: SharesInput, raise: Raise, steps: number, utility: Utility): Count<SharesRound | FreeRound> {
  const { costs, profile, places } = input
  const free = [...costs.keys()]
    .filter((option) => !costs[option] && profile.columns[option]?.classes.length)
    .sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0))
  const rounds: (SharesRound | FreeRound)[] = free.map((option) => freeRound(election, profile, option))
  const ties: Tie[] = []
  const share = raisedShare(input, raise, steps)
  const run = new SharesRun(input, share, NEXT_TOLD)
  for (;;) {
    const before = run.purses.balances.slice()
    const purchase = run.buyNext()
    if (!purchase) break
    rounds.push(sharesRound({ election, profile, utility, share, before, run, purchase }))
    const tied = purchase.tied.map((option) => idOf(election, option))
    if (tied.length > 1) ties.push({ round: rounds.length, tied, first: tied.slice(0, 1) })
  }
  return { winners: rounds.map(({ option }) => option), ties, rounds }
}

function completed(
  election: Election,
  utility: Utility,
  money: bigint,
  { places }: SharesInput,
  bought: Count<SharesRound | FreeRound>,
): Count<SharesRound | FreeRound | GreedyRound> {
  const taken = [...election.options.keys()].filter((option) => bought.winners.includes(idOf(election, option)))
  const spent = taken.reduce((sum, option) => sum + (election.options[option]?.cost ?? 0n), 0n)
  const added = fillGreedily(election, utility, { money: money - spent, places, taken, rounds: bought.rounds.length })
  return {
    winners: [...bought.winners, ...added.winners],
    ties: [...bought.ties, ...added.ties],
    rounds: [...bought.rounds, ...added.rounds],
  }
}
