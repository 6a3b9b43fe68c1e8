import type { Day } from '../../platform/dates/partialDate.ts'
import { Fields, partialDateFields, TEXT_LIMIT } from '../../platform/http/fields.ts'
import { languages } from '../../platform/languages/languages.ts'
import { localFields } from '../../web/forms/fieldSpec.tsx'
import { FormReader, type TypedText } from '../plan/index.ts'
import { problemTexts, SHORTEST_REASON, say } from './problemTexts.ts'
import type { EventVersion } from './queries.ts'
import { type EventKind, eventKinds, type TypedFields } from './tables.ts'

const MOST_AGENDA_ITEMS = 60
const MOST_SEATS = 100_000

export type AgendaInput = { time: string | null; title: TypedText; by: TypedText }

/** An event that can be announced. */
export type EventInput = {
  title: TypedText
  kind: EventKind
  body: TypedText
  startsOn: Day
  hours: string
  place: TypedText
  accessibility: TypedText
  streamUrl: string | null
  capacity: number | null
  registrationUntil: Day | null
  agenda: AgendaInput[]
  contact: TypedText
  /** Empty in the first version. */
  reason: TypedText
}

const ownField =
  /^(?:plan|kind|hours|streamUrl|capacity|registration|(?:title|body|place|accessibility|contact|reason)\.(?:lv|en|checked)|(?:startsOn|registrationUntil)\.(?:day|part|year))$/
const agendaField = /^agenda\.([1-9]\d?)\.(?:time|(?:title|by)\.(?:lv|en))$/

/** The numbers of the rows `name.1.…`, `name.2.…` in which something was typed, in order. */
export function rowsIn(fields: TypedFields, name: string): number[] {
  const used = Object.entries(fields).flatMap(([field, values]) => {
    const [first, number, ...rest] = field.split('.')
    return first === name && number && rest.length && /^[1-9]\d{0,2}$/.test(number) && values.some((value) => value.trim())
      ? [Number(number)]
      : []
  })
  return [...new Set(used)].sort((a, b) => a - b)
}

/** What was typed so far, as it is kept: mistakes are told when it is to be announced, only endless texts at once. */
export function readEventDraft(fields: Fields): TypedFields {
  const draft = Object.fromEntries(Object.entries(fields.toRecord()).filter(([name]) => ownField.test(name) || agendaField.test(name)))
  const reader = new FormReader(new Fields(draft))
  for (const name of ['title', 'place']) reader.local(name)
  for (const name of ['body', 'accessibility', 'contact', 'reason']) reader.local(name, TEXT_LIMIT)
  for (const number of rowsIn(draft, 'agenda')) for (const name of ['title', 'by']) reader.local(`agenda.${number}.${name}`)
  return reader.done(draft)
}

/** Reads a draft as it is to be announced and refuses it with everything that is wrong or missing, in the order of the form. */
export function readEvent(draft: TypedFields, published: boolean): EventInput {
  const reader = new FormReader(new Fields(draft))
  const tell = (field: string, key: Parameters<typeof say>[0]): void => void reader.problems.push({ field, say: say(key) })
  const input: EventInput = {
    title: reader.requiredLocal('title'),
    kind: reader.requiredChoice('kind', eventKinds),
    body: reader.requiredLocal('body', TEXT_LIMIT),
    startsOn: requiredDay(reader, 'startsOn'),
    hours: requiredHours(reader, tell),
    place: reader.requiredLocal('place'),
    accessibility: reader.local('accessibility', TEXT_LIMIT),
    streamUrl: reader.url('streamUrl'),
    capacity: null,
    registrationUntil: null,
    agenda: [],
    contact: { texts: {}, checked: false },
    reason: { texts: {}, checked: false },
  }
  if (reader.requiredChoice('registration', ['asked', 'none']) === 'asked') {
    input.capacity = readCapacity(reader)
    input.registrationUntil = reader.day('registrationUntil') ?? input.startsOn
    if (input.registrationUntil > input.startsOn) tell('registrationUntil', 'registrationEndsBefore')
  }
  input.agenda = readAgenda(reader, draft, tell)
  input.contact = reader.local('contact', TEXT_LIMIT)
  if (published) {
    input.reason = reader.local('reason', TEXT_LIMIT)
    if (!isReason(input.reason)) tell(`reason.${languages[0]}`, 'sayWhy')
  }
  return reader.done(input)
}

/** Does a text say enough to be a reason, in any language? */
export const isReason = ({ texts }: TypedText): boolean => Object.values(texts).some((text) => [...text].length >= SHORTEST_REASON)

function requiredDay(reader: FormReader, name: string): Day {
  const before = reader.problems.length
  const found = reader.day(name)
  if (!found && reader.problems.length === before) reader.refuse(name, 'requiredDate')
  return found ?? ('2000-01-01' as Day)
}

function requiredHours(reader: FormReader, tell: (field: string, key: 'fromAndUntil') => void): string {
  const before = reader.problems.length
  const hours = reader.hours('hours') ?? ''
  const [from, until] = hours.split('–')
  if (reader.problems.length === before && (!from || !until || until <= from)) tell('hours', 'fromAndUntil')
  return hours
}

function readCapacity(reader: FormReader): number | null {
  const typed = reader.fields.trimmed('capacity')
  if (!typed) return null
  const seats = /^\d{1,6}$/.test(typed) ? Number(typed) : 0
  if (seats < 1 || seats > MOST_SEATS)
    reader.problems.push({ field: 'capacity', say: (language) => problemTexts[language].capacityIsANumber(MOST_SEATS) })
  return Math.max(1, seats)
}

function readAgenda(
  reader: FormReader,
  draft: TypedFields,
  tell: (field: string, key: 'agendaNeedsATitle' | 'notAnHour') => void,
): AgendaInput[] {
  const numbers = rowsIn(draft, 'agenda')
  if (numbers.length > MOST_AGENDA_ITEMS)
    reader.problems.push({ field: 'agenda.1.title.lv', say: (language) => problemTexts[language].tooManyRows(MOST_AGENDA_ITEMS) })
  return numbers.slice(0, MOST_AGENDA_ITEMS).map((number) => {
    const field = (name: string): string => `agenda.${number}.${name}`
    const before = reader.problems.length
    const time = reader.hours(field('time'))
    if (reader.problems.length === before && time?.includes('–')) tell(field('time'), 'notAnHour')
    const title = reader.local(field('title'))
    if (!Object.keys(title.texts).length) tell(field(`title.${languages[0]}`), 'agendaNeedsATitle')
    return { time, title, by: reader.local(field('by')) }
  })
}

/** The form's fields of a published version, for changing it; the reason is to be written anew. */
export const publishedFields = (planId: string | null, version: EventVersion): TypedFields => ({
  plan: [planId ?? ''],
  kind: [version.kind],
  ...localFields('title', version.title),
  ...localFields('body', version.body),
  ...partialDateFields('startsOn', version.startsOn),
  hours: [version.hours],
  ...localFields('place', version.place),
  ...localFields('accessibility', version.accessibility),
  streamUrl: [version.streamUrl ?? ''],
  registration: [version.registrationUntil ? 'asked' : 'none'],
  capacity: [version.capacity === null ? '' : String(version.capacity)],
  ...partialDateFields('registrationUntil', version.registrationUntil),
  ...localFields('contact', version.contact),
  ...Object.assign(
    {},
    ...version.agenda.map(({ time, title, by }, index) => ({
      [`agenda.${index + 1}.time`]: [time ?? ''],
      ...localFields(`agenda.${index + 1}.title`, title),
      ...localFields(`agenda.${index + 1}.by`, by),
    })),
  ),
})
