import { kinship, rarity, telling } from './likeness.ts'
import { isAmong, wordsIn } from './words.ts'

type Language = 'lv' | 'en'

/** A text to group: its id is told back. */
export type TextToGroup = { id: string; language: Language; title: string; rest: string }

/** Texts that belong together, by their ids, and the words that tell them from the others, as they stand in their texts. */
export type ProposedGroup = { ids: string[]; words: string[] }

/** Stems that begin with the same letters are often of one family (publicēt, publicēšana): their beginning counts too, for half. */
const BEGINNING = 6
const OF_A_BEGINNING = 0.5
/** A stem of more than every so many texts tells none of them apart, unless there are few texts at all. */
const COMMON = 0.1
const FEW = 40
/** Less alike is no link, and of many links the strongest count. */
const LEAST_LINK = 0.06
const MOST_LINKS = 40
/** Two groups become one while their texts are so much alike on the average. */
const ALIKE = 0.1
const MOST_WORDS = 3
/** Shorter words name no group. */
const SHORTEST_NAMING = 3

/** A text's vector of length 1: its features (stems and beginnings) with their weights. */
type Vector = ReadonlyMap<string, number>

/**
 * Groups texts that are alike, to start from by hand: texts that are like no other are left out. The links between texts are
 * the cosines of their weighted vectors (as in likeness.ts); groups grow by average linkage (UPGMA: Sokal & Michener, 1958),
 * where no link counts as 0, by merging at once all groups that are each other's nearest (reciprocal nearest neighbours:
 * Murtagh, "A survey of recent advances in hierarchical clustering algorithms", 1983). The same texts give the same groups
 * in whatever order they come; ids are told apart. The largest group comes first.
 */
export function proposeGroups(texts: readonly TextToGroup[]): ProposedGroup[] {
  const sorted = [...texts].sort((a, b) => (a.id < b.id ? -1 : 1))
  const stems = sorted.map(({ title, rest, language }) => telling({ title, rest }, language))
  const merged = mergedByLinks(linksOf(vectorsOf(stems)))
  const having = new Map<string, number>()
  for (const some of stems) for (const stem of some.keys()) having.set(stem, (having.get(stem) ?? 0) + 1)
  return merged
    .filter((members) => members.length > 1)
    .sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0))
    .map((members) => ({
      ids: members.map((index) => (sorted[index] as TextToGroup).id),
      words: wordsOf(
        members.map((index) => ({ text: sorted[index] as TextToGroup, stems: stems[index] as Stems })),
        (stem) => rarity(having.get(stem) ?? 0, sorted.length),
      ),
    }))
}

type Stems = ReturnType<typeof telling>

function vectorsOf(texts: readonly Stems[]): Vector[] {
  const features = texts.map((stems) => {
    const found = new Map<string, number>()
    for (const [stem, { inTitle }] of stems) {
      const weight = inTitle ? 2 : 1
      found.set(stem, weight)
      const beginning = `${stem.slice(0, BEGINNING)}~`
      if (stem.length >= BEGINNING) found.set(beginning, Math.max(found.get(beginning) ?? 0, weight * OF_A_BEGINNING))
    }
    return found
  })
  const having = new Map<string, number>()
  for (const some of features) for (const feature of some.keys()) having.set(feature, (having.get(feature) ?? 0) + 1)
  return features.map((some) => {
    const weighed = [...some].map(([feature, weight]) => [feature, weight * rarity(having.get(feature) ?? 0, texts.length)] as const)
    const length = Math.sqrt(weighed.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1
    return new Map(weighed.map(([feature, weight]) => [feature, weight / length]))
  })
}

/** For each text its links to others: how alike they are. Each link stands on both sides. */
function linksOf(vectors: readonly Vector[]): Map<number, number>[] {
  const common = Math.max(FEW, vectors.length * COMMON)
  const places = new Map<string, { texts: number[]; weights: number[] }>()
  for (const [index, vector] of vectors.entries())
    for (const [feature, weight] of vector) {
      const found = places.get(feature) ?? { texts: [], weights: [] }
      found.texts.push(index)
      found.weights.push(weight)
      places.set(feature, found)
    }
  const links = vectors.map(() => new Map<number, number>())
  const sums = new Float64Array(vectors.length)
  for (const [index, vector] of vectors.entries()) {
    const touched: number[] = []
    for (const [feature, weight] of vector) {
      const { texts, weights } = places.get(feature) ?? { texts: [], weights: [] }
      if (texts.length > common) continue
      // By their places: this is gone through some ten million times.
      for (let at = 0; at < texts.length; at += 1) {
        const other = texts[at] ?? 0
        const before = sums[other] ?? 0
        if (before === 0) touched.push(other)
        sums[other] = before + weight * (weights[at] ?? 0)
      }
    }
    const found = touched.flatMap((other): [number, number][] => {
      const alike = sums[other] ?? 0
      sums[other] = 0
      return other !== index && alike >= LEAST_LINK ? [[other, alike]] : []
    })
    found.sort((a, b) => b[1] - a[1] || a[0] - b[0])
    for (const [other, alike] of found.slice(0, MOST_LINKS)) {
      links[index]?.set(other, alike)
      links[other]?.set(index, alike)
    }
  }
  return links
}

/** Merges groups that are each other's nearest until none are alike enough; each group by the places of its texts, in order. */
function mergedByLinks(links: Map<number, number>[]): number[][] {
  const groups = new Map(links.map((_, index) => [index, [index]]))
  const linksOfGroup = new Map(links.map((some, index) => [index, some]))
  const size = (group: number): number => groups.get(group)?.length ?? 1
  const nearestOf = (group: number): number | null => {
    let nearest: number | null = null
    let most = ALIKE
    for (const [other, sum] of linksOfGroup.get(group) ?? []) {
      const alike = sum / (size(group) * size(other))
      if (alike > most || (alike === most && (nearest === null || other < nearest))) [nearest, most] = [other, alike]
    }
    return nearest
  }
  for (;;) {
    const nearest = new Map([...groups.keys()].map((group) => [group, nearestOf(group)]))
    const pairs = [...nearest].flatMap(([group, other]) =>
      other !== null && group < other && nearest.get(other) === group ? [[group, other] as const] : [],
    )
    if (!pairs.length) return [...groups.values()].map((members) => members.sort((a, b) => a - b))
    for (const [into, from] of pairs) {
      groups.set(into, [...(groups.get(into) ?? []), ...(groups.get(from) ?? [])])
      groups.delete(from)
      const kept = linksOfGroup.get(into) ?? new Map()
      for (const [other, sum] of linksOfGroup.get(from) ?? []) {
        linksOfGroup.get(other)?.delete(from)
        if (other === into) continue
        const together = (kept.get(other) ?? 0) + sum
        kept.set(other, together)
        linksOfGroup.get(other)?.set(into, together)
      }
      kept.delete(from)
      linksOfGroup.delete(from)
    }
  }
}

type Member = { text: TextToGroup; stems: Stems }

/**
 * The words that tell a group from the others: of stems that at least two and a third of its texts have, those whose share in it
 * times their rarity among all is highest (class-based TF-IDF: Grootendorst, "BERTopic", 2022); twice for a title. As the
 * words stand most often, in titles if they do.
 */
function wordsOf(members: readonly Member[], rarityOf: (stem: string) => number): string[] {
  const shares = new Map<string, { texts: number; weight: number }>()
  for (const { stems } of members)
    for (const [stem, { inTitle }] of stems) {
      const { texts, weight } = shares.get(stem) ?? { texts: 0, weight: 0 }
      shares.set(stem, { texts: texts + 1, weight: weight + (inTitle ? 2 : 1) })
    }
  const telling = [...shares]
    .filter(([stem, { texts }]) => stem.length >= SHORTEST_NAMING && texts >= Math.max(2, members.length / 3))
    .map(([stem, { weight }]) => ({ stem, worth: weight * rarityOf(stem) }))
    .sort((a, b) => b.worth - a.worth || (a.stem < b.stem ? -1 : 1))
  const chosen: string[] = []
  for (const { stem } of telling) if (chosen.length < MOST_WORDS && chosen.every((one) => kinship(one, stem) === 0)) chosen.push(stem)
  return chosen.map((stem) => asItStands(members, stem))
}

/** A word as it stands most often in the titles of texts, else in the rest; the first in the alphabet of equals. */
function asItStands(members: readonly Member[], stem: string): string {
  for (const part of ['title', 'rest'] as const) {
    const counts = new Map<string, number>()
    for (const { text } of members)
      for (const { word } of wordsIn(text[part])) {
        if (!isAmong(new Set([stem]), word, text.language)) continue
        // An abbreviation keeps its capitals.
        const written = word === word.toUpperCase() ? word : word.toLowerCase()
        counts.set(written, (counts.get(written) ?? 0) + 1)
      }
    const [best] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    if (best) return best[0]
  }
  return stem
}
