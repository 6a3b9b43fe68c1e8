import { arrayOverlaps, sql } from 'drizzle-orm'
import { isSmall, rarity, weigh } from '../../../methods/likeness.ts'
import { neighboursOf, oneErrorApart, stemsOf, wordsIn } from '../../../methods/words.ts'
import type { Database } from '../../../platform/database/database.ts'
import { type Language, languages } from '../../../platform/languages/languages.ts'
import { EVERY_IDEA } from './countStems.ts'
import { ideaStem } from './tables.ts'

/** What someone is writing, in one language. */
export type TypedIdea = { title: string; problem: string; proposal: string }

/** A word of the question: the stems that will do for it, how many ideas have one of them, and its weight. */
export type Term = { stems: readonly string[]; ideas: number; weight: number }

/** What is looked for: the terms that some idea has, the stems of all, mended where they were mistyped, and how many ideas there are. */
export type Question = { terms: readonly Term[]; stems: ReadonlyMap<string, { inTitle: boolean }>; texts: number }

/** More words than these are not read: the title's come first. */
const MOST_WORDS = 80
/** Shorter words have too many neighbours to guess which was meant. */
const SHORTEST_MENDED = 5
const MOST_MEANT = 3

type Word = { word: string; inTitle: boolean; stems: readonly string[]; others: readonly string[] }

/**
 * Reads what someone typed. A word is taken in the language that it is written in; where no idea has it, in the other
 * language; and where none has it so either, as a word that is one typing error away. Two queries at most.
 */
export async function readQuestion(db: Database, typed: TypedIdea, language: Language): Promise<Question> {
  const words = wordsOf(typed, language)
  const counts = await countsOf(db, [EVERY_IDEA, ...words.flatMap(({ stems, others }) => [...stems, ...others])])
  const texts = counts.get(EVERY_IDEA) ?? 0
  const isKnown = (stem: string): boolean => counts.has(stem)
  const strange = words.filter(({ word, stems, others }) => isMendable(word) && ![...stems, ...others].some(isKnown))
  const near = await nearStems(
    db,
    strange.flatMap(({ stems }) => stems),
  )
  for (const [stem, ideas] of near) counts.set(stem, ideas)
  const meant = (word: Word): readonly string[] => {
    if (word.stems.some(isKnown)) return word.stems
    if (word.others.some(isKnown)) return word.others.filter(isKnown)
    const similar = [...near.keys()].filter((stem) => word.stems.some((one) => oneErrorApart(one, stem))).slice(0, MOST_MEANT)
    return isMendable(word.word) && similar.length ? similar : word.stems
  }
  const read = words.map((word) => ({ inTitle: word.inTitle, stems: meant(word) }))
  const stems = new Map<string, { inTitle: boolean }>()
  for (const { stems: some, inTitle } of read) for (const stem of some.slice(0, 1)) if (!stems.has(stem)) stems.set(stem, { inTitle })
  const weights = weigh(stems, (stem) => rarity(counts.get(stem) ?? 0, texts))
  const terms = read
    .map(({ stems: some }) => ({
      stems: some,
      ideas: some.reduce((sum, stem) => sum + (counts.get(stem) ?? 0), 0),
      weight: weights.get(some[0] ?? '') ?? 0,
    }))
    .filter(({ ideas }) => ideas > 0)
  return { terms, stems, texts }
}

const isMendable = (word: string): boolean => [...word].length >= SHORTEST_MENDED && !/\d/.test(word)

/** The words of what was typed, each stem once. */
function wordsOf({ title, problem, proposal }: TypedIdea, language: Language): Word[] {
  const found = new Map<string, Word>()
  for (const [text, inTitle] of [
    [title, true],
    [problem, false],
    [proposal, false],
  ] as const)
    for (const { word } of wordsIn(text)) {
      if (found.size >= MOST_WORDS) return [...found.values()]
      const stems = stemsOf(word, language)
      const [stem] = stems
      if (stem === undefined || isSmall(word) || found.has(stem)) continue
      const others = languages.filter((other) => other !== language).flatMap((other) => stemsOf(word, other))
      found.set(stem, { word, inTitle, stems, others: others.filter((other) => other !== stem) })
    }
  return [...found.values()]
}

/** How many ideas have each of these stems; those that none has are left out. */
export async function countsOf(db: Database, stems: readonly string[]): Promise<Map<string, number>> {
  const rows = await db
    .select({ stem: ideaStem.stem, ideas: ideaStem.ideas })
    .from(ideaStem)
    .where(sql`${ideaStem.stem} = any(${sql.param([...new Set(stems)], ideaStem.neighbours)})`)
  return new Map(rows.map(({ stem, ideas }) => [stem, ideas]))
}

/** Stems that share a neighbour with one of these, the most frequent first. */
async function nearStems(db: Database, stems: readonly string[]): Promise<Map<string, number>> {
  if (!stems.length) return new Map()
  const rows = await db
    .select({ stem: ideaStem.stem, ideas: ideaStem.ideas })
    .from(ideaStem)
    .where(arrayOverlaps(ideaStem.neighbours, [...new Set(stems.flatMap(neighboursOf))]))
  rows.sort((a, b) => b.ideas - a.ideas || (a.stem < b.stem ? -1 : 1))
  return new Map(rows.map(({ stem, ideas }) => [stem, ideas]))
}
