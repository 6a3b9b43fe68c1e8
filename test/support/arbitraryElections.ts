import fc from 'fast-check'
import type { Ballot, Election } from '../../src/methods/counting/election.ts'

/** Small elections in which much is equal: approvals or points, empty ballots, weights, options that cost nothing or too much. */
export function arbitraryElections({
  costs = fc.integer({ min: 0, max: 6 }),
  budget = fc.integer({ min: 0, max: 12 }),
  weights = 3,
} = {}): fc.Arbitrary<Election> {
  const most = 5
  return fc
    .record({
      form: fc.constantFrom('approval' as const, 'score' as const),
      costs: fc.array(costs, { minLength: 1, maxLength: most }),
      budget,
      ballots: fc.array(
        fc.record({
          weight: fc.integer({ min: 1, max: weights }),
          options: fc.shuffledSubarray(Array.from({ length: most }, (_, option) => option)),
          points: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: most, maxLength: most }),
        }),
        { maxLength: 6 },
      ),
    })
    .map(({ form, costs, budget, ballots }) => ({
      options: costs.map((cost, option) => ({ id: `p${option}`, name: `p${option}`, cost: BigInt(cost) })),
      ballots: ballots.map(({ weight, options, points }): Ballot => {
        const named = options.filter((option) => option < costs.length)
        return {
          weight,
          ranks: named.length ? [named] : [],
          points: form === 'score' ? named.map((option) => points[option] ?? 0) : null,
          columns: {},
        }
      }),
      form,
      budget: BigInt(budget),
      moneyUnit: 1n,
      pointUnit: 1,
      seats: null,
      idOrder: 'code-point',
    }))
}

/** Costs that are nearly equal and far too large for doubles to tell their quotients apart. */
export const hugeCosts = {
  costs: fc.constantFrom(10 ** 15, 10 ** 15 + 1, 10 ** 15 - 1, 3 * 10 ** 15 + 1, 2),
  budget: fc.constantFrom(4 * 10 ** 15, 4 * 10 ** 15 + 1, 8 * 10 ** 15 - 1),
}
