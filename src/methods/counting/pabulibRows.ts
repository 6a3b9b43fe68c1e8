import { parse } from 'csv-parse/sync'
import { BadElectionFile } from './problems.ts'

/** A row of a `.pb` file: its cells, and the line on which it begins. */
export type PabulibRow = { line: number; cells: string[] }

const DELIMITER = ';'

/**
 * The rows of a `.pb` file. Most lines hold no quotation mark and are only cut at the semicolons; those that do, and the lines
 * that a quoted cell goes on to, are read by csv-parse, which would take a hundred times as long for all of them.
 */
export function* pabulibRows(text: string): Generator<PabulibRow> {
  let line = 0
  let from = text.charCodeAt(0) === 0xfeff ? 1 : 0
  while (from < text.length) {
    const first = line + 1
    let end = lineEnd(text, from)
    let row = text.slice(from, end)
    line += 1
    while (isOpen(row)) {
      if (end >= text.length) throw new BadElectionFile(first, 'A quotation mark is opened and not closed.')
      end = lineEnd(text, end + 1)
      row = text.slice(from, end)
      line += 1
    }
    from = end + 1
    if (row.trim()) yield { line: first, cells: cellsOf(row, first) }
  }
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

function isOpen(row: string): boolean {
  let open = false
  for (let at = row.indexOf('"'); at >= 0; at = row.indexOf('"', at + 1)) open = !open
  return open
}

function cellsOf(row: string, line: number): string[] {
  if (!row.includes('"')) return row.split(DELIMITER).map((cell) => cell.trim())
  try {
    const rows: string[][] = parse(row, { delimiter: DELIMITER, relax_quotes: true, trim: true })
    return rows[0] ?? []
  } catch {
    throw new BadElectionFile(line, 'The quotation marks of this line don’t fit together.')
  }
}
