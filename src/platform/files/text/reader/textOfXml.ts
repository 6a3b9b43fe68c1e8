import { SaxesParser } from 'saxes'
import { limits, Unreadable } from '../limits.ts'

/** Which text of an XML document counts, by elements' names without their prefix. */
export type Shape = {
  /** Only inside this element; null is everywhere. */
  within: string | null
  /** Only what stands directly in these; null is everything. */
  only: readonly string[] | null
  /** And nothing that stands in these. */
  without: readonly string[]
  /** After these a new line begins, and at these stands a space. */
  lines: readonly string[]
  spaces: readonly string[]
}

/**
 * The text of an XML document in a certain shape, at most about so many characters of it. The parser knows no declared
 * entities and reads nothing from elsewhere; a document type declaration, where such things are declared, is refused.
 */
export async function textOfXml(content: AsyncIterable<Buffer>, shape: Shape, most: number): Promise<string> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const open: string[] = []
  const pieces: string[] = []
  let characters = 0
  let inside = shape.within === null ? 1 : 0
  let outside = 0
  const add = (text: string): void => {
    pieces.push(text)
    characters += text.length
  }
  const counts = (): boolean => inside > 0 && outside === 0
  parser.on('error', () => {
    throw new Unreadable('broken')
  })
  parser.on('doctype', () => {
    throw new Unreadable('refused')
  })
  let attributes = 0
  parser.on('attribute', () => {
    attributes += 1
    if (attributes > limits.attributes) throw new Unreadable('too-heavy')
  })
  parser.on('opentag', ({ name }) => {
    attributes = 0
    const local = name.slice(name.indexOf(':') + 1)
    if (open.push(local) > limits.depth) throw new Unreadable('too-heavy')
    if (local === shape.within) inside += 1
    if (shape.without.includes(local)) outside += 1
    if (counts() && shape.spaces.includes(local)) add(' ')
  })
  parser.on('closetag', () => {
    const local = open.pop() ?? ''
    if (counts() && shape.lines.includes(local)) add('\n')
    if (local === shape.within) inside -= 1
    if (shape.without.includes(local)) outside -= 1
  })
  const text = (found: string): void => {
    if (counts() && (shape.only === null || shape.only.includes(open.at(-1) ?? ''))) add(found)
  }
  parser.on('text', text)
  parser.on('cdata', text)
  let decoder: TextDecoder | null = null
  for await (const piece of content) {
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true })
    parser.write(decoder.decode(piece, { stream: true }))
    if (characters > most) return pieces.join('')
  }
  parser.write(decoder?.decode() ?? '').close()
  return pieces.join('')
}

/** XML is UTF-8 unless it begins with the mark of UTF-16 (XML 1.0, appendix F); office programs write nothing else. */
const encodingOf = (first: Buffer): string => {
  const mark = first.subarray(0, 2).toString('hex')
  return mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8'
}
