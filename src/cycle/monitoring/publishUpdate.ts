import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { Actor } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import { Refusal } from '../../platform/refusal.ts'
import { append, type Json } from '../../record/index.ts'
import { atDraftVersion, changeUpdate } from './changeUpdate.ts'
import type { Evidence } from './evidenceInView.ts'
import { evidence, update, updateVersion } from './tables.ts'
import { readUpdate } from './updateInput.ts'
import { evidenceOf, milestoneObject, type UpdateKey } from './updateSubject.ts'

/** How evidence stands in the record: a file by its fingerprint. */
const named = ({ title, url, fileHash, withdrawal }: Evidence): Json => ({
  title,
  ...(withdrawal ? { withdrawn: true } : url === null ? { sha256: fileHash } : { url }),
})

/**
 * Publishes the draft as the update's next version and returns its number. Earlier versions stay as
 * they are. What was previewed is what is published: refuses with 409 when the draft or its evidence
 * has changed since.
 */
export async function publishUpdate(
  house: House,
  actor: Actor,
  key: UpdateKey,
  previewed: { version: number; evidenceIds: readonly number[] },
): Promise<number> {
  return changeUpdate(house, actor, key, async (tx, subject, row) => {
    atDraftVersion(row, previewed.version)
    const items = await evidenceOf(tx, row.id)
    const evidenceIds = items.map((item) => item.id)
    if (!row.draft || evidenceIds.join() !== [...previewed.evidenceIds].sort((a, b) => a - b).join()) throw new Refusal(409)
    const publishedOn = house.clock.today()
    const input = readUpdate(row.draft, { plannedEnd: subject.plannedEnd, evidence: items.length, today: publishedOn })
    const [last] = await tx
      .select({ number: updateVersion.number })
      .from(updateVersion)
      .where(eq(updateVersion.updateId, row.id))
      .orderBy(desc(updateVersion.number))
      .limit(1)
    const number = (last?.number ?? 0) + 1
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: 'officer', for: subject.organisationId },
      act: number === 1 ? 'publishUpdate' : 'correctUpdate',
      object: milestoneObject(subject),
      content: {
        ...(row.demonstration ? { demonstration: true } : {}),
        period: subject.period.position,
        version: number,
        publishedOn,
        ...input,
        evidence: items.map(named),
      },
    })
    await tx.insert(updateVersion).values({ ...input, updateId: row.id, number, evidenceIds, publishedOn, recordSeq })
    if (evidenceIds.length)
      await tx
        .update(evidence)
        .set({ publishedOn })
        .where(and(inArray(evidence.id, evidenceIds), isNull(evidence.publishedOn)))
    await tx
      .update(update)
      .set({ draft: null, draftVersion: row.draftVersion + 1, draftSavedAt: null })
      .where(eq(update.id, row.id))
    return number
  })
}
