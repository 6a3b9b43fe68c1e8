import { dateParts, type PartialDate } from '../../platform/dates/partialDate.ts'
import { shortDate } from '../../platform/languages/dates.ts'
import type { Language } from '../../platform/languages/languages.ts'

/** A date in its short form, with the machine's form beside it when HTML has one. */
export function DateTime({ date, language }: { date: PartialDate; language: Language }) {
  const precision = dateParts(date).precision
  const text = shortDate(language, date)
  if (precision === 'quarter' || precision === 'half-year') return <>{text}</>
  return <time dateTime={date}>{text}</time>
}
