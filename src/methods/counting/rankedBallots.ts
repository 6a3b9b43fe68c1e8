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
  /** A hash table of places in `ballots`, counted from 1. */
  private slots = new Int32Array(1024)

  constructor(options: number) {
    this.alone = Array.from({ length: options }, (_, option) => [option])
  }

  /** Adds a ballot of these options, from the most preferred; `~option` stands for one that is equal to the one before it. */
  add(said: readonly number[], weight: number): void {
    if (this.ballots.length * 2 >= this.slots.length) this.grow()
    const slot = this.slotOf(said)
    const known = this.ballots[(this.slots[slot] as number) - 1]
    if (known) known.weight += weight
    else this.slots[slot] = this.ballots.push({ weight, ranks: this.ranksOf(said), points: null, columns: noColumns })
  }

  private ranksOf(said: readonly number[]): readonly (readonly number[])[] {
    const ranks: (readonly number[])[] = []
    for (const option of said) {
      if (option >= 0) ranks.push(this.alone[option] as readonly number[])
      else ranks.push([...(ranks.pop() ?? []), ~option])
    }
    return ranks
  }

  private slotOf(said: readonly number[]): number {
    let hash = 17
    for (const option of said) hash = (Math.imul(hash, 31) + option) | 0
    const mask = this.slots.length - 1
    let slot = (hash ^ (hash >>> 15)) & mask
    for (let place = this.slots[slot]; place && !says(this.ballots[place - 1] as Ballot, said); place = this.slots[slot]) slot = (slot + 1) & mask
    return slot
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2)
    for (const [index, { ranks }] of this.ballots.entries()) this.slots[this.slotOf(saidBy(ranks))] = index + 1
  }
}

const saidBy = (ranks: Ballot['ranks']): number[] => ranks.flatMap((rank) => rank.map((option, place) => (place ? ~option : option)))

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
