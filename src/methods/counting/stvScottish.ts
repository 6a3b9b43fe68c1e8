import { fixedPoint } from './decimals.ts'
import type { Count, Election, Tie } from './election.ts'
import { idOf, idsOf } from './money.ts'
import { type Rankings, strictRankings } from './rankings.ts'
import { byId, firstOf, type Lots, type RoundTie, type Standing } from './stv.ts'

/** A vote in the smallest parts that the Order knows: five decimal places. */
const PLACES = 5
const ONE = 10 ** PLACES

/** Papers that moved together: how many votes each was worth before and is now, and of how many voters. */
type Parcel = { received: string; value: string; papers: number }

/** A stage of the count, as rules 45 to 52 go through it; votes have five decimal places. */
export type ScottishRound = {
  round: number
  step: 'first-preferences' | 'surplus' | 'exclusion'
  /** Whose papers were transferred. */
  option: string | null
  /** What was above the quota. */
  surplus: string | null
  parcels: Parcel[]
  /** What each continuing option gained. */
  gained: Readonly<Record<string, string>>
  /** What each option that is not excluded has at the end of the stage. */
  votes: Readonly<Record<string, string>>
  quota: string
  /** Votes on papers that name nobody further, up to this stage. */
  nonTransferable: string
  /** What was lost because transfer values are cut off after five places, up to this stage. */
  lostByRounding: string
  /** Who reached the quota in this stage, the most votes first. */
  elected: string[]
  /** Who was elected without it, since no more continued than seats were left (rule 52). */
  filled: string[]
  excluded: string | null
  tie: RoundTie | null
}

/** The state of a count: votes in parts, the papers that each option holds, and where each paper stands. */
class Stages {
  readonly votes: Float64Array
  readonly standing: Standing[]
  readonly winners: number[] = []
  readonly ended: Float64Array[] = []
  nonTransferable = 0
  private readonly papers: number[][]
  private readonly value: Float64Array
  private readonly at: Uint32Array
  private readonly rankings: Rankings

  constructor(rankings: Rankings, options: number) {
    this.rankings = rankings
    this.votes = new Float64Array(options)
    this.standing = new Array<Standing>(options).fill('continuing')
    this.papers = Array.from({ length: options }, () => [])
    this.value = new Float64Array(rankings.weights.length).fill(ONE)
    this.at = rankings.starts.slice(0, -1)
    for (let paper = 0; paper < this.at.length; paper += 1) this.give(paper)
  }

  continuing(): number[] {
    return [...this.standing.keys()].filter((option) => this.standing[option] === 'continuing')
  }

  /** Passes all papers of an option on, each at the value that `worth` makes of the one it had. */
  transfer(option: number, worth: (received: number) => number): Parcel[] {
    const moved = this.papers[option] as number[]
    this.papers[option] = []
    const parcels = new Map<number, { value: number; papers: number }>()
    for (const paper of moved) {
      const received = this.value[paper] as number
      let parcel = parcels.get(received)
      if (!parcel) {
        parcel = { value: worth(received), papers: 0 }
        parcels.set(received, parcel)
      }
      parcel.papers += this.rankings.weights[paper] as number
      this.value[paper] = parcel.value
      this.at[paper] = (this.at[paper] as number) + 1
      this.give(paper)
    }
    return [...parcels]
      .sort(([a], [b]) => b - a)
      .map(([received, { value, papers }]) => ({ received: fixedPoint(received, PLACES), value: fixedPoint(value, PLACES), papers }))
  }

  /** Gives a paper to the next option on it that continues. */
  private give(paper: number): void {
    const { starts, options, weights } = this.rankings
    const end = starts[paper + 1] as number
    let at = this.at[paper] as number
    while (at < end && this.standing[options[at] as number] !== 'continuing') at += 1
    this.at[paper] = at
    const worth = (weights[paper] as number) * (this.value[paper] as number)
    if (at === end) this.nonTransferable += worth
    else {
      const option = options[at] as number
      this.papers[option]?.push(paper)
      this.votes[option] = (this.votes[option] as number) + worth
    }
  }
}

/**
 * Of options that are equal now, the one that was ahead (or behind, for an exclusion) at the end of the latest earlier
 * stage that tells them apart (rules 49(2) and 51(2)); where none does, lots decide.
 */
function choose(
  stages: Stages,
  tied: readonly number[],
  direction: 1 | -1,
  places: readonly number[],
): { option: number; by: RoundTie['by'] } {
  let left = tied
  for (const votes of stages.ended.toReversed()) {
    if (left.length === 1) break
    const best = Math.max(...left.map((option) => direction * (votes[option] as number)))
    left = left.filter((option) => direction * (votes[option] as number) === best)
  }
  return { option: firstOf(left, places), by: left.length === 1 ? 'earlier-round' : 'order' }
}

/**
 * The single transferable vote by the Scottish Local Government Elections Order 2007 (SSI 2007/42, rules 45 to 52):
 * weighted inclusive Gregory transfers, values cut off after five decimal places.
 */
export function countStvScottish(election: Election, seats: number, lots: Lots): Count<ScottishRound> {
  const { options } = election
  const rankings = strictRankings(election)
  if (!rankings.votes) return { winners: [], ties: [], rounds: [] }
  const stages = new Stages(rankings, options.length)
  const { votes, standing, winners } = stages
  const quota = (Math.floor(rankings.votes / (seats + 1)) + 1) * ONE
  const rounds: ScottishRound[] = []
  const ties: Tie[] = []
  const withSurplus = new Set<number>()

  const pick = (of: readonly number[], direction: 1 | -1): { option: number; tie: RoundTie | null } => {
    const best = Math.max(...of.map((option) => direction * (votes[option] as number)))
    const tied = of.filter((option) => direction * (votes[option] as number) === best)
    if (tied.length === 1) return { option: tied[0] as number, tie: null }
    const { option, by } = choose(stages, tied, direction, direction > 0 ? lots.taken : lots.excluded)
    ties.push({ round: rounds.length + 1, tied: idsOf(election, tied), first: [idOf(election, option)] })
    return { option, tie: { tied: idsOf(election, tied), chosen: idOf(election, option), by } }
  }

  const elect = (option: number): void => {
    standing[option] = 'elected'
    winners.push(option)
    if ((votes[option] as number) > quota) withSurplus.add(option)
  }

  /** Ends a stage: elects who reached the quota, fills the last seats, and writes down how everyone stands. */
  const end = (before: Float64Array, stage: Pick<ScottishRound, 'step'> & Partial<ScottishRound>): void => {
    const left = stages.continuing()
    const reached = left
      .filter((option) => (votes[option] as number) >= quota)
      // Equal ones in the order in which Droop lists them; nothing depends on it.
      .sort((a, b) => (votes[b] as number) - (votes[a] as number) || b - a)
    const fills = left.length <= seats - winners.length
    const filled = fills ? left.filter((option) => !reached.includes(option)) : []
    // An exclusion that leaves as many as seats elects them all at once by rule 52, whoever has the quota.
    for (const option of fills && stage.step === 'exclusion' ? left : [...reached, ...filled]) elect(option)
    const present = [...standing.keys()].filter((option) => standing[option] !== 'excluded')
    const sum = votes.reduce((total, held) => total + held, 0)
    rounds.push({
      round: rounds.length + 1,
      option: null,
      surplus: null,
      parcels: [],
      excluded: null,
      tie: null,
      ...stage,
      gained: byId(
        election,
        present.filter((option) => (votes[option] as number) > (before[option] as number)),
        (option) => fixedPoint((votes[option] as number) - (before[option] as number), PLACES),
      ),
      votes: byId(election, present, (option) => fixedPoint(votes[option] as number, PLACES)),
      quota: fixedPoint(quota, PLACES),
      nonTransferable: fixedPoint(stages.nonTransferable, PLACES),
      lostByRounding: fixedPoint(rankings.votes * ONE - sum - stages.nonTransferable, PLACES),
      elected: idsOf(election, reached),
      filled: idsOf(election, filled),
    })
    stages.ended.push(votes.slice())
  }

  end(votes.slice(), { step: 'first-preferences' })
  while (winners.length < Math.min(seats, options.length)) {
    const before = votes.slice()
    if (withSurplus.size) {
      const { option, tie } = pick([...withSurplus], 1)
      withSurplus.delete(option)
      const held = votes[option] as number
      const surplus = held - quota
      // The product is beyond what a double holds exactly.
      const cut = (received: number): number => Number((BigInt(received) * BigInt(surplus)) / BigInt(held))
      const parcels = stages.transfer(option, cut)
      votes[option] = quota
      end(before, { step: 'surplus', option: idOf(election, option), surplus: fixedPoint(surplus, PLACES), parcels, tie })
    } else {
      const { option, tie } = pick(stages.continuing(), -1)
      standing[option] = 'excluded'
      votes[option] = 0
      const parcels = stages.transfer(option, (received) => received)
      end(before, { step: 'exclusion', option: idOf(election, option), excluded: idOf(election, option), parcels, tie })
    }
  }
  return { winners: idsOf(election, winners), ties, rounds }
}
