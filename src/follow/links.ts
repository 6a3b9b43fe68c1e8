import type { House } from '../platform/house.ts'
import type { Language } from '../platform/languages/languages.ts'
import { isSame, openSigning } from '../platform/signing.ts'
import { type AddressName, addressInLanguage } from '../web/addresses.ts'

/** What a link in a letter lets its bearer do: see and change the subscriptions, or end them all and see nothing. */
export type Purpose = 'manage' | 'unsubscribe'

/** Who bears a letter's link, for one purpose. */
export type Signer = { tokenOf: (purpose: Purpose, subscriberId: string) => string }

/** Signs the links of letters. */
export async function openSigner(house: House): Promise<Signer> {
  const sign = await openSigning(house)
  return { tokenOf: (purpose, id) => `${id}.${sign(`${purpose}:${id}`)}` }
}

/** Whose letter a link stands in, when its signature is right for the purpose; the address may have been erased since. */
export async function subscriberOf(house: House, purpose: Purpose, token: string): Promise<string | null> {
  const id = /^([\da-f-]{36})\.[\w-]{43}$/.exec(token)?.[1]
  if (!id) return null
  return isSame(token, (await openSigner(house)).tokenOf(purpose, id)) ? id : null
}

/** The address of a page with a token in it. */
export const withToken = (house: House, language: Language, name: AddressName, token: string): string =>
  `${house.configuration.url}${addressInLanguage(language, name, {})}?${new URLSearchParams({ token })}`
