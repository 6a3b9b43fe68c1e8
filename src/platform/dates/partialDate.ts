/**
 * Dates as real plans have them: a day, a month, a quarter, a half-year or a year.
 * Written as text that sorts by its first day: 2019-06-30, 2019-06, 2019-Q2, 2019-H1, 2019
 * (the style of EDTF, ISO 8601-2, with readable quarters and halves).
 * The database reads the same forms: see migrations, functions first_day and last_day.
 */

declare const dayMark: unique symbol
declare const partialMark: unique symbol
/** A calendar day, YYYY-MM-DD. */
export type Day = string & { readonly [dayMark]: true; readonly [partialMark]: true }
/** A day, month, quarter, half-year or year. Every Day is one. */
export type PartialDate = string & { readonly [partialMark]: true }

export type Precision = 'day' | 'month' | 'quarter' | 'half-year' | 'year'

const form = /^(\d{4})(?:-(?:(H)([12])|(Q)([1-4])|(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?))?$/

type Parts = { precision: Precision; year: number; firstMonth: number; months: number; day: number | null }

function parts(text: string): Parts | null {
  const m = form.exec(text)
  if (!m) return null
  const year = Number(m[1])
  if (year < 1) return null
  if (m[2]) return { precision: 'half-year', year, firstMonth: m[3] === '1' ? 1 : 7, months: 6, day: null }
  if (m[4]) return { precision: 'quarter', year, firstMonth: (Number(m[5]) - 1) * 3 + 1, months: 3, day: null }
  if (!m[6]) return { precision: 'year', year, firstMonth: 1, months: 12, day: null }
  const firstMonth = Number(m[6])
  if (!m[7]) return { precision: 'month', year, firstMonth, months: 1, day: null }
  const day = Number(m[7])
  return day <= lastDayOfMonth(year, firstMonth) ? { precision: 'day', year, firstMonth, months: 1, day } : null
}

const daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** How many days a month has; month 1–12. */
export const lastDayOfMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (daysOfMonths[month - 1] ?? Number.NaN)

const pad = (n: number, width = 2): string => String(n).padStart(width, '0')
const toDay = (year: number, month: number, day: number): Day => `${pad(year, 4)}-${pad(month)}-${pad(day)}` as Day

/** The parts of dates that were asked for before: a page asks for the same few hundred times. */
const remembered = new Map<string, Parts>()
const MOST_REMEMBERED = 5000

function known(date: PartialDate): Parts {
  const before = remembered.get(date)
  if (before) return before
  const found = parts(date)
  if (!found) throw new RangeError(`not a date: ${date}`)
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(date, found)
  return found
}

/** The date written in this text, or null when it is none (such as 2018-11-31). */
export const parsePartialDate = (text: string): PartialDate | null => (parts(text) ? (text as PartialDate) : null)

/** The day written in this text, or null. */
export const parseDay = (text: string): Day | null => (parts(text)?.precision === 'day' ? (text as Day) : null)

/** A day that is known to be right, such as one written in the code. Throws RangeError otherwise. */
export function day(text: string): Day {
  const found = parseDay(text)
  if (!found) throw new RangeError(`not a day: ${text}`)
  return found
}

/** A date of any precision that is known to be right. Throws RangeError otherwise. */
export function partialDate(text: string): PartialDate {
  const found = parsePartialDate(text)
  if (!found) throw new RangeError(`not a date: ${text}`)
  return found
}

export const precisionOf = (date: PartialDate): Precision => known(date).precision

/** Year, months and day of a date, for those who write it in words. */
export const dateParts = (date: PartialDate): Readonly<Parts> => known(date)

/** Only a day is written with so many signs. */
const isDay = (date: PartialDate): date is Day => date.length === 10

/** The first day the date can mean. */
export function firstDay(date: PartialDate): Day {
  if (isDay(date)) return date
  const p = known(date)
  return toDay(p.year, p.firstMonth, p.day ?? 1)
}

/** The last day the date can mean: the day a deadline of this precision runs out. */
export function lastDay(date: PartialDate): Day {
  if (isDay(date)) return date
  const p = known(date)
  const month = p.firstMonth + p.months - 1
  return toDay(p.year, month, p.day ?? lastDayOfMonth(p.year, month))
}

/** Orders dates by first day, then the shorter one first. Negative, zero or positive. */
export function compareDates(a: PartialDate, b: PartialDate): number {
  const order = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0)
  return order(firstDay(a), firstDay(b)) || order(lastDay(a), lastDay(b))
}

const millis = (d: Day): number => Date.UTC(Number(d.slice(0, 4)), Number(d.slice(5, 7)) - 1, Number(d.slice(8, 10)))

/** Whole days from one day to another; negative when the second is earlier. */
export const daysBetween = (from: Day, to: Day): number => Math.round((millis(to) - millis(from)) / 86_400_000)

/** The day so many days later (or earlier). */
export function addDays(from: Day, days: number): Day {
  const d = new Date(millis(from) + days * 86_400_000)
  return toDay(d.getUTCFullYear(), d.getUTCMonth() + 1, d.getUTCDate())
}

/** The day so many months later; where that month is too short, its last day. */
export function addMonths(from: Day, months: number): Day {
  const month = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + months
  const [year, inYear] = [Math.floor(month / 12), (month % 12) + 1]
  return toDay(year, inYear, Math.min(Number(from.slice(8, 10)), lastDayOfMonth(year, inYear)))
}

/** The weekday, 0 = Sunday … 6 = Saturday. */
export const weekday = (d: Day): number => new Date(millis(d)).getUTCDay()

/** Has the date wholly passed on that day? (A deadline on the day itself has not.) */
export const hasPassed = (date: PartialDate, today: Day): boolean => lastDay(date) < today
