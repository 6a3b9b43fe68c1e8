import { desc, inArray } from 'drizzle-orm'
import { groupBy } from '../../platform/groupBy.ts'
import type { PublicLinksOf } from '../../platform/publicLink.ts'
import { namedIn } from '../../platform/publicText.ts'
import { noticeObject } from './publishNotice.ts'
import { noticeVersion, opportunity } from './tables.ts'

/** The published notices with the addresses at which one takes part, as their newest versions name them. */
export const noticeLinks: PublicLinksOf = async (db, stretch) => {
  const changed = db.select({ id: noticeVersion.noticeId }).from(noticeVersion).where(namedIn(noticeVersion.recordSeq, stretch))
  const versions = await db
    .selectDistinctOn([noticeVersion.noticeId], {
      id: noticeVersion.id,
      noticeId: noticeVersion.noticeId,
      withdrawn: noticeVersion.withdrawn,
    })
    .from(noticeVersion)
    .where(inArray(noticeVersion.noticeId, changed))
    .orderBy(noticeVersion.noticeId, desc(noticeVersion.number))
  if (!versions.length) return []
  const rows = await db
    .select({ versionId: opportunity.versionId, url: opportunity.url, cancelled: opportunity.cancelled })
    .from(opportunity)
    .where(
      inArray(
        opportunity.versionId,
        versions.map(({ id }) => id),
      ),
    )
  const byVersion = groupBy(rows, ({ versionId }) => versionId)
  return versions.map(({ id, noticeId, withdrawn }) => ({
    thing: `notice:${noticeId}`,
    place: noticeObject(noticeId),
    addresses: withdrawn ? [] : (byVersion.get(id) ?? []).flatMap(({ url, cancelled }) => (cancelled ? [] : (url ?? []))),
  }))
}
