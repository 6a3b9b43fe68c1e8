import type { Day, PartialDate } from '../../../platform/dates/partialDate.ts'
import { type Fields, TEXT_LIMIT } from '../../../platform/http/fields.ts'
import type { TypedText } from '../translations.ts'
import { FormReader } from './formReader.ts'

/** What the form of a phase tells. */
export type PhaseInput = {
  title: TypedText
  label: TypedText
  /** The phase it comes after; null = it is the first. */
  after: number | null
  plannedStart: PartialDate | null
  plannedEnd: PartialDate | null
  plannedNote: TypedText
  hours: string | null
  actualStart: PartialDate | null
  actualEnd: PartialDate | null
  basis: TypedText
  invitation: TypedText
  reason: string | null
}

function read(reader: FormReader, today: Day): PhaseInput {
  const after = reader.fields.trimmed('after')
  if (after && !/^\d{1,9}$/.test(after)) reader.refuse('after', 'unknownValue')
  const input = {
    title: reader.requiredLocal('title'),
    label: reader.local('label', 60),
    after: after ? Number(after) : null,
    plannedStart: reader.date('plannedStart'),
    plannedEnd: reader.date('plannedEnd'),
    plannedNote: reader.local('plannedNote'),
    hours: reader.hours('hours'),
    actualStart: reader.date('actualStart'),
    actualEnd: reader.date('actualEnd'),
    basis: reader.local('basis', TEXT_LIMIT),
    invitation: reader.local('invitation', TEXT_LIMIT),
    reason: reader.line('reason', TEXT_LIMIT),
  }
  reader.inOrder(input.plannedStart, input.plannedEnd, 'plannedEnd')
  reader.inOrder(input.actualStart, input.actualEnd, 'actualEnd')
  reader.happened(input.actualStart, 'actualStart', today)
  reader.happened(input.actualEnd, 'actualEnd', today)
  return input
}

/** Reads the form of a new phase. */
export function readNewPhase(fields: Fields, today: Day): PhaseInput {
  const reader = new FormReader(fields)
  return reader.done(read(reader, today))
}

/** Reads the form of a phase that exists. */
export function readPhase(fields: Fields, today: Day): PhaseInput & { version: number } {
  const reader = new FormReader(fields)
  return reader.done({ version: reader.version(), ...read(reader, today) })
}
