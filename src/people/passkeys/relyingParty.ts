import { isIP } from 'node:net'
import type { Configuration } from '../../platform/configuration.ts'

/** Whom a passkey is for: the site's host name, and the origin it is used at. */
export type RelyingParty = { id: string; origin: string }

/**
 * Passkeys belong to a host name on an encrypted line (WebAuthn §5.1.2); browsers make an exception for
 * “localhost”, none for a bare network address. Null where they can't work.
 */
export function relyingPartyOf({ url }: Pick<Configuration, 'url'>): RelyingParty | null {
  const { hostname, origin, protocol } = new URL(url)
  const bare = isIP(hostname.replace(/^\[|\]$/g, '')) !== 0
  return !bare && (protocol === 'https:' || hostname === 'localhost') ? { id: hostname, origin } : null
}
