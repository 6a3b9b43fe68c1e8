import { BadElectionFile } from './problems.ts'

const [TAB, NEWLINE, SPACE, QUOTE, HASH, STAR, SLASH] = [9, 10, 32, 34, 35, 42, 47]
const isSpace = (byte: number | undefined): boolean => byte === SPACE || (byte !== undefined && byte >= TAB && byte <= 13)

/**
 * The words of a `.blt` file, read from its bytes: a file of very many ballots would be a string too large to handle well.
 * Words end at white space; a text in quotes is one word. Comments go from `#` to the end of the line or between slash-stars.
 */
export class BltTokens {
  /** Where the word that was read last begins and ends, and its line. */
  from = 0
  to = 0
  line = 1
  private at: number
  private nextLine = 1
  private readonly bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  }

  /** Goes on to the next word; false at the end. */
  next(): boolean {
    this.skip()
    this.line = this.nextLine
    this.from = this.at
    if (this.at >= this.bytes.length) {
      this.to = this.at
      return false
    }
    if (this.bytes[this.at] === QUOTE) this.toClosingQuote()
    else while (this.at < this.bytes.length && !isSpace(this.bytes[this.at])) this.at += 1
    this.to = this.at
    return true
  }

  /** Goes on to the next word, which has to be there. */
  expect(what: string): void {
    if (!this.next()) throw new BadElectionFile(this.line, `The file ends before ${what}.`)
  }

  /** The first byte of the word. */
  get first(): number {
    return this.bytes[this.from] ?? 0
  }

  text(): string {
    return new TextDecoder().decode(this.bytes.subarray(this.from, this.to))
  }

  /** What stands in the quotes; null when the word is none in quotes. */
  quoted(): string | null {
    return this.first === QUOTE ? new TextDecoder().decode(this.bytes.subarray(this.from + 1, this.to - 1)) : null
  }

  /** The word as a whole number, or -1 when it isn't one. */
  number(): number {
    if (this.to - this.from > 15) return -1
    let value = 0
    for (let at = this.from; at < this.to; at += 1) {
      const digit = (this.bytes[at] as number) - 48
      if (digit < 0 || digit > 9) return -1
      value = value * 10 + digit
    }
    return value
  }

  private skip(): void {
    for (; this.at < this.bytes.length; this.at += 1) {
      const byte = this.bytes[this.at]
      if (byte === NEWLINE) this.nextLine += 1
      else if (byte === HASH) this.at = this.before(NEWLINE)
      else if (byte === SLASH && this.bytes[this.at + 1] === STAR) this.toEndOfComment()
      else if (!isSpace(byte)) return
    }
  }

  /** The place before the next such byte, or the last of the file. */
  private before(byte: number): number {
    const found = this.bytes.indexOf(byte, this.at)
    return (found < 0 ? this.bytes.length : found) - 1
  }

  private toEndOfComment(): void {
    const begun = this.nextLine
    for (this.at += 2; this.bytes[this.at] !== STAR || this.bytes[this.at + 1] !== SLASH; this.at += 1) {
      if (this.at >= this.bytes.length) throw new BadElectionFile(begun, 'A comment begins here and does not end.')
      if (this.bytes[this.at] === NEWLINE) this.nextLine += 1
    }
    this.at += 1
  }

  /** Names may have quotes inside: one closes a text only where nothing but the next text or a comment follows in the line. */
  private toClosingQuote(): void {
    for (this.at += 1; this.at < this.bytes.length && this.bytes[this.at] !== NEWLINE; this.at += 1) {
      if (this.bytes[this.at] === QUOTE && this.closes(this.at + 1)) {
        this.at += 1
        return
      }
    }
    throw new BadElectionFile(this.line, 'A text in quotes begins here and does not end in this line.')
  }

  private closes(after: number): boolean {
    let at = after
    while (this.bytes[at] !== NEWLINE && isSpace(this.bytes[at])) at += 1
    const next = this.bytes[at]
    if (next === undefined || next === NEWLINE) return true
    return at > after && (next === QUOTE || next === HASH || (next === SLASH && this.bytes[at + 1] === STAR))
  }
}
