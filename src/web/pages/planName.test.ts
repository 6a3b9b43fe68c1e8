import { expect, it } from 'vitest'
import { localText } from '../../platform/languages/languages.ts'
import { planName } from './planName.ts'

const third = { ordinal: 3, shortTitle: localText('Trešais plāns', 'Third plan') }
const city = { ordinal: 21, shortTitle: localText('Rīgas plāns 2030') }

it('an ordinal plan is declined, in small letters', () => {
  const cases = ['nominative', 'genitive', 'dative', 'accusative', 'locative'] as const
  expect(cases.map((form) => planName('lv', third, form))).toEqual([
    'trešais plāns',
    'trešā plāna',
    'trešajam plānam',
    'trešo plānu',
    'trešajā plānā',
  ])
  expect(planName('en', third, 'locative')).toBe('third plan')
})

it('any other name keeps its form and stands in quotation marks', () => {
  expect(planName('lv', city, 'locative')).toBe('plānā „Rīgas plāns 2030”')
  expect(planName('en', { ordinal: 1, shortTitle: localText('Rīgas plāns 2030', 'Riga 2030') })).toBe('plan “Riga 2030”')
})

it('a plan without a name in the language goes by its number', () => {
  expect(planName('en', { ordinal: 1, shortTitle: localText('Pirmais plāns') })).toBe('first plan')
  expect([11, 21, 22, 23, 112].map((ordinal) => planName('en', { ...city, ordinal }))).toEqual([
    '11th plan',
    '21st plan',
    '22nd plan',
    '23rd plan',
    '112th plan',
  ])
})
