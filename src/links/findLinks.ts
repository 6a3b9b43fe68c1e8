import { createHash } from 'node:crypto'
import { eq, inArray, notExists } from 'drizzle-orm'
import { documentLinks } from '../cycle/documents/index.ts'
import { noticeLinks } from '../cycle/inform/index.ts'
import { monitoringLinks } from '../cycle/monitoring/index.ts'
import { planLinks } from '../cycle/plan/index.ts'
import type { Database } from '../platform/database/database.ts'
import type { House } from '../platform/house.ts'
import type { PublicLinks, PublicLinksOf } from '../platform/publicLink.ts'
import { recordState } from '../record/index.ts'
import { link, linkFinding, linkUse } from './tables.ts'

/** Who names addresses elsewhere. */
const sources: readonly PublicLinksOf[] = [planLinks, documentLinks, noticeLinks, monitoringLinks]

/** So many entries of the record are read together, and so many rows are written with one command. */
const ENTRIES_AT_ONCE = 500
const ROWS_AT_ONCE = 500
/** A longer address is no link that anyone could check. */
const LONGEST = 2_000

/** The name of a link: the SHA-256 of its address. */
export const linkId = (address: string): string => createHash('sha256').update(address).digest('hex')

/**
 * Finds the links that public things name now, in what the record tells of since the last time: every public row names
 * its entry, so nothing is missed, whichever process or import wrote it. A link that nothing names any more is forgotten.
 */
export async function findLinks({ db, clock }: House): Promise<void> {
  while (await db.transaction((tx) => findMore(tx, clock.now())));
}

/** Reads the next stretch of the record; false when there is none. */
async function findMore(tx: Database, now: Date): Promise<boolean> {
  await tx.insert(linkFinding).values({ id: 1, seq: -1 }).onConflictDoNothing()
  const [state] = await tx.select().from(linkFinding).for('update')
  if (!state) throw new Error('the finding of links has no state')
  // First the number, then the rows: what an act adds in between is read again next time.
  const { entries } = await recordState(tx)
  if (state.seq >= entries) return false
  const upTo = Math.min(entries, state.seq + ENTRIES_AT_ONCE)
  for (const linksOf of sources) await take(tx, await linksOf(tx, { after: state.seq, upTo }), now)
  await tx.delete(link).where(notExists(tx.select({ id: linkUse.linkId }).from(linkUse).where(eq(linkUse.linkId, link.id))))
  await tx.update(linkFinding).set({ seq: upTo }).where(eq(linkFinding.id, 1))
  return true
}

/** Puts what these things name in place of what they named before. */
async function take(tx: Database, found: readonly PublicLinks[], now: Date): Promise<void> {
  for (const part of parts(found.map(({ thing }) => thing))) await tx.delete(linkUse).where(inArray(linkUse.thing, part))
  const uses = found.flatMap(({ thing, place, addresses }) =>
    [...new Set(addresses)].filter(isWebAddress).map((address) => ({ thing, place, address, linkId: linkId(address) })),
  )
  for (const part of parts(uses)) {
    await tx
      .insert(link)
      .values(part.map((use) => ({ id: use.linkId, address: use.address, nextCheckAt: now })))
      .onConflictDoNothing()
    await tx.insert(linkUse).values(part)
  }
}

const isWebAddress = (address: string): boolean => address.length <= LONGEST && /^https?:/i.test(address) && URL.canParse(address)

const parts = <Row>(rows: readonly Row[]): Row[][] =>
  Array.from({ length: Math.ceil(rows.length / ROWS_AT_ONCE) }, (_, index) => rows.slice(index * ROWS_AT_ONCE, (index + 1) * ROWS_AT_ONCE))
