import { and, asc, eq } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import type { Language, LocalText } from '../../platform/languages/languages.ts'
import { address } from '../../web/addresses.ts'
import { localFields } from '../../web/forms/fieldSpec.tsx'
import { idea, themesOf } from '../ideas/index.ts'
import { commitmentsOf } from '../plan/index.ts'
import type { OfferedOption } from './ballotDraft.ts'
import { type OptionSource, sourceKinds } from './content.ts'

/** Something of the plan that an option can come from. */
export type Source = OptionSource & { title: LocalText; text: LocalText | null }

/** So many ideas are offered, the first ones of the plan; what is not among them is typed. */
const MOST_IDEAS = 300

/** What a ballot on a plan can choose from: its themes, its commitments (drafts are commitments not yet adopted), its ideas. */
export async function sourcesOf(db: Database, planId: string, today: Day): Promise<Source[]> {
  const themes = await themesOf(db, planId)
  const commitments = await commitmentsOf(db, [planId], today)
  const ideas = await db
    .select({ number: idea.number, title: idea.title, proposal: idea.proposal })
    .from(idea)
    .where(and(eq(idea.planId, planId), eq(idea.visibility, 'published')))
    .orderBy(asc(idea.number))
    .limit(MOST_IDEAS)
  return [
    ...themes.map(({ id, title, description }): Source => ({ kind: 'theme', key: id, title, text: description })),
    ...commitments.map(({ commitment: { number, title } }): Source => ({ kind: 'commitment', key: number, title, text: null })),
    ...ideas.map(({ number, title, proposal }): Source => ({ kind: 'idea', key: number, title, text: proposal })),
  ]
}

/** How a form names a source: `theme:3`. */
export const sourceKey = ({ kind, key }: OptionSource): string => `${kind}:${key}`

/** The source that a form names, or null. */
export function readSource(text: string): OptionSource | null {
  const [, word, key] = /^([a-z]+):([1-9]\d{0,8})$/.exec(text) ?? []
  const kind = sourceKinds.find((one) => one === word)
  return kind && key ? { kind, key: Number(key) } : null
}

/** The option that a source becomes in the form. */
export const offeredOption = (source: Source): OfferedOption => ({
  source: sourceKey(source),
  fields: { ...localFields('title', source.title), ...localFields('text', source.text) },
})

/** Where everyone reads about an option's source. */
export function sourceHref(language: Language, planId: string, { kind, key }: OptionSource): string {
  if (kind === 'idea') return address(language, 'idea', { plan: planId, idea: key })
  if (kind === 'commitment') return address(language, 'commitment', { plan: planId, number: key })
  return `${address(language, 'themes', { plan: planId })}#tema-${key}`
}
