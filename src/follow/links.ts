import { createHmac, timingSafeEqual } from 'node:crypto'
import type { House } from '../platform/house.ts'
import { openInstance, readInstance } from '../platform/instance.ts'
import type { Language } from '../platform/languages/languages.ts'
import { type AddressName, addressInLanguage } from '../web/addresses.ts'

/** What a link in a letter lets its bearer do: see and change the subscriptions, or end them all and see nothing. */
export type Purpose = 'manage' | 'unsubscribe'

/** Who bears a letter's link, for one purpose. */
export type Signer = { tokenOf: (purpose: Purpose, subscriberId: string) => string }

/**
 * Signs the links of letters. With the instance's own secret, which is never changed: a link in an old
 * letter must still end the letters, also when the secret that signs sessions has been renewed.
 */
export async function openSigner(house: House): Promise<Signer> {
  const { secret } = (await readInstance(house.db)) ?? (await openInstance(house.db, house.demonstration !== null))
  return {
    tokenOf: (purpose, id) => `${id}.${createHmac('sha256', secret).update(`${purpose}:${id}`).digest('base64url')}`,
  }
}

/** Whose letter a link stands in, when its signature is right for the purpose; the address may have been erased since. */
export async function subscriberOf(house: House, purpose: Purpose, token: string): Promise<string | null> {
  const id = /^([\da-f-]{36})\.[\w-]{43}$/.exec(token)?.[1]
  if (!id) return null
  const right = Buffer.from((await openSigner(house)).tokenOf(purpose, id))
  const given = Buffer.from(token)
  return given.length === right.length && timingSafeEqual(given, right) ? id : null
}

/** The address of a page with a token in it. */
export const withToken = (house: House, language: Language, name: AddressName, token: string): string =>
  `${house.configuration.url}${addressInLanguage(language, name, {})}?${new URLSearchParams({ token })}`
