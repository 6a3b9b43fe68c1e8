import { and, asc, desc, eq, gt } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../../platform/database/database.ts'
import { comment, idea, ideaFile, support } from './tables.ts'

/** So many of each stand on one page of someone's own list. */
export const OWN_A_PAGE = 10

/** A part of a list, and whether more follows. */
export type OwnPart<Row> = { rows: Row[]; more: boolean }

const into = alias(idea, 'into')

const told = {
  planId: idea.planId,
  number: idea.number,
  kind: idea.kind,
  title: idea.title,
  sentOn: idea.sentOn,
  visibility: idea.visibility,
  mergedInto: into.number,
  answerState: idea.answerState,
  answerDue: idea.answerDue,
  supports: idea.supports,
  comments: idea.comments,
  demonstration: idea.demonstration,
}

const part = <Row>(rows: Row[]): OwnPart<Row> => ({ rows: rows.slice(0, OWN_A_PAGE), more: rows.length > OWN_A_PAGE })

/** What someone sent, the latest first, with what became of it; also what waits for a moderator or is hidden. */
export async function ideasSentBy(db: Database, personId: string, page: number) {
  return part(
    await db
      .select(told)
      .from(idea)
      .leftJoin(into, eq(into.id, idea.mergedIntoId))
      .where(eq(idea.authorId, personId))
      .orderBy(desc(idea.id))
      .limit(OWN_A_PAGE + 1)
      .offset((page - 1) * OWN_A_PAGE),
  )
}

/** What someone supports, the latest first, as long as everyone sees it. */
export async function ideasSupportedBy(db: Database, personId: string, page: number) {
  return part(
    await db
      .select(told)
      .from(support)
      .innerJoin(idea, and(eq(idea.id, support.ideaId), eq(idea.visibility, 'published')))
      .leftJoin(into, eq(into.id, idea.mergedIntoId))
      .where(eq(support.personId, personId))
      .orderBy(desc(support.createdAt), desc(support.ideaId))
      .limit(OWN_A_PAGE + 1)
      .offset((page - 1) * OWN_A_PAGE),
  )
}

/** What someone said, the latest first, and about which idea. */
export async function commentsBy(db: Database, personId: string, page: number) {
  return part(
    await db
      .select({
        id: comment.id,
        kind: comment.kind,
        body: comment.body,
        language: comment.language,
        sentOn: comment.sentOn,
        visibility: comment.visibility,
        demonstration: comment.demonstration,
        planId: idea.planId,
        number: idea.number,
        title: idea.title,
      })
      .from(comment)
      .innerJoin(idea, eq(idea.id, comment.ideaId))
      .where(eq(comment.authorId, personId))
      .orderBy(desc(comment.id))
      .limit(OWN_A_PAGE + 1)
      .offset((page - 1) * OWN_A_PAGE),
  )
}

/** An idea on its sender's or supporter's own page. */
export type OwnIdea = Awaited<ReturnType<typeof ideasSentBy>>['rows'][number]

/** A comment on its author's own page. */
export type OwnComment = Awaited<ReturnType<typeof commentsBy>>['rows'][number]

/** So many texts are read at once. */
const TEXTS_AT_ONCE = 200

/** All that someone sent, word for word, the earliest first. */
export async function* ideaTextsBy(db: Database, personId: string) {
  for (let after = 0; ; ) {
    const rows = await db
      .select({
        id: idea.id,
        planId: idea.planId,
        number: idea.number,
        sentOn: idea.sentOn,
        title: idea.title,
        problem: idea.problem,
        proposal: idea.proposal,
        subject: idea.subject,
        doer: idea.doer,
      })
      .from(idea)
      .where(and(eq(idea.authorId, personId), gt(idea.id, after)))
      .orderBy(asc(idea.id))
      .limit(TEXTS_AT_ONCE)
    yield* rows
    after = rows.at(-1)?.id ?? 0
    if (rows.length < TEXTS_AT_ONCE) return
  }
}

/** All that someone said of ideas, word for word, the earliest first. */
export async function* commentTextsBy(db: Database, personId: string) {
  for (let after = 0; ; ) {
    const rows = await db
      .select({ id: comment.id, planId: idea.planId, number: idea.number, sentOn: comment.sentOn, body: comment.body })
      .from(comment)
      .innerJoin(idea, eq(idea.id, comment.ideaId))
      .where(and(eq(comment.authorId, personId), gt(comment.id, after)))
      .orderBy(asc(comment.id))
      .limit(TEXTS_AT_ONCE)
    yield* rows
    after = rows.at(-1)?.id ?? 0
    if (rows.length < TEXTS_AT_ONCE) return
  }
}

/** The files that someone sent with ideas: as many as a form takes with each. */
export const ideaFilesBy = (db: Database, personId: string) =>
  db
    .select({ id: ideaFile.id, hash: ideaFile.hash, name: ideaFile.name })
    .from(ideaFile)
    .innerJoin(idea, eq(idea.id, ideaFile.ideaId))
    .where(eq(idea.authorId, personId))
    .orderBy(asc(ideaFile.id))
