import { readFile, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import type { Election } from '../methods/counting/election.ts'
import { type CountSettings, completions, methods, strengths, utilities } from '../methods/counting/settings.ts'
import type { Values } from '../platform/control.ts'
import { type Command, Mistake } from './command.ts'

/** More is not read: the ballots have to fit into memory. */
const MOST_MEGABYTES = 500

const tieRules = ['id', 'published'] as const

export const count: Command = {
  name: 'count',
  says: 'Count the ballots in a file; print the result and how it came about as JSON.',
  more: `Reads Pabulib (.pb), PrefLib (.soc, .soi, .toc, .toi) and .blt files. Needs no data and no server, which counts by the
very same function. docs/counting.md explains the methods, the settings and what is printed.

Methods: ${methods.join(', ')}.`,
  argument: { name: 'file', says: 'the ballots' },
  options: {
    method: { type: 'string', value: '<method>', required: true, says: 'how they are counted' },
    utility: choice(utilities, 'what a chosen option is worth to its supporters (greedy, equal-shares)'),
    completion: choice(completions, 'what becomes of money that is left (equal-shares)'),
    seats: { type: 'string', value: '<number>', says: 'how many are chosen (stv: the file’s number; otherwise 1)' },
    strength: choice(strengths, 'what a win is worth (schulze)'),
    'tie-rule': choice(tieRules, 'by identifier, or more supporters, lower cost, then the draw'),
    parity: { type: 'string', value: '<column=a,b>', says: 'two chambers, told by a column of the votes, weigh equally' },
    seed: { type: 'string', value: '<text>', says: 'the published seed of the draw' },
  },
  run: async (values, output) => {
    const method = chosen(values, 'method', methods)
    const settings = settingsOf(values)
    try {
      const { election, milliseconds: parseMs } = await readBallots(String(values['file']))
      const { countElection } = await import('../methods/counting/countElection.ts')
      const begun = performance.now()
      const { winners, ties, rounds, ...more } = countElection(election, method, settings)
      const ms = rounded(performance.now() - begun)
      const names = Object.fromEntries(election.options.map(({ id, name }) => [id, name]))
      await output.out(`${JSON.stringify({ method, winners, ties, rounds, ms, parseMs, settings, ...more, names })}\n`)
      return 0
    } catch (error) {
      const { CannotCount } = await import('../methods/counting/problems.ts')
      throw error instanceof CannotCount ? new Mistake(error.message, 2) : error
    }
  },
}

/** An option whose value is one of these; the first is taken when it is not given. */
function choice(values: readonly string[], says: string): Command['options'][string] {
  return { type: 'string', value: `<${values.join('|')}>`, says }
}

function chosen<Value extends string>(values: Values, name: string, among: readonly Value[]): Value {
  const given = values[name] ?? among[0]
  const found = among.find((value) => value === given)
  if (!found) throw new Mistake(`--${name} is “${given}”, none of ${among.join(', ')}.`, 2)
  return found
}

function settingsOf(values: Values): CountSettings {
  const { seats = '1', parity, seed } = values
  if (!/^[1-9]\d{0,5}$/.test(String(seats))) throw new Mistake(`--seats is “${seats}”, not a number from 1 to 999999.`, 2)
  return {
    utility: chosen(values, 'utility', utilities),
    completion: chosen(values, 'completion', completions),
    seats: values['seats'] === undefined ? null : Number(seats),
    strength: chosen(values, 'strength', strengths),
    tieRule: chosen(values, 'tie-rule', tieRules) === 'id' ? { rule: 'id' } : { rule: 'published', seed: String(seed ?? '') },
    parity: parity === undefined ? null : chambersOf(String(parity)),
  }
}

function chambersOf(parity: string): CountSettings['parity'] {
  const [, column, one, other] = /^([^=]+)=([^,]+),([^,]+)$/.exec(parity) ?? []
  if (!column || !one || !other) throw new Mistake(`--parity is “${parity}”, not such as sector=government,society.`, 2)
  return { column, values: [one, other] }
}

/** Reads the file, and tells how long that took. */
async function readBallots(file: string): Promise<{ election: Election; milliseconds: number }> {
  const [{ electionFiles, readElection }, { BadElectionFile }] = await Promise.all([
    import('../methods/counting/readElection.ts'),
    import('../methods/counting/problems.ts'),
  ])
  const kind = electionFiles.find((ending) => extname(file).toLowerCase() === `.${ending}`)
  if (!kind) throw new Mistake(`${file} is none of the files that are read: ${electionFiles.map((ending) => `.${ending}`).join(', ')}.`, 2)
  const begun = performance.now()
  const bytes = await bytesOf(file)
  try {
    return { election: readElection(bytes, kind), milliseconds: rounded(performance.now() - begun) }
  } catch (error) {
    throw error instanceof BadElectionFile ? new Mistake(`${file}, line ${error.line}: ${error.message}`, 2) : error
  }
}

async function bytesOf(file: string): Promise<Uint8Array> {
  const found = await stat(file).catch(() => null)
  if (!found?.isFile()) throw new Mistake(`There is no file ${file}.`, 2)
  if (found.size > MOST_MEGABYTES * 1_000_000)
    throw new Mistake(`${file} has ${Math.round(found.size / 1_000_000)} MB; files of up to ${MOST_MEGABYTES} MB are counted.`, 2)
  return readFile(file)
}

const rounded = (milliseconds: number): number => Math.round(milliseconds * 1000) / 1000
