import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { proposeGroups, type TextToGroup } from './groups.ts'

const idea = (id: string, title: string, rest = '', language: 'lv' | 'en' = 'lv'): TextToGroup => ({ id, language, title, rest })

const ideas = [
  idea('1', 'Iepirkumu līgumi atvērtā formātā', 'Iepirkumu līgumus nevar analizēt.'),
  idea('2', 'Publicēt iepirkumu līgumus', 'Līgumi ar valsti jāatklāj.'),
  idea('3', 'Grozījumi iepirkumu līgumos', 'Iepirkuma summa pieaug.'),
  idea('4', 'Domes sēžu tiešraides', 'Domes sēdes jāpārraida internetā.'),
  idea('5', 'Tiešraide no domes sēdēm', 'Strādājošie nevar būt sēdē.'),
  idea('6', 'Suņu pastaigu laukums', 'Apkaimē vajag laukumu.'),
  idea('7', 'Open data about schools', 'Parents compare schools.', 'en'),
  idea('8', 'Compare schools with open data', 'Publish data about each school.', 'en'),
]

describe('proposed groups', () => {
  const groups = proposeGroups(ideas)

  it('hold what is alike, the largest first, and leave out what is like no other', () => {
    expect(groups.map(({ ids }) => ids)).toEqual([
      ['1', '2', '3'],
      ['4', '5'],
      ['7', '8'],
    ])
  })

  it('are named by the words that tell them apart, as they stand in titles', () => {
    expect(groups.map(({ words }) => words)).toEqual([
      expect.arrayContaining(['iepirkumu', 'līgumi']),
      expect.arrayContaining(['domes', 'tiešraide']),
      expect.arrayContaining(['data', 'schools']),
    ])
  })

  it('are the same without diacritics', () => {
    const folded = ideas.map((one) => ({ ...one, title: one.title.normalize('NFKD').replace(/\p{M}/gu, '') }))
    expect(proposeGroups(folded).map(({ ids }) => ids)).toEqual(groups.map(({ ids }) => ids))
  })

  it('are none of no texts, of one, and of texts without words', () => {
    expect(proposeGroups([])).toEqual([])
    expect(proposeGroups(ideas.slice(0, 1))).toEqual([])
    expect(proposeGroups([idea('1', '–'), idea('2', '–')])).toEqual([])
  })
})

describe('any texts', () => {
  const words = 'iepirkums iepirkumi līgums līgumu dome domes sēde tiešraide skola skolas dati datu budžets budžeta karte'.split(' ')
  const sentence = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }).map((some) => some.join(' '))
  const texts = fc
    .array(fc.tuple(sentence, sentence), { maxLength: 25 })
    .map((all) => all.map(([title, rest], index) => idea(String(index).padStart(3, '0'), title, rest)))

  it('are grouped the same in whatever order they come', () => {
    fc.assert(
      fc.property(
        texts.chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length }))),
        ([some, shuffled]) => {
          expect(proposeGroups(shuffled)).toEqual(proposeGroups(some))
        },
      ),
    )
  })

  it('stand in one group at most, with at least one other', () => {
    fc.assert(
      fc.property(texts, (some) => {
        const groups = proposeGroups(some)
        const grouped = groups.flatMap(({ ids }) => ids)
        expect(new Set(grouped).size).toBe(grouped.length)
        for (const { ids } of groups) expect(ids.length).toBeGreaterThan(1)
      }),
    )
  })
})
