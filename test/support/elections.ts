import type { Ballot, Election } from '../../src/methods/counting/election.ts'

/** An election under a budget, its options `a`, `b`, `c` … by their costs; each ballot is the letters it approves. */
export function approvals(costs: readonly number[], budget: number | null, ballots: readonly string[]): Election {
  return {
    options: costs.map((cost, index) => ({ id: letter(index), name: `Option ${letter(index)}`, cost: BigInt(cost) })),
    ballots: ballots.map((text) => approving([...text].map((one) => one.charCodeAt(0) - 97))),
    form: 'approval',
    budget: budget === null ? null : BigInt(budget),
    moneyUnit: 1n,
    pointUnit: 1,
    seats: null,
    idOrder: 'code-point',
  }
}

export function approving(options: readonly number[], weight = 1): Ballot {
  return { weight, ranks: options.length ? [options] : [], points: null, columns: {} }
}

/** The same with points: each ballot gives every option its points, 0 for none. */
export function scores(costs: readonly number[], budget: number | null, ballots: readonly (readonly number[])[]): Election {
  return {
    ...approvals(costs, budget, []),
    form: 'score',
    ballots: ballots.map((points) => ({ weight: 1, ranks: [points.map((_, option) => option)], points, columns: {} })),
  }
}

const letter = (index: number): string => String.fromCharCode(97 + index)
