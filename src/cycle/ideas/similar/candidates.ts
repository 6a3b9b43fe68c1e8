import type { Term } from './readQuestion.ts'

/** About so many ideas are compared by the database for one question. */
const COMPARED = 2_000
/** Words that stand in few ideas lead to them alone; of the others so many, the rarest, are combined. */
const COMBINED = 6
/** Words of one subject stand together more often than by chance: about so many times. */
const TOGETHER = 4

const quoted = (stem: string): string => `'${stem.replace(/['\\]/g, '$&$&')}'`

/** One of the stems of a term, as a piece of a tsquery. */
export const oneOf = ({ stems }: Pick<Term, 'stems'>): string => `(${stems.map(quoted).join('|')})`

/**
 * The question to the index that gives the ideas to compare, as a tsquery; null where no idea has any of the words. Words
 * that few ideas have come one by one, the rarest first; of those that many have two or three must stand together, as long
 * as the ideas they lead to are about as many as are compared. So the work does not grow with the number of ideas.
 */
export function candidateQuery(terms: readonly Term[], texts: number): string | null {
  const rarest = [...terms].sort((a, b) => a.ideas - b.ideas || (oneOf(a) < oneOf(b) ? -1 : 1))
  const chosen: string[] = []
  let left = COMPARED
  while (rarest[0] && rarest[0].ideas <= left) {
    const [term] = rarest.splice(0, 1) as [Term]
    chosen.push(oneOf(term))
    left -= term.ideas
  }
  const combined = rarest.slice(0, COMBINED)
  for (const count of [2, 3, 4]) {
    const expected = combinations(combined, count).map((some) => ({
      some,
      ideas: some.reduce((product, term) => (product * Math.min(texts, term.ideas * TOGETHER)) / texts, texts / TOGETHER),
    }))
    expected.sort((a, b) => a.ideas - b.ideas)
    const before = left
    for (const { some, ideas } of expected) {
      if (ideas > left) break
      chosen.push(`(${some.map(oneOf).join('&')})`)
      left -= ideas
    }
    if (left < before) break
  }
  if (!chosen.length && combined.length) return combined.map(oneOf).join('&')
  return chosen.length ? chosen.join('|') : null
}

/** All choices of so many of the items, in their order. */
function combinations<Item>(items: readonly Item[], count: number): Item[][] {
  if (count === 0) return [[]]
  return items.flatMap((item, index) => combinations(items.slice(index + 1), count - 1).map((rest) => [item, ...rest]))
}
