import type { CalendarEvent } from '../platform/calendar/icalendar.ts'
import { type Language, type LocalText, plainText } from '../platform/languages/languages.ts'
import { webText } from '../web/texts.ts'
import type { Item, KnownMeeting } from './meetings/queries.ts'
import { forumTexts } from './pages/forumTexts.ts'

/** What a calendar says of a meeting: whose it is, where, and the agenda. */
export function meetingInCalendar(
  language: Language,
  forumName: LocalText,
  { meeting, now }: Pick<KnownMeeting, 'meeting' | 'now'>,
  items: readonly Item[],
): Pick<CalendarEvent, 'summary' | 'description' | 'location' | 'categories' | 'status'> {
  const name = plainText(forumName, language)
  const agenda = items.map(({ position, title }) => `${position}. ${plainText(title, language)}`)
  return {
    summary: meeting.demonstration ? `${name} (${webText(language).demonstrationMark})` : name,
    location: plainText(now.place, language),
    description: [plainText(now.note, language), ...agenda].filter(Boolean).join('\n'),
    categories: [forumTexts[language].meetings],
    status: meeting.state === 'cancelled' ? 'cancelled' : 'confirmed',
  }
}
