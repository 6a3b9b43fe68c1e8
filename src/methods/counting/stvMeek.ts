import { BallotTree, type FlatTree } from './ballotTree.ts'
import { fixedPoint } from './decimals.ts'
import type { Count, Election, Tie } from './election.ts'
import { idOf, idsOf } from './money.ts'
import { strictRankings } from './rankings.ts'
import { byId, firstOf, type Lots, type RoundTie, type Standing } from './stv.ts'

const PLACES = 9
const ONE = 10 ** PLACES
const ONE_EXACTLY = BigInt(ONE)
/** A total surplus below this ends the iterations of a round: a millionth of a vote. */
const OMEGA = 1000n

/** A round of the reference rule: iterations until someone is elected or the surplus is as good as none; nine decimals. */
export type MeekRound = {
  step: 'iterations'
  round: number
  iterations: number
  /** What ended them; a round without any only fills the seats that are left. */
  ended: 'elected' | 'surplus-below-omega' | 'surplus-no-longer-falls' | 'no-iteration'
  /** What each option that is not excluded kept in the last iteration. */
  votes: Readonly<Record<string, string>>
  /** The part of each paper that reaches them which the elected options kept in the last iteration. */
  keepFactors: Readonly<Record<string, string>>
  quota: string
  surplus: string
  /** What is left of papers that name nobody further. */
  nonTransferable: string
  elected: string[]
  /** Who was elected without the quota, since no more continued than seats were left (step C). */
  filled: string[]
  excluded: string | null
  tie: RoundTie | null
}

const up = (product: bigint, divisor: bigint): bigint => (product + divisor - 1n) / divisor

/** weight × factor, both in parts of ONE, rounded up. Doubles give the quotient, 32-bit integers tell how far it is off. */
function kept(weight: number, factor: number): number {
  const near = Math.ceil((weight * factor) / ONE)
  const over = (Math.imul(near, ONE) - Math.imul(weight, factor)) | 0
  if (over < 0) return near + 1
  return over >= ONE ? near - 1 : near
}

/** Step B.2.a: what each option keeps of all papers, in parts of ONE. */
function distribute(tree: FlatTree, factors: readonly number[]): bigint[] {
  const arrives = new Float64Array(tree.parents.length)
  // In two halves, since the sums go beyond what a double holds exactly.
  const high = new Float64Array(factors.length)
  const low = new Float64Array(factors.length)
  const credit = (option: number, part: number, papers: number): void => {
    high[option] = (high[option] as number) + papers * (part >>> 15)
    low[option] = (low[option] as number) + papers * (part & 0x7fff)
  }
  arrives[0] = ONE
  for (let at = 1; at < arrives.length; at += 1) {
    const weight = arrives[tree.parents[at] as number] as number
    if (weight <= 0) continue
    const option = tree.options[at] as number
    const part = kept(weight, factors[option] as number)
    credit(option, part, tree.papers[at] as number)
    arrives[at] = weight - part
  }
  for (let at = 0; at < tree.stayAt.length; at += 1) {
    const weight = arrives[tree.stayAt[at] as number] as number
    if (weight > 0) credit(tree.stayWith[at] as number, weight, tree.stayPapers[at] as number)
  }
  return factors.map((_, option) => BigInt(high[option] as number) * 32_768n + BigInt(low[option] as number))
}

/**
 * The single transferable vote by Meek's method, as the Proportional Representation Foundation's reference rule counts it:
 * nine decimals, whole numbers of a billionth throughout. The letters are the steps of that rule.
 */
export function countStvMeek(election: Election, seats: number, lots: Lots): Count<MeekRound> {
  const { options } = election
  const rankings = strictRankings(election)
  if (!rankings.votes) return { winners: [], ties: [], rounds: [] }
  const standing = new Array<Standing>(options.length).fill('continuing')
  const tree = new BallotTree(rankings, standing)
  const factors = options.map(() => ONE)
  const all = BigInt(rankings.votes) * ONE_EXACTLY
  const winners: number[] = []
  const rounds: MeekRound[] = []
  const ties: Tie[] = []
  const those = (wanted: Standing): number[] => [...standing.keys()].filter((option) => standing[option] === wanted)

  const iterate = (flat: FlatTree) => {
    const votes = distribute(flat, factors)
    const sum = votes.reduce((total, vote) => total + vote, 0n)
    return { votes, sum, quota: sum / BigInt(seats + 1) + 1n }
  }

  const write = (
    { votes, sum, quota }: ReturnType<typeof iterate>,
    round: Pick<MeekRound, 'iterations' | 'ended'> & Partial<MeekRound>,
    surplus: bigint,
    present: readonly number[],
  ): void => {
    rounds.push({
      step: 'iterations',
      round: rounds.length + 1,
      votes: byId(election, present, (option) => fixedPoint(votes[option] as bigint, PLACES)),
      keepFactors: byId(election, those('elected'), (option) => fixedPoint(factors[option] as number, PLACES)),
      quota: fixedPoint(quota, PLACES),
      surplus: fixedPoint(surplus, PLACES),
      nonTransferable: fixedPoint(all - sum, PLACES),
      elected: [],
      filled: [],
      excluded: null,
      tie: null,
      ...round,
    })
  }

  /** B.3: the lowest goes; everyone within the total surplus of it counts as equal. */
  const exclude = (votes: readonly bigint[], surplus: bigint): { option: number; tie: RoundTie | null } => {
    const hopeful = those('continuing')
    const lowest = hopeful.map((option) => votes[option] as bigint).toSorted((a, b) => Number(a - b))[0] as bigint
    const tied = hopeful.filter((option) => (votes[option] as bigint) <= lowest + surplus)
    const option = firstOf(tied, lots.excluded)
    if (tied.length === 1) return { option, tie: null }
    ties.push({ round: rounds.length + 1, tied: idsOf(election, tied), first: [idOf(election, option)] })
    return { option, tie: { tied: idsOf(election, tied), chosen: idOf(election, option), by: 'order' } }
  }

  // B.1: until all seats are filled, or no more continue than seats are left.
  while (winners.length < seats && those('continuing').length > seats - winners.length) {
    const flat = tree.flat()
    const present = [...standing.keys()].filter((option) => standing[option] !== 'excluded')
    let before = all + 1n
    for (let iterations = 1; ; iterations += 1) {
      const state = iterate(flat)
      const { votes, quota } = state
      const elected = those('continuing').filter((option) => (votes[option] as bigint) >= quota)
      for (const option of elected) standing[option] = 'elected'
      winners.push(...elected)
      const above = those('elected').reduce((total, option) => total + (votes[option] as bigint) - quota, 0n)
      const surplus = above > 0n ? above : 0n
      if (elected.length) {
        write(state, { iterations, ended: 'elected', elected: idsOf(election, elected) }, surplus, present)
        for (const option of elected) tree.release(option)
        break
      }
      if (surplus < OMEGA || surplus >= before) {
        const { option, tie } = exclude(votes, surplus)
        const ended = surplus < OMEGA ? 'surplus-below-omega' : 'surplus-no-longer-falls'
        write(state, { iterations, ended, excluded: idOf(election, option), tie }, surplus, present)
        standing[option] = 'excluded'
        tree.release(option)
        break
      }
      before = surplus
      // B.2.f
      for (const option of those('elected'))
        factors[option] = Number(up(up(BigInt(factors[option] as number) * quota, ONE_EXACTLY) * ONE_EXACTLY, votes[option] as bigint))
    }
  }

  // C: the seats that are left go to all who continue.
  const filled = winners.length < seats ? those('continuing') : []
  if (filled.length) {
    for (const option of filled) standing[option] = 'elected'
    winners.push(...filled)
    const last = rounds.at(-1)
    if (last) last.filled = idsOf(election, filled)
    else write(iterate(tree.flat()), { iterations: 0, ended: 'no-iteration', filled: idsOf(election, filled) }, 0n, filled)
  }
  return { winners: idsOf(election, winners), ties, rounds }
}
