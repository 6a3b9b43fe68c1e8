import { eq, inArray } from 'drizzle-orm'
import { answer } from '../cycle/ideas/answers/tables.ts'
import { countIdea, ideaObject } from '../cycle/ideas/index.ts'
import { idea, theme } from '../cycle/ideas/tables.ts'
import { ideaMerge } from '../cycle/ideas/themes/tables.ts'
import type { Database } from '../platform/database/database.ts'
import { type LocalText, localText } from '../platform/languages/languages.ts'
import { append, appendAll } from '../record/index.ts'
import { type AnswerText, answerTexts, mergeText, themeTexts } from './answersTexts.ts'
import { inSeptember, type WrittenIdea } from './ideasTexts.ts'
import type { TwoLanguages } from './noticesTexts.ts'

const theSecretariat = { role: 'secretariat', for: null }
const inBoth = ([lv, en]: TwoLanguages): LocalText => localText(lv, en)

/** What is written for one plan, its made-up ideas by their keys. */
type Writing = { tx: Database; now: Date; planId: string; byKey: ReadonlyMap<string, WrittenIdea> }

/**
 * Groups the made-up ideas into themes, merges one duplicate and answers the earliest, each with its entry in the
 * record. Nobody gets a letter about it: it happened before anyone looked.
 */
export async function answerIdeas(tx: Database, now: Date, planId: string, ideas: readonly WrittenIdea[]): Promise<void> {
  const writing = { tx, now, planId, byKey: new Map(ideas.map((one) => [one.text.key, one])) }
  const themes = await writeThemes(writing)
  await merge(writing)
  for (const text of answerTexts) await writeAnswer(writing, text, themes)
}

function ideaOf({ byKey }: Writing, key: string): WrittenIdea {
  const found = byKey.get(key)
  if (!found) throw new Error(`there is no idea ${key}`)
  return found
}

async function writeThemes(writing: Writing): Promise<ReadonlyMap<string, number>> {
  const { tx, now, planId } = writing
  const ids = new Map<string, number>()
  for (const [index, { key, ideas, ...texts }] of themeTexts.entries()) {
    const said = { title: inBoth(texts.title), description: inBoth(texts.description) }
    const [row] = await tx
      .insert(theme)
      .values({ ...said, planId, position: index + 1, demonstration: true, recordSeq: 0 })
      .returning({ id: theme.id })
    if (!row) throw new Error('the theme was not stored')
    const grouped = ideas.map((one) => ideaOf(writing, one))
    const [createdSeq, recordSeq] = await appendAll(tx, now, [
      {
        actor: theSecretariat,
        act: 'createTheme',
        object: `/plans/${planId}/ideas/themes/${row.id}`,
        content: { demonstration: true, ...said },
      },
      {
        actor: theSecretariat,
        act: 'groupIdeas',
        object: `/plans/${planId}/ideas`,
        content: { demonstration: true, theme: row.id, title: said.title, ideas: grouped.map(({ number }) => number) },
      },
    ])
    await tx.update(theme).set({ recordSeq: createdSeq }).where(eq(theme.id, row.id))
    await tx
      .update(idea)
      .set({ themeId: row.id, recordSeq })
      .where(
        inArray(
          idea.id,
          grouped.map(({ id }) => id),
        ),
      )
    ids.set(key, row.id)
  }
  return ids
}

async function merge(writing: Writing): Promise<void> {
  const { tx, now, planId } = writing
  const [source, into] = [ideaOf(writing, mergeText.idea), ideaOf(writing, mergeText.into)]
  const [reason, mergedOn] = [inBoth(mergeText.reason), inSeptember(mergeText.on)]
  const recordSeq = await append(tx, now, {
    actor: theSecretariat,
    act: 'mergeIdea',
    object: ideaObject(planId, source.number),
    content: { demonstration: true, into: into.number, reason, mergedOn },
  })
  await tx.insert(ideaMerge).values({ ideaId: source.id, intoId: into.id, reason, mergedOn, recordSeq })
  // Counted no more: it is answered with the other.
  const [before] = await tx.select().from(idea).where(eq(idea.id, source.id))
  if (before) await countIdea(tx, before, -1)
  await tx.update(idea).set({ mergedIntoId: into.id, recordSeq }).where(eq(idea.id, source.id))
}

async function writeAnswer(writing: Writing, text: AnswerText, themes: ReadonlyMap<string, number>): Promise<void> {
  const { tx, now, planId } = writing
  const { state, institution, theme: key } = text
  const { id: ideaId, number } = ideaOf(writing, text.idea)
  const answeredOn = inSeptember(text.on)
  const said = {
    state,
    reasons: inBoth(text.reasons),
    institutionId: institution,
    commitmentId: null,
    themeId: key ? (themes.get(key) ?? null) : null,
  }
  const recordSeq = await append(tx, now, {
    actor: { role: 'officer', for: institution },
    act: 'answerIdea',
    object: ideaObject(planId, number),
    content: { demonstration: true, version: 1, answeredOn, ...said },
  })
  await tx.insert(answer).values({ ...said, ideaId, number: 1, answeredOn, demonstration: true, recordSeq })
  const [before] = await tx.select().from(idea).where(eq(idea.id, ideaId))
  const [after] = await tx
    .update(idea)
    .set({ answerState: state, answererId: institution, answeredOn, recordSeq })
    .where(eq(idea.id, ideaId))
    .returning()
  if (!before || !after) throw new Error('the idea is gone')
  await countIdea(tx, before, -1)
  await countIdea(tx, after, 1)
}
