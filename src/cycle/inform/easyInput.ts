import { type Fields, TEXT_LIMIT } from '../../platform/http/fields.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { FormReader } from '../plan/index.ts'
import type { EasyInput } from './publishEasyText.ts'

/** Short enough to be read at a glance. */
export const EASY_TITLE_LIMIT = 120

/** Reads the form of an easy text in a language. */
export function readEasyText(fields: Fields, language: Language): EasyInput {
  const reader = new FormReader(fields)
  const title = reader.requiredLine('title', EASY_TITLE_LIMIT)
  const body = reader.text('body', TEXT_LIMIT)
  if (!body) reader.refuse('body', 'required')
  return reader.done({ language, title, body: body ?? '', version: reader.version() })
}
