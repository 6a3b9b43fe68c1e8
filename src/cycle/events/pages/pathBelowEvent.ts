import type { Language } from '../../../platform/languages/languages.ts'
import { address } from '../../../web/addresses.ts'
import type { PathStep } from '../../../web/Layout.tsx'
import { named } from '../../../web/named.ts'
import type { EventVersion } from '../queries.ts'
import { eventTexts } from './eventTexts.ts'

/** The way to what lies below an announced event's page, for everyone. */
export const pathBelowEvent = (language: Language, eventId: number, { title }: Pick<EventVersion, 'title'>): PathStep[] => [
  { title: eventTexts[language].title, href: address(language, 'events') },
  { title: named(title, language), href: address(language, 'event', { event: eventId }) },
]
