import type { Election } from '../../src/methods/counting/election.ts'

const ONE = 1_000_000_000n
const up = (product: bigint, divisor: bigint): bigint => (product + divisor - 1n) / divisor

/**
 * The reference Meek rule of the Proportional Representation Foundation as its text reads, ballot by ballot and without any
 * haste: what the votes were at the end of each round, and who was elected. For strict rankings.
 */
export function plainMeek({ options, ballots }: Election, seats: number): { winners: number[]; votes: string[][] } {
  const state = options.map(() => 'hopeful')
  const keep = options.map(() => ONE)
  const those = (wanted: string): number[] => [...options.keys()].filter((option) => state[option] === wanted)
  const winners: number[] = []
  const votesAfter: string[][] = []
  while (winners.length < seats && winners.length + those('hopeful').length > seats) {
    let last: bigint | null = null
    for (;;) {
      const votes = options.map(() => 0n)
      for (const { ranks, weight } of ballots) {
        let left = ONE
        for (const [option = 0] of ranks) {
          const kept = up(left * (keep[option] as bigint), ONE)
          votes[option] = (votes[option] as bigint) + kept * BigInt(weight)
          left -= kept
          if (left <= 0n) break
        }
      }
      const quota = votes.reduce((sum, vote) => sum + vote, 0n) / BigInt(seats + 1) + 1n
      const elected = those('hopeful').filter((option) => (votes[option] as bigint) >= quota)
      for (const option of elected) state[option] = 'elected'
      winners.push(...elected)
      let surplus = those('elected').reduce((sum, option) => sum + (votes[option] as bigint) - quota, 0n)
      if (surplus < 0n) surplus = 0n
      if (elected.length || surplus < ONE / 1_000_000n || (last !== null && surplus >= last)) {
        votesAfter.push(votes.map(String))
        if (elected.length) break
        const hopeful = those('hopeful')
        let low = votes[hopeful[0] as number] as bigint
        for (const option of hopeful) if ((votes[option] as bigint) < low) low = votes[option] as bigint
        const out = hopeful.find((option) => (votes[option] as bigint) <= low + surplus) as number
        state[out] = 'defeated'
        keep[out] = 0n
        break
      }
      last = surplus
      for (const option of those('elected')) keep[option] = up(up((keep[option] as bigint) * quota, ONE) * ONE, votes[option] as bigint)
    }
  }
  return { winners: [...winners, ...(winners.length < seats ? those('hopeful') : [])], votes: votesAfter }
}
