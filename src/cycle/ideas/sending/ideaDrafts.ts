import { createHash, randomUUID } from 'node:crypto'
import { and, eq, lt } from 'drizzle-orm'
import type { Database } from '../../../platform/database/database.ts'
import type { StoredFile } from '../../../platform/files/files.ts'
import type { Fields } from '../../../platform/http/fields.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import type { ContributionKind } from '../tables.ts'
import { draftFields } from './ideaInput.ts'
import { ideaDraft } from './tables.ts'

/** A draft that nobody touched for so long is forgotten; the cookie lives as long. */
export const DRAFTS_KEPT_SECONDS = 30 * 24 * 60 * 60

/** What is kept of something that was not sent yet. */
export type IdeaDraft = typeof ideaDraft.$inferSelect

/** Whose draft, and of what. The token is the browser's: here only its hash is known. */
export type DraftKey = { token: string; callId: number; kind: ContributionKind }

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

const at = ({ token, callId, kind }: DraftKey) =>
  and(eq(ideaDraft.token, hashOf(token)), eq(ideaDraft.callId, callId), eq(ideaDraft.kind, kind))

/** The draft of a browser, or null. One query. */
export async function draftOf(db: Database, key: DraftKey): Promise<IdeaDraft | null> {
  const [found] = await db.select().from(ideaDraft).where(at(key))
  return found ?? null
}

/** The same, held until the end of the transaction: of two sendings at once the second finds it gone. */
export async function lockDraft(tx: Database, key: DraftKey): Promise<IdeaDraft | null> {
  const [found] = await tx.select().from(ideaDraft).where(at(key)).for('update')
  return found ?? null
}

/** What of a form belongs into a draft. */
export const fieldsToKeep = (fields: Fields): Record<string, string[]> =>
  Object.fromEntries(Object.entries(fields.toRecord()).filter(([name]) => draftFields.includes(name)))

/** Keeps what was typed so far, right or wrong. What is sent of it has a new number: it is not the text of before. */
export async function saveDraft(
  db: Database,
  now: Date,
  key: DraftKey,
  { fields, files, language }: { fields: Record<string, string[]>; files: readonly StoredFile[]; language: Language },
): Promise<void> {
  const { callId, kind } = key
  const kept = { language, fields, files: [...files], sending: randomUUID(), savedAt: now }
  await db
    .insert(ideaDraft)
    .values({ token: hashOf(key.token), callId, kind, ...kept })
    .onConflictDoUpdate({ target: [ideaDraft.token, ideaDraft.callId, ideaDraft.kind], set: kept })
}

/** Throws a draft away at once. */
export async function discardDraft(db: Database, key: DraftKey): Promise<void> {
  await db.delete(ideaDraft).where(at(key))
}

/** Throws the draft away that was sent under this number, unless it has been changed since. */
export async function discardSent(db: Database, sending: string): Promise<void> {
  await db.delete(ideaDraft).where(eq(ideaDraft.sending, sending))
}

/** Forgets what nobody will go on with. */
export async function forgetDrafts(db: Database, now: Date): Promise<void> {
  await db.delete(ideaDraft).where(lt(ideaDraft.savedAt, new Date(now.getTime() - DRAFTS_KEPT_SECONDS * 1000)))
}
