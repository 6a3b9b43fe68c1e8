import { momentInRiga } from '../../platform/calendar/inRiga.ts'
import { type Clock, dayInRiga, TIME_ZONE } from '../../platform/clock.ts'
import type { Day } from '../../platform/dates/partialDate.ts'

const MS_A_SECOND = 1000

const clockInRiga = new Intl.DateTimeFormat('en-GB', {
  timeZone: TIME_ZONE,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

/** The time of day in Riga to the second: 17:00:00. */
export const timeInRiga = (moment: Date): string => clockInRiga.format(moment)

/** A time of day, 17:00 or 17:00:30, on a day in Riga. */
export function momentOf(day: Day, time: string): Date {
  const [hour = '', minute = '', second = '0'] = time.split(':')
  return new Date(Date.parse(momentInRiga(day, `${hour}:${minute}`)) + Number(second) * MS_A_SECOND)
}

/**
 * The moment by which ballots open and close: the plan's day with the real time of day in Riga. Where no demonstration
 * has moved the day, that is the real moment.
 */
export function ballotMoment({ today, now }: Clock): Date {
  const real = now()
  const day = today()
  return day === dayInRiga(real) ? real : new Date(momentOf(day, timeInRiga(real)).getTime() + real.getMilliseconds())
}
