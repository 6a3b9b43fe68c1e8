import type { Language } from '../platform/languages/languages.ts'
import { type AddressName, addresses, addressInLanguage } from '../web/addresses.ts'

/** Pages of things that an item or a decision may concern: whatever has an address of its own. */
const pagesOfThings = [
  'plan',
  'commitment',
  'call',
  'themes',
  'idea',
  'document',
  'notice',
  'event',
  'survey',
  'ballot',
  'report',
  'institution',
  'organisation',
] as const satisfies readonly AddressName[]

/** A thing by its address: the forum refers to things beyond its border by nothing else. */
export type ThingAddress = { name: (typeof pagesOfThings)[number]; values: Record<string, string> }

const patterns = pagesOfThings.flatMap((name) =>
  Object.values(addresses[name]).map((path) => ({
    name,
    keys: [...path.matchAll(/:(\w+)/g)].map((found) => found[1] ?? ''),
    pattern: new RegExp(`^${path.replace(/:\w+/g, '([a-z0-9][\\w.-]{0,63})')}$`),
  })),
)

/** The thing whose page has this address, whole or without its site, in either language; null when it is no such page. */
export function thingAt(typed: string, site: string): ThingAddress | null {
  const url = URL.canParse(typed, site) ? new URL(typed, site) : null
  if (!url || url.origin !== new URL(site).origin) return null
  for (const { name, keys, pattern } of patterns) {
    const found = pattern.exec(url.pathname)
    if (found) return { name, values: Object.fromEntries(keys.map((key, index) => [key, found[index + 1] ?? ''])) }
  }
  return null
}

/** The page of a thing. */
export const hrefOfThing = (language: Language, { name, values }: ThingAddress): string => addressInLanguage(language, name, values)

/** How a thing is called in the record: its English address without the language. */
export const thingObject = (thing: ThingAddress): string => hrefOfThing('en', thing).replace(/^\/en/, '')
