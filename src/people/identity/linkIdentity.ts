import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { lookAtKept, takeKept } from '../oneTime.ts'
import { lockOwnWays, tellOwner } from '../ownWays.ts'
import type { Asker } from '../sessions.ts'
import { type IdentityProviderId, identityProviderIds, linkedIdentity } from '../tables.ts'
import { waysTexts } from '../waysTexts.ts'
import { IdentityRefusal } from './identityRefusal.ts'

const hashedIdentity = z.object({ provider: z.enum(identityProviderIds), subjectHash: z.string() })

/** An e-identity as it is kept: which service, and the keyed hash of whose it is. */
export type HashedIdentity = z.infer<typeof hashedIdentity>

/** Links an e-identity, whose owner has just been recognised in this browser, with the asker's account. */
export async function linkIdentity(house: House, asker: Asker, identity: HashedIdentity, language: Language): Promise<void> {
  await house.db.transaction(async (tx) => {
    const whose = await lockOwnWays(tx, asker)
    const [linked] = await tx
      .insert(linkedIdentity)
      .values({ ...identity, personId: whose.id, linkedAt: house.clock.now() })
      .onConflictDoNothing()
      .returning({ id: linkedIdentity.id })
    if (linked) return tellOwner(house, tx, whose, 'identityLinked', language)
    const [held] = await tx
      .select({ personId: linkedIdentity.personId })
      .from(linkedIdentity)
      .where(and(eq(linkedIdentity.provider, identity.provider), eq(linkedIdentity.subjectHash, identity.subjectHash)))
    if (held?.personId !== whose.id) throw new Refusal(409, (l) => waysTexts[l].identityOfAnother)
  })
}

/** The service whose e-identity waits in this browser to be linked, or null. */
export async function identityToLink(house: House, browser: string): Promise<IdentityProviderId | null> {
  const kept = await lookAtKept(house, 'identity-to-link', browser)
  return kept === null ? null : hashedIdentity.parse(JSON.parse(kept)).provider
}

/**
 * Links the e-identity that waits in this browser with the account that was signed into since. Both were
 * shown here: the e-identity by its service, the account by its mailbox. No address from a service counts.
 */
export async function linkWaitingIdentity(house: House, asker: Asker, browser: string, language: Language): Promise<void> {
  await house.db.transaction(async (tx) => {
    await lockOwnWays(tx, asker)
    const inside = { ...house, db: tx }
    const kept = await takeKept(inside, 'identity-to-link', browser)
    if (kept === null) throw new IdentityRefusal('identityUsedUp', 'nothing waits')
    await linkIdentity(inside, asker, hashedIdentity.parse(JSON.parse(kept)), language)
  })
}

/** A linked e-identity on its owner's page. */
export type ListedIdentity = Pick<typeof linkedIdentity.$inferSelect, 'id' | 'provider' | 'linkedAt' | 'usedAt'>

/** A person's linked e-identities, the oldest first. */
export async function identitiesOf(db: Database, personId: string): Promise<ListedIdentity[]> {
  const { id, provider, linkedAt, usedAt } = linkedIdentity
  return db
    .select({ id, provider, linkedAt, usedAt })
    .from(linkedIdentity)
    .where(eq(linkedIdentity.personId, personId))
    .orderBy(asc(id))
    .limit(20)
}

/** Unlinks one of the asker's e-identities. */
export async function unlinkIdentity(house: House, asker: Asker, id: number, language: Language): Promise<void> {
  await house.db.transaction(async (tx) => {
    const whose = await lockOwnWays(tx, asker)
    const unlinked = await tx
      .delete(linkedIdentity)
      .where(and(eq(linkedIdentity.id, id), eq(linkedIdentity.personId, whose.id)))
      .returning({ id: linkedIdentity.id })
    if (!unlinked.length) throw notFound()
    await tellOwner(house, tx, whose, 'identityUnlinked', language)
  })
}
