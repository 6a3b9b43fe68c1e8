import { FormReader, type TypedText } from '../../cycle/plan/index.ts'
import { type Day, day } from '../../platform/dates/partialDate.ts'
import { type Fields, partialDateFields, TEXT_LIMIT } from '../../platform/http/fields.ts'
import { type Language, languages } from '../../platform/languages/languages.ts'
import { localFields } from '../../web/forms/fieldSpec.tsx'
import { problemTexts, SHORTEST_REASON, say } from '../problemTexts.ts'
import { type ThingAddress, thingAt } from '../things.ts'
import { type Item, type MeetingVersion, MOST_ITEMS } from './queries.ts'

/** A meeting as it is to be announced. */
export type MeetingInput = {
  startsOn: Day
  hours: string
  place: TypedText
  streamUrl: string | null
  note: TypedText
  /** Empty in the first version. */
  reason: TypedText
}

/** Does a text say enough to be a reason, in any language? */
export const isReason = ({ texts }: TypedText): boolean => Object.values(texts).some((text) => [...text].length >= SHORTEST_REASON)

/** Reads a text that has to say something, such as a reason. */
export function readReason(reader: FormReader, name: string, key: 'sayWhy' | 'tellMore' = 'sayWhy'): TypedText {
  const typed = reader.local(name, TEXT_LIMIT)
  if (!isReason(typed)) reader.problems.push({ field: `${name}.${languages[0]}`, say: say(key) })
  return typed
}

/** A text in the language of the page on which it is written. */
export const inOne = (language: Language, text: string): TypedText => ({ texts: { [language]: text }, checked: false })

/** Reads a page of this site that was pasted; null when nothing was. */
export function readThing(reader: FormReader, name: string, site: string): ThingAddress | null {
  const typed = reader.line(name, 2000)
  const found = typed ? thingAt(typed, site) : null
  if (typed && !found) reader.problems.push({ field: name, say: say('notAPage') })
  return found
}

/** Reads the form of a meeting; a change needs a reason. */
export function readMeeting(fields: Fields, today: Day, announced: boolean): MeetingInput {
  const reader = new FormReader(fields)
  const startsOn = reader.day('startsOn')
  if (!startsOn && !reader.problems.some(({ field }) => field === 'startsOn')) reader.refuse('startsOn', 'requiredDate')
  if (startsOn && startsOn < today) reader.problems.push({ field: 'startsOn', say: say('inThePast') })
  const before = reader.problems.length
  const hours = reader.hours('hours') ?? ''
  const [from, until] = hours.split('–')
  if (reader.problems.length === before && (!from || !until || until <= from))
    reader.problems.push({ field: 'hours', say: say('fromAndUntil') })
  const input = {
    startsOn: startsOn ?? day('2000-01-01'),
    hours,
    place: reader.requiredLocal('place'),
    streamUrl: reader.url('streamUrl'),
    note: reader.local('note', TEXT_LIMIT),
    reason: announced ? readReason(reader, 'reason') : { texts: {}, checked: false },
  }
  return reader.done(input)
}

/** The form's fields of an announced meeting; why it is changed is to be written anew. */
export const meetingFields = ({ startsOn, hours, place, streamUrl, note }: MeetingVersion): Record<string, string[]> => ({
  ...partialDateFields('startsOn', startsOn),
  hours: [hours],
  ...localFields('place', place),
  streamUrl: [streamUrl ?? ''],
  ...localFields('note', note),
})

/** A point of the agenda as it was typed; `id` is that of one that stands there already. */
export type ItemInput = {
  id: number | null
  title: TypedText
  presenter: TypedText
  about: ThingAddress | null
  consent: boolean
  proposalId: number | null
}

/** The numbers of the rows `items.1.…` in which something was typed, in order. */
const rowsIn = (fields: Fields): number[] =>
  [
    ...new Set(
      Object.entries(fields.toRecord()).flatMap(([field, values]) => {
        const found = /^items\.([1-9]\d?)\.(?:title\.(?:lv|en)|about)$/.exec(field)
        return found && values.some((value) => value.trim()) ? [Number(found[1])] : []
      }),
    ),
  ].sort((a, b) => a - b)

const idIn = (text: string): number | null => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : null)

/** Reads an agenda: rows without a title are no items. */
export function readAgenda(fields: Fields, site: string): ItemInput[] {
  const reader = new FormReader(fields)
  const rows = rowsIn(fields)
  if (!rows.length) reader.problems.push({ field: `items.1.title.${languages[0]}`, say: say('agendaIsEmpty') })
  if (rows.length > MOST_ITEMS)
    reader.problems.push({ field: 'items.1.title.lv', say: (language) => problemTexts[language].tooManyRows(MOST_ITEMS) })
  const items = rows.slice(0, MOST_ITEMS).map((number) => {
    const field = (name: string): string => `items.${number}.${name}`
    const title = reader.local(field('title'))
    if (!Object.keys(title.texts).length) reader.problems.push({ field: field(`title.${languages[0]}`), say: say('itemNeedsATitle') })
    return {
      id: idIn(fields.trimmed(field('id'))),
      title,
      presenter: reader.local(field('presenter')),
      about: readThing(reader, field('about'), site),
      consent: fields.all(field('consent')).includes('yes'),
      proposalId: idIn(fields.trimmed(field('proposal'))),
    }
  })
  return reader.done(items)
}

/** The form's fields of an agenda. */
export const agendaFields = (items: readonly Item[], addressOf: (thing: ThingAddress) => string): Record<string, string[]> =>
  Object.assign(
    {},
    ...items.map(({ id, title, presenter, about, consent, proposalId }, index) => ({
      [`items.${index + 1}.id`]: [String(id)],
      ...localFields(`items.${index + 1}.title`, title),
      ...localFields(`items.${index + 1}.presenter`, presenter),
      [`items.${index + 1}.about`]: [about ? addressOf(about) : ''],
      [`items.${index + 1}.consent`]: consent ? ['yes'] : [],
      [`items.${index + 1}.proposal`]: [proposalId === null ? '' : String(proposalId)],
    })),
  )
