import type { Day } from '../../../platform/dates/partialDate.ts'
import { partialDate } from '../../../platform/dates/partialDate.ts'
import type { Fields } from '../../../platform/http/fields.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { FormReader } from '../input/formReader.ts'
import type { Answer } from './answerRequest.ts'
import type { ExtensionWish } from './askForExtension.ts'
import type { Extension } from './extendDeadline.ts'

/** A reason is a few sentences: everyone reads it beside the date. */
export const REASON_LIMIT = 2000

function readReason(reader: FormReader): string {
  const reason = reader.text('reason', REASON_LIMIT) ?? ''
  if ([...reason].length < 10) reader.refuse('reason', 'sayWhy')
  return reason
}

function readUntil(reader: FormReader): Day {
  const before = reader.problems.length
  const until = reader.day('until')
  if (!until && reader.problems.length === before) reader.refuse('until', 'requiredDate')
  return until ?? (partialDate('2000-01-01') as Day)
}

/** Reads the form by which the secretariat extends a deadline; `language` is the page's, in which the reason is written. */
export function readExtension(fields: Fields, language: Language): Extension {
  const reader = new FormReader(fields)
  const version = reader.version()
  const forWhom = reader.requiredChoice('forWhom', ['everyone', 'one'])
  const organisationId = forWhom === 'one' ? reader.line('organisation') : null
  if (forWhom === 'one' && organisationId === null) reader.refuse('organisation', 'chooseWhoTakesPart')
  const until = readUntil(reader)
  return reader.done({ version, organisationId, until, reason: readReason(reader), language })
}

/** Reads a wish for more time. */
export function readWish(fields: Fields, language: Language): ExtensionWish {
  const reader = new FormReader(fields)
  const until = readUntil(reader)
  return reader.done({ until, reason: readReason(reader), language })
}

/** Reads the secretariat's answer to a wish. */
export function readAnswer(fields: Fields, language: Language): Answer {
  const reader = new FormReader(fields)
  const decision = reader.requiredChoice('decision', ['granted', 'refused'])
  const until = decision === 'granted' ? readUntil(reader) : null
  const reason = readReason(reader)
  return reader.done(until ? { decision: 'granted', until, reason, language } : { decision: 'refused', reason, language })
}
