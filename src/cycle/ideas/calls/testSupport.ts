import type { House } from '../../../platform/house.ts'
import { form, secretary } from '../../plan/testSupport.ts'
import { readCall } from './callInput.ts'
import { publishCall } from './publishCall.ts'
import { createCall } from './saveCall.ts'

/* What the tests of calls share. */

/** A call on plan lv-5 from 10 to 30 September 2019 that says why it was not announced in time. */
export const callForm: Record<string, string | string[]> = {
  'title.lv': 'Idejas piektajam plānam',
  'title.en': 'Ideas for the fifth plan',
  'body.lv': 'Ko plānā iekļaut?',
  'body.en': 'What should the plan hold?',
  'questions.lv': 'Kas traucē?\nKas palīdzētu?',
  'questions.en': 'What is in the way?\nWhat would help?',
  'whatNext.lv': 'Sekretariāts visu izskatīs oktobrī.',
  'whatNext.en': 'The secretariat looks at everything in October.',
  kinds: ['idea', 'data-wish', 'burden'],
  'startsOn.year': '2019',
  'startsOn.part': '09',
  'startsOn.day': '10',
  'endsOn.year': '2019',
  'endsOn.part': '09',
  'endsOn.day': '30',
  answerDays: '14',
  moderation: 'after',
  'shortNoticeReason.lv': 'Plāns jānodod agrāk, nekā paredzēts.',
}

/** An open call on plan lv-5; returns its id. */
export async function aCall(house: House, more: Record<string, string | string[]> = {}): Promise<number> {
  const id = await createCall(house, secretary, 'lv-5', readCall(form({ ...callForm, ...more })))
  await publishCall(house, secretary, 'lv-5', id, { version: 1 })
  return id
}
