import { sql } from 'drizzle-orm'
import { fingerprint, ideaObject } from '../cycle/ideas/index.ts'
import { type CommentKind, comment, idea } from '../cycle/ideas/tables.ts'
import type { Database } from '../platform/database/database.ts'
import type { Language } from '../platform/languages/languages.ts'
import { appendAll } from '../record/index.ts'
import { commentTexts } from './commentsTexts.ts'
import { type Guest, guests } from './guests.ts'
import { inSeptember, type Speaker, type WrittenIdea } from './ideasTexts.ts'

/** What is said, by whom, and under which other comment. */
type Said = { on: number; kind: CommentKind; by: Speaker; body: string; language?: Language; parentId: number | null }

type Stored = { id: number; about: WrittenIdea; said: Said }

/** Writes the made-up comments, each with its entry in the record, and counts them. */
export async function writeComments(tx: Database, now: Date, planId: string, ideas: readonly WrittenIdea[]): Promise<void> {
  const byKey = new Map(ideas.map((one) => [one.text.key, one]))
  const authors = authorsInTurn(ideas)
  const stored: Stored[] = []
  const store = async (about: WrittenIdea, said: Said): Promise<number> => {
    const id = await insertComment(tx, now, about.id, said, authors(said.by))
    stored.push({ id, about, said })
    return id
  }
  for (const [key, threads] of Object.entries(commentTexts)) {
    const about = byKey.get(key)
    if (!about) throw new Error(`there is no idea ${key}`)
    for (const { replies = [], ...first } of threads) {
      const parentId = await store(about, { ...first, parentId: null })
      for (const reply of replies) await store(about, { ...reply, kind: 'reply', parentId })
    }
  }
  await enterInRecord(tx, now, planId, stored)
  await tx.execute(
    sql`update ${idea} set comments = c.n from (select idea_id, count(*)::int as n from ${comment} where visibility = 'published' group by 1) c where ${idea.id} = c.idea_id`,
  )
}

/** Guests speak in turn; who bears the same name to be shown is the same guest, also of an idea. */
function authorsInTurn(ideas: readonly WrittenIdea[]): (by: Speaker) => string {
  const known = new Map(ideas.map(({ text, authorId }) => [text.by[0], authorId]))
  const left = new Map<string, Guest[]>()
  for (const guest of guests.toReversed()) left.set(guest.sector, [...(left.get(guest.sector) ?? []), guest])
  return ([shown, sector]) => {
    const name = known.get(shown) ?? left.get(sector)?.shift()?.id
    if (name === undefined) throw new Error(`nobody is left who could be ${shown}`)
    known.set(shown, name)
    return name
  }
}

async function insertComment(
  tx: Database,
  now: Date,
  ideaId: number,
  { on, by, language = 'lv', ...said }: Said,
  authorId: string,
): Promise<number> {
  const [authorName, sector] = by
  const [row] = await tx
    .insert(comment)
    .values({
      ...said,
      ideaId,
      language,
      authorKind: 'display-name',
      authorName,
      authorId,
      sector,
      visibility: 'published',
      sentOn: inSeptember(on),
      sentAt: now,
      demonstration: true,
      recordSeq: 0,
    })
    .returning({ id: comment.id })
  if (!row) throw new Error('the comment was not stored')
  return row.id
}

async function enterInRecord(tx: Database, now: Date, planId: string, stored: readonly Stored[]): Promise<void> {
  const numbers = await appendAll(
    tx,
    now,
    stored.map(({ id, about, said }) => ({
      actor: { role: 'participant', for: null },
      act: 'comment',
      object: `${ideaObject(planId, about.number)}/comments/${id}`,
      content: {
        demonstration: true,
        kind: said.kind,
        sector: said.by[1],
        visibility: 'published',
        fingerprint: fingerprint(id, said.body),
      },
    })),
  )
  const rows = stored.map(({ id }, index) => sql`(${id}::int, ${numbers[index] ?? 0}::bigint)`)
  await tx.execute(
    sql`update ${comment} set record_seq = v.seq from (values ${sql.join(rows, sql`, `)}) v (id, seq) where ${comment.id} = v.id`,
  )
}
