import { Unreadable } from '../limits.ts'

/** A text without any form: UTF-8, else the encoding in which Latvian was written before it. A picture is no text. */
export function readPlain(content: Buffer): string {
  if (content.includes(0)) throw new Unreadable('no-text')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return new TextDecoder('windows-1257').decode(content)
  }
}
