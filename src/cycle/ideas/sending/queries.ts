import { and, asc, eq } from 'drizzle-orm'
import type { Database } from '../../../platform/database/database.ts'
import type { Call } from '../calls/callState.ts'
import { call, idea, ideaFile } from '../tables.ts'

/** Something that was sent, with its call and files, for its sender's eyes. */
export type SentIdea = { idea: typeof idea.$inferSelect; call: Call; files: (typeof ideaFile.$inferSelect)[] }

/** What someone sent on a plan, by its number; null where it is another's. Two queries. */
export async function sentBy(db: Database, personId: string, planId: string, number: number): Promise<SentIdea | null> {
  const [found] = await db
    .select({ idea, call })
    .from(idea)
    .innerJoin(call, eq(call.id, idea.callId))
    .where(and(eq(idea.planId, planId), eq(idea.number, number), eq(idea.authorId, personId)))
  if (!found) return null
  return { ...found, files: await db.select().from(ideaFile).where(eq(ideaFile.ideaId, found.idea.id)).orderBy(asc(ideaFile.id)) }
}
