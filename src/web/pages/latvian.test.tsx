import { render } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { contributionsTexts } from '../../cycle/monitoring/pages/contributionsTexts.ts'
import { UpdateText } from '../../cycle/monitoring/pages/UpdateText.tsx'
import { day } from '../../platform/dates/partialDate.ts'
import { plansTexts } from './plan/texts.ts'

/** What a number asks of the words around it: 1 and 21 the singular, 0, 11 and 101 differ from each other too. */
describe('a Latvian sentence agrees with its number', () => {
  it.each([
    [1, 'iesniegusi 1,'],
    [2, 'iesniegušas 2,'],
    [11, 'iesniegušas 11,'],
    [21, 'iesniegusi 21,'],
    [101, 'iesniegusi 101,'],
  ])('%d who have handed in', (whole, words) => expect(contributionsTexts.lv.lead(200, whole, 0, 0)).toContain(words))

  it.each([
    [1, 'iesaistīta vēl 1 institūcija vai organizācija.'],
    [2, 'iesaistītas vēl 2 institūcijas un organizācijas.'],
    [11, 'iesaistītas vēl 11 institūciju un organizāciju.'],
    [21, 'iesaistīta vēl 21 institūcija vai organizācija.'],
  ])('%d who take part', (others, words) => expect(plansTexts.lv.takingPart(1, others)).toContain(words))

  it.each([
    [0, 'No 15 zināmajiem atskaites punktiem vēl nav paveikts neviens.'],
    [1, 'No 15 zināmajiem atskaites punktiem 1 ir paveikts.'],
    [2, 'No 15 zināmajiem atskaites punktiem 2 ir paveikti.'],
  ])('%d milestones done', (done, words) => expect(plansTexts.lv.milestones(done, 15)).toBe(words))

  it.each([
    [0, 'paveikti 0 %'],
    [1, 'paveikts 1 %'],
    [11, 'paveikti 11 %'],
    [21, 'paveikts 21 %'],
    [80, 'paveikti 80 %'],
  ])('%d per cent', (percentage, words) => {
    const update = {
      state: 'limited' as const,
      percentage,
      text: 'Darbs.',
      language: 'lv' as const,
      delayReason: null,
      nextSteps: null,
      publishedOn: day('2019-09-10'),
    }
    expect(render(<UpdateText update={update} end={null} language="lv" />)).toContain(words)
  })
})
