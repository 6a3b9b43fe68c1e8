import { idInAddress } from '../../platform/http/numberInAddress.ts'
import { shortDate } from '../../platform/languages/dates.ts'
import { notFound } from '../../platform/refusal.ts'
import { address } from '../../web/addresses.ts'
import type { PathStep } from '../../web/Layout.tsx'
import { named } from '../../web/named.ts'
import type { AnyVisit } from '../../web/visit.ts'
import { type KnownMeeting, meetingById } from '../meetings/queries.ts'
import { forumById, type KnownForum } from '../queries.ts'
import { forumTexts } from './forumTexts.ts'

/** The forum at an address. */
export async function readForum({ house, values, today }: AnyVisit): Promise<KnownForum> {
  const found = await forumById(house.db, values['forum'] ?? '', today)
  if (!found) throw notFound()
  return found
}

/** A meeting of the forum at an address. */
export async function readMeetingAt(visit: AnyVisit): Promise<{ known: KnownForum; found: KnownMeeting }> {
  const known = await readForum(visit)
  const found = await meetingById(visit.house.db, known.forum.id, idInAddress(visit.values['meeting']), visit.today)
  if (!found) throw notFound()
  return { known, found }
}

/** The way to what lies below a forum's page. */
export const pathToForum = (visit: AnyVisit, { forum, now }: KnownForum): PathStep[] => [
  { title: named(now.name, visit.language), href: address(visit.language, 'forum', { forum: forum.id }) },
]

/** The way to what lies below a meeting's page. */
export const pathToMeeting = (visit: AnyVisit, known: KnownForum, { meeting, now }: KnownMeeting): PathStep[] => [
  ...pathToForum(visit, known),
  {
    title: forumTexts[visit.language].meeting(shortDate(visit.language, now.startsOn)),
    href: address(visit.language, 'forumMeeting', { forum: known.forum.id, meeting: meeting.id }),
  },
]

/** What was done a moment ago, told once. */
export const Done = ({ visit }: { visit: AnyVisit }) =>
  visit.query.get('done') === 'saved' ? (
    <p class="told" role="status">
      {forumTexts[visit.language].done}
    </p>
  ) : null
