import type { Language } from '../../../platform/languages/languages.ts'
import { plainText } from '../../../platform/languages/languages.ts'
import type { PublishedVote } from '../asElection.ts'
import type { PublishedBallot } from '../queries.ts'
import type { BallotResult } from '../result.ts'

/** A counted ballot as the parts of its result page draw it. */
export type CountedBallot = {
  ballot: PublishedBallot
  result: BallotResult
  count: NonNullable<BallotResult['count']>
  votes: readonly PublishedVote[]
  language: Language
}

type Titled = Pick<CountedBallot, 'ballot' | 'language'>

/** The title of an option by its number or identifier. */
export const titleOf = ({ ballot, language }: Titled, option: number | string): string =>
  plainText(ballot.content.options.find(({ number }) => String(number) === String(option))?.title, language)

/** Several titles in a row, each in quotation marks. */
export const titlesOf = (of: Titled, options: readonly (number | string)[]): string =>
  options.map((option) => (of.language === 'lv' ? `„${titleOf(of, option)}”` : `“${titleOf(of, option)}”`)).join(', ')

/** As which an option was chosen, or null. */
export function chosenAs({ count }: CountedBallot, option: number | string): number | null {
  const at = count.winners.indexOf(String(option))
  return at < 0 ? null : at + 1
}
