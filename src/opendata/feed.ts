import type { Entry } from '../follow/index.ts'
import type { Day } from '../platform/dates/partialDate.ts'
import type { Language } from '../platform/languages/languages.ts'

/** A feed before it is written as Atom or JSON Feed. All addresses are whole. */
export type Feed = {
  id: string
  title: string
  language: Language
  updated: Day
  /** The page that shows the same. */
  page: string
  self: string
  /** The first, next and previous page of the feed, where there are such (RFC 5005 §3). */
  pages: { first?: string; next?: string; previous?: string }
  entries: readonly (Omit<Entry, 'path'> & { url: string })[]
}
