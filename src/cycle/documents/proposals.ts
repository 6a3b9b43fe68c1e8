import { type Day, parseDay } from '../../platform/dates/partialDate.ts'

/* What the name of a file tells of the document in it. It is proposed, and someone puts it right. */

/** A title: the name without its ending, with spaces where files have dashes and underscores. */
export function proposedTitle(fileName: string): string {
  const name = fileName.replace(/\.\w{1,5}$/, '')
  // The dashes of a date stay.
  const words = name.replace(/_+/g, ' ').replace(/(?<!\d)-+|-+(?!\d)/g, ' ')
  const title = words.replace(/\s+/g, ' ').trim() || name.trim()
  return title.charAt(0).toLocaleUpperCase('lv') + title.slice(1)
}

/** The day in the name: 2019-09-16, 2019_09_16, 20190916, 16.09.2019 or 16-09-2019; null when there is none. */
export function proposedDay(fileName: string): Day | null {
  const yearFirst = /(?<!\d)((?:19|20)\d{2})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)/.exec(fileName)
  const dayFirst = /(?<!\d)(\d{1,2})[-_.](\d{1,2})[-_.]((?:19|20)\d{2})(?!\d)/.exec(fileName)
  const [year, month, day] = yearFirst ? yearFirst.slice(1) : dayFirst ? dayFirst.slice(1).reverse() : []
  return year && month && day ? parseDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`) : null
}
