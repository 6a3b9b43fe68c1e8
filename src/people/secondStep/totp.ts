import { Secret, TOTP } from 'otpauth'

/** Seconds that a code stands (RFC 6238 §5.2). */
export const CODE_SECONDS = 30
/** One step either way for clocks that differ and for slow typing, as RFC 6238 §5.2 recommends at most. */
const WINDOW = 1

/** A new secret in base32, 160 bits as RFC 4226 §4 recommends. */
export const newSecret = (): string => new Secret({ size: 20 }).base32

const appWith = (secret: string, label = ''): TOTP =>
  new TOTP({ issuer: 'Koprade', label, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: CODE_SECONDS })

/** The otpauth: address that an authenticator app reads from the QR code. */
export const appAddress = (secret: string, email: string): string => appWith(secret, email).toString()

/**
 * The time step for which a code is right, or null. A step that was used, and those before it, are
 * not taken again, so that a code which someone looked over the shoulder at is of no use.
 */
export function stepOf(secret: string, code: string, now: Date, lastStep: number | null): number | null {
  if (!/^\d{6}$/.test(code)) return null
  const timestamp = now.getTime()
  const delta = appWith(secret).validate({ token: code, timestamp, window: WINDOW })
  if (delta === null) return null
  const step = TOTP.counter({ period: CODE_SECONDS, timestamp }) + delta
  return lastStep === null || step > lastStep ? step : null
}
