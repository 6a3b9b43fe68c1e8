import { type Language, type LocalText, languages } from '../../platform/languages/languages.ts'

/** What was typed of a content in several languages; `checked` says that an old translation is right as it stands. */
export type TypedText = { texts: Partial<Record<Language, string>>; checked: boolean }

/** A text typed in these languages, for those who call without a form. */
export const typed = (lv?: string, en?: string): TypedText => ({ texts: { ...(lv ? { lv } : {}), ...(en ? { en } : {}) }, checked: false })

/** The language a content was written in first; null when there is no content. */
export function originalLanguage(content: LocalText | null): Language | null {
  if (!content) return null
  return languages.find((language) => content[language]?.state === 'original') ?? languages.find((language) => content[language]) ?? null
}

/** The words a content was first written in; null when there are none. */
export function originalText(content: LocalText | null): string | null {
  const language = originalLanguage(content)
  return language ? (content?.[language]?.text ?? null) : null
}

/**
 * The content after an edit. The original stays the original; when it changes, a translation that was
 * left as it was is marked out of date, and one that was rewritten counts as checked. Null when nothing is left.
 */
export function editedText(before: LocalText | null, { texts, checked }: TypedText): LocalText | null {
  const first = originalLanguage(before)
  const original = first && texts[first] ? first : languages.find((language) => texts[language])
  if (!original) return null
  const originalChanged = first !== null && before?.[original]?.text !== texts[original]
  const after: LocalText = {}
  for (const language of languages) {
    const text = texts[language]
    if (!text) continue
    const old = before?.[language]
    if (language === original) after[language] = { text, state: 'original' }
    else if (!old || old.text !== text || old.state === 'original') after[language] = { text, state: 'checked' }
    else if (originalChanged && !checked) after[language] = { text, state: 'outdated' }
    else after[language] = { text, state: checked ? 'checked' : old.state }
  }
  return after
}

/** The same, for a content that can't be empty: a reader of the form has made sure that something was typed. */
export function editedTitle(before: LocalText | null, input: TypedText): LocalText {
  const after = editedText(before, input)
  if (!after) throw new TypeError('a required text was empty')
  return after
}
