import { createHash, randomBytes } from 'node:crypto'
import { eq, lt } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import { keptForm } from '../tables.ts'
import { Fields } from './fields.ts'

/** A form whose sender had to sign in first: where it was going and what was typed. */
export type KeptForm = { path: string; fields: Fields }

/** The cookie that holds the key to a kept form. */
export const KEPT_FORM_COOKIE = 'koprade.kept'
export const FORGET_KEPT_FORM = `${KEPT_FORM_COOKIE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`

/** Long enough to find the letter with the link. */
export const KEPT_SECONDS = 24 * 60 * 60

/** Only the hash of the key is stored: the key itself is in the sender's browser alone. */
const hashed = (key: string): string => createHash('sha256').update(key).digest('hex')

/** Forgets forms whose senders have not come back. */
export async function sweepKeptForms(db: Database, now: Date): Promise<void> {
  await db.delete(keptForm).where(lt(keptForm.createdAt, new Date(now.getTime() - KEPT_SECONDS * 1000)))
}

/** Keeps a form and returns the key to it, for a cookie. */
export async function keepForm(db: Database, now: Date, { path, fields }: KeptForm): Promise<string> {
  await sweepKeptForms(db, now)
  const key = randomBytes(24).toString('base64url')
  await db.insert(keptForm).values({ id: hashed(key), path, fields: fields.toRecord(), createdAt: now })
  return key
}

/** The form to which this key leads, or null. */
export async function keptFormOf(db: Database, now: Date, key: string): Promise<KeptForm | null> {
  const [found] = await db
    .select()
    .from(keptForm)
    .where(eq(keptForm.id, hashed(key)))
  if (!found || found.createdAt.getTime() < now.getTime() - KEPT_SECONDS * 1000) return null
  return { path: found.path, fields: new Fields(found.fields) }
}
