import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kinship, likeness, rarity, telling, type Weighed, weigh } from './likeness.ts'

/** How alike two titles are, when all stems are equally rare. */
const alike = (a: string, b: string, language: 'lv' | 'en' = 'lv'): number => {
  const read = (title: string) => weigh(telling({ title, rest: '' }, language), () => 1)
  return likeness(read(a), read(b)).degree
}

describe('two texts', () => {
  it.each([
    ['the same words in other forms', 'Publiskie iepirkumi pašvaldībās', 'Pašvaldību publisko iepirkumu'],
    ['without diacritics', 'Līdzdalības budžets', 'lidzdalibas budzets'],
    ['with small words between', 'Atvērtie dati par skolām', 'skolas un atvērti dati'],
  ])('are one when they have %s', (_, a, b) => expect(alike(a, b)).toBeCloseTo(1))

  it('are nearly one with a typing error, and somewhat alike by words of one family', () => {
    expect(alike('Iepirkumu līgumi', 'Iepikrumu līgumi')).toBeGreaterThan(0.85)
    expect(alike('Publicēt dokumentus', 'Dokumentu publicēšana')).toBeGreaterThan(alike('Publicēt dokumentus', 'Dokumentu glabāšana'))
  })

  it('are alike in English too, and nothing alike without a common word', () => {
    expect(alike('Publishing public contracts', 'Contracts of public bodies', 'en')).toBeGreaterThan(0.6)
    expect(alike('Suņu laukumi', 'Tiesu spriedumi')).toBe(0)
    expect(alike('un vai par', 'un vai par')).toBe(0)
  })

  it('are told by the words that they share, the rarest first', () => {
    const rarityOf = (stem: string): number => (stem.startsWith('lobet') ? 5 : 1)
    const read = (title: string) => weigh(telling({ title, rest: '' }, 'lv'), rarityOf)
    expect(likeness(read('Publisks lobētāju reģistrs'), read('Lobētāji publiski reģistrējas')).stems).toEqual([
      'lobet',
      'publisk',
      'registrej',
    ])
  })
})

it('a word in the title weighs more than one in the rest', () => {
  const stems = telling({ title: 'Budžets', rest: 'budžeta karte' }, 'lv')
  expect([...weigh(stems, () => 3)]).toEqual([
    ['budzet', 6],
    ['kart', 3],
  ])
})

it('a stem is the rarer the fewer texts have it, and never weighs less than nothing', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.nat(1_000_000), fc.nat(1_000_000), (a, b, texts) => {
      const [few = 0, many = 0] = [a, b].sort((x, y) => x - y)
      expect(rarity(few, Math.max(many, texts))).toBeGreaterThanOrEqual(rarity(many, Math.max(many, texts)))
      expect(rarity(many, texts)).toBeGreaterThan(0)
    }),
  )
})

describe('any two texts', () => {
  const stem = fc.stringMatching(/^[abc]{1,8}$/)
  const text: fc.Arbitrary<Weighed> = fc
    .array(fc.tuple(stem, fc.double({ min: 0.1, max: 20, noNaN: true })), { maxLength: 12 })
    .map((pairs) => new Map(pairs))
  const shuffled = (some: Weighed): Weighed => new Map([...some].reverse())

  it('are alike between 0 and 1, the same from both sides and in any order', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const { degree } = likeness(a, b)
        expect(degree).toBeGreaterThanOrEqual(0)
        expect(degree).toBeLessThanOrEqual(1)
        expect(likeness(b, a).degree).toBeCloseTo(degree, 9)
        expect(likeness(shuffled(a), shuffled(b)).degree).toBeCloseTo(degree, 9)
      }),
    )
  })

  it('are one when they are the same, and share only stems of the second', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        if (a.size) expect(likeness(a, a).degree).toBeCloseTo(1, 9)
        for (const shared of likeness(a, b).stems) expect(b.has(shared)).toBe(true)
      }),
    )
  })
})

it('stems are akin both ways, and a number is akin to no other', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
      expect(kinship(a, b)).toBe(kinship(b, a))
    }),
  )
  expect(kinship('2019gads', '2018gads')).toBe(0)
})
