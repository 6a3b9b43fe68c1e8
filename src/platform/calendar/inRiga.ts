import { TIME_ZONE } from '../clock.ts'
import type { Day } from '../dates/partialDate.ts'

const offsets = new Intl.DateTimeFormat('en-GB', { timeZone: TIME_ZONE, timeZoneName: 'longOffset' })

/** How far Riga is from UTC at a moment: +03:00 in summer, +02:00 in winter. */
function offsetAt(moment: Date): string {
  const name = offsets.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  return /[+-]\d{2}:\d{2}$/.exec(name)?.[0] ?? '+00:00'
}

/** A time of day in Riga as RFC 3339 writes it: 2019-09-16T14:30:00+03:00. */
export function momentInRiga(day: Day, time = '00:00'): string {
  // Riga's clocks change at one in the morning by UTC: the offset of the same hour in UTC is wrong for two hours twice a year at most.
  const guess = offsetAt(new Date(`${day}T${time}:00Z`))
  return `${day}T${time}:00${offsetAt(new Date(`${day}T${time}:00${guess}`))}`
}

/** The hours of a day in Riga, kept as 14:30–17:00. Null when they are written in another way or end before they begin. */
export function hoursOn(day: Day, hours: string): { from: Date; until: Date } | null {
  const [, from, until] = /^(\d{2}:\d{2})–(\d{2}:\d{2})$/.exec(hours) ?? []
  if (!from || !until || until <= from) return null
  return { from: new Date(momentInRiga(day, from)), until: new Date(momentInRiga(day, until)) }
}
