import { arrayOverlaps, sql } from 'drizzle-orm'
import { neighboursOf, oneErrorApart, stemsOf, wordsIn } from '../methods/words.ts'
import type { Database } from '../platform/database/database.ts'
import { searchWord } from './tables.ts'

/** More words than these are not looked for. */
export const MOST_WORDS = 12

/** Shorter words have too many neighbours to guess which was meant. */
const SHORTEST_MENDED = 4
const MOST_MEANT = 20

/** Words that are in nearly every text: not looked for while there are others. */
const small = new Set(
  'un vai ar par no uz ir lai pie pēc līdz kas kā ka to tas tā arī the of and or in to for a an on is by at with'.split(' '),
)

/** What is looked for: for each word the stems that will do. */
export type Sought = {
  stems: readonly (readonly string[])[]
  /** Words that stand nowhere, and the stems of similar ones that are looked for instead. */
  mended: readonly { word: string; stems: readonly string[] }[]
  /** There were more words than are looked for. */
  cut: boolean
}

/** Reads what someone typed. Signs and operators are no words; everything found has all words. Two queries at most. */
export async function readSought(db: Database, typed: string): Promise<Sought | null> {
  const words = [...new Set([...wordsIn(typed)].map(({ word }) => word.toLowerCase()))]
  const weighty = words.filter((word) => !small.has(word))
  const all = (weighty.length ? weighty : words).map((word) => ({ word, stems: stemsOf(word) })).filter(({ stems }) => stems.length)
  const sought = all.slice(0, MOST_WORDS)
  if (!sought.length) return null
  const known = new Set(
    await knownStems(
      db,
      sought.flatMap(({ stems }) => stems),
    ),
  )
  const strange = sought.filter(
    ({ word, stems }) => [...word].length >= SHORTEST_MENDED && !isNumber(word) && !stems.some((stem) => known.has(stem)),
  )
  const near = strange.length
    ? await nearStems(
        db,
        strange.flatMap(({ stems }) => stems),
      )
    : []
  const meant = new Map(
    strange.flatMap(({ word, stems }) => {
      const similar = near.filter((stem) => stems.some((one) => oneErrorApart(one, stem))).slice(0, MOST_MEANT)
      // Itself too: not every word of a long file is known here.
      return similar.length ? [[word, [...stems, ...similar]] as const] : []
    }),
  )
  return {
    stems: sought.map(({ word, stems }) => meant.get(word) ?? stems),
    mended: [...meant].map(([word, stems]) => ({ word, stems })),
    cut: all.length > sought.length,
  }
}

/** A number is never taken for another one. */
export const isNumber = (word: string): boolean => /\d/.test(word)

/** Those of the stems that stand in some text. */
export async function knownStems(db: Database, stems: readonly string[]): Promise<string[]> {
  const rows = await db
    .select({ stem: searchWord.stem })
    .from(searchWord)
    // One list and not as many values: there may be thousands.
    .where(sql`${searchWord.stem} = any(${sql.param([...stems], searchWord.neighbours)})`)
  return rows.map((row) => row.stem)
}

/** Those that share a neighbour: a hundred or so. Sorted here: asked to sort, the database goes through all words in their order instead. */
async function nearStems(db: Database, stems: string[]): Promise<string[]> {
  const rows = await db
    .select({ stem: searchWord.stem })
    .from(searchWord)
    .where(arrayOverlaps(searchWord.neighbours, [...new Set(stems.flatMap(neighboursOf))]))
  return rows.map((row) => row.stem).sort()
}
