import type { PartialDate } from '../../../platform/dates/partialDate.ts'
import { type Fields, TEXT_LIMIT } from '../../../platform/http/fields.ts'
import type { TypedText } from '../translations.ts'
import { FormReader } from './formReader.ts'

/** What the form of a milestone tells. */
export type MilestoneInput = {
  title: TypedText
  plannedStart: PartialDate | null
  plannedEnd: PartialDate | null
  plannedNote: TypedText
  reason: string | null
}

function read(reader: FormReader): MilestoneInput {
  const input = {
    title: reader.requiredLocal('title'),
    plannedStart: reader.date('plannedStart'),
    plannedEnd: reader.date('plannedEnd'),
    plannedNote: reader.local('plannedNote'),
    reason: reader.line('reason', TEXT_LIMIT),
  }
  reader.inOrder(input.plannedStart, input.plannedEnd, 'plannedEnd')
  return input
}

/** Reads the form of a new milestone. */
export function readNewMilestone(fields: Fields): MilestoneInput & { number: number } {
  const reader = new FormReader(fields)
  return reader.done({ number: reader.requiredNumber('number', 1, 999), ...read(reader) })
}

/** Reads the form of a milestone that exists. */
export function readMilestone(fields: Fields): MilestoneInput & { version: number } {
  const reader = new FormReader(fields)
  return reader.done({ version: reader.version(), ...read(reader) })
}
