import type { Ballot, Election, Option } from './election.ts'
import { BadElectionFile } from './problems.ts'
import { MOST_CANDIDATES, RankedBallots } from './rankedBallots.ts'

/** Whether ballots may have equal ranks (`t`) and whether they name everyone (`c`). */
export type PreflibKind = 'soc' | 'soi' | 'toc' | 'toi'

/** A number that the header gives, and the line in which it stands. */
type Said = { value: number; line: number }

/**
 * Reads a PrefLib file of orders (`.soc`, `.soi`, `.toc`, `.toi`; Mattei and Walsh 2013, the format of 2022 with a header of
 * `# KEY: value`): lines such as `228: 4,{3,2},1`. What the header says about numbers has to be true.
 */
export function readPreflib(text: string, kind: PreflibKind): Election {
  const header = new Map<string, string>()
  const lines = new Map<string, number>()
  const rows: { line: number; row: string }[] = []
  let line = 0
  for (let at = 0; at < text.length; line += 1) {
    const end = text.indexOf('\n', at)
    const row = text.slice(at, end < 0 ? text.length : end).trim()
    at = end < 0 ? text.length : end + 1
    if (row.startsWith('#')) {
      const [, key = '', value = ''] = /^#\s*([^:]+?)\s*:\s*(.*)$/.exec(row) ?? []
      header.set(key.toUpperCase(), value)
      lines.set(key.toUpperCase(), line + 1)
    } else if (row) rows.push({ line: line + 1, row })
  }
  const number = (key: string): Said | null => {
    const value = header.get(key)
    if (value === undefined) return null
    if (!/^\d{1,15}$/.test(value)) throw new BadElectionFile(lines.get(key) ?? 1, `${key} is “${value}”, not a whole number.`)
    return { value: Number(value), line: lines.get(key) ?? 1 }
  }
  const alternatives = number('NUMBER ALTERNATIVES')
  if (!alternatives)
    throw new BadElectionFile(1, 'The line “# NUMBER ALTERNATIVES: …” is missing: only files with PrefLib’s header of 2022 are read.')
  const options = readOptions(alternatives, header)
  const ballots = readBallots(rows, options.length, kind)
  expectTrue(
    number('NUMBER VOTERS'),
    ballots.reduce((sum, { weight }) => sum + weight, 0),
    'voters',
  )
  expectTrue(number('NUMBER UNIQUE ORDERS'), rows.length, 'orders')
  return { options, ballots, form: 'ranking', budget: null, moneyUnit: 1n, pointUnit: 1, seats: null, idOrder: 'listed' }
}

function readOptions({ value, line }: Said, header: ReadonlyMap<string, string>): Option[] {
  if (value < 1) throw new BadElectionFile(line, 'There are no alternatives.')
  if (value > MOST_CANDIDATES) throw new BadElectionFile(line, `There are ${value} alternatives; at most ${MOST_CANDIDATES} are read.`)
  return Array.from({ length: value }, (_, index) => ({
    id: `${index + 1}`,
    name: header.get(`ALTERNATIVE NAME ${index + 1}`) ?? `${index + 1}`,
    cost: 1n,
  }))
}

function readBallots(rows: readonly { line: number; row: string }[], options: number, kind: PreflibKind): Ballot[] {
  const read = new RankedBallots(options)
  const named = new Int32Array(options)
  for (const [index, { line, row }] of rows.entries()) {
    const [, weight = '', order = ''] = /^(\d{1,15})\s*:\s*(.*)$/.exec(row) ?? []
    if (!Number(weight)) throw new BadElectionFile(line, `“${shortened(row)}” is no line such as “12: 3,1,2”.`)
    const said: number[] = []
    let inBraces = 0
    for (const word of order.match(/[{}]|[^\s,{}]+/g) ?? []) {
      if (word === '{' || word === '}') {
        if ((word === '{') !== (inBraces === 0)) throw new BadElectionFile(line, `A “${word}” stands where none can.`)
        if (kind.startsWith('s')) throw new BadElectionFile(line, `A .${kind} file has no equal ranks.`)
        inBraces = word === '{' ? 1 : 0
        continue
      }
      const option = /^\d+$/.test(word) ? Number(word) - 1 : -1
      if (option < 0 || option >= options) throw new BadElectionFile(line, `“${shortened(word)}” is no alternative from 1 to ${options}.`)
      if (named[option] === index + 1) throw new BadElectionFile(line, `The alternative ${word} stands twice.`)
      named[option] = index + 1
      said.push(inBraces > 1 ? ~option : option)
      if (inBraces) inBraces += 1
    }
    if (inBraces) throw new BadElectionFile(line, 'A “{” is not closed.')
    if (kind.endsWith('c') && said.length < options) throw new BadElectionFile(line, `A .${kind} file ranks all alternatives in each line.`)
    read.add(said, Number(weight))
  }
  return read.ballots
}

/** A header that says another number than there are: the file has been cut, or put together wrongly. */
function expectTrue(said: Said | null, found: number, what: string): void {
  if (said && said.value !== found) throw new BadElectionFile(said.line, `The header says ${said.value} ${what}, but there are ${found}.`)
}

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)
