import { createHash, randomBytes } from 'node:crypto'

/** Letters and digits that are not mistaken for each other (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const GROUPS = 5
const GROUP = 5

/** A voter's own token, 125 bits made by chance and shown as five groups of five: A1B2C-… Only its voter ever has it. */
export function newToken(): string {
  const letters = [...randomBytes(GROUPS * GROUP)].map((byte) => ALPHABET[byte % ALPHABET.length])
  return Array.from({ length: GROUPS }, (_, at) => letters.slice(at * GROUP, (at + 1) * GROUP).join('')).join('-')
}

/** The token in what someone typed, whatever stands between its groups; null when it is none. */
export function readToken(text: string): string | null {
  const letters = text
    .toUpperCase()
    .replace(/[\s–-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  if (letters.length !== GROUPS * GROUP || [...letters].some((letter) => !ALPHABET.includes(letter))) return null
  return letters.match(/.{5}/g)?.join('-') ?? null
}

/**
 * Under what a vote is kept and published: SHA-256 of the ballot's number, a colon and the token, in lower-case hex. Who
 * has the token works it out: `printf %s "12:A1B2C-…" | sha256sum`. From it nobody gets back to the token.
 */
export const receiptOf = (ballotId: number, token: string): string => createHash('sha256').update(`${ballotId}:${token}`).digest('hex')
