import type { Ballot } from './election.ts'

const noColumns: Ballot['columns'] = Object.freeze({})

/** At most so many candidates are read: the tables of pairs would not fit otherwise. */
export const MOST_CANDIDATES = 10_000

/**
 * Ballots as they are read. Equal ones are put together at once, and a rank that holds one option is the same array in every
 * ballot: files have very many ballots, and most of them say what another one has said.
 */
export class RankedBallots {
  readonly ballots: Ballot[] = []
  private readonly alone: readonly (readonly number[])[]
  /** The hash of each ballot, and a table of places in `ballots`, counted from 1. */
  private readonly hashes: number[] = []
  private slots = new Int32Array(1024)

  constructor(options: number) {
    this.alone = Array.from({ length: options }, (_, option) => [option])
  }

  /** Adds a ballot of these options, from the most preferred; `~option` stands for one that is equal to the one before it. */
  add(said: readonly number[], weight: number): void {
    if (this.ballots.length * 2 >= this.slots.length) this.grow()
    const hash = hashOf(said)
    const mask = this.slots.length - 1
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const index = (this.slots[slot] as number) - 1
      const known = this.ballots[index]
      if (!known) {
        this.slots[slot] = this.ballots.push({ weight, ranks: this.ranksOf(said), points: null, columns: noColumns })
        this.hashes.push(hash)
        return
      }
      if (this.hashes[index] === hash && says(known, said)) {
        known.weight += weight
        return
      }
    }
  }

  private ranksOf(said: readonly number[]): readonly (readonly number[])[] {
    const ranks: (readonly number[])[] = []
    for (const option of said) {
      if (option >= 0) ranks.push(this.alone[option] as readonly number[])
      else ranks.push([...(ranks.pop() ?? []), ~option])
    }
    return ranks
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2)
    const mask = this.slots.length - 1
    for (const [index, hash] of this.hashes.entries()) {
      let slot = hash & mask
      while (this.slots[slot]) slot = (slot + 1) & mask
      this.slots[slot] = index + 1
    }
  }
}

/** FNV-1a, by options instead of bytes. */
function hashOf(said: readonly number[]): number {
  let hash = 0x811c9dc5
  for (const option of said) hash = Math.imul(hash ^ option, 0x01000193)
  return hash ^ (hash >>> 15)
}

function says({ ranks }: Ballot, said: readonly number[]): boolean {
  let at = 0
  for (const rank of ranks)
    for (let place = 0; place < rank.length; place += 1) {
      const option = rank[place] as number
      if (said[at] !== (place ? ~option : option)) return false
      at += 1
    }
  return at === said.length
}
