import { and, asc, eq } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { notFound } from '../../platform/refusal.ts'
import { keepASecondStep, lockOwnWays, tellOwner } from '../ownWays.ts'
import type { Asker } from '../sessions.ts'
import { passkey } from '../tables.ts'
import { readPasskeyName } from './registerPasskey.ts'

/** A passkey on its owner's page. */
export type ListedPasskey = Pick<typeof passkey.$inferSelect, 'id' | 'name' | 'createdAt' | 'usedAt'>

/** A person's passkeys, the oldest first; there are never many. */
export async function passkeysOf(db: Database, personId: string): Promise<ListedPasskey[]> {
  return db
    .select({ id: passkey.id, name: passkey.name, createdAt: passkey.createdAt, usedAt: passkey.usedAt })
    .from(passkey)
    .where(eq(passkey.personId, personId))
    .orderBy(asc(passkey.id))
}

const own = (personId: string, id: number) => and(eq(passkey.id, id), eq(passkey.personId, personId))

/** Gives one of the asker's passkeys another name. */
export async function renamePasskey(house: House, asker: Asker, id: number, typed: string): Promise<void> {
  const name = readPasskeyName(typed)
  await house.db.transaction(async (tx) => {
    const whose = await lockOwnWays(tx, asker)
    const renamed = await tx.update(passkey).set({ name }).where(own(whose.id, id)).returning({ id: passkey.id })
    if (!renamed.length) throw notFound()
  })
}

/** Removes one of the asker's passkeys; who must sign in in two steps keeps something for the second. */
export async function removePasskey(house: House, asker: Asker, id: number, language: Language): Promise<void> {
  await house.db.transaction(async (tx) => {
    const whose = await lockOwnWays(tx, asker)
    const removed = await tx.delete(passkey).where(own(whose.id, id)).returning({ id: passkey.id })
    if (!removed.length) throw notFound()
    await keepASecondStep(house, tx, whose.id)
    await tellOwner(house, tx, whose, 'passkeyRemoved', language)
  })
}
