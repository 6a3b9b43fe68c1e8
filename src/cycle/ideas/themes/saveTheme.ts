import { and, asc, eq, isNull, max, sql } from 'drizzle-orm'
import { type Actor, allow } from '../../../people/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { House } from '../../../platform/house.ts'
import { type Fields, TEXT_LIMIT } from '../../../platform/http/fields.ts'
import { notFound, Refusal, wrongField } from '../../../platform/refusal.ts'
import { append } from '../../../record/index.ts'
import { commitmentsOf, editedText, editedTitle, FormReader, plan, type TypedText } from '../../plan/index.ts'
import { ideasPolicy } from '../policy.ts'
import { idea, theme } from '../tables.ts'
import { MOST_THEMES, type Theme } from './themeQueries.ts'
import { themeTexts } from './themeTexts.ts'

/** How a theme is called in the record. */
export const themeObject = ({ planId, id }: Pick<Theme, 'planId' | 'id'>): string => `/plans/${planId}/ideas/themes/${id}`

/** What the form of a theme tells; `commitment` is its number in the plan. */
export type ThemeInput = { title: TypedText; description: TypedText; commitment: number | null }

/** Reads the form of a theme. */
export function readTheme(fields: Fields): ThemeInput {
  const reader = new FormReader(fields)
  const input = {
    title: reader.requiredLocal('title'),
    description: reader.local('description', TEXT_LIMIT),
    commitment: fields.trimmed('commitment') ? reader.requiredNumber('commitment', 1, 999) : null,
  }
  return reader.done(input)
}

const secretariat = { role: 'secretariat', for: null } as const

async function commitmentIdOf(tx: Database, house: House, planId: string, number: number | null): Promise<number | null> {
  if (number === null) return null
  const found = (await commitmentsOf(tx, [planId], house.clock.today())).find(({ commitment }) => commitment.number === number)
  if (!found) throw wrongField('commitment', (language) => themeTexts[language].unknownCommitment)
  return found.commitment.id
}

/** Adds a theme at the end of a plan's, in the transaction of who groups; gives its row. */
export async function addTheme(tx: Database, house: House, planId: string, input: ThemeInput): Promise<Theme> {
  // One after the other, so that two new themes do not take the same place.
  const [of] = await tx.select({ id: plan.id }).from(plan).where(eq(plan.id, planId)).for('no key update')
  if (!of) throw notFound()
  const there = await tx.$count(theme, and(eq(theme.planId, planId), isNull(theme.endedOn)))
  if (there >= MOST_THEMES) throw new Refusal(422, (language) => themeTexts[language].tooManyThemes(MOST_THEMES))
  const [last] = await tx
    .select({ position: max(theme.position) })
    .from(theme)
    .where(eq(theme.planId, planId))
  const [row] = await tx
    .insert(theme)
    .values({
      planId,
      position: (last?.position ?? 0) + 1,
      title: editedTitle(null, input.title),
      description: editedText(null, input.description),
      commitmentId: await commitmentIdOf(tx, house, planId, input.commitment),
      demonstration: house.demonstration !== null,
      recordSeq: 0,
    })
    .returning()
  if (!row) throw new Error('the theme was not stored')
  const recordSeq = await append(tx, house.clock.now(), {
    actor: secretariat,
    act: 'createTheme',
    object: themeObject(row),
    content: {
      ...(house.demonstration ? { demonstration: true } : {}),
      title: row.title,
      description: row.description,
      commitment: input.commitment,
    },
  })
  await tx.update(theme).set({ recordSeq }).where(eq(theme.id, row.id))
  return { ...row, recordSeq }
}

/** Adds a theme to a plan and returns its id. */
export async function createTheme(house: House, actor: Actor, planId: string, input: ThemeInput): Promise<number> {
  allow(ideasPolicy.groupIdeas, actor, undefined)
  return house.db.transaction(async (tx) => (await addTheme(tx, house, planId, input)).id)
}

async function lockThemeAt(tx: Database, id: number, version: number): Promise<Theme> {
  const [row] = await tx.select().from(theme).where(eq(theme.id, id)).for('update')
  if (!row || row.endedOn !== null) throw notFound()
  if (row.version !== version) throw new Refusal(409)
  return row
}

/** Edits a theme. Refuses with 409 when another has saved since. */
export async function editTheme(
  house: House,
  actor: Actor,
  id: number,
  { version, ...input }: ThemeInput & { version: number },
): Promise<void> {
  allow(ideasPolicy.groupIdeas, actor, undefined)
  await house.db.transaction(async (tx) => {
    const row = await lockThemeAt(tx, id, version)
    const after = {
      title: editedTitle(row.title, input.title),
      description: editedText(row.description, input.description),
      commitmentId: await commitmentIdOf(tx, house, row.planId, input.commitment),
    }
    const recordSeq = await append(tx, house.clock.now(), {
      actor: secretariat,
      act: 'editTheme',
      object: themeObject(row),
      content: { title: after.title, description: after.description, commitment: input.commitment },
    })
    await tx
      .update(theme)
      .set({ ...after, version: row.version + 1, recordSeq })
      .where(eq(theme.id, id))
  })
}

/** Moves a theme one place up or down among its plan's; at the end of them it stays where it is. */
export async function moveTheme(house: House, actor: Actor, id: number, { version, by }: { version: number; by: 1 | -1 }): Promise<void> {
  allow(ideasPolicy.groupIdeas, actor, undefined)
  await house.db.transaction(async (tx) => {
    const [of] = await tx.select({ planId: theme.planId }).from(theme).where(eq(theme.id, id))
    if (!of) throw notFound()
    const all = await tx
      .select()
      .from(theme)
      .where(and(eq(theme.planId, of.planId), isNull(theme.endedOn)))
      .orderBy(asc(theme.position), asc(theme.id))
      .for('update')
    const at = all.findIndex((one) => one.id === id)
    const row = all[at]
    if (!row) throw notFound()
    if (row.version !== version) throw new Refusal(409)
    const other = all[at + by]
    if (!other) return
    const order = all.map((one) => (one === row ? other : one === other ? row : one))
    const recordSeq = await append(tx, house.clock.now(), {
      actor: secretariat,
      act: 'orderThemes',
      object: `/plans/${of.planId}/ideas/themes`,
      content: { order: order.map((one) => one.id) },
    })
    for (const [index, one] of order.entries())
      await tx
        .update(theme)
        .set({ position: index + 1, recordSeq })
        .where(eq(theme.id, one.id))
    await tx
      .update(theme)
      .set({ version: row.version + 1 })
      .where(eq(theme.id, id))
  })
}

/** Takes a theme apart: its ideas belong to none, and answers that name it still do. */
export async function endTheme(house: House, actor: Actor, id: number, { version }: { version: number }): Promise<void> {
  allow(ideasPolicy.groupIdeas, actor, undefined)
  await house.db.transaction(async (tx) => {
    const row = await lockThemeAt(tx, id, version)
    const recordSeq = await append(tx, house.clock.now(), { actor: secretariat, act: 'endTheme', object: themeObject(row), content: {} })
    await tx.update(idea).set({ themeId: null }).where(eq(idea.themeId, id))
    await tx
      .update(theme)
      .set({ endedOn: house.clock.today(), version: sql`${theme.version} + 1`, recordSeq })
      .where(eq(theme.id, id))
  })
}
