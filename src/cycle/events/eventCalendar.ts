import type { CalendarEvent } from '../../platform/calendar/icalendar.ts'
import { calendarMessage } from '../../platform/calendar/icalendar.ts'
import { hoursOn } from '../../platform/calendar/inRiga.ts'
import { addDays } from '../../platform/dates/partialDate.ts'
import type { House } from '../../platform/house.ts'
import { hoursOfDay, shortDate } from '../../platform/languages/dates.ts'
import { type Language, plainText } from '../../platform/languages/languages.ts'
import { defineTexts } from '../../platform/languages/texts.ts'
import { address } from '../../web/addresses.ts'
import { webText } from '../../web/texts.ts'
import type { Event, EventVersion } from './queries.ts'
import { eventKindNames } from './words.ts'

const texts = defineTexts({
  lv: {
    cancelled: 'Nenotiks.',
    when: (words: string) => `Kad: ${words}`,
    place: (words: string) => `Vieta: ${words}`,
    accessibility: (words: string) => `Piekļūstamība: ${words}`,
    stream: (url: string) => `Tiešraide: ${url}`,
    event: 'Pasākums',
  },
  en: {
    cancelled: 'Will not take place.',
    when: (words) => `When: ${words}`,
    place: (words) => `Place: ${words}`,
    accessibility: (words) => `Accessibility: ${words}`,
    stream: (url) => `Stream: ${url}`,
    event: 'Event',
  },
})

/** What a calendar says of an event, before it has its whole address and the time of its last change. */
export type EventInCalendar = Omit<CalendarEvent, 'uid' | 'url' | 'sequence' | 'modified'>

/** An announced event as an entry of a calendar; `leaving` takes it out of the calendar of someone who gave up their seat. */
export function inCalendar(
  language: Language,
  { demonstration }: Pick<Event, 'demonstration'>,
  version: EventVersion,
  leaving = false,
): EventInCalendar {
  const t = texts[language]
  const { title, kind, startsOn, hours, place, accessibility, streamUrl, body, cancelled } = version
  const words = plainText(title, language)
  return {
    span: hoursOn(startsOn, hours) ?? { firstDay: startsOn, dayAfter: addDays(startsOn, 1) },
    summary: demonstration ? `${words} (${webText(language).demonstrationMark})` : words,
    location: plainText(place, language),
    description: [
      cancelled ? t.cancelled : null,
      eventKindNames[language][kind],
      t.when(`${shortDate(language, startsOn)}, ${hoursOfDay(language, hours)}`),
      t.place(plainText(place, language)),
      accessibility ? t.accessibility(plainText(accessibility, language)) : null,
      streamUrl ? t.stream(streamUrl) : null,
      plainText(body, language),
    ]
      .filter((line) => line)
      .join('\n'),
    categories: [t.event],
    status: cancelled || leaving ? 'cancelled' : 'confirmed',
  }
}

/** The name of an event among all of this site's calendars. */
export const calendarId = (eventId: number): string => `event-${eventId}`

/** One event as an iCalendar file; `sequence` rises with each version, so that a calendar takes the newest. */
export function eventFile(
  house: House,
  language: Language,
  { event, version, modified, leaving }: { event: Event; version: EventVersion; modified: Date; leaving?: boolean },
): string {
  const site = new URL(house.configuration.url)
  const from = /^(?:\s*(.*?)\s*<)?([^<>\s]+@[^<>\s]+?)>?\s*$/.exec(house.configuration.mailFrom)
  return calendarMessage({
    language,
    organizer: from?.[2] ? { name: from[1] || webText(language).siteName, address: from[2] } : null,
    event: {
      ...inCalendar(language, event, version, leaving),
      uid: `${calendarId(event.id)}@${site.hostname}`,
      url: new URL(address(language, 'event', { event: event.id }), site).href,
      sequence: version.recordSeq,
      modified,
    },
  })
}
