import type { Day } from './dates/partialDate.ts'
import type { Language, LocalText } from './languages/languages.ts'

/** The kinds of things that are to be done, in the order in which they are offered. */
export const taskKinds = [
  'update',
  'self-assessment',
  'partner-assessment',
  'extension-request',
  'report',
  'report-text',
  'notice-draft',
  'call-draft',
  'idea-answer',
  'merge-objection',
  'event-draft',
  'event-minutes',
  'missing-text',
  'translation',
  'moderation',
  'survey-texts',
  'accessibility-messages',
  'letters',
] as const
export type TaskKind = (typeof taskKinds)[number]

/** Who has to do it: one of those who act for an institution or organisation, or one of those who run the house. */
export type TaskDoer =
  | { role: 'officer' | 'representative'; organisationId: string }
  | { role: 'moderator' | 'secretariat' | 'administrator'; organisationId: null }

/**
 * Something that is to be done. Tasks are not stored: each module tells its own from its rows (tasks.ts), and
 * what is done is told no more.
 */
export type Task = {
  /** Its name, the same each time it is told: letters, digits, dots and hyphens, such as `update.12.3.vk`. */
  id: string
  kind: TaskKind
  planId: string | null
  /** Its place in the plan, as people write it: `9`, `9.2`; empty where it has none. */
  place: string
  /** The title of what it is about, and of what that belongs to. */
  title: LocalText
  within: LocalText | null
  doer: TaskDoer
  /** Until when, by law and by the working plan; the last day where the date is less precise. Null = there is no such date. */
  legal: Day | null
  working: Day | null
  /** The working date as it was before it was extended; null = it never was. */
  workingAtFirst: Day | null
  /** When a draft was saved; for the eyes of those who have to do it alone. */
  begunAt: Date | null
  /** What else is to be said of it, in words. */
  remark: ((language: Language) => string) | null
  /** Where it is done. */
  href: (language: Language) => string
  /** Where everyone sees what it is about; null where there is no such page. */
  publicHref: ((language: Language) => string) | null
}

/** Whose tasks are asked for: of all, or of these with those of others who take part in the same commitments; and of whom in the house. */
export type TasksAsked = {
  today: Day
  organisations: readonly string[] | 'all'
  house: readonly ('moderator' | 'secretariat' | 'administrator')[]
}
