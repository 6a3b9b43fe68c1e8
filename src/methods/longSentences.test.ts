import fc from 'fast-check'
import { expect, it } from 'vitest'
import { longSentences } from './longSentences.ts'

it.each([
  ['nothing is too long', 'Plāns ir solījums. Valsts to dod.', 3, []],
  ['each sentence by itself', 'Īss. Šis te teikums ir mazliet garāks.', 4, [['Šis te teikums ir mazliet garāks.', 6]]],
  [
    'a date or an ordinal number ends no sentence',
    'Tas notiek 2019. gada 30. novembrī Rīgā.',
    5,
    [['Tas notiek 2019. gada 30. novembrī Rīgā.', 7]],
  ],
  ['a line is a sentence', 'viens divi\ntrīs četri', 2, []],
  ['quotation marks stay with their sentence', 'Viņš teica: „Jā.” Tad viņš gāja projām.', 3, [['Tad viņš gāja projām.', 4]]],
  [
    'the longest comes first',
    'A b c. A b c d e. A b c d.',
    3,
    [
      ['A b c d e.', 5],
      ['A b c d.', 4],
    ],
  ],
] as const)('%s', (_, text, most, expected) => {
  expect(longSentences(text, most).map(({ sentence, words }) => [sentence, words])).toEqual(expected)
})

it('loses and makes up nothing: what is told stands in the text, with more words than asked for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 0, max: 20 }), (text, most) => {
      for (const { sentence, words } of longSentences(text, most)) {
        expect(text).toContain(sentence)
        expect(words).toBeGreaterThan(most)
      }
    }),
  )
})
