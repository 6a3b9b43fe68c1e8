import { createHmac, timingSafeEqual } from 'node:crypto'
import type { House } from '../../platform/house.ts'
import { openInstance, readInstance } from '../../platform/instance.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { address } from '../../web/addresses.ts'

/** What a link in a letter about ideas lets its bearer do: object to a merge, or get no more such letters. */
export type LinkPurpose = 'mergeObjection' | 'ideaLettersStop'

/** Makes the links of letters: signed with the instance's own secret, which is never changed. */
export type LinkMaker = (language: Language, purpose: LinkPurpose, id: string | number) => string

const signed = (secret: string, purpose: LinkPurpose, id: string | number): string =>
  `${id}.${createHmac('sha256', secret).update(`${purpose}:${id}`).digest('base64url')}`

async function secretOf(house: House): Promise<string> {
  return ((await readInstance(house.db)) ?? (await openInstance(house.db, house.demonstration !== null))).secret
}

/** Reads the secret once for many letters. */
export async function linkMaker(house: House): Promise<LinkMaker> {
  const secret = await secretOf(house)
  return (language, purpose, id) =>
    `${house.configuration.url}${address(language, purpose)}?${new URLSearchParams({ token: signed(secret, purpose, id) })}`
}

/** What a link is about when its signature is right for the purpose; else null. */
export async function idInLink(house: House, purpose: LinkPurpose, token: string): Promise<string | null> {
  const id = /^([\w-]{1,64})\.[\w-]{43}$/.exec(token)?.[1]
  if (!id) return null
  const right = Buffer.from(signed(await secretOf(house), purpose, id))
  const given = Buffer.from(token)
  return given.length === right.length && timingSafeEqual(given, right) ? id : null
}
