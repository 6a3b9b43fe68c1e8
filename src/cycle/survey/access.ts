import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { House } from '../../platform/house.ts'
import { openInstance, readInstance } from '../../platform/instance.ts'

/** A key that nobody guesses: for a browser, or in a link. */
export const newKey = (): string => randomBytes(24).toString('base64url')

/** Is this the form of such a key? */
export const isKey = (text: string): boolean => /^[\w-]{32}$/.test(text)

/** What is stored of a key: a hash, another one for each survey and each purpose. */
export const hashOfKey = (purpose: 'draft' | 'browser' | 'link', surveyId: number, key: string): string =>
  createHash('sha256').update(`${purpose}:${surveyId}:${key}`).digest('hex')

/** What only the program can make of a person or an address: without the instance's secret nobody can try them all. */
export async function sealed(house: House, purpose: 'took part' | 'answer' | 'address', surveyId: number, whose: string): Promise<string> {
  const { secret } = (await readInstance(house.db)) ?? (await openInstance(house.db, house.demonstration !== null))
  return createHmac('sha256', secret).update(`survey ${purpose}:${surveyId}:${whose}`).digest('hex')
}
