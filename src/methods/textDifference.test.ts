import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Piece, type Stretch, textDifference, wordDifference } from './textDifference.ts'

const side = (pieces: readonly Piece[], other: Piece['kind']): string =>
  pieces
    .filter((piece) => piece.kind !== other)
    .map((piece) => piece.text)
    .join('')
const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim()
const lines = (count: number, from = 1): string => Array.from({ length: count }, (_, index) => `Rinda ${from + index}.`).join('\n')
const kinds = (stretches: readonly Stretch[]): string[] => stretches.map((stretch) => stretch.kind)

describe('a difference in words', () => {
  const before = 'Ministrija līdz gada beigām publicē visus savus datus.'

  it('tells which words went and which came', () => {
    const pieces = wordDifference(before, before.replace('visus savus', 'desmit'))
    expect(pieces.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: 'visus savus' },
      { kind: 'added', text: 'desmit' },
    ])
  })

  it('changes a short value as a whole', () => {
    expect(wordDifference('10.09.2019.', '12.09.2019.')).toEqual([
      { kind: 'removed', text: '10.09.2019.' },
      { kind: 'same', text: ' ' },
      { kind: 'added', text: '12.09.2019.' },
    ])
    expect(wordDifference('', 'jauns')).toEqual([{ kind: 'added', text: 'jauns' }])
  })

  it('holds both texts, whatever they are', () => {
    const words = fc.array(fc.constantFrom('dati', 'ir', 'atvērti', '<b>', '„jā”', '\n', 'nav', '2019.'), { maxLength: 60 })
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [one, other] = [a.join(' '), b.join(' ')]
        const pieces = wordDifference(one, other)
        expect(squeezed(side(pieces, 'removed'))).toBe(squeezed(other))
      }),
    )
  })
})

describe('a difference in long texts', () => {
  it('shows what changed with two lines around it and counts the rest', () => {
    const before = lines(100)
    const found = textDifference(before, before.replace('Rinda 50.', 'Piecdesmitā rinda.'))
    expect(kinds(found)).toEqual(['skipped', 'same', 'changed', 'same', 'skipped'])
    expect(found[0]).toEqual({ kind: 'skipped', lines: 47 })
    expect(found[1]).toEqual({ kind: 'same', text: 'Rinda 48.\nRinda 49.' })
    expect(found[4]).toEqual({ kind: 'skipped', lines: 48 })
  })

  it('tells of lines that were put in and taken out alone', () => {
    expect(textDifference('a\nb', 'a\nb\nc')).toEqual([
      { kind: 'same', text: 'a\nb' },
      { kind: 'changed', pieces: [{ kind: 'added', text: 'c' }] },
    ])
    expect(textDifference('a\nb', 'b')[0]).toEqual({ kind: 'changed', pieces: [{ kind: 'removed', text: 'a' }] })
    expect(textDifference('a\nb', 'a\nb')).toEqual([])
  })

  it('takes a bounded time for texts that have nothing in common', () => {
    const [one, other] = [lines(20_000), lines(20_000, 500_000)]
    const found = textDifference(one, other)
    expect(kinds(found)).toEqual(['changed'])
  }, 5_000)
})
