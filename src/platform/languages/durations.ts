import type { Language } from './languages.ts'
import { pluralEn, pluralLv } from './texts.ts'

const DAY = 24 * 60 * 60

/** How long, in seconds from the biggest unit down; in Latvian in the accusative, as „glabājam 90 dienas” asks. */
const units = [
  {
    seconds: DAY,
    lv: (n: number) => pluralLv(n, { zero: 'dienu', one: 'dienu', other: 'dienas' }),
    en: (n: number) => pluralEn(n, { one: 'day', other: 'days' }),
  },
  {
    seconds: 60 * 60,
    lv: (n: number) => pluralLv(n, { zero: 'stundu', one: 'stundu', other: 'stundas' }),
    en: (n: number) => pluralEn(n, { one: 'hour', other: 'hours' }),
  },
  {
    seconds: 60,
    lv: (n: number) => pluralLv(n, { zero: 'minūšu', one: 'minūti', other: 'minūtes' }),
    en: (n: number) => pluralEn(n, { one: 'minute', other: 'minutes' }),
  },
] as const

/** A length of time in the biggest unit that tells it exactly: „90 dienas” / “90 days”. Shorter than a minute counts as one. */
export function durationInWords(language: Language, seconds: number): string {
  const whole = Math.max(60, seconds)
  const unit = units.find((one) => whole % one.seconds === 0) ?? units[2]
  const count = Math.ceil(whole / unit.seconds)
  return `${count} ${unit[language](count)}`
}
