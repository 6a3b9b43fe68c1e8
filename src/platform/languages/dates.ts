import { compareDates, type Day, dateParts, type PartialDate, weekday } from '../dates/partialDate.ts'
import type { Language } from './languages.ts'

/** The cases Latvian dates need: what it is, when it happens, until when. */
type Case = 'nominative' | 'locative' | 'dative'

const monthsLv: Record<Case, readonly string[]> = {
  nominative: [
    'janvāris',
    'februāris',
    'marts',
    'aprīlis',
    'maijs',
    'jūnijs',
    'jūlijs',
    'augusts',
    'septembris',
    'oktobris',
    'novembris',
    'decembris',
  ],
  locative: [
    'janvārī',
    'februārī',
    'martā',
    'aprīlī',
    'maijā',
    'jūnijā',
    'jūlijā',
    'augustā',
    'septembrī',
    'oktobrī',
    'novembrī',
    'decembrī',
  ],
  dative: [
    'janvārim',
    'februārim',
    'martam',
    'aprīlim',
    'maijam',
    'jūnijam',
    'jūlijam',
    'augustam',
    'septembrim',
    'oktobrim',
    'novembrim',
    'decembrim',
  ],
}
const quarterLv: Record<Case, string> = { nominative: 'ceturksnis', locative: 'ceturksnī', dative: 'ceturksnim' }
const halfLv: Record<Case, string> = { nominative: 'pusgads', locative: 'pusgadā', dative: 'pusgadam' }
const yearLv: Record<Case, string> = { nominative: 'gads', locative: 'gadā', dative: 'gadam' }
const weekdaysLv = ['svētdiena', 'pirmdiena', 'otrdiena', 'trešdiena', 'ceturtdiena', 'piektdiena', 'sestdiena']
const monthsEn = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const weekdaysEn = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const ordinalsEn = ['', '1st', '2nd', '3rd', '4th']

function inLatvian(date: PartialDate, form: Case): string {
  const p = dateParts(date)
  const month = monthsLv[form][p.firstMonth - 1] ?? ''
  switch (p.precision) {
    case 'day':
      return `${p.year}. gada ${p.day}. ${month}`
    case 'month':
      return `${p.year}. gada ${month}`
    case 'quarter':
      return `${p.year}. gada ${(p.firstMonth + 2) / 3}. ${quarterLv[form]}`
    case 'half-year':
      return `${p.year}. gada ${p.firstMonth === 1 ? 1 : 2}. ${halfLv[form]}`
    case 'year':
      return `${p.year}. ${yearLv[form]}`
  }
}

function inEnglish(date: PartialDate): string {
  const p = dateParts(date)
  const month = monthsEn[p.firstMonth - 1] ?? ''
  switch (p.precision) {
    case 'day':
      return `${p.day} ${month} ${p.year}`
    case 'month':
      return `${month} ${p.year}`
    case 'quarter':
      return `${ordinalsEn[(p.firstMonth + 2) / 3]} quarter of ${p.year}`
    case 'half-year':
      return `${ordinalsEn[p.firstMonth === 1 ? 1 : 2]} half of ${p.year}`
    case 'year':
      return String(p.year)
  }
}

/** For tables and lists: 12.09.2019. / 12 Sep 2019; other precisions in words. */
export function shortDate(language: Language, date: PartialDate): string {
  const p = dateParts(date)
  if (p.precision !== 'day') return longDate(language, date)
  if (language === 'en') return `${p.day} ${(monthsEn[p.firstMonth - 1] ?? '').slice(0, 3)} ${p.year}`
  return `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}.`
}

/** In words: 2019. gada 30. novembris / 30 November 2019. */
export const longDate = (language: Language, date: PartialDate): string =>
  language === 'lv' ? inLatvian(date, 'nominative') : inEnglish(date)

/** When something happens: 2019. gada 30. novembrī / on 30 November 2019, in the 1st half of 2019. */
export function onDate(language: Language, date: PartialDate): string {
  if (language === 'lv') return inLatvian(date, 'locative')
  const precision = dateParts(date).precision
  if (precision === 'day') return `on ${inEnglish(date)}`
  return precision === 'quarter' || precision === 'half-year' ? `in the ${inEnglish(date)}` : `in ${inEnglish(date)}`
}

/** Until when: līdz 2019. gada 30. novembrim / by 30 November 2019. */
export function byDate(language: Language, date: PartialDate): string {
  if (language === 'lv') return `līdz ${inLatvian(date, 'dative')}`
  const precision = dateParts(date).precision
  return precision === 'quarter' || precision === 'half-year' ? `by the ${inEnglish(date)}` : `by ${inEnglish(date)}`
}

/** When something happens, without the year where it is this day's: 16. septembrī, decembrī / on 16 September, in December. */
export function onDateThisYear(language: Language, date: PartialDate, today: Day): string {
  const { precision, year } = dateParts(date)
  const text = onDate(language, date)
  if (precision === 'year' || year !== dateParts(today).year) return text
  return language === 'lv' ? text.replace(`${year}. gada `, '') : text.replace(/ (of )?\d{4}$/, '')
}

/** A day without its year, for headlines: „30. septembrim” after līdz / “30 September”. */
export function byDayWithoutYear(language: Language, date: Day): string {
  const p = dateParts(date)
  return language === 'lv' ? `līdz ${p.day}. ${monthsLv.dative[p.firstMonth - 1]}` : `by ${p.day} ${monthsEn[p.firstMonth - 1]}`
}

/** Day and month alone, for drawings: 12.09. / 12 Sep. */
export function dayAndMonth(language: Language, date: Day): string {
  const p = dateParts(date)
  return language === 'lv' ? `${date.slice(8, 10)}.${date.slice(5, 7)}.` : `${p.day} ${(monthsEn[p.firstMonth - 1] ?? '').slice(0, 3)}`
}

/** Until which day, without its year, for drawings: līdz 12.09. / by 12 Sep. */
export const byDayAndMonth = (language: Language, date: Day): string =>
  `${language === 'lv' ? 'līdz' : 'by'} ${dayAndMonth(language, date)}`

/** A month's name for an axis; month 1–12. */
export const monthName = (language: Language, month: number): string =>
  (language === 'lv' ? monthsLv.nominative : monthsEn)[month - 1] ?? ''

/** The day with its weekday: Otrdiena, 2019. gada 10. septembris / Tuesday, 10 September 2019. */
export function fullDay(language: Language, date: Day): string {
  const name = (language === 'lv' ? weekdaysLv : weekdaysEn)[weekday(date)] ?? ''
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}, ${longDate(language, date)}`
}

/** From–to, short: 01.01.2018.–31.12.2018.; the words of other precisions take spaces around the dash and name one year once. */
export function dateRange(language: Language, start: PartialDate | null, end: PartialDate | null): string {
  if (start && end) {
    if (compareDates(start, end) === 0) return shortDate(language, start)
    const [first, last] = [dateParts(start), dateParts(end)]
    const days = first.precision === 'day' && last.precision === 'day'
    const once = first.year === last.year && first.precision === last.precision && !days && first.precision !== 'year'
    const from = once && language === 'en' ? shortDate(language, start).replace(/ (of )?\d{4}$/, '') : shortDate(language, start)
    const to = once && language === 'lv' ? shortDate(language, end).replace(`${last.year}. gada `, '') : shortDate(language, end)
    return `${from}${days && language === 'lv' ? '–' : ' – '}${to}`
  }
  if (end) return byDateShort(language, end)
  if (start) return language === 'lv' ? `no ${shortDate(language, start)}` : `from ${shortDate(language, start)}`
  return ''
}

/** Until when, short: līdz 12.09.2019. / by 12 Sep 2019. */
export const byDateShort = (language: Language, date: PartialDate): string =>
  dateParts(date).precision === 'day' ? `${language === 'lv' ? 'līdz' : 'by'} ${shortDate(language, date)}` : byDate(language, date)

/** The clock in Riga: plkst. 10.42 / 10:42. */
export function clockTime(language: Language, moment: Date): string {
  const text = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Riga', hour: '2-digit', minute: '2-digit' }).format(moment)
  return language === 'lv' ? `plkst. ${text.replace(':', '.')}` : text
}

/** Hours kept as 14:30–17:00: plkst. 14.30–17.00 / 14:30–17:00. */
export const hoursOfDay = (language: Language, hours: string): string =>
  language === 'lv' ? `plkst. ${hours.replaceAll(':', '.')}` : hours
