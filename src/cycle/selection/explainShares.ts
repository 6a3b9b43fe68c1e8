import type { ElectionCount } from '../../methods/counting/countElection.ts'
import { optionsLeft, type PublishedVote } from './asElection.ts'
import type { BallotContent } from './content.ts'
import type { Withdrawn } from './tables.ts'

/* How the shares paid, told again from what the count wrote down, rounded for people: it decides nothing. */

/** In words one option costs so many points, where options cost nothing and are all worth one place. */
const POINTS_AN_OPTION = 10_000

/** An option in a count by Equal Shares. */
export type ShareRow = {
  option: number
  supporters: number
  /** Its place by the number of supporters. */
  place: number
  /** In which order it was chosen; null when it was not. */
  chosen: number | null
  /** It was chosen to fill what was left, by votes and not by shares. */
  filled: boolean
  /** What it costs, and what its supporters had together when it was chosen, or in the end. */
  cost: number
  held: number
  /** The most that one supporter paid; null when none did. */
  most: number | null
  /** On which options its supporters have spent most, the most first. */
  spentOn: number[]
}

export type SharesExplained = { share: number; cost: number | null; inPoints: boolean; rows: ShareRow[]; steps: number }

/** An exact number as the count writes it, `8/25` or `1.5`, near enough for people. */
function near(written: string): number {
  const [above = '0', below = '1'] = written.split('/')
  return Number(above) / Number(below)
}

/** Tells who paid how much; null for a count by another method. */
export function explainShares(
  ballot: { content: BallotContent; withdrawn: Withdrawn },
  count: ElectionCount,
  votes: readonly PublishedVote[],
): SharesExplained | null {
  if (!('share' in count)) return null
  const { settings } = ballot.content
  const scale = settings.budget === null ? POINTS_AN_OPTION : 1
  const options = optionsLeft(ballot)
  const costOf = new Map(options.map(({ number, cost }) => [number, settings.budget === null ? scale : Number(cost ?? 0)]))
  const copies = new Map((count.chambers?.chambers ?? []).map((chamber) => [chamber.value, chamber.copies]))
  const weightOf = ({ side }: PublishedVote): number => copies.get(side ?? '') ?? 1
  const share = near(count.share) * scale
  const left = votes.map(() => share)
  const spent = votes.map(() => new Map<number, number>())
  const supporting = (option: number): number[] => votes.flatMap((vote, at) => (vote.marks[option] ? [at] : []))
  const heldBy = (voters: readonly number[]): number =>
    voters.reduce((sum, at) => sum + (left[at] ?? 0) * weightOf(votes[at] as PublishedVote), 0)
  const chosen = new Map<number, Pick<ShareRow, 'chosen' | 'filled' | 'held' | 'most'>>()
  for (const [index, round] of count.rounds.entries()) {
    const option = Number('option' in round ? round.option : 0)
    const voters = supporting(option)
    const row = { chosen: index + 1, filled: 'step' in round && round.step === 'greedy', held: heldBy(voters), most: null as number | null }
    if ('rhoNumber' in round) {
      for (const at of voters) {
        const mark = settings.utility === 'points' ? (votes[at]?.marks[option] ?? 0) : 1
        const worth = settings.utility === 'cost' ? (costOf.get(option) ?? 0) : mark * scale
        const pays = Math.min(left[at] ?? 0, round.rhoNumber * worth)
        left[at] = (left[at] ?? 0) - pays
        spent[at]?.set(option, pays)
        row.most = Math.max(row.most ?? 0, pays)
      }
    }
    chosen.set(option, row)
  }
  const supporters = new Map(options.map(({ number }) => [number, supporting(number)]))
  const rows = options.map(({ number }): ShareRow => {
    const voters = supporters.get(number) ?? []
    const paid = new Map<number, number>()
    for (const at of voters) for (const [option, sum] of spent[at] ?? []) paid.set(option, (paid.get(option) ?? 0) + sum)
    return {
      option: number,
      supporters: voters.length,
      place: 1 + [...supporters.values()].filter((others) => others.length > voters.length).length,
      ...(chosen.get(number) ?? { chosen: null, filled: false, held: heldBy(voters), most: null }),
      cost: costOf.get(number) ?? 0,
      spentOn: [...paid].sort(([, a], [, b]) => b - a).map(([option]) => option),
    }
  })
  return {
    share,
    cost: settings.budget === null ? scale : null,
    inPoints: settings.budget === null,
    rows: rows.sort((a, b) => (a.chosen ?? 99) - (b.chosen ?? 99) || b.supporters - a.supporters || a.option - b.option),
    steps: count.raised?.steps ?? 0,
  }
}
