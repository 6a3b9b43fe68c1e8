import type { Language } from '../platform/languages/languages.ts'
import { type AddressName, addressInLanguage } from './addresses.ts'

/** A form in which something can be followed by a program of the reader's own. */
export type FeedLink = { form: 'atom' | 'json' | 'ical'; mediaType: string; href: string }

/** What can be followed: the first part of the addresses' names. */
type Followed = 'news' | 'planNews' | 'commitmentNews' | 'institutionNews' | 'organisationNews'

/** The news of a thing, as Atom and JSON Feed. */
export const newsLinks = (language: Language, followed: Followed, values: Record<string, string> = {}): FeedLink[] => [
  { form: 'atom', mediaType: 'application/atom+xml', href: addressInLanguage(language, `${followed}Atom`, values) },
  { form: 'json', mediaType: 'application/feed+json', href: addressInLanguage(language, `${followed}Json`, values) },
]

/** The deadlines of all plans or of one, as a calendar. */
export const calendarLink = (
  language: Language,
  name: Extract<AddressName, 'calendar' | 'planCalendar'>,
  values: Record<string, string> = {},
): FeedLink => ({ form: 'ical', mediaType: 'text/calendar', href: addressInLanguage(language, name, values) })
