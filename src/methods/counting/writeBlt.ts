import type { Election } from './election.ts'

/** The format knows no way to write a quote or the end of a line in a name. */
const quoted = (text: string): string => `"${text.replaceAll('"', '”').replace(/\s+/g, ' ').trim()}"`

/**
 * Writes rankings as a `.blt` file, a piece at a time. Candidates are numbered by their place among the options, from 1. Equal
 * ranks are written as `2=3`, which not every program reads; where there are none, each does.
 */
export function* writeBlt(election: Election, seats: number, title: string): Generator<string> {
  yield `${election.options.length} ${seats}\n`
  for (const { weight, ranks } of election.ballots)
    yield `${[weight, ...ranks.map((rank) => rank.map((option) => option + 1).join('=')), 0].join(' ')}\n`
  yield '0\n'
  for (const { name } of election.options) yield `${quoted(name)}\n`
  yield `${quoted(title)}\n`
}
