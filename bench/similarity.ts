import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { similarTo } from '../src/cycle/ideas/index.ts'
import { aCall, PLAN, sendIdea } from '../src/cycle/ideas/similar/testSupport.ts'
import { folded } from '../src/methods/latvianStemmer.ts'
import { wordsIn } from '../src/methods/words.ts'
import type { Language } from '../src/platform/languages/languages.ts'
import { openTestHouse } from '../test/support/house.ts'
import { randomFrom } from './searchTexts.ts'
import { type Row, table } from './table.ts'

type Text = { language: Language; title: string; text: string }

const SEED = 20_190_916
/** An error in a shorter word makes another word of it. */
const SHORTEST_MISTYPED = 5

const linesOf = (file: string): string[][] =>
  readFileSync(join(import.meta.dirname, file), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))

/** Two texts of the same idea by different people. */
const pairs = linesOf('similarPairs.tsv').map(([language, title = '', text = '', otherTitle = '', otherText = '']) => ({
  stored: { language, title, text } as Text,
  asked: { language, title: otherTitle, text: otherText } as Text,
}))
const others = linesOf('similarOthers.tsv').map(([language, title = '', text = '']) => ({ language, title, text }) as Text)

/** A text in which one word has a letter left out, doubled, changed, or swapped with its neighbour. */
function mistyped(text: string, random: () => number): string {
  const words = [...wordsIn(text)].filter(({ word }) => word.length >= SHORTEST_MISTYPED)
  const found = words[Math.floor(random() * words.length)]
  if (!found) return text
  const { word, at } = found
  const place = 1 + Math.floor(random() * (word.length - 2))
  const letters = 'aeiostrnklmpv'
  const wrong = [
    word.slice(0, place) + word.slice(place + 1),
    word.slice(0, place) + word[place] + word.slice(place),
    word.slice(0, place) + letters[Math.floor(random() * letters.length)] + word.slice(place + 1),
    word.slice(0, place) + word[place + 1] + word[place] + word.slice(place + 2),
  ]
  return text.slice(0, at) + wrong[Math.floor(random() * wrong.length)] + text.slice(at + word.length)
}

/** The ways in which the same question is typed. */
function variants(): Record<string, (text: Text) => Text> {
  const random = randomFrom(SEED)
  const each = (change: (text: string) => string) => (text: Text) => ({ ...text, title: change(text.title), text: change(text.text) })
  return {
    'as written': (text) => text,
    'without diacritics': each(folded),
    'a typing error in the title and one in the text': each((text) => mistyped(text, random)),
    'the title alone': (text) => ({ ...text, text: '' }),
  }
}

/**
 * Of how many ideas that someone else has sent in other words the sender is shown that one, first or among five. All
 * stored ideas are in one plan, on the embedded engine; asked is as the pages ask.
 */
export async function benchSimilar(only: string | undefined): Promise<string> {
  const house = await openTestHouse()
  try {
    const call = await aCall(house)
    const numbers: number[] = []
    for (const { stored } of pairs) numbers.push((await sendIdea(house, call, stored)).number)
    for (const other of others) await sendIdea(house, call, other)
    const rows: Row[] = []
    for (const [variant, change] of Object.entries(variants()))
      for (const language of ['lv', 'en'] as const) {
        const places: number[] = []
        for (const [index, { asked }] of pairs.entries()) {
          if (asked.language !== language) continue
          const { title, text } = change(asked)
          const { ideas } = await similarTo(house, PLAN, { title, problem: '', proposal: text }, language)
          const place = ideas.findIndex(({ number }) => number === numbers[index])
          places.push(place)
          if (only === 'missed' && place < 0) console.log(`${variant}: ${title} ≠ ${ideas.map((one) => one.title[language]?.text).join(' | ')}`)
        }
        const share = (of: (place: number) => boolean): string => (places.filter(of).length / places.length).toFixed(3)
        rows.push({
          typed: variant,
          language,
          pairs: String(places.length),
          'recall at 1': share((place) => place === 0),
          'recall at 5': share((place) => place >= 0),
        })
      }
    return `${pairs.length} pairs among ${pairs.length + others.length} ideas\n\n${table(rows)}`
  } finally {
    await house.close()
  }
}
