import { z } from 'zod'

/** The interface's languages; the first one is the home of everything without a match. */
export const languages = ['lv', 'en'] as const
export type Language = (typeof languages)[number]

/** Is this word one of the interface's languages? */
export const isLanguage = (word: string): word is Language => (languages as readonly string[]).includes(word)

/** How far a text in one language has come: the original, a draft translation, one that was
 *  checked, or one whose original has changed since. */
export const textStates = ['original', 'draft', 'checked', 'outdated'] as const
export type TextState = (typeof textStates)[number]

/** One content in several languages, each with its state. A missing language is not translated yet. */
export type LocalText = Partial<Record<Language, { text: string; state: TextState }>>

const oneText = z.object({ text: z.string(), state: z.enum(textStates) })
export const localTextSchema: z.ZodType<LocalText> = z.object({
  lv: oneText.optional(),
  en: oneText.optional(),
}) as z.ZodType<LocalText>

/** What a reader gets of a content in several languages: the text, the language it is in, and
 *  whether it stands in for a missing translation. */
export type Shown = { text: string; language: Language; missing: boolean; state: TextState }

/** The text in the reader's language, else the original marked as missing, else null (not known). */
export function inLanguage(content: LocalText | null | undefined, language: Language): Shown | null {
  if (!content) return null
  const own = content[language]
  if (own) return { text: own.text, language, missing: false, state: own.state }
  for (const other of languages) {
    const found = content[other]
    if (found) return { text: found.text, language: other, missing: true, state: found.state }
  }
  return null
}

/** The bare text in the reader's language or its stand-in; empty when there is none. */
export const plainText = (content: LocalText | null | undefined, language: Language): string => inLanguage(content, language)?.text ?? ''

/** A content whose Latvian is the original and whose English was checked; either may be missing. */
export function localText(lv: string | null | undefined, en?: string | null): LocalText {
  return {
    ...(lv ? { lv: { text: lv, state: 'original' as const } } : {}),
    ...(en ? { en: { text: en, state: lv ? ('checked' as const) : ('original' as const) } } : {}),
  }
}

/** Is there a content of which a language is missing? */
export const isUntranslated = (content: LocalText | null | undefined): boolean =>
  languages.some((language) => content?.[language]) && languages.some((language) => !content?.[language])

/** Is a translation out of date, or not yet checked? */
export const isTranslationOld = (content: LocalText | null | undefined): boolean =>
  languages.some((language) => content?.[language]?.state === 'outdated' || content?.[language]?.state === 'draft')
