import { parse } from 'csv-parse/sync'
import { MOST_COLUMNS, type SheetRow, UnreadableSheet } from './sheetRows.ts'
import { readWorkbook } from './workbook.ts'

const LONGEST_CELL = 50_000

/** Reads at most so many rows of a CSV file or of a workbook's first sheet, its head among them; throws UnreadableSheet. */
export async function readSheet(content: Buffer, kind: 'csv' | 'xlsx', mostRows: number): Promise<SheetRow[]> {
  const rows = kind === 'csv' ? readCsv(content, mostRows) : await readWorkbook(content, mostRows)
  if (!rows.length) throw new UnreadableSheet('empty')
  return rows
}

function readCsv(content: Buffer, mostRows: number): SheetRow[] {
  let text: string
  try {
    // With `fatal` a file in an old code page is told from one in UTF-8 instead of being read as nonsense.
    text = new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    throw new UnreadableSheet('wrong-encoding')
  }
  let records: string[][]
  try {
    records = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      // A formula that a hand has written holds quotation marks in the middle of a cell: its row is told, not the file refused.
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: LONGEST_CELL * MOST_COLUMNS,
      to: mostRows + 1,
    })
  } catch {
    throw new UnreadableSheet('broken')
  }
  if (records.length > mostRows) throw new UnreadableSheet('too-many-rows')
  if (records.some((cells) => cells.length > MOST_COLUMNS)) throw new UnreadableSheet('too-many-columns')
  return records
    .map((cells, index) => ({ row: index + 1, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell))
}

/** Spreadsheets of a country whose decimal sign is a comma write semicolons: whichever stands most in the head. */
function delimiterOf(text: string): string {
  const head = text.slice(0, text.search(/\r?\n|$/))
  const count = (sign: string): number => head.split(sign).length
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}
