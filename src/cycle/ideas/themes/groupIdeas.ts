import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { type Actor, allow } from '../../../people/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { House } from '../../../platform/house.ts'
import { Refusal, wrongField } from '../../../platform/refusal.ts'
import { append } from '../../../record/index.ts'
import type { TypedText } from '../../plan/index.ts'
import { ideasPolicy } from '../policy.ts'
import { idea, theme } from '../tables.ts'
import { addTheme } from './saveTheme.ts'
import type { Theme } from './themeQueries.ts'
import { themeTexts } from './themeTexts.ts'

/** Tags are short, and an idea has a few. */
const LONGEST_TAG = 40
const MOST_TAGS = 10

const secretariat = { role: 'secretariat', for: null } as const
const chooseSome = () => new Refusal(422, (language) => themeTexts[language].chooseSome)

/** The ideas of a plan among these, in the order of their numbers; locked in that of their ids. */
async function lockIdeasOf(tx: Database, planId: string, ids: readonly number[]) {
  if (!ids.length) throw chooseSome()
  const rows = await tx
    .select()
    .from(idea)
    .where(and(inArray(idea.id, [...new Set(ids)]), eq(idea.planId, planId), eq(idea.visibility, 'published')))
    .orderBy(asc(idea.id))
    .for('update')
  if (!rows.length) throw chooseSome()
  return rows.sort((a, b) => a.number - b.number)
}

/**
 * Puts ideas into a theme, or with null out of theirs. What theme an idea stands in changes nothing in the idea
 * itself: its version stays, so that nobody who answers it meanwhile is stopped.
 */
export async function groupIdeas(
  house: House,
  actor: Actor,
  { planId, ideaIds, themeId }: { planId: string; ideaIds: readonly number[]; themeId: number | null },
): Promise<void> {
  allow(ideasPolicy.groupIdeas, actor, undefined)
  await house.db.transaction(async (tx) => {
    const into = themeId === null ? null : await lockTheme(tx, planId, themeId)
    await putInto(tx, house, planId, ideaIds, into)
  })
}

async function lockTheme(tx: Database, planId: string, id: number): Promise<Theme> {
  // Not taken apart by another meanwhile.
  const [row] = await tx.select().from(theme).where(eq(theme.id, id)).for('share')
  if (row?.planId !== planId || row.endedOn !== null) throw wrongField('theme', (language) => themeTexts[language].noTheme)
  return row
}

async function putInto(tx: Database, house: House, planId: string, ideaIds: readonly number[], into: Theme | null): Promise<void> {
  const rows = (await lockIdeasOf(tx, planId, ideaIds)).filter((one) => one.themeId !== (into?.id ?? null))
  if (!rows.length) return
  const recordSeq = await append(tx, house.clock.now(), {
    actor: secretariat,
    act: 'groupIdeas',
    object: `/plans/${planId}/ideas`,
    content: { theme: into?.id ?? null, title: into?.title ?? null, ideas: rows.map(({ number }) => number) },
  })
  const ids = rows.map(({ id }) => id)
  await tx
    .update(idea)
    .set({ themeId: into?.id ?? null, recordSeq })
    .where(inArray(idea.id, ids))
}

/** A theme of a proposal as it was corrected: its title, and the ideas that go into it. */
export type ProposedTheme = { title: TypedText; ideaIds: readonly number[] }

/** Takes over a proposed grouping as it was corrected: new themes, each with its ideas. All of it, or with a mistake nothing. */
export async function takeOverProposal(house: House, actor: Actor, planId: string, themes: readonly ProposedTheme[]): Promise<void> {
  allow(ideasPolicy.groupIdeas, actor, undefined)
  if (!themes.length) throw new Refusal(422, (language) => themeTexts[language].nothingToTake)
  await house.db.transaction(async (tx) => {
    for (const { title, ideaIds } of themes) {
      const row = await addTheme(tx, house, planId, { title, description: { texts: {}, checked: false }, commitment: null })
      await putInto(tx, house, planId, ideaIds, row)
    }
  })
}

/** Puts a tag on ideas, or takes it off. */
export async function tagIdeas(
  house: House,
  actor: Actor,
  { planId, ideaIds, tag: typed, on }: { planId: string; ideaIds: readonly number[]; tag: string; on: boolean },
): Promise<void> {
  allow(ideasPolicy.groupIdeas, actor, undefined)
  const tag = typed.trim().replace(/\s+/g, ' ').toLocaleLowerCase('lv')
  const refuse = (say: (language: 'lv' | 'en') => string) => wrongField('tag', say)
  if (!tag) throw refuse((language) => themeTexts[language].tagNeeded)
  if ([...tag].length > LONGEST_TAG) throw refuse((language) => themeTexts[language].tagTooLong(LONGEST_TAG))
  await house.db.transaction(async (tx) => {
    const rows = (await lockIdeasOf(tx, planId, ideaIds)).filter((one) => one.tags.includes(tag) !== on)
    if (!rows.length) return
    const full = on ? rows.find((one) => one.tags.length >= MOST_TAGS) : undefined
    if (full) throw refuse((language) => themeTexts[language].tooManyTags(full.number, MOST_TAGS))
    const recordSeq = await append(tx, house.clock.now(), {
      actor: secretariat,
      act: on ? 'tagIdeas' : 'untagIdeas',
      object: `/plans/${planId}/ideas`,
      content: { tag, ideas: rows.map(({ number }) => number) },
    })
    await tx
      .update(idea)
      .set({ tags: on ? sql`array_append(${idea.tags}, ${tag}::text)` : sql`array_remove(${idea.tags}, ${tag}::text)`, recordSeq })
      .where(
        inArray(
          idea.id,
          rows.map(({ id }) => id),
        ),
      )
  })
}
