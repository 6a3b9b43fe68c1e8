import type { Readable } from 'node:stream'
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { MOST_COLUMNS, type SheetRow, UnreadableSheet } from './sheetRows.ts'

/** What is packed in a workbook, unpacked, may be so long together; and so many parts may be in it. */
const MOST_UNPACKED = 40_000_000
const MOST_ENTRIES = 2_000
const MOST_SHARED = 200_000
const DEEPEST = 100
const MOST_ATTRIBUTES = 200

type Budget = { bytes: number }

/** The rows of a workbook's first sheet, as texts. Nothing in it is computed, and nothing is read from elsewhere. */
export async function readWorkbook(content: Buffer, mostRows: number): Promise<SheetRow[]> {
  try {
    const zip = await fromBufferPromise(content, { lazyEntries: true, validateEntrySizes: true })
    const entries = await entriesOf(zip)
    const budget: Budget = { bytes: MOST_UNPACKED }
    const open = async (name: string): Promise<AsyncIterable<Buffer> | null> => {
      const entry = entries.get(name)
      if (!entry) return null
      if (entry.isEncrypted()) throw new UnreadableSheet('broken')
      return unpacked(await zip.openReadStreamPromise(entry), budget)
    }
    const sheet = await open(await firstSheet(open))
    if (!sheet) throw new UnreadableSheet('broken')
    const texts = await open('xl/sharedStrings.xml')
    return await readRows(sheet, texts ? await readShared(texts) : [], mostRows)
  } catch (error) {
    throw error instanceof UnreadableSheet ? error : new UnreadableSheet('broken')
  }
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > MOST_ENTRIES) throw new UnreadableSheet('too-heavy')
  const entries = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
  return entries
}

/** What comes out of an entry, counted: what an entry says of its own length is not relied on. */
async function* unpacked(stream: Readable, budget: Budget): AsyncGenerator<Buffer> {
  for await (const piece of stream) {
    budget.bytes -= (piece as Buffer).length
    if (budget.bytes < 0) throw new UnreadableSheet('too-heavy')
    yield piece as Buffer
  }
}

type Open = (name: string) => Promise<AsyncIterable<Buffer> | null>

/** The part of the sheet that stands first in the workbook, by the workbook's own list of parts. */
async function firstSheet(open: Open): Promise<string> {
  let id = ''
  const targets = new Map<string, string>()
  const workbook = await open('xl/workbook.xml')
  const parts = await open('xl/_rels/workbook.xml.rels')
  if (!workbook || !parts) throw new UnreadableSheet('broken')
  await readXml(workbook, {
    open: (name, { attributes }) => {
      if (name === 'sheet' && !id) id = attributes['r:id'] ?? ''
    },
  })
  await readXml(parts, {
    open: (name, { attributes }) => {
      if (name === 'Relationship') targets.set(attributes['Id'] ?? '', attributes['Target'] ?? '')
    },
  })
  const target = targets.get(id) ?? 'worksheets/sheet1.xml'
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

type Listening = {
  open: (name: string, tag: SaxesTagPlain) => void
  text?: (text: string, within: string) => void
  close?: (name: string) => void
}

/** Reads XML in pieces; a document type declaration, where things are declared that grow, is refused. */
async function readXml(content: AsyncIterable<Buffer>, listening: Listening, isEnough: () => boolean = () => false): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const within: string[] = []
  let attributes = 0
  parser.on('error', () => {
    throw new UnreadableSheet('broken')
  })
  parser.on('doctype', () => {
    throw new UnreadableSheet('broken')
  })
  parser.on('attribute', () => {
    attributes += 1
    if (attributes > MOST_ATTRIBUTES) throw new UnreadableSheet('too-heavy')
  })
  parser.on('opentag', (tag) => {
    attributes = 0
    const name = tag.name.slice(tag.name.indexOf(':') + 1)
    if (within.push(name) > DEEPEST) throw new UnreadableSheet('too-heavy')
    listening.open(name, tag as SaxesTagPlain)
  })
  const text = (found: string): void => listening.text?.(found, within.at(-1) ?? '')
  parser.on('text', text)
  parser.on('cdata', text)
  parser.on('closetag', () => listening.close?.(within.pop() ?? ''))
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const piece of content) {
    parser.write(decoder.decode(piece, { stream: true }))
    if (isEnough()) return
  }
  parser.write(decoder.decode()).close()
}

/** The texts that cells refer to by number. */
async function readShared(content: AsyncIterable<Buffer>): Promise<string[]> {
  const texts: string[] = []
  let phonetic = 0
  await readXml(content, {
    open: (name) => {
      if (name === 'si' && texts.push('') > MOST_SHARED) throw new UnreadableSheet('too-heavy')
      if (name === 'rPh') phonetic += 1
    },
    text: (text, within) => {
      if (within === 't' && !phonetic && texts.length) texts[texts.length - 1] += text
    },
    close: (name) => {
      if (name === 'rPh') phonetic -= 1
    },
  })
  return texts
}

/** A cell while it is read. */
type Cell = { column: number; type: string; value: string; inline: string; formula: string | null }

async function readRows(content: AsyncIterable<Buffer>, shared: readonly string[], mostRows: number): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  let row: SheetRow | null = null
  let number = 0
  let cell: Cell | null = null
  await readXml(content, {
    open: (name, { attributes }) => {
      if (name === 'row') {
        number = Number(attributes['r'] ?? number + 1) || number + 1
        row = { row: number, cells: [] }
      } else if (name === 'c' && row) {
        cell = { column: columnOf(attributes['r']) ?? row.cells.length, type: attributes['t'] ?? '', value: '', inline: '', formula: null }
      } else if (name === 'f' && cell) cell.formula = ''
    },
    text: (text, within) => {
      if (!cell) return
      if (within === 'v') cell.value += text
      else if (within === 't') cell.inline += text
      else if (within === 'f') cell.formula = (cell.formula ?? '') + text
    },
    close: (name) => {
      if (name === 'c' && cell && row) {
        if (cell.column >= MOST_COLUMNS) {
          if (textOf(cell, shared)) throw new UnreadableSheet('too-many-columns')
        } else {
          while (row.cells.length <= cell.column) row.cells.push('')
          row.cells[cell.column] = textOf(cell, shared)
        }
        cell = null
      } else if (name === 'row' && row) {
        if (row.cells.some((text) => text)) {
          if (rows.push(row) > mostRows) throw new UnreadableSheet('too-many-rows')
        }
        row = null
      }
    },
  })
  return rows
}

/** `C7` is the third column. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? '')?.[1]
  if (!letters) return null
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function textOf({ type, value, inline, formula }: Cell, shared: readonly string[]): string {
  if (formula !== null) return `=${formula.trim()}`
  if (type === 's') return (shared[Number(value)] ?? '').trim()
  if (type === 'inlineStr') return inline.trim()
  if (type === 'b') return value === '1' ? '1' : '0'
  return value.trim()
}
