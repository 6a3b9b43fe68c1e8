import type { House } from '../../platform/house.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { isSame, openSigning, type Sign } from '../../platform/signing.ts'
import { address } from '../../web/addresses.ts'

/** The link by which whoever got the letter gives up their seat, signed in or not. */
export function leaveLink(house: House, sign: Sign, language: Language, { eventId, id }: { eventId: number; id: number }): string {
  const token = tokenOf(sign, id)
  return `${house.configuration.url}${address(language, 'eventLeave', { event: eventId })}?${new URLSearchParams({ token })}`
}

const tokenOf = (sign: Sign, id: number): string => `${id}.${sign(`event-registration:${id}`)}`

/** Whose registration a letter's link is about, when its signature is right. */
export async function registrationIn(house: House, token: string): Promise<number | null> {
  const id = /^([1-9]\d{0,9})\.[\w-]{43}$/.exec(token)?.[1]
  if (!id) return null
  return isSame(token, tokenOf(await openSigning(house), Number(id))) ? Number(id) : null
}
