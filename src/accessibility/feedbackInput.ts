import { readEmail } from '../people/index.ts'
import type { Fields } from '../platform/http/fields.ts'
import { type Problem, wrongFields } from '../platform/refusal.ts'
import { feedbackTexts } from './feedbackTexts.ts'

/** What anyone may write about a barrier. */
export type FeedbackInput = { text: string; page: string | null; email: string | null }

/** The most characters of a message or an answer, and of a page's address. */
export const MESSAGE_LIMIT = 5000
const PAGE_LIMIT = 500
/** Nobody reads a form and writes a sentence in less; a program does. */
const LEAST_SECONDS = 4

/** The field that no person sees: programs that fill in everything fill it in. */
export const TRAP = 'website'

type Key = {
  [K in keyof (typeof feedbackTexts)['lv']]: (typeof feedbackTexts)['lv'][K] extends string ? K : never
}[keyof (typeof feedbackTexts)['lv']]

const problem = (field: string, key: Key): Problem => ({ field, say: (language) => feedbackTexts[language][key] })

const tooLong = (field: string, limit: number, text: string): Problem[] =>
  [...text].length > limit ? [{ field, say: (language) => feedbackTexts[language].tooLong(limit) }] : []

/** A text that has to be there, or what is wrong with it. */
export function readMessage(fields: Fields, name: 'text' | 'answer'): { text: string; problems: Problem[] } {
  const text = fields.trimmed(name)
  const missing = text ? [] : [problem(name, name === 'text' ? 'writeSomething' : 'writeAnAnswer')]
  return { text, problems: [...missing, ...tooLong(name, MESSAGE_LIMIT, text)] }
}

/**
 * Reads the form that anyone may send. A program that fills in every field, or is quicker than a person, is
 * refused like a mistake: should it have been a person, all that was typed is there, and the next sending passes.
 */
export function readFeedback(fields: Fields, now: Date): FeedbackInput {
  const { text, problems } = readMessage(fields, 'text')
  const page = fields.trimmed('page').replaceAll('\n', ' ')
  const typedEmail = fields.trimmed('email')
  const email = typedEmail ? readEmail(typedEmail) : null
  const wrong = [
    ...problems,
    ...tooLong('page', PAGE_LIMIT, page),
    ...(typedEmail && !email ? [problem('email', 'notAnEmail')] : []),
    ...(fields.trimmed(TRAP) ? [problem(TRAP, 'leaveEmpty')] : []),
    ...(tooQuick(fields.trimmed('opened'), now) ? [problem('text', 'tooQuick')] : []),
  ]
  if (wrong.length) throw wrongFields(wrong)
  return { text, page: page || null, email }
}

/** The form tells when it was drawn, in milliseconds; without that it was not drawn for anyone. */
function tooQuick(opened: string, now: Date): boolean {
  return !/^\d{1,15}$/.test(opened) || now.getTime() - Number(opened) < LEAST_SECONDS * 1000
}
