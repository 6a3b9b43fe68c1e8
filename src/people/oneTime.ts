import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { and, eq, gt } from 'drizzle-orm'
import type { House } from '../platform/house.ts'
import { verification } from './tables.ts'

/** What a value is kept for: one that was made for one thing is of no use for another. */
type Purpose = 'passkey-registration' | 'passkey-sign-in' | 'identity-request' | 'identity-to-link'

/** A key that nobody guesses. */
export const newKey = (): string => randomBytes(32).toString('base64url')

/** Only the key's hash is stored: who reads the database can't use what stands there. */
const identifierOf = (purpose: Purpose, key: string): string => `${purpose}:${createHash('sha256').update(key).digest('hex')}`

/** Keeps a value until it is taken, or for so many seconds; what was kept under the key before goes. */
export async function keepForOneUse(house: House, purpose: Purpose, key: string, value: string, seconds: number): Promise<void> {
  const now = house.clock.now()
  const identifier = identifierOf(purpose, key)
  const expiresAt = new Date(now.getTime() + seconds * 1000)
  await house.db.delete(verification).where(eq(verification.identifier, identifier))
  await house.db.insert(verification).values({ id: randomUUID(), identifier, value, expiresAt, createdAt: now, updatedAt: now })
}

const found = (house: House, purpose: Purpose, key: string) =>
  and(eq(verification.identifier, identifierOf(purpose, key)), gt(verification.expiresAt, house.clock.now()))

/** The value kept under a key, left where it is; null when there is none any more. */
export async function lookAtKept(house: House, purpose: Purpose, key: string): Promise<string | null> {
  const [row] = await house.db
    .select({ value: verification.value })
    .from(verification)
    .where(found(house, purpose, key))
    .limit(1)
  return row?.value ?? null
}

/** Takes the value kept under a key: of two who come at once, one gets it. */
export async function takeKept(house: House, purpose: Purpose, key: string): Promise<string | null> {
  const [row] = await house.db
    .delete(verification)
    .where(found(house, purpose, key))
    .returning({ value: verification.value })
  return row?.value ?? null
}
