import { BltTokens } from './bltTokens.ts'
import type { Ballot, Election } from './election.ts'
import { BadElectionFile } from './problems.ts'
import { MOST_CANDIDATES, RankedBallots } from './rankedBallots.ts'

const [ZERO, MINUS, OPEN_BRACKET, OPEN_PARENTHESIS] = [48, 45, 91, 40]

/** What stands before the ballots. */
type Head = {
  candidates: number
  seats: number
  withdrawn: ReadonlySet<number>
  /** The candidates' numbers in the order of a `[tie]` line. */
  tie: readonly number[] | null
  /** Short names that ballots may use, from a `[nick]` line. */
  nicks: ReadonlyMap<string, number>
}

/**
 * Reads a `.blt` file (Hill, Wichmann and Woodall 1987; with the additions of OpenSTV and Droop): numbers of candidates and
 * seats, withdrawn candidates (`-3`), options (`[tie 2 1 3]`, `[nick …]`), ballots (`weight first second=second … 0`, `-` for
 * a rank left out, `(id)` for a single ballot), `0`, and the names in quotes. Withdrawn candidates are left out of the
 * election; a ballot that names someone twice ends before the second time. Options stand in the order of the file, or in that
 * of its `[tie]` line, which is there to break ties. What follows the title is not read.
 */
export function readBlt(bytes: Uint8Array): Election {
  const tokens = new BltTokens(bytes)
  const head = readHead(tokens)
  const order = head.tie ?? Array.from({ length: head.candidates }, (_, index) => index + 1)
  const numbers = order.filter((number) => !head.withdrawn.has(number))
  const ballots = readBallots(tokens, head, numbers)
  const names = readNames(tokens, head.candidates)
  return {
    options: numbers.map((number) => ({ id: `${number}`, name: names[number - 1] as string, cost: 1n })),
    ballots,
    form: 'ranking',
    budget: null,
    moneyUnit: 1n,
    pointUnit: 1,
    seats: head.seats,
    idOrder: 'listed',
  }
}

function bad(tokens: BltTokens, expected: string): never {
  throw new BadElectionFile(tokens.line, `“${tokens.text()}” stands where ${expected} is expected.`)
}

function readHead(tokens: BltTokens): Head {
  tokens.expect('the number of candidates')
  const candidates = tokens.number()
  if (candidates < 0) bad(tokens, 'the number of candidates')
  if (candidates < 1) throw new BadElectionFile(tokens.line, 'There are no candidates.')
  if (candidates > MOST_CANDIDATES)
    throw new BadElectionFile(tokens.line, `There are ${candidates} candidates; at most ${MOST_CANDIDATES} are read.`)
  tokens.expect('the number of seats')
  const seats = tokens.number()
  if (seats < 0) bad(tokens, 'the number of seats')
  if (seats < 1) throw new BadElectionFile(tokens.line, 'There are no seats.')

  const withdrawn = new Set<number>()
  let tie: number[] | null = null
  let nicks: Map<string, number> = new Map()
  for (;;) {
    tokens.expect('the first ballot')
    if (tokens.first === OPEN_BRACKET) {
      const { name, words, line } = readOption(tokens)
      if (name === 'tie') tie = tieOrder(words, line, candidates, nicks)
      else if (name === 'nick') nicks = nicknames(words, line, candidates)
      // How Droop is to count is not said by a file to another program.
      else if (name !== 'droop') throw new BadElectionFile(line, `There is no option “[${name}]”.`)
    } else if (tokens.first === MINUS && tokens.to - tokens.from > 1) {
      const number = Number(tokens.text().slice(1))
      if (!Number.isInteger(number) || number < 1 || number > candidates) bad(tokens, 'a withdrawn candidate or a ballot')
      withdrawn.add(number)
    } else break
  }
  return { candidates, seats, withdrawn, tie, nicks }
}

/** `[name word word]`, with or without spaces before the bracket. */
function readOption(tokens: BltTokens): { name: string; words: string[]; line: number } {
  const { line } = tokens
  const words = [tokens.text().slice(1)]
  while (!(words.at(-1) as string).endsWith(']')) {
    tokens.expect('the “]” of an option')
    words.push(tokens.text())
  }
  const [name = '', ...rest] = words.map((word) => word.replace(/\]$/, ''))
  return { name, words: rest.filter(Boolean), line }
}

function nicknames(words: readonly string[], line: number, candidates: number): Map<string, number> {
  const nicks = new Map(words.map((word, index) => [word, index + 1]))
  if (words.length !== candidates || nicks.size !== candidates)
    throw new BadElectionFile(line, 'The line [nick] has to give each candidate one name of its own.')
  return nicks
}

function tieOrder(words: readonly string[], line: number, candidates: number, nicks: Head['nicks']): number[] {
  const numbers = words.map((word) => nicks.get(word) ?? (/^\d+$/.test(word) ? Number(word) : 0))
  const once = new Set(numbers)
  if (numbers.length !== candidates || once.size !== candidates || numbers.some((number) => number < 1 || number > candidates))
    throw new BadElectionFile(line, 'The line [tie] has to name each candidate once.')
  return numbers
}

/** Reads the ballots up to the `0` that ends them; the word that was read last is the first of them. */
function readBallots(tokens: BltTokens, head: Head, numbers: readonly number[]): Ballot[] {
  const places = new Int32Array(head.candidates + 1).fill(-1)
  for (const [place, number] of numbers.entries()) places[number] = place
  const read = new RankedBallots(numbers.length)
  /** The ballot that named each candidate last. */
  const named = new Float64Array(head.candidates + 1)
  for (let ballot = 1; ; ballot += 1) {
    const weight = readWeight(tokens)
    if (!weight) return read.ballots
    const said: number[] = []
    let end = Number.POSITIVE_INFINITY
    const name = (number: number, rank: number): void => {
      const place = places[number] as number
      if (place < 0) return
      if (named[number] === ballot) end = Math.min(end, rank)
      named[number] = ballot
      said.push(said.length > rank ? ~place : place)
    }
    for (;;) {
      tokens.expect('the 0 that ends a ballot')
      if (tokens.to - tokens.from === 1 && tokens.first === ZERO) break
      if (tokens.to - tokens.from === 1 && tokens.first === MINUS) continue
      const rank = said.length
      const number = tokens.number()
      // Very many words are numbers; each list that is not made saves time.
      if (number > 0 && number <= head.candidates) name(number, rank)
      else for (const equal of equalsOf(tokens, head)) name(equal, rank)
    }
    said.length = Math.min(said.length, end)
    read.add(said, weight)
    tokens.expect('the 0 that ends the ballots')
  }
}

function readWeight(tokens: BltTokens): number {
  if (tokens.first === OPEN_PARENTHESIS) {
    while (!tokens.text().endsWith(')')) tokens.expect('the “)” of a ballot’s identifier')
    return 1
  }
  const weight = tokens.number()
  if (weight < 0) bad(tokens, 'a ballot’s weight, a whole number,')
  return weight
}

/** The candidates of a rank that is more than a number: `1=2`, or with short names. */
function equalsOf(tokens: BltTokens, head: Head): readonly number[] {
  const equals = tokens
    .text()
    .split('=')
    .map((word) => head.nicks.get(word) ?? (/^\d+$/.test(word) ? Number(word) : 0))
  if (equals.some((each) => each < 1 || each > head.candidates)) bad(tokens, `a candidate from 1 to ${head.candidates}`)
  return equals
}

function readNames(tokens: BltTokens, candidates: number): string[] {
  return Array.from({ length: candidates }, (_, index) => {
    tokens.expect(`the name of candidate ${index + 1}`)
    const name = tokens.quoted()
    if (name === null) bad(tokens, `the name of candidate ${index + 1} in quotes`)
    return name
  })
}
