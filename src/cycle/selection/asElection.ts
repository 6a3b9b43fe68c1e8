import { createHash } from 'node:crypto'
import { countElection, type ElectionCount } from '../../methods/counting/countElection.ts'
import type { Ballot, Election } from '../../methods/counting/election.ts'
import { CannotCount } from '../../methods/counting/problems.ts'
import { readPabulib } from '../../methods/counting/readPabulib.ts'
import type { CountSettings, Method } from '../../methods/counting/settings.ts'
import { writeBlt } from '../../methods/counting/writeBlt.ts'
import { writePabulib } from '../../methods/counting/writePabulib.ts'
import { plainText } from '../../platform/languages/languages.ts'
import { inCents } from './ballotInput.ts'
import { type BallotContent, type BallotMethod, type BallotSettings, formOf } from './content.ts'
import type { ballotVote, Withdrawn } from './tables.ts'

/**
 * A vote as it is published: by its key, or by its voter where the ballot is open. A file names an organisation by its
 * identifier and a person by their number among the voters; names stand on the page alone, where they can be erased.
 */
export type PublishedVote = Pick<typeof ballotVote.$inferSelect, 'key' | 'marks' | 'sector' | 'side'> & {
  voter: string | null
  name: string | null
}

type Published = { id: number; planId: string; content: BallotContent; withdrawn: Withdrawn }

/** The column by which a published file tells the two sides, and what it says. */
const PARITY: NonNullable<CountSettings['parity']> = { column: 'side', values: ['government', 'non-government'] }

/** The options that can win: those that were not withdrawn. */
export const optionsLeft = ({ content, withdrawn }: Pick<Published, 'content' | 'withdrawn'>): BallotContent['options'] =>
  content.options.filter(({ number }) => !withdrawn[number])

/** The votes as an election; what names a withdrawn option counts for the others it names. */
export function asElection(of: Published, votes: readonly PublishedVote[]): Election {
  const { settings } = of.content
  const options = optionsLeft(of)
  const form = formOf(settings)
  const costs = settings.budget !== null
  const ballotOf = ({ marks, key, voter, side, sector }: PublishedVote): Ballot => {
    const given = options.flatMap(({ number }, option) => (marks[number] ? [{ option, mark: marks[number] }] : []))
    const named = form === 'places' ? given.sort((a, b) => a.mark - b.mark) : given
    const chosen = named.map(({ option }) => option)
    return {
      weight: 1,
      ranks: form === 'places' ? chosen.map((option) => [option]) : chosen.length ? [chosen] : [],
      points: form === 'points' ? named.map(({ mark }) => mark) : null,
      columns: { ...(voter === null ? { receipt: key } : { voter }), side: side ?? '', sector: sector ?? '' },
    }
  }
  return {
    options: options.map(({ number, title, cost }) => ({
      id: String(number),
      name: plainText(title, 'lv'),
      cost: costs ? inCents(cost ?? '0') : 1n,
    })),
    ballots: votes.map(ballotOf),
    form: form === 'places' ? 'ranking' : form === 'points' ? 'score' : 'approval',
    budget: settings.budget === null ? null : inCents(settings.budget),
    moneyUnit: costs ? 100n : 1n,
    pointUnit: 1,
    seats: settings.seats,
    idOrder: 'code-point',
  }
}

/** The votes as the Pabulib file that everyone can download: it is what is counted. */
export function pabulibOf(of: Published, votes: readonly PublishedVote[]): string {
  return writePabulib(asElection(of, votes), {
    description: plainText(of.content.title, 'lv'),
    country: 'Latvia',
    unit: of.planId,
    instance: `ballot ${of.id}`,
  })
}

/** Can the ballot be told as a `.blt` file? It knows rankings alone, no sides and nobody withdrawn. */
export const hasBlt = ({ content, withdrawn }: Pick<Published, 'content' | 'withdrawn'>): boolean =>
  formOf(content.settings) === 'places' && !content.settings.parity && content.settings.seats !== null && !Object.keys(withdrawn).length

/** The rankings as a `.blt` file. */
export const bltOf = (of: Published, votes: readonly PublishedVote[]): string =>
  [...writeBlt(asElection(of, votes), of.content.settings.seats ?? 1, plainText(of.content.title, 'lv'))].join('')

export const hashOfFile = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** By which method of the counting function a ballot is counted: a plain majority is the most choices of one each. */
const methodOf = (method: BallotMethod): Method => (method === 'majority' ? 'approval' : method)

function settingsOf({ settings, seed }: BallotContent): CountSettings {
  const { utility, completion, seats, strength, tieRule, parity } = settings
  return {
    utility,
    completion,
    seats,
    strength,
    tieRule: tieRule === 'id' ? { rule: 'id' } : { rule: 'published', seed },
    parity: parity ? PARITY : null,
  }
}

/** Counts a published file as the command `count` does. */
export const countFile = (file: string, content: BallotContent): ElectionCount =>
  countElection(readPabulib(file), methodOf(content.settings.method), settingsOf(content))

/** The other methods that can count such votes. */
export function otherMethods({ method, utility, budget }: BallotSettings): Method[] {
  if (budget !== null) return ['greedy']
  const forms: Record<ReturnType<typeof formOf>, Method[]> = {
    one: [],
    several: ['approval', 'equal-shares'],
    points: ['approval', 'score', 'borda', 'schulze', 'equal-shares'],
    places: ['approval', 'borda', 'schulze', 'stv-scottish', 'stv-meek', 'equal-shares'],
  }
  return forms[formOf({ method, utility })].filter((other) => other !== method)
}

/** Counts the same file by another method; null where that has no meaning for these votes. */
export function countOtherwise(file: string, content: BallotContent, method: Method): ElectionCount | null {
  const election = readPabulib(file)
  const settings = settingsOf(content)
  // Rankings name whom they support; points say how much.
  const utility = method === 'equal-shares' && election.form === 'score' ? 'points' : 'cardinality'
  try {
    return countElection(election, method, { ...settings, utility, completion: 'add1u' })
  } catch (error) {
    if (error instanceof CannotCount) return null
    throw error
  }
}

const quoted = (text: string): string => (/^[\w.-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`)

/** The command that counts a downloaded file with the same winners. */
export function commandLine(content: BallotContent, file: string): string {
  const { method, utility, completion, seats, strength, tieRule, parity } = content.settings
  return [
    './koprade count',
    quoted(file),
    `--method ${methodOf(method)}`,
    ...(method === 'equal-shares' ? [`--utility ${utility}`, `--completion ${completion}`] : []),
    ...(seats === null ? [] : [`--seats ${seats}`]),
    ...(method === 'schulze' ? [`--strength ${strength}`] : []),
    ...(tieRule === 'published' ? [`--tie-rule published --seed ${quoted(content.seed)}`] : ['--tie-rule id']),
    ...(parity ? [`--parity ${PARITY.column}=${PARITY.values.join(',')}`] : []),
  ].join(' ')
}
