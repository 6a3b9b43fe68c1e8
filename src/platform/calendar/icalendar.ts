/* iCalendar, RFC 5545 and RFC 7986. Why not by a library: docs/decisions/feeds-written-by-us.md. */

/** Whole days, the last one included; or moments in UTC as RFC 3339 writes them. */
export type Span = { firstDay: string; dayAfter: string } | { from: Date; until: Date }

export type CalendarEvent = {
  uid: string
  span: Span
  summary: string
  description: string
  /** Where it takes place, where that is known. */
  location?: string
  categories: readonly string[]
  url: string
  /** `tentative`: the date itself is not fixed yet. */
  status: 'tentative' | 'confirmed' | 'cancelled'
  /** Rises with each change of the event. */
  sequence: number
  modified: Date
}

export type CalendarDocument = {
  name: string
  description: string
  language: string
  source: string
  page: string
  events: readonly CalendarEvent[]
}

/** One event that is told to those it concerns, and by whom (RFC 5546, PUBLISH). */
export type CalendarMessage = { language: string; event: CalendarEvent; organizer: { name: string; address: string } | null }

/** No line may hold control characters but the tab (§3.1). */
const clean = (text: string): string => text.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\t\n]/gu, '\uFFFD')

/** TEXT, §3.3.11. */
const text = (value: string): string =>
  clean(value)
    .replaceAll(/[\\;,]/g, (found) => `\\${found}`)
    .replaceAll('\n', '\\n')

const MOST_BYTES = 75

/** A line in pieces of at most 75 bytes, never inside a character (§3.1). */
function folded(line: string): string {
  const pieces: string[] = []
  let [piece, bytes] = ['', 0]
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (bytes + size > MOST_BYTES) {
      pieces.push(piece)
      // The blank before a continued line counts too.
      ;[piece, bytes] = ['', 1]
    }
    piece += character
    bytes += size
  }
  return [...pieces, piece].join('\r\n ')
}

const dayText = (day: string): string => day.replaceAll('-', '')
const utcText = (moment: Date): string => `${moment.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

function event(one: CalendarEvent, more: readonly string[] = []): string[] {
  const { span } = one
  const when =
    'from' in span
      ? [`DTSTART:${utcText(span.from)}`, `DTEND:${utcText(span.until)}`]
      : [`DTSTART;VALUE=DATE:${dayText(span.firstDay)}`, `DTEND;VALUE=DATE:${dayText(span.dayAfter)}`]
  return [
    'BEGIN:VEVENT',
    `UID:${clean(one.uid)}`,
    // Without METHOD it is the moment of the last change (§3.8.7.2): nothing differs from one reading to the next.
    `DTSTAMP:${utcText(one.modified)}`,
    `LAST-MODIFIED:${utcText(one.modified)}`,
    `SEQUENCE:${one.sequence}`,
    ...when,
    `SUMMARY:${text(one.summary)}`,
    `DESCRIPTION:${text(one.description)}`,
    ...(one.location ? [`LOCATION:${text(one.location)}`] : []),
    `CATEGORIES:${one.categories.map(text).join(',')}`,
    `URL:${clean(one.url)}`,
    `STATUS:${one.status.toUpperCase()}`,
    'TRANSP:TRANSPARENT',
    ...more,
    'END:VEVENT',
  ]
}

const stream = (lines: readonly string[]): string => `${lines.map(folded).join('\r\n')}\r\n`

const beginning = (language: string): string[] => [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  `PRODID:-//Koprade//Koprade//${language.toUpperCase()}`,
  'CALSCALE:GREGORIAN',
]

/** A calendar as an iCalendar stream. */
export const icalendar = (calendar: CalendarDocument): string =>
  stream([
    ...beginning(calendar.language),
    `NAME:${text(calendar.name)}`,
    `X-WR-CALNAME:${text(calendar.name)}`,
    `DESCRIPTION:${text(calendar.description)}`,
    `URL:${clean(calendar.page)}`,
    `SOURCE;VALUE=URI:${clean(calendar.source)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    ...calendar.events.flatMap((one) => event(one)),
    'END:VCALENDAR',
  ])

/** A parameter's value in quotation marks, which it can't hold itself (§3.2). */
const quoted = (value: string): string => `"${clean(value).replaceAll(/["\n\t]/g, ' ')}"`

/** One event as an iCalendar stream, for a letter or for taking it into one's own calendar. */
export const calendarMessage = ({ language, event: one, organizer }: CalendarMessage): string =>
  stream([
    ...beginning(language),
    'METHOD:PUBLISH',
    ...event(one, organizer ? [`ORGANIZER;CN=${quoted(organizer.name)}:mailto:${clean(organizer.address)}`] : []),
    'END:VCALENDAR',
  ])
