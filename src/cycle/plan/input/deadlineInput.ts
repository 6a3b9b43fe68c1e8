import type { Day, PartialDate } from '../../../platform/dates/partialDate.ts'
import { type Fields, TEXT_LIMIT } from '../../../platform/http/fields.ts'
import { type DutyKind, dutyKinds } from '../tables.ts'
import type { TypedText } from '../translations.ts'
import { FormReader } from './formReader.ts'

/** The reporting period a deadline is for: one that exists, a new one, or none. */
export type PeriodInput = { id: number } | { startsOn: Day; referenceDay: Day } | null

/** What the form of a deadline tells. */
export type DeadlineInput = {
  kind: 'legal' | 'working'
  duty: DutyKind
  period: PeriodInput
  title: TypedText
  due: PartialDate | null
  basis: TypedText
  basisUrl: string | null
  reason: string | null
}

const newPeriodFields = ['startsOn', 'referenceDay'].flatMap((name) => [`${name}.day`, `${name}.part`, `${name}.year`])

function readPeriod(reader: FormReader): PeriodInput {
  const chosen = reader.fields.trimmed('period')
  // Days that would be dropped in silence are asked about.
  if (chosen !== 'new' && newPeriodFields.some((name) => reader.fields.trimmed(name))) reader.refuse('period', 'daysWithoutNewPeriod')
  if (!chosen) return null
  if (/^\d{1,9}$/.test(chosen)) return { id: Number(chosen) }
  if (chosen !== 'new') {
    reader.refuse('period', 'unknownValue')
    return null
  }
  const startsOn = reader.day('startsOn')
  const referenceDay = reader.day('referenceDay')
  reader.inOrder(startsOn, referenceDay, 'referenceDay')
  if (startsOn && referenceDay) return { startsOn, referenceDay }
  const told = new Set(reader.problems.map((p) => p.field))
  if (!startsOn && !told.has('startsOn')) reader.refuse('startsOn', 'requiredDate')
  if (!referenceDay && !told.has('referenceDay')) reader.refuse('referenceDay', 'requiredDate')
  return null
}

const read = (reader: FormReader): DeadlineInput => ({
  kind: reader.requiredChoice('kind', ['legal', 'working']),
  duty: reader.requiredChoice('duty', dutyKinds),
  title: reader.requiredLocal('title'),
  due: reader.date('due'),
  basis: reader.requiredLocal('basis', TEXT_LIMIT),
  basisUrl: reader.url('basisUrl'),
  period: readPeriod(reader),
  reason: reader.line('reason', TEXT_LIMIT),
})

/** Reads the form of a new deadline. */
export function readNewDeadline(fields: Fields): DeadlineInput {
  const reader = new FormReader(fields)
  return reader.done(read(reader))
}

/** Reads the form of a deadline that exists. */
export function readDeadline(fields: Fields): DeadlineInput & { version: number } {
  const reader = new FormReader(fields)
  return reader.done({ version: reader.version(), ...read(reader) })
}
