import { and, gt, lte, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Database } from './database/database.ts'
import type { Day } from './dates/partialDate.ts'
import type { LocalText } from './languages/languages.ts'

/** The kinds of things that can be found, in the order in which they are shown. */
export const publicTextKinds = [
  'plan',
  'commitment',
  'milestone',
  'update',
  'assessment',
  'evidence',
  'document',
  'call',
  'idea',
  'notice',
  'event',
  'survey',
  'ballot',
  'easy',
  'institution',
  'organisation',
] as const
export type PublicTextKind = (typeof publicTextKinds)[number]

/** A text that anyone may read, and the thing it belongs to. A thing may have several, each known from its own day. */
export type PublicText = {
  /** The thing, such as `commitment:12`. */
  object: string
  /** The text within the thing. */
  part: string
  kind: PublicTextKind
  planId: string | null
  /** The commitment it belongs to, by its row and by its number in the plan. */
  commitmentId: number | null
  commitmentNumber: number | null
  milestoneNumber: number | null
  organisationId: string | null
  /** The last day of the reporting period that it reports on: tells two reports on one thing apart. */
  referenceDay: Day | null
  title: LocalText
  body: LocalText
  /** A file that belongs to it (SHA-256): what is written in the file is found too, once it has been read. */
  fileHash: string | null
  /** Null: since ever. */
  knownFrom: Day | null
  /** The day from which another text stands in its place; null: none does. */
  knownUntil: Day | null
  demonstration: boolean
}

/** What a public text of its own says about nothing but itself. */
export const belongingNowhere = {
  planId: null,
  commitmentId: null,
  commitmentNumber: null,
  milestoneNumber: null,
  organisationId: null,
  referenceDay: null,
  fileHash: null,
  knownFrom: null,
  knownUntil: null,
  demonstration: false,
} satisfies Partial<PublicText>

/** A stretch of the public record: the entries after one number, up to another and with it. */
export type Stretch = { after: number; upTo: number }

/** What names an entry of this stretch in its column `record_seq`. */
export const namedIn = (recordSeq: PgColumn, { after, upTo }: Stretch): SQL | undefined => and(gt(recordSeq, after), lte(recordSeq, upTo))

/** A module's texts of all things that changed in a stretch of the record, each thing whole: all its texts, in all versions. */
export type PublicTexts = (db: Database, stretch: Stretch) => Promise<PublicText[]>

/** Several contents as one, each language by itself; what is missing stays missing. */
export function joined(contents: readonly (LocalText | null | undefined)[]): LocalText {
  const together: LocalText = {}
  for (const content of contents)
    for (const language of ['lv', 'en'] as const) {
      const text = content?.[language]
      if (text)
        together[language] = { text: together[language] ? `${together[language].text}\n${text.text}` : text.text, state: text.state }
    }
  return together
}

/** The later of two days; null is since ever. */
export const laterOf = (a: Day | null, b: Day | null): Day | null => (a === null || (b !== null && b > a) ? b : a)
