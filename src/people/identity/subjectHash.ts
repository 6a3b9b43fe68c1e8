import { createHmac } from 'node:crypto'
import type { IdentityProviderId } from '../tables.ts'
import type { Identified } from './provider.ts'

/**
 * What is kept of an e-identity: HMAC-SHA-256 under a key of its own setting. A personal code has few
 * possible values, so a hash without a key could be tried out; with the key elsewhere than the database it
 * can't. The same person at another service, or at another issuer, has another hash.
 */
export function subjectHash(
  secret: string,
  provider: IdentityProviderId,
  { issuer, subject }: Pick<Identified, 'issuer' | 'subject'>,
): string {
  return createHmac('sha256', secret)
    .update(`koprade linked identity 1\n${JSON.stringify([provider, issuer, subject])}`)
    .digest('hex')
}
