import { type Day, firstDay, lastDay, type PartialDate, parseDay, partialDate } from '../../../platform/dates/partialDate.ts'
import { type Fields, readPartialDate, TEXT_LIMIT, TITLE_LIMIT } from '../../../platform/http/fields.ts'
import { type Language, languages } from '../../../platform/languages/languages.ts'
import { type Problem, Refusal, wrongFields } from '../../../platform/refusal.ts'
import { problemTexts } from '../problemTexts.ts'
import type { TypedText } from '../translations.ts'

/** The most characters of an address. */
const URL_LIMIT = 2000

type ProblemKey = {
  [K in keyof (typeof problemTexts)['lv']]: (typeof problemTexts)['lv'][K] extends string ? K : never
}[keyof (typeof problemTexts)['lv']]

const clock = '([01]?\\d|2[0-3])[.:]([0-5]\\d)'
const hoursForm = new RegExp(`^${clock}(?:\\s*[-–—]\\s*${clock})?$`)

/** A mistake in a field, by the key of its sentence. */
export const problem = (field: string, key: ProblemKey): Problem => ({ field, say: (language) => problemTexts[language][key] })

/**
 * Reads a form's fields into typed values and collects what is wrong with them, so that all mistakes
 * are told at once. Ask `done` for the input at the end: it refuses when anything was wrong.
 */
export class FormReader {
  readonly problems: Problem[] = []
  readonly fields: Fields
  constructor(fields: Fields) {
    this.fields = fields
  }

  refuse(field: string, key: ProblemKey): void {
    this.problems.push(problem(field, key))
  }

  private fits(field: string, text: string, limit: number): void {
    const count = [...text].length
    if (count > limit) this.problems.push({ field, say: (language) => problemTexts[language].tooLong(limit, count) })
  }

  /** One line; null when it is empty. */
  line(name: string, limit = TITLE_LIMIT): string | null {
    const text = this.fields.trimmed(name).replaceAll('\n', ' ')
    this.fits(name, text, limit)
    return text || null
  }

  requiredLine(name: string, limit = TITLE_LIMIT): string {
    const text = this.line(name, limit)
    if (!text) this.refuse(name, 'required')
    return text ?? ''
  }

  /** A text of several lines; null when it is empty. */
  text(name: string, limit = TEXT_LIMIT): string | null {
    const text = this.fields.trimmed(name)
    this.fits(name, text, limit)
    return text || null
  }

  /** A content in several languages, each in its own field. */
  local(name: string, limit = TITLE_LIMIT): TypedText {
    const texts: Partial<Record<Language, string>> = {}
    for (const language of languages) {
      const typed = this.fields.trimmed(`${name}.${language}`)
      const text = limit > TITLE_LIMIT ? typed : typed.replaceAll('\n', ' ')
      this.fits(`${name}.${language}`, text, limit)
      if (text) texts[language] = text
    }
    return { texts, checked: this.fields.all(`${name}.checked`).includes('yes') }
  }

  requiredLocal(name: string, limit = TITLE_LIMIT): TypedText {
    const typed = this.local(name, limit)
    if (!Object.keys(typed.texts).length) this.refuse(`${name}.${languages[0]}`, 'requiredInOneLanguage')
    return typed
  }

  /** A date of any precision; null when it is empty. */
  date(name: string): PartialDate | null {
    const date = readPartialDate(this.fields, name)
    if (date !== 'wrong') return date
    this.refuse(name, 'notADate')
    return null
  }

  requiredDate(name: string): PartialDate {
    const before = this.problems.length
    const date = this.date(name)
    if (!date && this.problems.length === before) this.refuse(name, 'requiredDate')
    return date ?? partialDate('2000')
  }

  /** A day; null when it is empty. */
  day(name: string): Day | null {
    const date = this.date(name)
    if (!date) return null
    const found = parseDay(date)
    if (!found) this.refuse(name, 'notADay')
    return found
  }

  /** Hours of a day as they are kept, 14:30–17:00 or 14:30; null when they are empty. */
  hours(name: string): string | null {
    const text = this.line(name)
    if (!text) return null
    const match = hoursForm.exec(text)
    if (!match) {
      this.refuse(name, 'notHours')
      return null
    }
    const [, h1 = '', m1, h2, m2] = match
    const start = `${h1.padStart(2, '0')}:${m1}`
    if (h2 === undefined) return start
    const end = `${h2.padStart(2, '0')}:${m2}`
    if (end < start) this.refuse(name, 'endBeforeStart')
    return `${start}–${end}`
  }

  /** Tells of an end that lies before its start. */
  inOrder(start: PartialDate | null, end: PartialDate | null, field: string): void {
    if (start && end && lastDay(end) < firstDay(start)) this.refuse(field, 'endBeforeStart')
  }

  /** Tells of something that is said to have happened, but lies ahead. */
  happened(date: PartialDate | null, field: string, today: Day): void {
    if (date && firstDay(date) > today) this.refuse(field, 'notInTheFuture')
  }

  /** A full https address; null when it is empty. */
  url(name: string): string | null {
    const text = this.line(name, URL_LIMIT)
    if (!text) return null
    const parsed = URL.canParse(text) ? new URL(text) : null
    if (parsed?.protocol !== 'https:' || !parsed.hostname.includes('.') || /\s/.test(text)) this.refuse(name, 'notAnAddress')
    return text
  }

  /** One of these values; null when nothing was chosen. */
  choice<T extends string>(name: string, allowed: readonly T[]): T | null {
    const text = this.fields.trimmed(name)
    if (!text) return null
    const found = allowed.find((value) => value === text)
    if (found === undefined) this.refuse(name, 'unknownValue')
    return found ?? null
  }

  requiredChoice<T extends string>(name: string, allowed: readonly [T, ...T[]]): T {
    if (!this.fields.trimmed(name)) this.refuse(name, 'required')
    return this.choice(name, allowed) ?? allowed[0]
  }

  /** Any of these values, each once, in the list's order. */
  choices<T extends string>(name: string, allowed: readonly T[]): T[] {
    const chosen = this.fields.all(name)
    if (chosen.some((value) => !allowed.some((known) => known === value))) this.refuse(name, 'unknownValue')
    return allowed.filter((value) => chosen.includes(value))
  }

  requiredNumber(name: string, from: number, to: number): number {
    const text = this.fields.trimmed(name).replace(/\.$/, '')
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
    if (value >= from && value <= to) return value
    this.problems.push({ field: name, say: (language) => problemTexts[language].notANumber(from, to) })
    return from
  }

  /** The version the form was drawn from. The form itself writes it, so a wrong one is a broken request. */
  version(): number {
    const text = this.fields.trimmed('version')
    if (!/^\d{1,15}$/.test(text)) throw new Refusal(400)
    return Number(text)
  }

  /** The input, when nothing was wrong. */
  done<T>(input: T): T {
    if (this.problems.length) throw wrongFields(this.problems)
    return input
  }
}
