import { createHash } from 'node:crypto'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Configuration } from '../platform/configuration.ts'
import type { House } from '../platform/house.ts'

/** So long attempts are counted, by the hash of an address, in the memory of the process. */
export const COUNTED_SECONDS = 15 * 60

/**
 * How often in a quarter of an hour: an office may share one client address, a mailbox is one person's.
 * A mailbox takes more letters than one client may ask for, so that nobody uses up another's alone.
 */
export const limits = {
  lettersToAnAddressFromAClient: 5,
  lettersToAnAddress: 20,
  lettersFromAClient: 30,
  linksFromAClient: 60,
  formsKeptForAClient: 30,
  secondStepsOfAPerson: 5,
  challengesForAClient: 60,
  subscriptionsToAnAddress: 10,
  subscriptionsFromAClient: 20,
  messagesFromAClient: 10,
  reportsFromAClient: 10,
  commentsFromAClient: 15,
  supportsFromAClient: 60,
} as const
type Limited = keyof typeof limits

const limiters = new WeakMap<Configuration, Record<Limited, RateLimiterMemory>>()

function limitersOf(house: House): Record<Limited, RateLimiterMemory> {
  const known = limiters.get(house.configuration)
  if (known) return known
  const made = Object.fromEntries(
    Object.entries(limits).map(([name, points]) => [name, new RateLimiterMemory({ points, duration: COUNTED_SECONDS })]),
  ) as Record<Limited, RateLimiterMemory>
  limiters.set(house.configuration, made)
  return made
}

/** Counts one attempt; gives the seconds to wait when there were too many, else null. Whose it is, is kept as a hash only. */
export async function secondsToWait(house: House, what: Limited, whose: string): Promise<number | null> {
  const key = createHash('sha256').update(whose).digest('base64url')
  try {
    await limitersOf(house)[what].consume(key)
    return null
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.ceil(refused.msBeforeNext / 1000)
    throw refused
  }
}
