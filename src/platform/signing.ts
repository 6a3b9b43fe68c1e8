import { createHmac, timingSafeEqual } from 'node:crypto'
import type { House } from './house.ts'
import { openInstance, readInstance } from './instance.ts'

/** Signs a word: whoever shows the signature has got it from us. */
export type Sign = (word: string) => string

/**
 * Signs with the instance's own secret, which is never changed: a link in an old letter must still work when the
 * secret that signs sessions has been renewed.
 */
export async function openSigning(house: House): Promise<Sign> {
  const { secret } = (await readInstance(house.db)) ?? (await openInstance(house.db, house.demonstration !== null))
  return (word) => createHmac('sha256', secret).update(word).digest('base64url')
}

/** Compares in the same time, however much of it is right. */
export function isSame(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}
