import { type PartialDate, parsePartialDate } from '../dates/partialDate.ts'

/** The most characters of a title or another one-line text, and of a long text. */
export const TITLE_LIMIT = 300
export const TEXT_LIMIT = 20_000

/** What a form sent, field by field, word for word. Missing fields read as empty. */
export class Fields {
  private readonly values: ReadonlyMap<string, readonly string[]>
  constructor(values: ReadonlyMap<string, readonly string[]> | Record<string, readonly string[]> = {}) {
    this.values = values instanceof Map ? values : new Map(Object.entries(values))
  }

  /** The first value of a field, line ends as \n, no NUL; empty when it is missing. */
  get(name: string): string {
    return clean(this.values.get(name)?.[0] ?? '')
  }

  /** The value without white space around it. */
  trimmed(name: string): string {
    return this.get(name).trim()
  }

  /** Every value of a field, such as those of checkboxes. */
  all(name: string): string[] {
    return (this.values.get(name) ?? []).map(clean)
  }

  has(name: string): boolean {
    return this.values.has(name)
  }

  /** All fields, for keeping what was typed. */
  toRecord(): Record<string, string[]> {
    return Object.fromEntries([...this.values].map(([name, values]) => [clean(name), values.map(clean)]))
  }
}

/** Without what no database holds: NUL, and half a character (an unpaired surrogate). */
const clean = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replaceAll('\0', '')
    .replace(/\p{Cs}/gu, '\ufffd')

/**
 * The date of any precision in the three fields that DateField draws: `name.day`, `name.part`
 * (a month 01–12, Q1–Q4, H1, H2 or empty for the whole year) and `name.year`.
 * Returns null when all are empty, and 'wrong' when together they are no date.
 */
export function readPartialDate(fields: Fields, name: string): PartialDate | null | 'wrong' {
  const day = fields.trimmed(`${name}.day`).replace(/\.$/, '')
  const part = fields.trimmed(`${name}.part`)
  const year = fields.trimmed(`${name}.year`)
  if (!day && !part && !year) return null
  if (!/^\d{4}$/.test(year)) return 'wrong'
  if (!day) return parsePartialDate(part ? `${year}-${part}` : year) ?? 'wrong'
  if (!/^\d{1,2}$/.test(day) || !/^\d{2}$/.test(part)) return 'wrong'
  return parsePartialDate(`${year}-${part}-${day.padStart(2, '0')}`) ?? 'wrong'
}

/** The three fields of a date, for a form that is drawn from stored values. */
export function partialDateFields(name: string, date: PartialDate | null): Record<string, string[]> {
  const [year = '', part = '', day = ''] = (date ?? '').split('-')
  return { [`${name}.year`]: [year], [`${name}.part`]: [part], [`${name}.day`]: [day] }
}
