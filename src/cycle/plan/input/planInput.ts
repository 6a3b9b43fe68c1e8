import type { Day, PartialDate } from '../../../platform/dates/partialDate.ts'
import { type Fields, TEXT_LIMIT } from '../../../platform/http/fields.ts'
import type { TypedText } from '../translations.ts'
import { FormReader } from './formReader.ts'

/** What the form of a plan tells. */
export type PlanInput = {
  ordinal: number
  title: TypedText
  shortTitle: TypedText
  periodStart: PartialDate
  periodEnd: PartialDate
  periodNote: TypedText
  oversight: TypedText
  commitmentsExpected: TypedText
  approvedOn: Day | null
  approvalAct: TypedText
  approvalUrl: string | null
  /** Why it is approved while ideas have no answer. */
  unansweredReason: TypedText
  reason: string | null
}

/** Words that stand for a new thing in addresses can't name a plan. */
const reserved = ['jauns', 'new']

function read(reader: FormReader, today: Day): PlanInput {
  const input = {
    ordinal: reader.requiredNumber('ordinal', 1, 999),
    title: reader.requiredLocal('title'),
    shortTitle: reader.requiredLocal('shortTitle', 100),
    periodStart: reader.requiredDate('periodStart'),
    periodEnd: reader.requiredDate('periodEnd'),
    periodNote: reader.local('periodNote', TEXT_LIMIT),
    oversight: reader.local('oversight', TEXT_LIMIT),
    commitmentsExpected: reader.local('commitmentsExpected'),
    approvedOn: reader.day('approvedOn'),
    approvalAct: reader.local('approvalAct'),
    approvalUrl: reader.url('approvalUrl'),
    unansweredReason: reader.local('unansweredReason', TEXT_LIMIT),
    reason: reader.line('reason', TEXT_LIMIT),
  }
  if (!reader.problems.some((p) => p.field.startsWith('period'))) reader.inOrder(input.periodStart, input.periodEnd, 'periodEnd')
  reader.happened(input.approvedOn, 'approvedOn', today)
  return input
}

/** Reads the form of a new plan. */
export function readNewPlan(fields: Fields, today: Day): PlanInput & { id: string } {
  const reader = new FormReader(fields)
  const id = reader.requiredLine('id', 64)
  if (id && (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(id) || reserved.includes(id))) reader.refuse('id', 'notAPlanId')
  return reader.done({ id, ...read(reader, today) })
}

/** Reads the form of a plan that exists. */
export function readPlan(fields: Fields, today: Day): PlanInput & { version: number } {
  const reader = new FormReader(fields)
  return reader.done({ version: reader.version(), ...read(reader, today) })
}
