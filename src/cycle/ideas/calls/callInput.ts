import type { Day } from '../../../platform/dates/partialDate.ts'
import { day } from '../../../platform/dates/partialDate.ts'
import { type Fields, partialDateFields, TEXT_LIMIT } from '../../../platform/http/fields.ts'
import { type Language, type LocalText, languages } from '../../../platform/languages/languages.ts'
import type { Problem } from '../../../platform/refusal.ts'
import { localFields } from '../../../web/forms/fieldSpec.tsx'
import { editedText, editedTitle, FormReader, type TypedText } from '../../plan/index.ts'
import { type ContributionKind, contributionKinds, type ModerationMode, moderationModes } from '../tables.ts'
import type { Call } from './callState.ts'
import { type CallProblem, callProblems } from './problemTexts.ts'

const MOST_QUESTIONS = 10

/** A call that can be saved. */
export type CallInput = {
  title: TypedText
  body: TypedText
  questions: TypedText[]
  whatNext: TypedText
  kinds: ContributionKind[]
  documentId: number | null
  startsOn: Day
  endsOn: Day
  answerDays: number
  moderation: ModerationMode
  shortNoticeReason: TypedText
  /** Why an open call is corrected; empty for a draft. */
  reason: TypedText
}

/** What is wrong with a field of a call. */
export const callProblem = (field: string, key: CallProblem): Problem => ({ field, say: (language) => callProblems[language][key] })

/** Reads the form of a call; what depends on the plan is looked at when it is saved. */
export function readCall(fields: Fields): CallInput & { version: number | null } {
  const reader = new FormReader(fields)
  const startsOn = requiredDay(reader, 'startsOn')
  const endsOn = requiredDay(reader, 'endsOn')
  if (startsOn && endsOn) reader.inOrder(startsOn, endsOn, 'endsOn')
  const kinds = reader.choices('kinds', contributionKinds)
  if (!kinds.length) reader.problems.push(callProblem('kinds', 'chooseAKind'))
  const documentId = fields.trimmed('document')
  if (documentId && !/^\d{1,9}$/.test(documentId)) reader.problems.push(callProblem('document', 'unknownDocument'))
  const input = {
    title: reader.requiredLocal('title'),
    body: reader.requiredLocal('body', TEXT_LIMIT),
    questions: readQuestions(reader),
    whatNext: reader.requiredLocal('whatNext', TEXT_LIMIT),
    kinds,
    documentId: documentId ? Number(documentId) : null,
    startsOn: startsOn ?? day('2000-01-01'),
    endsOn: endsOn ?? day('2000-01-01'),
    answerDays: reader.requiredNumber('answerDays', 1, 365),
    moderation: reader.requiredChoice('moderation', moderationModes),
    shortNoticeReason: reader.local('shortNoticeReason', TEXT_LIMIT),
    reason: reader.local('reason', TEXT_LIMIT),
    version: fields.has('version') ? reader.version() : null,
  }
  return reader.done(input)
}

function requiredDay(reader: FormReader, name: string): Day | null {
  const before = reader.problems.length
  const found = reader.day(name)
  if (!found && reader.problems.length === before) reader.refuse(name, 'requiredDate')
  return found
}

/** Questions stand one a line, in each language in the same order. */
function readQuestions(reader: FormReader): TypedText[] {
  const { texts, checked } = reader.local('questions', TEXT_LIMIT)
  const lines = Object.fromEntries(languages.map((language) => [language, linesOf(texts[language])])) as Record<Language, string[]>
  const counts = languages.map((language) => lines[language].length).filter((count) => count > 0)
  const most = Math.max(0, ...counts)
  if (counts.some((count) => count !== most)) reader.problems.push(callProblem(`questions.${languages[0]}`, 'questionsDiffer'))
  if (most > MOST_QUESTIONS) reader.problems.push(callProblem(`questions.${languages[0]}`, 'tooManyQuestions'))
  return Array.from({ length: most }, (_, at) => ({
    texts: Object.fromEntries(languages.flatMap((language) => (lines[language][at] ? [[language, lines[language][at]]] : []))),
    checked,
  }))
}

const linesOf = (text: string | undefined): string[] => (text ?? '').split('\n').flatMap((line) => (line.trim() ? [line.trim()] : []))

/** What is stored of a call, from what was typed. */
export type CallColumns = Pick<
  Call,
  | 'title'
  | 'body'
  | 'questions'
  | 'whatNext'
  | 'kinds'
  | 'documentId'
  | 'startsOn'
  | 'endsOn'
  | 'answerDays'
  | 'moderation'
  | 'shortNoticeReason'
>

/** The columns after an edit; translations keep track of their originals. */
export const callColumns = (before: Call | null, input: CallInput): CallColumns => ({
  title: editedTitle(before?.title ?? null, input.title),
  body: editedTitle(before?.body ?? null, input.body),
  questions: input.questions.map((question, at) => editedTitle(before?.questions[at] ?? null, question)),
  whatNext: editedTitle(before?.whatNext ?? null, input.whatNext),
  kinds: input.kinds,
  documentId: input.documentId,
  startsOn: input.startsOn,
  endsOn: input.endsOn,
  answerDays: input.answerDays,
  moderation: input.moderation,
  shortNoticeReason: editedText(before?.shortNoticeReason ?? null, input.shortNoticeReason),
})

/** A stored call as the fields of its form. */
export function callFields(row: Call): Record<string, string[]> {
  return {
    ...localFields('title', row.title),
    ...localFields('body', row.body),
    ...questionFields(row.questions),
    ...localFields('whatNext', row.whatNext),
    kinds: [...row.kinds],
    document: [row.documentId === null ? '' : String(row.documentId)],
    ...partialDateFields('startsOn', row.startsOn),
    ...partialDateFields('endsOn', row.endsOn),
    answerDays: [String(row.answerDays)],
    moderation: [row.moderation],
    ...localFields('shortNoticeReason', row.shortNoticeReason),
  }
}

const questionFields = (questions: readonly LocalText[]): Record<string, string[]> =>
  Object.fromEntries(
    languages.map((language) => [
      `questions.${language}`,
      [questions.some((one) => one[language]) ? questions.map((one) => one[language]?.text ?? '').join('\n') : ''],
    ]),
  )
