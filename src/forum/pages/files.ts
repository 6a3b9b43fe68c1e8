import { type CalendarEvent, icalendar } from '../../platform/calendar/icalendar.ts'
import { hoursOn } from '../../platform/calendar/inRiga.ts'
import { addDays } from '../../platform/dates/partialDate.ts'
import { idInAddress } from '../../platform/http/numberInAddress.ts'
import { plainText } from '../../platform/languages/languages.ts'
import { notFound } from '../../platform/refusal.ts'
import { timesOf } from '../../record/index.ts'
import { address } from '../../web/addresses.ts'
import { calendarAnswer } from '../../web/calendarAnswer.ts'
import { fileAnswer } from '../../web/fileAnswer.ts'
import { webText } from '../../web/texts.ts'
import type { Handler } from '../../web/visit.ts'
import { meetingInCalendar } from '../meetingInCalendar.ts'
import { itemsOf, paperById } from '../meetings/queries.ts'
import { readForum, readMeetingAt } from './facts.tsx'

/** A meeting as a file for a calendar, with its agenda. */
export const forumCalendar: Handler<'forumCalendar'> = async (visit) => {
  const { house, language } = visit
  const { known, found } = await readMeetingAt(visit)
  const { meeting, now } = found
  const items = await itemsOf(house.db, meeting.id)
  const times = await timesOf(house.db, [meeting.recordSeq])
  const site = new URL(house.configuration.url)
  const whole = (path: string): string => new URL(path, site).href
  const page = whole(address(language, 'forumMeeting', { forum: known.forum.id, meeting: meeting.id }))
  const event: CalendarEvent = {
    ...meetingInCalendar(language, known.now.name, found, items),
    span: hoursOn(now.startsOn, now.hours) ?? { firstDay: now.startsOn, dayAfter: addDays(now.startsOn, 1) },
    uid: `forum-meeting-${meeting.id}@${site.hostname}`,
    url: page,
    sequence: meeting.recordSeq,
    modified: new Date(times.get(meeting.recordSeq) ?? 0),
  }
  const name = plainText(known.now.name, language)
  const content = icalendar({
    name,
    description: webText(language).siteName,
    language,
    source: whole(address(language, 'forumCalendar', { forum: known.forum.id, meeting: meeting.id })),
    page,
    events: [event],
  })
  return calendarAnswer(language, { content, name: `${name.slice(0, 60)} ${now.startsOn}` })
}

/** A paper of a meeting that is a file. */
export const forumPaper: Handler<'forumPaper'> = async (visit) => {
  const { forum } = await readForum(visit)
  const found = await paperById(visit.house.db, forum.id, idInAddress(visit.values.paper), visit.today)
  if (!found?.fileHash) throw notFound()
  return fileAnswer(visit, { ...found, fileHash: found.fileHash }, 'public')
}
