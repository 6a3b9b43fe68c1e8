import { stemsIn } from '../../../methods/words.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { LocalText } from '../../../platform/languages/languages.ts'
import { ideasToSort, type SortedIdea } from './ideasToSort.ts'

/** So many ideas without a theme are looked at, and so many themes proposed: more nobody reads in one go. */
export const MOST_LOOKED_AT = 300
export const MOST_PROPOSED = 30

/** Two that are less alike than this are not put together. */
const ALIKE = 0.2

/** Words in so great a share of the ideas tell nothing apart. */
const COMMON = 0.3

type Weights = Map<string, number>

/** A proposed theme: its ideas, and the title of the one that is most like all of them. */
export type Proposed = { title: LocalText; ideas: SortedIdea[] }

/** The proposed themes, and how many ideas were looked at. One query; the same ideas give the same proposal. */
export async function proposeThemes(db: Database, planId: string): Promise<{ themes: Proposed[]; lookedAt: number }> {
  const { ideas } = await ideasToSort(
    db,
    { planId, theme: 'none', answerer: null, waiting: false, tag: '', words: '' },
    null,
    MOST_LOOKED_AT,
  )
  const groups = groupsOf(ideas.map(({ title, problem, proposal }) => ({ title, rest: [problem, proposal] })))
  const themes = groups.map((members) => ({
    title: ideas[members[0] ?? 0]?.title ?? {},
    ideas: members.flatMap((at) => ideas[at] ?? []).sort((a, b) => a.number - b.number),
  }))
  return { themes, lookedAt: ideas.length }
}

/**
 * Which of these texts are alike, as groups of their places, the greatest first and in each the one first that is most
 * like all. Each text goes, in its order, to the group it is most like, else begins one of its own; groups of one are left out.
 */
export function groupsOf(texts: readonly { title: LocalText; rest: readonly LocalText[] }[]): number[][] {
  const stems = texts.map(({ title, rest }) => {
    const inTitle = stemsIn(title)
    const all = new Map([...rest.flatMap((one) => [...stemsIn(one)])].map((stem) => [stem, 1]))
    for (const stem of inTitle) all.set(stem, 2)
    return all
  })
  const having = new Map<string, number>()
  for (const one of stems) for (const stem of one.keys()) having.set(stem, (having.get(stem) ?? 0) + 1)
  const tells = (stem: string): number => {
    const count = having.get(stem) ?? 0
    return count < 2 || count > Math.max(2, texts.length * COMMON) ? 0 : Math.log(texts.length / count)
  }
  const weighed = stems.map(
    (one): Weights => new Map([...one].flatMap(([stem, times]) => (tells(stem) ? [[stem, times * tells(stem)]] : []))),
  )
  const groups: { members: number[]; sum: Weights }[] = []
  weighed.forEach((one, at) => {
    let best: (typeof groups)[number] | null = null
    let degree = ALIKE
    for (const group of groups) {
      const found = likeness(one, group.sum)
      if (found > degree) [best, degree] = [group, found]
    }
    if (!best) groups.push({ members: [at], sum: new Map(one) })
    else {
      best.members.push(at)
      for (const [stem, weight] of one) best.sum.set(stem, (best.sum.get(stem) ?? 0) + weight)
    }
  })
  return groups
    .filter(({ members }) => members.length > 1)
    .sort((a, b) => b.members.length - a.members.length || (a.members[0] ?? 0) - (b.members[0] ?? 0))
    .slice(0, MOST_PROPOSED)
    .map(({ members, sum }) => {
      const close = (at: number): number => likeness(weighed[at] ?? new Map(), sum)
      return [...members].sort((a, b) => close(b) - close(a) || a - b)
    })
}

/** The cosine of two weighed sets of stems. */
function likeness(a: Weights, b: Weights): number {
  let shared = 0
  for (const [stem, weight] of a) shared += weight * (b.get(stem) ?? 0)
  return shared ? shared / (length(a) * length(b)) : 0
}

const length = (weights: Weights): number => Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0))
