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
  title: LocalText
  body: LocalText
  /** Null: since ever. */
  knownFrom: Day | null
  /** The day from which another text stands in its place; null: none does. */
  knownUntil: Day | null
  demonstration: boolean
}

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
