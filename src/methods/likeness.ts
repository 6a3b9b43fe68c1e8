import { oneErrorApart, stemsOf, wordsIn } from './words.ts'

type Language = 'lv' | 'en'

/*
 * How alike two texts are. A text is a vector of its stems (Salton, Wong & Yang, "A vector space model for automatic
 * indexing", 1975), each weighted by how rare it is (Spärck Jones, 1972) and by whether it stands in the title.
 * Stems that are no case forms of one word but are akin (publicēt and publicēšana) count for less.
 */

/** How much each stem of a text weighs. */
export type Weighed = ReadonlyMap<string, number>

/** A text to compare: what stands in its title, and the rest. */
export type TitledText = { title: string; rest: string }

/** A title says in a few words what a text is about. */
const IN_TITLE = 2

/** Words that tell nothing of what a text is about. */
const small = new Set(
  [
    'un vai ar par no uz ir lai pie pēc līdz kas kā ka to tas tā arī būt var viņi kad jau nav bez ja bet gan kur kurš kura kuri',
    'katrs katra viss visi visu visas šis šī šo šie tie tai tam tā to savu sava savas mūsu jūsu mums jums tikai vēl pat tad vairāk',
    'ļoti pret caur starp zem virs tomēr tāpēc jo ne nevis tiek tika būtu vajag vajadzētu jābūt cik kāds kāda tagad šobrīd daudz',
    'the of and or in to for a an on is by at with be are it its that this as from we they their our not no can could should would must',
    'will has have had there what which who when where how if but so do does more than then into about all each every any some only',
  ]
    .join(' ')
    .split(' '),
)

/** Is it a word that every text has? */
export const isSmall = (word: string): boolean => small.has(word.toLowerCase())

/**
 * The weight of a stem that so many of all texts have: high for a rare one, never negative. It is the part of
 * BM25 that speaks of rarity (Robertson & Zaragoza, "The probabilistic relevance framework", 2009, formula 3.3).
 */
export const rarity = (having: number, texts: number): number =>
  Math.log(1 + (Math.max(texts, having) - having + 0.5) / (Math.max(having, 0) + 0.5))

/** The stems of a text, those of its title first, each with whether the title has it. Small words are left out. */
export function telling(text: TitledText, language: Language): Map<string, { inTitle: boolean }> {
  const stems = new Map<string, { inTitle: boolean }>()
  for (const [part, inTitle] of [
    [text.title, true],
    [text.rest, false],
  ] as const)
    for (const { word } of wordsIn(part))
      if (!isSmall(word)) for (const stem of stemsOf(word, language)) if (!stems.has(stem)) stems.set(stem, { inTitle })
  return stems
}

/** A text's stems with their weights; `rarityOf` tells that of a stem. */
export const weigh = (stems: ReadonlyMap<string, { inTitle: boolean }>, rarityOf: (stem: string) => number): Weighed =>
  new Map([...stems].map(([stem, { inTitle }]) => [stem, rarityOf(stem) * (inTitle ? IN_TITLE : 1)]))

/** Shorter stems are akin to too many others. */
const SHORTEST_KIN = 5
/** Stems are akin that share so much of the longer one from its beginning. */
const SHARED_BEGINNING = 0.6
const ONE_ERROR = 0.8
const SAME_BEGINNING = 0.6

/** How much one stem says of another: 1 for itself, less for one with a typing error or a common beginning, 0 for all others. */
export function kinship(a: string, b: string): number {
  if (a === b) return 1
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length < SHORTEST_KIN || /\d/.test(long)) return 0
  if (oneErrorApart(short, long)) return ONE_ERROR
  let shared = 0
  while (shared < short.length && short[shared] === long[shared]) shared += 1
  return shared >= SHORTEST_KIN && shared >= long.length * SHARED_BEGINNING ? SAME_BEGINNING : 0
}

/** Two stems, one of each text, of which one says something of the other. */
type Pair = { a: string; b: string; worth: number }

/**
 * The stems that two texts have in common, each used once: first what is the same, then what is akin and weighs most.
 * The order of the texts makes no difference, nor that of their stems.
 */
function pairsOf(a: Weighed, b: Weighed): Pair[] {
  const same = [...a].flatMap(([stem, weight]) => {
    const other = b.get(stem)
    return other === undefined ? [] : [{ a: stem, b: stem, worth: weight * other }]
  })
  const shared = new Set(same.map((pair) => pair.a))
  const akin: Pair[] = []
  const restOfB = [...b].filter(([stem]) => !shared.has(stem))
  for (const [one, weight] of a) {
    if (shared.has(one)) continue
    for (const [other, otherWeight] of restOfB) {
      const kin = kinship(one, other)
      if (kin) akin.push({ a: one, b: other, worth: kin * weight * otherWeight })
    }
  }
  const name = ({ a, b }: Pair): string => (a < b ? `${a} ${b}` : `${b} ${a}`)
  akin.sort((x, y) => y.worth - x.worth || (name(x) < name(y) ? -1 : 1))
  const [usedA, usedB] = [new Set<string>(), new Set<string>()]
  for (const pair of akin) {
    if (usedA.has(pair.a) || usedB.has(pair.b)) continue
    usedA.add(pair.a)
    usedB.add(pair.b)
    same.push(pair)
  }
  return same
}

const squares = (text: Weighed): number => [...text.values()].reduce((sum, weight) => sum + weight * weight, 0)

/** How alike two texts are, and the stems of the second that make them so, those that weigh most first. */
export type Likeness = { degree: number; stems: string[] }

/**
 * How alike two texts are, between 0 and 1: the cosine of their vectors, in which akin stems count for a part of their product
 * (a soft cosine: Sidorov et al., "Soft similarity and soft cosine measure", 2014, here with each stem used once,
 * so that it stays at most 1). 1 for a text and itself, 0 where no stem is shared.
 */
export function likeness(a: Weighed, b: Weighed): Likeness {
  const size = Math.sqrt(squares(a) * squares(b))
  if (size === 0) return { degree: 0, stems: [] }
  const pairs = pairsOf(a, b).sort((x, y) => y.worth - x.worth || (x.b < y.b ? -1 : 1))
  return { degree: Math.min(1, pairs.reduce((sum, { worth }) => sum + worth, 0) / size), stems: pairs.map((pair) => pair.b) }
}
