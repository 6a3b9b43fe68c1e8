import type { Language } from '../../../platform/languages/languages.ts'
import { address } from '../../../web/addresses.ts'
import { type EasyThing, objectOf } from '../easyThings.ts'

/** The query that says which thing is written about, and in which language. */
export const editQuery = (thing: EasyThing, of: Language): string => `?${new URLSearchParams({ object: objectOf(thing), text: of })}`

/** Where the easy text of a thing is written in a language. */
export const editAddress = (language: Language, thing: EasyThing, of: Language): string =>
  address(language, 'easyEdit') + editQuery(thing, of)

/** The list of the things of a plan, or of the current one. */
export const listAddress = (language: Language, plan: string | null): string =>
  address(language, 'easyList') + (plan === null ? '' : `?${new URLSearchParams({ plan })}`)
