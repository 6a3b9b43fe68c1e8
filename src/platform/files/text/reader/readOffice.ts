import type { Readable } from 'node:stream'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { limits, Unreadable } from '../limits.ts'
import { type Shape, textOfXml } from './textOfXml.ts'

/** A kind of office file: the entry by which it is known, the entries that hold what people write, and how. */
type Kind = { known: string; texts: RegExp; shape: Shape; pages?: RegExp }

const spaces = ['tab', 'br', 'cr', 's', 'line-break', 'noBreakHyphen']
const word: Shape = { within: null, only: ['t'], without: [], lines: ['p', 'tr'], spaces: [...spaces, 'tc'] }
const openDocument: Shape = {
  // What was deleted or remarked is kept in the file, but it is not what the file says.
  ...{ within: 'body', only: null, without: ['tracked-changes', 'annotation'] },
  ...{ lines: ['p', 'h', 'table-row', 'list-item'], spaces: [...spaces, 'table-cell'] },
}
const kinds: readonly Kind[] = [
  { known: 'word/document.xml', texts: /^word\/(document|footnotes|endnotes|header\d*|footer\d*)\.xml$/, shape: word },
  {
    ...{ known: 'ppt/presentation.xml', texts: /^ppt\/slides\/slide\d+\.xml$/, pages: /^ppt\/slides\/slide\d+\.xml$/ },
    shape: { within: null, only: ['t'], without: [], lines: ['p'], spaces },
  },
  {
    ...{ known: 'xl/workbook.xml', texts: /^xl\/(sharedStrings|worksheets\/sheet\d+)\.xml$/ },
    shape: { within: null, only: ['t'], without: ['rPh'], lines: ['si', 'is', 'row'], spaces },
  },
  { known: 'content.xml', texts: /^content\.xml$/, shape: openDocument },
]

/** The text of a DOCX, PPTX, XLSX, ODT or ODS file. */
export async function readOffice(content: Buffer): Promise<{ text: string; pages: number | null }> {
  const zip = await fromBufferPromise(content, { lazyEntries: true, validateEntrySizes: true })
  const entries = await entriesOf(zip)
  const kind = kinds.find(({ known }) => entries.has(known))
  if (!kind) throw new Unreadable('no-text')
  const names = [...entries.keys()].filter((name) => kind.texts.test(name)).sort(byNumber)
  const budget = { bytes: limits.unpackedBytes, characters: limits.characters + 1 }
  const texts: string[] = []
  for (const name of names) {
    const entry = entries.get(name)
    if (!entry || budget.characters <= 0) continue
    if (entry.isEncrypted()) throw new Unreadable('locked')
    const text = await textOfXml(unpacked(await zip.openReadStreamPromise(entry), budget), kind.shape, budget.characters)
    budget.characters -= text.length
    texts.push(text)
  }
  return { text: texts.join('\n'), pages: kind.pages ? names.filter((name) => kind.pages?.test(name)).length : null }
}

/** The main text first, slides and sheets by their numbers. */
const byNumber = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true })

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.entries) throw new Unreadable('too-heavy')
  const entries = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
  return entries
}

/** What comes out of an entry, counted: what an entry says of its own length is not relied on. */
async function* unpacked(stream: Readable, budget: { bytes: number }): AsyncGenerator<Buffer> {
  for await (const piece of stream) {
    budget.bytes -= (piece as Buffer).length
    if (budget.bytes < 0) throw new Unreadable('too-heavy')
    yield piece as Buffer
  }
}
