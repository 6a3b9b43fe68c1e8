import type { House } from '../../platform/house.ts'
import { secretary } from '../plan/testSupport.ts'
import { publishNotice } from './publishNotice.ts'
import { createNotice, saveNoticeDraft } from './saveNoticeDraft.ts'
import type { NoticeDraft, NoticeKind } from './tables.ts'

/* What the tests of notices share. */

/** Fields of a form written as name: value. */
export const fieldsOf = (values: Record<string, string>): NoticeDraft =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]]))

export const newsFields: Record<string, string> = {
  'title.lv': 'Sākas darbs pie plāna',
  'title.en': 'Work on the plan begins',
  'body.lv': 'Pirmā rindkopa.\n\nOtrā rindkopa.',
  'body.en': 'First paragraph.\n\nSecond paragraph.',
}

/** The fields of one opportunity: an open discussion on 30 September 2019, 14:30–17:00. */
export const opportunityFields = (number: number, values: Record<string, string> = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries({
      'title.lv': `Diskusija ${number}`,
      'title.en': `Discussion ${number}`,
      kind: 'discussion',
      'startsOn.year': '2019',
      'startsOn.part': '09',
      'startsOn.day': '30',
      hours: '14.30–17.00',
      'place.lv': 'Ministru kabineta ēka',
      'how.lv': 'Atnāciet.',
      'outcome.lv': 'Sacīto ņems vērā.',
      ...values,
    }).map(([name, value]) => [`opportunities.${number}.${name}`, value]),
  )

/** A whole notice of two opportunities. */
export const opportunitiesFields: Record<string, string> = {
  plan: 'lv-5',
  'title.lv': 'Kad un kā piedalīties',
  'body.lv': 'Iespējas piedalīties plāna tapšanā.',
  'contact.lv': 'Valsts kanceleja',
  ...opportunityFields(1),
  ...opportunityFields(2, { 'title.lv': 'Aptauja', kind: 'survey', hours: '', 'startsOn.day': '', 'startsOn.part': '10' }),
}

/** Publishes a notice and returns its id. */
export async function aNotice(house: House, kind: NoticeKind, fields: Record<string, string>): Promise<number> {
  const id = await createNotice(house, secretary, { kind, draft: fieldsOf(fields) })
  await publishNotice(house, secretary, id, { version: 1 })
  return id
}

/** Corrects a published notice whose draft version is `version`. */
export async function correct(house: House, id: number, version: number, fields: Record<string, string>): Promise<void> {
  await saveNoticeDraft(house, secretary, id, { version, draft: fieldsOf(fields) })
  await publishNotice(house, secretary, id, { version: version + 1 })
}
