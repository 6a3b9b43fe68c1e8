import { participantSectors } from '../../people/index.ts'
import { Fields, TEXT_LIMIT } from '../../platform/http/fields.ts'
import { languages } from '../../platform/languages/languages.ts'
import { localFields } from '../../web/forms/fieldSpec.tsx'
import { FormReader, type TypedText } from '../plan/index.ts'
import { isReason, rowsIn } from './eventInput.ts'
import type { MinutesVersion } from './minutesQueries.ts'
import { problemTexts, say } from './problemTexts.ts'
import type { MinutesItem, TypedFields } from './tables.ts'

const MOST_ITEMS = 300
const MOST_CONCLUSIONS = 60
const NAME_LIMIT = 200

export type MinutesInput = {
  summary: TypedText
  items: (Omit<MinutesItem, 'text'> & { text: TypedText })[]
  conclusions: { number: number; title: TypedText; text: TypedText }[]
  reason: TypedText
}

const known =
  /^(?:(?:summary|reason)\.(?:lv|en|checked)|items\.[1-9]\d{0,2}\.(?:sector|speaker|mayName|text\.(?:lv|en))|conclusions\.[1-9]\d{0,2}\.(?:title|text)\.(?:lv|en))$/

/** The rows in which something was said or concluded: a chosen sector alone is an empty row. */
export const itemsIn = (fields: TypedFields): number[] =>
  rowsIn(Object.fromEntries(Object.entries(fields).filter(([name]) => !/\.(?:sector|mayName)$/.test(name))), 'items')

/** What was typed so far, as it is kept; only endless texts are told at once. */
export function readMinutesDraft(fields: Fields): TypedFields {
  const draft = Object.fromEntries(Object.entries(fields.toRecord()).filter(([name]) => known.test(name)))
  const reader = new FormReader(new Fields(draft))
  for (const name of ['summary', 'reason']) reader.local(name, TEXT_LIMIT)
  for (const number of itemsIn(draft)) reader.local(`items.${number}.text`, TEXT_LIMIT)
  for (const number of rowsIn(draft, 'conclusions')) {
    reader.local(`conclusions.${number}.title`)
    reader.local(`conclusions.${number}.text`, TEXT_LIMIT)
  }
  return reader.done(draft)
}

/** Reads minutes as they are to be published and refuses them with everything that is wrong or missing, in the order of the form. */
export function readMinutes(draft: TypedFields, published: boolean): MinutesInput {
  const reader = new FormReader(new Fields(draft))
  const tell = (field: string, key: Parameters<typeof say>[0]): void => void reader.problems.push({ field, say: say(key) })
  const most = (field: string, rows: number, limit: number): void => {
    if (rows > limit) reader.problems.push({ field, say: (language) => problemTexts[language].tooManyRows(limit) })
  }
  const summary = reader.requiredLocal('summary', TEXT_LIMIT)
  const [rows, conclusions] = [itemsIn(draft), rowsIn(draft, 'conclusions')]
  most('items.1.text.lv', rows.length, MOST_ITEMS)
  most('conclusions.1.title.lv', conclusions.length, MOST_CONCLUSIONS)
  const items = rows.slice(0, MOST_ITEMS).map((number) => {
    const field = (name: string): string => `items.${number}.${name}`
    const sector = reader.choice(field('sector'), participantSectors)
    if (!sector && !reader.fields.trimmed(field('sector'))) tell(field('sector'), 'itemNeedsASector')
    const speaker = reader.line(field('speaker'), NAME_LIMIT)
    // Nobody is named who has not agreed, or spoken as an official.
    if (speaker && !reader.fields.all(field('mayName')).includes('yes')) tell(field('speaker'), 'nameNeedsConsent')
    const text = reader.local(field('text'), TEXT_LIMIT)
    if (!Object.keys(text.texts).length) tell(field(`text.${languages[0]}`), 'itemNeedsText')
    return { sector: sector ?? 'resident', speaker, text }
  })
  const input: MinutesInput = {
    summary,
    items,
    conclusions: conclusions.slice(0, MOST_CONCLUSIONS).map((number) => {
      const field = (name: string): string => `conclusions.${number}.${name}`
      const [title, text] = [reader.local(field('title')), reader.local(field('text'), TEXT_LIMIT)]
      const missing = [title, text].findIndex(({ texts }) => !Object.keys(texts).length)
      if (missing >= 0) tell(field(`${['title', 'text'][missing]}.${languages[0]}`), 'conclusionNeedsBoth')
      return { number, title, text }
    }),
    reason: published ? reader.local('reason', TEXT_LIMIT) : { texts: {}, checked: false },
  }
  if (!rows.length && !conclusions.length) tell('items.1.text.lv', 'nothingInMinutes')
  if (published && !isReason(input.reason)) tell(`reason.${languages[0]}`, 'sayWhyMinutes')
  return reader.done(input)
}

/** The form's fields of published minutes, for correcting them; the reason is to be written anew. */
export const publishedMinutesFields = ({ summary, items, conclusions }: MinutesVersion): TypedFields => ({
  ...localFields('summary', summary),
  ...Object.assign(
    {},
    ...items.map(({ sector, speaker, text }, index) => ({
      [`items.${index + 1}.sector`]: [sector],
      [`items.${index + 1}.speaker`]: [speaker ?? ''],
      [`items.${index + 1}.mayName`]: speaker ? ['yes'] : [],
      ...localFields(`items.${index + 1}.text`, text),
    })),
    ...conclusions.map(({ number, title, text }) => ({
      ...localFields(`conclusions.${number}.title`, title),
      ...localFields(`conclusions.${number}.text`, text),
    })),
  ),
})
