import { proposeGroups } from '../../../methods/groups.ts'
import type { Database } from '../../../platform/database/database.ts'
import { type LocalText, plainText } from '../../../platform/languages/languages.ts'
import { ideasToSort, type SortedIdea } from './ideasToSort.ts'

/** So many ideas without a theme are looked at, and so many themes proposed: more nobody reads in one go. */
export const MOST_LOOKED_AT = 300
export const MOST_PROPOSED = 30

/** A proposed theme: its ideas by number, and the first one's title, which says more to who corrects it than single words do. */
export type Proposed = { title: LocalText; ideas: SortedIdea[] }

/** The proposed themes, the greatest first, and how many ideas were looked at. One query; the same ideas give the same proposal. */
export async function proposeThemes(db: Database, planId: string): Promise<{ themes: Proposed[]; lookedAt: number }> {
  const { ideas } = await ideasToSort(
    db,
    { planId, theme: 'none', answerer: null, waiting: false, tag: '', words: '' },
    null,
    MOST_LOOKED_AT,
  )
  const byId = new Map(ideas.map((one) => [String(one.id), one]))
  const groups = proposeGroups(
    ideas.map(({ id, language, title, problem, proposal }) => ({
      id: String(id),
      language,
      title: plainText(title, language),
      rest: `${plainText(problem, language)}\n${plainText(proposal, language)}`,
    })),
  )
  const themes = groups.slice(0, MOST_PROPOSED).map(({ ids }) => {
    const members = ids.flatMap((id) => byId.get(id) ?? []).sort((a, b) => a.number - b.number)
    return { title: members[0]?.title ?? {}, ideas: members }
  })
  return { themes, lookedAt: ideas.length }
}
