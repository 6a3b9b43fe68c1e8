import { asc, eq, lte } from 'drizzle-orm'
import { type Actor, allow } from '../../people/index.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import type { House } from '../../platform/house.ts'
import { append } from '../../record/index.ts'
import { announcement, nextVersion } from './nextVersion.ts'
import { lockNotice, lockNoticeAt } from './noticeLock.ts'
import { informPolicy } from './policy.ts'
import type { Notice } from './queries.ts'
import { notice, noticeVersion, opportunity } from './tables.ts'

/** How a notice is called in the record. */
export const noticeObject = (id: number): string => `/news/${id}`

/** So many scheduled notices are published at once; the rest a moment later. */
const AT_ONCE = 100

/**
 * Publishes the draft as the notice's next version and returns its number. Earlier versions stay as they are. What
 * was previewed is what is published: refuses with 409 when the draft has changed since.
 */
export async function publishNotice(house: House, actor: Actor, id: number, previewed: { version: number }): Promise<number> {
  allow(informPolicy.publishNotices, actor, undefined)
  return house.db.transaction(async (tx) => publish(tx, house, await lockNoticeAt(tx, id, previewed.version), house.clock.today()))
}

/**
 * Publishes what is scheduled for the plan's day or an earlier one, each in a transaction of its own; several
 * processes may do it at once. The record's entry is written here and not before: until its day nothing of a
 * notice is public. One that can't be published stays a draft and does not stop the others; the first fault is
 * thrown at the end.
 */
export async function publishScheduledNotices(house: House): Promise<void> {
  const today = house.clock.today()
  const due = await house.db
    .select({ id: notice.id })
    .from(notice)
    .where(lte(notice.scheduledFor, today))
    .orderBy(asc(notice.scheduledFor), asc(notice.id))
    .limit(AT_ONCE)
  const faults: unknown[] = []
  for (const { id } of due) await house.db.transaction((tx) => publishIfDue(tx, house, id, today)).catch((fault) => faults.push(fault))
  if (faults.length) throw faults[0]
}

async function publishIfDue(tx: Database, house: House, id: number, today: Day): Promise<void> {
  const row = await lockNotice(tx, id)
  // Another process was faster, or someone has taken it back meanwhile.
  if (row.scheduledFor === null || row.scheduledFor > today) return
  // A demonstration jumps over days on which a real instance would have been read; after a stop the true day counts.
  await publish(tx, house, row, house.demonstration ? row.scheduledFor : today)
}

async function publish(tx: Database, house: House, row: Notice, publishedOn: Day): Promise<number> {
  const { opportunities, ...version } = await nextVersion(tx, house, row)
  const recordSeq = await append(tx, house.clock.now(), {
    actor: { role: 'secretariat', for: null },
    act: version.number === 1 ? 'publishNotice' : 'correctNotice',
    object: noticeObject(row.id),
    content: {
      ...(row.demonstration ? { demonstration: true } : {}),
      kind: row.kind,
      plan: row.planId,
      publishedOn,
      version: version.number,
      title: version.title,
      body: version.body,
      contact: version.contact,
      ...(version.reason ? { reason: version.reason } : {}),
      ...(row.kind === 'opportunities' ? { opportunities: opportunities.map(announcement) } : {}),
    },
  })
  const [stored] = await tx
    .insert(noticeVersion)
    .values({ ...version, noticeId: row.id, publishedOn, recordSeq })
    .returning({ id: noticeVersion.id })
  if (!stored) throw new Error('the version was not stored')
  if (opportunities.length) await tx.insert(opportunity).values(opportunities.map((one) => ({ ...one, versionId: stored.id })))
  await tx
    .update(notice)
    .set({
      draft: null,
      draftVersion: row.draftVersion + 1,
      draftSavedAt: null,
      scheduledFor: null,
      firstPublishedOn: row.firstPublishedOn ?? publishedOn,
    })
    .where(eq(notice.id, row.id))
  return version.number
}
