import type { House } from '../../platform/house.ts'
import { Fields } from '../../platform/http/fields.ts'
import { secretary } from '../plan/testSupport.ts'
import { publishSurvey } from './publishSurvey.ts'
import { createSurvey } from './saveSurveyDraft.ts'
import type { TypedFields } from './tables.ts'

/* What the tests of surveys share. */

/** Fields of a form written as name: value or name: values. */
export const fieldsOf = (values: Record<string, string | string[]>): TypedFields =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value].flat()]))

export const typed = (values: Record<string, string | string[]>): Fields => new Fields(fieldsOf(values))

/**
 * A survey of two pages: a choice; what only those are asked who chose “Jā”, on the same page; several choices; then a
 * ranking, a scale, a number, a short and a long text. Open from 1 to 20 September 2019.
 */
export const surveyFields: Record<string, string | string[]> = {
  'title.lv': 'Kā piedalāties?',
  'title.en': 'How do you take part?',
  'introduction.lv': 'Ievads.',
  'thanks.lv': 'Paldies!',
  order: 'p1 q1 q2 q3 p2 q4 q5 q6 q7 q8',
  'p1.title.lv': 'Sākums',
  'q1.kind': 'choice',
  'q1.title.lv': 'Vai piedalījāties?',
  'q1.title.en': 'Did you take part?',
  'q1.required': 'yes',
  'q1.options.lv': 'Jā\nNē\nNezinu',
  'q1.options.en': 'Yes\nNo\nI don’t know',
  'q2.kind': 'short-text',
  'q2.title.lv': 'Kur piedalījāties?',
  'q2.required': 'yes',
  'q2.condition': '1=Jā',
  'q2.limit': '200',
  'q3.kind': 'choices',
  'q3.title.lv': 'Kas interesē?',
  'q3.options.lv': 'Dati\nLēmumi\nNauda',
  'q4.kind': 'ranking',
  'q4.title.lv': 'Sakārtojiet',
  'q4.options.lv': 'A\nB\nC',
  'q5.kind': 'scale',
  'q5.title.lv': 'Cik viegli?',
  'q5.from': '1',
  'q5.to': '5',
  'q6.kind': 'number',
  'q6.title.lv': 'Cik stundu?',
  'q6.least': '0',
  'q6.most': '20',
  'q7.kind': 'long-text',
  'q7.title.lv': 'Ko ieteiktu?',
  'q7.limit': '1000',
  'q8.kind': 'choice',
  'q8.title.lv': 'Kāpēc tieši dati?',
  'q8.condition': '3=Dati',
  'q8.options.lv': 'Darbam\nInteresei',
  identity: 'open',
  'startsOn.year': '2019',
  'startsOn.part': '09',
  'startsOn.day': '1',
  'endsOn.year': '2019',
  'endsOn.part': '09',
  'endsOn.day': '20',
}

/** Publishes a survey on the plan lv-5 and returns its id. */
export async function aSurvey(house: House, values: Record<string, string | string[]> = {}): Promise<number> {
  const id = await createSurvey(house, secretary, { planId: 'lv-5', draft: fieldsOf({ ...surveyFields, ...values }) })
  await publishSurvey(house, secretary, id, { version: 1 })
  return id
}
