import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/* Secrets at rest: AES-256-GCM under a key made from the house's secret, each bound to its person. */

const CIPHER = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

const keyFrom = (secret: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', 'koprade authenticator app', 32))

/** Encrypts a text for one person: moved to another's row it can't be read. */
export function seal(secret: string, personId: string, text: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(CIPHER, keyFrom(secret), iv).setAAD(Buffer.from(personId))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** Decrypts what `seal` made; null when the house's secret has changed or the text was tampered with. */
export function unseal(secret: string, personId: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < IV_BYTES + TAG_BYTES) return null
  const decipher = createDecipheriv(CIPHER, keyFrom(secret), bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(personId))
    .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}
