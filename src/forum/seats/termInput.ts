import { FormReader, type TypedText } from '../../cycle/plan/index.ts'
import { type Day, day } from '../../platform/dates/partialDate.ts'
import type { Fields } from '../../platform/http/fields.ts'
import { type Office, offices, type TermKind, termKinds } from '../tables.ts'

const NAME_LIMIT = 200

/** Someone who is to hold a seat, or to stand in. */
export type TermInput = {
  kind: TermKind
  name: string
  position: TypedText
  organisationId: string | null
  office: Office | null
  nth: number
  chosen: TypedText
  startsOn: Day
  endsOn: Day | null
}

/** Reads the form of a new term; `organisations` are those that can be chosen. */
export function readTerm(fields: Fields, organisations: readonly string[]): TermInput {
  const reader = new FormReader(fields)
  const kind = reader.requiredChoice('kind', termKinds)
  const name = (reader.requiredLine('name', NAME_LIMIT) || '').replace(/\s+/g, ' ')
  const position = reader.local('position')
  const organisationId = reader.choice('organisation', organisations)
  const office = reader.choice('office', offices)
  const startsOn = reader.day('startsOn')
  if (!startsOn && !reader.problems.some(({ field }) => field === 'startsOn')) reader.refuse('startsOn', 'requiredDate')
  const endsOn = reader.day('endsOn')
  reader.inOrder(startsOn, endsOn, 'endsOn')
  const nth = reader.requiredNumber('nth', 1, 20)
  const chosen = reader.local('chosen', 2000)
  return reader.done({ kind, name, position, organisationId, office, nth, chosen, startsOn: startsOn ?? day('2000-01-01'), endsOn })
}
