import { expect, it } from 'vitest'
import { localText } from '../../platform/languages/languages.ts'
import { planName } from './planName.ts'

const third = { shortTitle: localText('Trešais plāns', 'Third plan') }
const city = { shortTitle: localText('Rīgas plāns 2030') }

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
})
