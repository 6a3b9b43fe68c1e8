import type { Language } from '../platform/languages/languages.ts'
import { type AddressName, addressInLanguage } from './addresses.ts'

/** A form in which something can be followed by a program of the reader's own. */
export type FeedLink = { form: 'atom' | 'json' | 'ical'; mediaType: string; href: string }

/** What can be followed: the first part of the addresses' names. */
type Followed = 'news' | 'planNews' | 'commitmentNews' | 'institutionNews' | 'organisationNews' | 'topicNews' | 'ideasNews' | 'ideaNews'

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

/** How what can be followed by e-mail is named, in addresses and in what is kept. */
export const scopeKey = {
  everything: 'everything',
  plan: (id: string) => `plan/${id}`,
  commitment: (plan: string, number: number) => `commitment/${plan}/${number}`,
  organisation: (id: string) => `organisation/${id}`,
  topic: (id: string) => `topic/${id}`,
  ideas: (plan: string) => `ideas/${plan}`,
  idea: (plan: string, number: number) => `idea/${plan}/${number}`,
} as const

/** The page on which a thing can be followed by e-mail. */
export const mailLink = (language: Language, key: string): string =>
  `${addressInLanguage(language, 'follow', {})}?${new URLSearchParams({ what: key })}`
