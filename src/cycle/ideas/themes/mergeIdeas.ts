import { asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { type Actor, allow, tellPerson } from '../../../people/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { House } from '../../../platform/house.ts'
import { type Fields, TEXT_LIMIT } from '../../../platform/http/fields.ts'
import { type LocalText, languages, plainText } from '../../../platform/languages/languages.ts'
import { notFound, type Problem, Refusal, wrongField, wrongFields } from '../../../platform/refusal.ts'
import { append } from '../../../record/index.ts'
import { editedTitle, FormReader, type TypedText } from '../../plan/index.ts'
import { ideaObject } from '../addIdea.ts'
import { ideaUrl, thingIn } from '../answers/answerLetters.ts'
import { supportersToTell, type ToldOf } from '../answers/tables.ts'
import { countIdeas } from '../countIdea.ts'
import { ideaLetterTexts } from '../ideaLetterTexts.ts'
import { linkMaker } from '../letterLinks.ts'
import { ideasPolicy } from '../policy.ts'
import { idea } from '../tables.ts'
import { ideaMerge } from './tables.ts'
import { themeTexts } from './themeTexts.ts'

/** So many ideas are merged at once. */
export const MOST_MERGED = 50

/** A reason says something. */
const SHORTEST_REASON = 10

type Idea = typeof idea.$inferSelect

/** What the form of a merge tells: the ideas by their ids, the number of the one they go into, and why. */
export type MergeInput = { ideaIds: readonly number[]; into: number; reason: TypedText }

/** Reads a reason in one language or both. */
export function readReason(reader: FormReader): TypedText {
  const reason = reader.local('reason', TEXT_LIMIT)
  if (!Object.values(reason.texts).some((text) => [...text].length >= SHORTEST_REASON))
    reader.problems.push({ field: `reason.${languages[0]}`, say: (language) => themeTexts[language].sayWhy(SHORTEST_REASON) })
  return reason
}

/** The ids that checkboxes named `idea` carry. */
export const chosenIdeas = (fields: Fields): number[] => [
  ...new Set(fields.all('idea').flatMap((value) => (/^[1-9]\d{0,8}$/.test(value) ? [Number(value)] : []))),
]

/** Reads the form of a merge. */
export function readMerge(fields: Fields): MergeInput {
  const reader = new FormReader(fields)
  const ideaIds = chosenIdeas(fields)
  const into = /^\d{1,8}$/.test(fields.trimmed('into')) ? Number(fields.trimmed('into')) : 0
  if (!ideaIds.length) reader.problems.push({ field: 'idea', say: (language) => themeTexts[language].chooseSome })
  if (!into) reader.problems.push({ field: 'into', say: (language) => themeTexts[language].intoNeeded })
  if (ideaIds.length > MOST_MERGED) reader.problems.push({ field: 'idea', say: (language) => themeTexts[language].tooMany(MOST_MERGED) })
  return reader.done({ ideaIds, into, reason: readReason(reader) })
}

/** Why an idea can't be merged; null when it can. One that has taken in others is not: its own would lead through it. */
export function whyNotMerged(one: Idea, hasOthers: boolean): Problem | null {
  const { number } = one
  const say = (key: 'sourceGone' | 'sourceMerged' | 'sourceAnswered' | 'sourceHasOthers'): Problem => ({
    field: 'idea',
    say: (language) => themeTexts[language][key](number),
  })
  if (one.visibility !== 'published') return say('sourceGone')
  if (one.mergedIntoId !== null) return say('sourceMerged')
  if (one.answerState !== 'waiting') return say('sourceAnswered')
  return hasOthers ? say('sourceHasOthers') : null
}

/**
 * Merges ideas into another of the same plan as its duplicates. Nothing is deleted: each keeps its page and its supports,
 * is counted no more, and is answered with the other. Its author may object by the link in their letter; supporters are
 * told. Chains are refused: what has taken in others is not merged, and nothing goes into what is merged itself.
 */
export async function mergeIdeas(house: House, actor: Actor, planId: string, { ideaIds, into, reason }: MergeInput): Promise<void> {
  allow(ideasPolicy.mergeIdeas, actor, undefined)
  await house.db.transaction(async (tx) => {
    const [found] = await tx.select({ id: idea.id }).from(idea).where(sql`${idea.planId} = ${planId} and ${idea.number} = ${into}`)
    if (!found) throw wrongField('into', (language) => themeTexts[language].intoUnknown(into))
    const locked = await tx
      .select()
      .from(idea)
      .where(inArray(idea.id, [...new Set([...ideaIds, found.id])]))
      .orderBy(asc(idea.id))
      .for('update')
    const target = locked.find(({ id }) => id === found.id)
    const sources = locked.filter(({ id }) => ideaIds.includes(id))
    if (!target || sources.length !== ideaIds.length || sources.some((one) => one.planId !== planId)) throw notFound()
    await refuseIfNot(tx, sources, target)
    const why = editedTitle(null, reason)
    const today = house.clock.today()
    const rows: (typeof ideaMerge.$inferInsert)[] = []
    for (const source of sources.sort((a, b) => a.number - b.number)) {
      const recordSeq = await append(tx, house.clock.now(), {
        actor: { role: 'secretariat', for: null },
        act: 'mergeIdea',
        object: ideaObject(planId, source.number),
        content: { ...(house.demonstration ? { demonstration: true } : {}), into: target.number, reason: why, mergedOn: today },
      })
      rows.push({ ideaId: source.id, intoId: target.id, reason: why, mergedOn: today, recordSeq })
    }
    const merges = await tx.insert(ideaMerge).values(rows).returning()
    await countIdeas(tx, sources, -1)
    await tx
      .update(idea)
      .set({
        mergedIntoId: target.id,
        version: sql`${idea.version} + 1`,
        recordSeq: sql`(select m.record_seq from idea_merge m where m.idea_id = ${idea.id} and m.undone_on is null)`,
      })
      .where(inArray(idea.id, [...ideaIds]))
    await tellOfMerge(tx, house, sources, { target, why, mergeOf: new Map(merges.map(({ ideaId, id }) => [ideaId, id])) })
  })
}

async function refuseIfNot(tx: Database, sources: readonly Idea[], target: Idea): Promise<void> {
  if (target.visibility !== 'published') throw wrongField('into', (language) => themeTexts[language].intoUnknown(target.number))
  if (target.mergedIntoId !== null) {
    const [further] = await tx.select({ number: idea.number }).from(idea).where(eq(idea.id, target.mergedIntoId))
    throw wrongField('into', (language) => themeTexts[language].intoMerged(target.number, further?.number ?? 0))
  }
  if (sources.some(({ id }) => id === target.id)) throw wrongField('into', (language) => themeTexts[language].intoItself)
  const withOthers = await tx
    .selectDistinct({ id: idea.mergedIntoId })
    .from(idea)
    .where(
      inArray(
        idea.mergedIntoId,
        sources.map(({ id }) => id),
      ),
    )
  const problems = sources.flatMap(
    (one) =>
      whyNotMerged(
        one,
        withOthers.some(({ id }) => id === one.id),
      ) ?? [],
  )
  if (problems.length) throw wrongFields(problems)
}

/** Authors are told at once, each with a link to object by; supporters bit by bit. */
async function tellOfMerge(
  tx: Database,
  house: House,
  sources: readonly Idea[],
  { target, why, mergeOf }: { target: Idea; why: LocalText; mergeOf: ReadonlyMap<number, number> },
): Promise<void> {
  const linkTo = await linkMaker({ ...house, db: tx })
  for (const source of sources) {
    const { authorId, language } = source
    if (authorId === null) continue
    const t = ideaLetterTexts[language]
    await tellPerson(house, tx, authorId, 'merge', {
      language,
      subject: t.mergedSubject(thingIn(language, source)),
      body: [
        t.greeting,
        t.merged(thingIn(language, source), thingIn(language, target)),
        t.why(plainText(why, language)),
        t.mergedStays,
        t.object(linkTo(language, 'mergeObjection', mergeOf.get(source.id) ?? 0)),
        t.readOn(ideaUrl(house, language, source)),
        t.goodbye,
      ].join('\n\n'),
    })
  }
  await toTell(tx, house, sources, 'merge')
}

async function toTell(tx: Database, house: House, ideas: readonly Idea[], about: ToldOf): Promise<void> {
  const supported = ideas.filter(({ supports }) => supports > 0)
  if (supported.length)
    await tx.insert(supportersToTell).values(supported.map(({ id: ideaId }) => ({ ideaId, about, createdAt: house.clock.now() })))
}

/** Undoes a merge: the idea stands for itself again, and awaits its own answer. What was merged stays in the log. */
export async function undoMerge(house: House, actor: Actor, mergeId: number, { reason }: { reason: TypedText }): Promise<void> {
  allow(ideasPolicy.mergeIdeas, actor, undefined)
  await house.db.transaction(async (tx) => {
    const [merge] = await tx.select().from(ideaMerge).where(eq(ideaMerge.id, mergeId))
    if (!merge) throw notFound()
    const [one] = await tx.select().from(idea).where(eq(idea.id, merge.ideaId)).for('update')
    const [row] = await tx.select().from(ideaMerge).where(eq(ideaMerge.id, mergeId)).for('update')
    if (!one || !row || row.undoneOn !== null) throw new Refusal(409, (language) => themeTexts[language].notMerged)
    const why = editedTitle(null, reason)
    const today = house.clock.today()
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: 'secretariat', for: null },
      act: 'undoMerge',
      object: ideaObject(one.planId, one.number),
      content: { reason: why, undoneOn: today },
    })
    await tx.update(ideaMerge).set({ undoneOn: today, undoneReason: why, recordSeq }).where(eq(ideaMerge.id, mergeId))
    const [after] = await tx
      .update(idea)
      .set({ mergedIntoId: null, version: one.version + 1, recordSeq })
      .where(eq(idea.id, one.id))
      .returning()
    if (after?.visibility === 'published') await countIdeas(tx, [after], 1)
    const { authorId, language } = one
    const t = ideaLetterTexts[language]
    if (authorId !== null)
      await tellPerson(house, tx, authorId, 'merge', {
        language,
        subject: t.unmergedSubject(thingIn(language, one)),
        body: [
          t.greeting,
          t.unmerged(thingIn(language, one)),
          t.why(plainText(why, language)),
          t.readOn(ideaUrl(house, language, one)),
          t.goodbye,
        ].join('\n\n'),
      })
    await toTell(tx, house, [one], 'unmerge')
  })
}

/** A merge in the log, with both its ideas. */
export type ListedMerge = { merge: typeof ideaMerge.$inferSelect; source: Idea; target: Pick<Idea, 'number' | 'title'> }

/** How many merges stand on one page of the log. */
export const MERGES_A_PAGE = 25

/** One page of a plan's merges: those objected to and not undone first, then the latest. One query. */
export async function mergesOf(db: Database, planId: string, page: number): Promise<{ merges: ListedMerge[]; more: boolean }> {
  const rows = await db
    .select({
      merge: ideaMerge,
      source: idea,
      target: sql<
        Pick<Idea, 'number' | 'title'>
      >`(select jsonb_build_object('number', into_idea.number, 'title', into_idea.title) from idea into_idea where into_idea.id = ${ideaMerge.intoId})`,
    })
    .from(ideaMerge)
    .innerJoin(idea, eq(idea.id, ideaMerge.ideaId))
    .where(eq(idea.planId, planId))
    .orderBy(sql`(${ideaMerge.objectedOn} is not null and ${ideaMerge.undoneOn} is null) desc`, desc(ideaMerge.id))
    .limit(MERGES_A_PAGE + 1)
    .offset((page - 1) * MERGES_A_PAGE)
  return { merges: rows.slice(0, MERGES_A_PAGE), more: rows.length > MERGES_A_PAGE }
}
