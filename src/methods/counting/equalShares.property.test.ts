import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryElections, hugeCosts } from '../../../test/support/arbitraryElections.ts'
import { plainEqualShares, utilities } from '../../../test/support/plainEqualShares.ts'
import type { Election } from './election.ts'
import { type Completion, equalShares } from './equalShares.ts'
import { weighChambersEqually } from './parity.ts'
import type { Utility } from './profile.ts'

const utility = fc.constantFrom<Utility>('cost', 'cardinality', 'points')
const completion = fc.constantFrom<Completion>('none', 'u', 'add1', 'add1u')
const ties = { rule: 'id' } as const
const runs = { numRuns: 1000, seed: 5 }

const voters = ({ ballots }: Election): number => ballots.reduce((sum, { weight }) => sum + weight, 0)
/** JSON is compared, not objects, since a thousand deep comparisons by the test library take long. */
const same = (a: unknown, b: unknown): void => {
  if (JSON.stringify(a) !== JSON.stringify(b)) expect(a).toEqual(b)
}

describe('Equal Shares', () => {
  it.each([
    ['small elections full of ties', arbitraryElections()],
    ['costs that doubles can’t tell apart', arbitraryElections({ ...hugeCosts, weights: 1000 }).map(lighter)],
  ])('with doubles as a filter decides as by fractions of big integers alone: %s', (_, elections) => {
    fc.assert(
      fc.property(elections, utility, (election, by) => {
        fc.pre(voters(election) > 0)
        const count = equalShares(election, { utility: by, completion: 'none', ties })
        const plain = plainEqualShares(election, by, [election.budget ?? 0n, BigInt(voters(election))])
        same([count.winners, count.ties.map(({ tied }) => tied)], [plain.winners, plain.ties])
      }),
      runs,
    )
  })

  it('with raised shares stops where going step by step stops', () => {
    fc.assert(
      fc.property(
        arbitraryElections({ costs: fc.integer({ min: 1, max: 60 }), budget: fc.integer({ min: 6, max: 120 }) }),
        utility,
        (election, by) => {
          fc.pre(voters(election) > 0)
          const { winners, raised } = equalShares(election, { utility: by, completion: 'add1', ties })
          const plain = stepByStep(election, by)
          same([winners, raised?.steps], [plain.winners, plain.steps])
        },
      ),
      runs,
    )
  })

  it('does not depend on the order of ballots or on how equal ones are grouped, nor on the names', () => {
    fc.assert(
      fc.property(
        arbitraryElections(),
        utility,
        completion,
        fc.infiniteStream(fc.integer({ min: 0, max: 1000 })),
        (election, by, rest, dice) => {
          const count = equalShares(election, { utility: by, completion: rest, ties })
          const single = election.ballots.flatMap((ballot) => new Array(ballot.weight).fill({ ...ballot, weight: 1 }))
          same(equalShares({ ...election, ballots: shuffled(single, dice) }, { utility: by, completion: rest, ties }), count)
        },
      ),
      runs,
    )
  })

  it('treats options alike, in whatever order they are listed', () => {
    fc.assert(
      fc.property(
        arbitraryElections(),
        utility,
        completion,
        fc.infiniteStream(fc.integer({ min: 0, max: 1000 })),
        (election, by, rest, dice) => {
          const order = shuffled([...election.options.keys()], dice)
          const listed: Election = {
            ...election,
            options: order.flatMap((option) => election.options[option] ?? []),
            ballots: election.ballots.map((ballot) => ({
              ...ballot,
              ranks: ballot.ranks.map((rank) => rank.map((option) => order.indexOf(option))),
            })),
          }
          same(equalShares(listed, { utility: by, completion: rest, ties }), equalShares(election, { utility: by, completion: rest, ties }))
        },
      ),
      runs,
    )
  })

  it('with parity counts as if every ballot were copied', () => {
    fc.assert(
      fc.property(
        arbitraryElections(),
        utility,
        completion,
        fc.infiniteStream(fc.integer({ min: 0, max: 2 })),
        (election, by, rest, dice) => {
          const inChambers = {
            ...election,
            ballots: election.ballots.map((ballot) => ({ ...ballot, columns: { chamber: dice.next().value === 0 ? 'gov' : 'cso' } })),
          }
          const { election: weighed, chambers } = weighChambersEqually(inChambers, 'chamber', ['gov', 'cso'])
          const copies = new Map(chambers.map(({ value, copies }) => [value, copies]))
          const clones = inChambers.ballots.flatMap((ballot) =>
            new Array(ballot.weight * (copies.get(ballot.columns.chamber) ?? 0)).fill({ ...ballot, weight: 1 }),
          )
          const weights = chambers.map(({ weight, copies }) => weight * copies)
          if (weights[0] && weights[1]) expect(weights[0]).toBe(weights[1])
          same(
            equalShares(weighed, { utility: by, completion: rest, ties }),
            equalShares({ ...inChambers, ballots: clones }, { utility: by, completion: rest, ties }),
          )
        },
      ),
      runs,
    )
  })

  it('gives every group what it can pay for, up to one option (EJR up to one, Peters, Pierczyński & Skowron 2021, theorem 1)', () => {
    fc.assert(
      fc.property(
        arbitraryElections({ costs: fc.integer({ min: 1, max: 6 }) }),
        fc.constantFrom<Utility>('cost', 'cardinality'),
        (election, by) => {
          fc.pre(voters(election) > 0)
          const { winners } = equalShares(election, { utility: by, completion: 'none', ties })
          expect(shortChanged(election, by, winners, 'up to one')).toBeNull()
        },
      ),
      runs,
    )
  })

  it('with seats gives extended justified representation (Peters & Skowron 2020)', () => {
    fc.assert(
      fc.property(arbitraryElections({ costs: fc.constant(1), budget: fc.integer({ min: 1, max: 5 }) }), (election) => {
        fc.pre(voters(election) > 0)
        const { winners } = equalShares(
          { ...election, budget: null },
          { utility: 'cardinality', completion: 'none', ties, seats: Number(election.budget) },
        )
        expect(shortChanged(election, 'cardinality', winners, 'exactly')).toBeNull()
      }),
      runs,
    )
  })
})

/** Big weights as they are, except that plain counting goes voter by voter. */
function lighter(election: Election): Election {
  return { ...election, ballots: election.ballots.map((ballot) => ({ ...ballot, weight: (ballot.weight % 5) + 1 })) }
}

function stepByStep(election: Election, by: Utility): { winners: string[]; steps: number } {
  const count = BigInt(voters(election))
  const money = election.budget ?? 0n
  const supported = utilities(election, 'cardinality')
  const [unit, parts] = money >= count ? [count, 1n] : [money, 100n]
  let before = plainEqualShares(election, by, [money, count])
  for (let steps = 0; ; steps++) {
    const outcome = plainEqualShares(election, by, [money * parts + BigInt(steps) * unit, count * parts])
    if (outcome.spent > money) return { winners: before.winners, steps: steps - 1 }
    const fits = election.options.some(
      ({ id, cost }, option) =>
        cost > 0n && cost <= money - outcome.spent && !outcome.winners.includes(id) && supported.some((row) => row[option]),
    )
    if (!fits) return { winners: outcome.winners, steps }
    before = outcome
  }
}

/** A group that could pay for some options with its part of the money, all of whom want them all, and none of whom got as much. */
function shortChanged(election: Election, by: Utility, winners: readonly string[], how: 'exactly' | 'up to one'): string[] | null {
  const { options, budget } = election
  const wants = utilities(election, 'cardinality')
  const worth = utilities(election, by)
  for (let set = 1; set < 2 ** options.length; set++) {
    const wanted = [...options.keys()].filter((option) => set & (2 ** option))
    const cost = wanted.reduce((sum, option) => sum + (options[option]?.cost ?? 0n), 0n)
    const group = worth.filter((row, voter) => {
      if (!wanted.every((option) => wants[voter]?.[option])) return false
      const got = options.reduce((sum, { id }, option) => (winners.includes(id) ? sum + (row[option] ?? 0n) : sum), 0n)
      const other = options.reduce(
        (most, { id }, option) => (!winners.includes(id) && (row[option] ?? 0n) > most ? (row[option] ?? 0n) : most),
        0n,
      )
      const due = wanted.reduce((sum, option) => sum + (row[option] ?? 0n), 0n)
      return got < due && (how === 'exactly' || got + other <= due)
    })
    if (group.length && BigInt(group.length) * (budget ?? 0n) >= cost * BigInt(worth.length))
      return wanted.map((option) => options[option]?.id ?? '')
  }
  return null
}

function shuffled<T>(list: readonly T[], dice: Iterator<number>): T[] {
  return list
    .map((item) => ({ item, by: dice.next().value as number }))
    .sort((a, b) => a.by - b.by)
    .map(({ item }) => item)
}
