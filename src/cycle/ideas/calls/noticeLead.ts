import type { Database } from '../../../platform/database/database.ts'
import { type Day, daysBetween } from '../../../platform/dates/partialDate.ts'
import { announcedOpportunities, judgeLead, OGP_NOTICE_DAYS } from '../../inform/index.ts'

/**
 * How long before a call's start its plan's opportunities to take part were announced: the notice, since when it is
 * published, the days, and whether that is enough. `noticeId` is null where there is none.
 */
export type NoticeLead = { noticeId: number; publishedOn: Day; days: number; inTime: boolean } | { noticeId: null; inTime: false }

/**
 * Looks for the notice of opportunities of the plan that was published first and still holds, as known on that day
 * (OGP's Participation and Co-Creation Standards, minimum requirement 3.1). One query.
 */
export async function noticeLead(db: Database, planId: string, startsOn: Day, today: Day): Promise<NoticeLead> {
  const announced = await announcedOpportunities(db, { planIds: [planId], general: false }, today)
  const [first] = announced
    .filter(({ version, opportunity }) => !version.withdrawn && !opportunity.cancelled)
    .flatMap(({ notice }) => (notice.firstPublishedOn ? [{ id: notice.id, publishedOn: notice.firstPublishedOn }] : []))
    .sort((a, b) => (a.publishedOn < b.publishedOn ? -1 : a.publishedOn > b.publishedOn ? 1 : a.id - b.id))
  if (!first) return { noticeId: null, inTime: false }
  const days = daysBetween(first.publishedOn, startsOn)
  return {
    noticeId: first.id,
    publishedOn: first.publishedOn,
    days,
    inTime: judgeLead({ least: days, most: days }, OGP_NOTICE_DAYS) === 'met',
  }
}
