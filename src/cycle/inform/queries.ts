import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, lte, max, min, or, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import { type Day, dateParts, day } from '../../platform/dates/partialDate.ts'
import { groupBy } from '../../platform/groupBy.ts'
import type { LocalText } from '../../platform/languages/languages.ts'
import { plan } from '../plan/index.ts'
import { type NoticeKind, notice, noticeVersion, opportunity } from './tables.ts'

export type Notice = typeof notice.$inferSelect
export type NoticeVersion = typeof noticeVersion.$inferSelect
export type Opportunity = typeof opportunity.$inferSelect

/** One published version with its opportunities by their number. */
export type PublishedVersion = NoticeVersion & { opportunities: Opportunity[] }

/** A published notice with the short name of its plan and all its versions, the first one first. */
export type PublishedNotice = { notice: Notice; planName: LocalText | null; versions: PublishedVersion[] }

/** A notice in a list: as it reads now. */
export type ListedNotice = { notice: Notice; planName: LocalText | null; version: NoticeVersion }

/** So many notices stand on one page of a list. */
export const PAGE = 20

/** A notice that was corrected more often than this shows its first corrections; the record has them all. */
const MOST_VERSIONS = 200

/** More opportunities than these are not told at once. */
const MOST_OPPORTUNITIES = 500

/** The opportunities of these versions by version, each version's by their number: one query. */
async function opportunitiesOf(db: Database, versionIds: readonly number[]): Promise<Map<number, Opportunity[]>> {
  if (!versionIds.length) return new Map()
  const rows = await db
    .select()
    .from(opportunity)
    .where(inArray(opportunity.versionId, [...versionIds]))
    .orderBy(asc(opportunity.versionId), asc(opportunity.number))
  return groupBy(rows, (row) => row.versionId)
}

/** Versions with their opportunities: one query. */
export async function withOpportunities(db: Database, versions: readonly NoticeVersion[]): Promise<PublishedVersion[]> {
  const found = await opportunitiesOf(
    db,
    versions.map(({ id }) => id),
  )
  return versions.map((version) => ({ ...version, opportunities: found.get(version.id) ?? [] }))
}

/** A notice and its versions published by that day; no versions when it is a draft alone. Null when there is none. Three queries. */
export async function noticeById(db: Database, id: number, today: Day): Promise<PublishedNotice | null> {
  const [row] = await db
    .select({ notice, planName: plan.shortTitle })
    .from(notice)
    .leftJoin(plan, eq(plan.id, notice.planId))
    .where(eq(notice.id, id))
  if (!row) return null
  const versions = await db
    .select()
    .from(noticeVersion)
    .where(and(eq(noticeVersion.noticeId, id), lte(noticeVersion.publishedOn, today)))
    .orderBy(asc(noticeVersion.number))
    .limit(MOST_VERSIONS)
  return { ...row, versions: await withOpportunities(db, versions) }
}

/** The newest version of a notice; null when there is none yet. Two queries. */
export async function newestVersion(db: Database, noticeId: number): Promise<PublishedVersion | null> {
  const rows = await db
    .select()
    .from(noticeVersion)
    .where(eq(noticeVersion.noticeId, noticeId))
    .orderBy(desc(noticeVersion.number))
    .limit(1)
  const [found] = await withOpportunities(db, rows)
  return found ?? null
}

/** What a list shows: of one plan or of everything, of one kind, of one year. */
export type NoticeFilter = { planId: string | null; kind: NoticeKind | null; year: number | null }

const publishedBy = (today: Day, planId: string | null): SQL | undefined =>
  and(lte(notice.firstPublishedOn, today), planId === null ? undefined : eq(notice.planId, planId))

/** One page of the notices published by that day, the latest first, and whether older ones follow. Two queries. */
export async function listNotices(
  db: Database,
  { planId, kind, year }: NoticeFilter,
  today: Day,
  page: number,
  size = PAGE,
): Promise<{ notices: ListedNotice[]; older: boolean }> {
  const rows = await db
    .select({ notice, planName: plan.shortTitle })
    .from(notice)
    .leftJoin(plan, eq(plan.id, notice.planId))
    .where(
      and(
        publishedBy(today, planId),
        kind === null ? undefined : eq(notice.kind, kind),
        year === null ? undefined : gte(notice.firstPublishedOn, day(`${year}-01-01`)),
        year === null ? undefined : lt(notice.firstPublishedOn, day(`${year + 1}-01-01`)),
      ),
    )
    .orderBy(desc(notice.firstPublishedOn), desc(notice.id))
    .limit(size + 1)
    .offset((page - 1) * size)
  const shown = rows.slice(0, size)
  const versions = shown.length
    ? await db
        .selectDistinctOn([noticeVersion.noticeId])
        .from(noticeVersion)
        .where(
          and(
            inArray(
              noticeVersion.noticeId,
              shown.map((row) => row.notice.id),
            ),
            lte(noticeVersion.publishedOn, today),
          ),
        )
        .orderBy(noticeVersion.noticeId, desc(noticeVersion.number))
    : []
  const byNotice = new Map(versions.map((version) => [version.noticeId, version]))
  return {
    notices: shown.flatMap((row) => {
      const version = byNotice.get(row.notice.id)
      return version ? [{ ...row, version }] : []
    }),
    older: rows.length > size,
  }
}

/** The years from the first published notice to the last, the latest first. One query. */
export async function yearsOfNotices(db: Database, planId: string | null, today: Day): Promise<number[]> {
  const [found] = await db
    .select({ first: min(notice.firstPublishedOn), last: max(notice.firstPublishedOn) })
    .from(notice)
    .where(publishedBy(today, planId))
  if (!found?.first || !found.last) return []
  const [first, last] = [dateParts(found.first).year, dateParts(found.last).year]
  return Array.from({ length: last - first + 1 }, (_, index) => last - index)
}

/** One page of what the secretariat is writing, what was saved last first. One query. */
export async function draftedNotices(db: Database, page: number): Promise<{ notices: Notice[]; older: boolean }> {
  const rows = await db
    .select()
    .from(notice)
    .where(isNotNull(notice.draft))
    .orderBy(desc(notice.draftSavedAt), desc(notice.id))
    .limit(PAGE + 1)
    .offset((page - 1) * PAGE)
  return { notices: rows.slice(0, PAGE), older: rows.length > PAGE }
}

/** The opportunities of these plans, or with `general` also of no plan in particular. */
export type OpportunityScope = { planIds: readonly string[]; general: boolean }

/** Is the notice in this scope? */
export const inScope = ({ planIds, general }: OpportunityScope): SQL | undefined =>
  or(planIds.length ? inArray(notice.planId, [...planIds]) : sql`false`, general ? isNull(notice.planId) : undefined)

/** An opportunity as it is announced now, with its notice and the version that says so. */
export type AnnouncedOpportunity = { notice: Notice; version: NoticeVersion; opportunity: Opportunity }

const end = sql`last_day(coalesce(${opportunity.endsOn}, ${opportunity.startsOn}))`

/** Opportunities as the newest of their notice's versions published by that day tells them. */
const asAnnounced = (db: Database, scope: OpportunityScope, today: Day, more?: SQL) =>
  db
    .select({ notice, version: noticeVersion, opportunity })
    .from(opportunity)
    .innerJoin(noticeVersion, eq(noticeVersion.id, opportunity.versionId))
    .innerJoin(notice, eq(notice.id, noticeVersion.noticeId))
    .where(
      and(
        inScope(scope),
        lte(noticeVersion.publishedOn, today),
        sql`not exists (
          select 1 from ${noticeVersion} later
          where later.notice_id = ${noticeVersion.noticeId} and later.number > ${noticeVersion.number} and later.published_on <= ${today}::date)`,
        more,
      ),
    )

/** Every opportunity as it is announced on that day, cancelled and withdrawn ones too, those that end last first. One query. */
export async function announcedOpportunities(db: Database, scope: OpportunityScope, today: Day): Promise<AnnouncedOpportunity[]> {
  return asAnnounced(db, scope, today).orderBy(desc(end), desc(opportunity.id)).limit(MOST_OPPORTUNITIES)
}

/** The opportunities that are not over on that day and begin by another, cancelled ones too, the one that ends first first. One query. */
export async function opportunitiesBy(db: Database, scope: OpportunityScope, today: Day, until: Day): Promise<AnnouncedOpportunity[]> {
  const near = and(
    sql`${end} >= ${today}::date`,
    sql`first_day(${opportunity.startsOn}) <= ${until}::date`,
    eq(noticeVersion.withdrawn, false),
  )
  return asAnnounced(db, scope, today, near).orderBy(asc(end), asc(opportunity.id)).limit(MOST_OPPORTUNITIES)
}
