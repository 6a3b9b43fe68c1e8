import { FormReader, type TypedText } from '../cycle/plan/index.ts'
import type { Day } from '../platform/dates/partialDate.ts'
import { type Fields, TEXT_LIMIT } from '../platform/http/fields.ts'

/** The statement's texts in several languages that may be empty, in the order of the form. */
export const optionalTexts = ['law', 'method', 'evaluator', 'limits', 'burden', 'alternatives', 'complaint'] as const
export type OptionalText = (typeof optionalTexts)[number]

/** What the form of the statement tells; version 0 = nothing was published yet. */
export type StatementInput = Record<'institution' | 'contact' | OptionalText, TypedText> & {
  version: number
  evaluatedOn: Day | null
  protocolUrl: string | null
}

/** Reads the form of the statement. */
export function readStatement(fields: Fields, today: Day): StatementInput {
  const reader = new FormReader(fields)
  const input = {
    version: reader.version(),
    institution: reader.requiredLocal('institution'),
    contact: reader.requiredLocal('contact', TEXT_LIMIT),
    law: reader.local('law', TEXT_LIMIT),
    method: reader.local('method'),
    evaluator: reader.local('evaluator'),
    evaluatedOn: reader.day('evaluatedOn'),
    protocolUrl: reader.url('protocolUrl'),
    limits: reader.local('limits', TEXT_LIMIT),
    burden: reader.local('burden', TEXT_LIMIT),
    alternatives: reader.local('alternatives', TEXT_LIMIT),
    complaint: reader.local('complaint', TEXT_LIMIT),
  }
  reader.happened(input.evaluatedOn, 'evaluatedOn', today)
  return reader.done(input)
}
