/** A space between groups of digits: a plain one, or one of those that printed numbers have. */
const spaces = /[ \u00a0\u2009\u202f]/g

const forms = [
  // 10000,50 and 10 000,50, with a comma or a point for the cents.
  /^(\d+)(?:[.,](\d{1,2}))?$/,
  // 10,000.50: three digits after a comma can't be cents.
  /^(\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/,
]

/** No sum is written longer; a long run of spaces would keep the patterns busy. */
const LONGEST = 60

/** Groups of three, when the digits are grouped at all. */
const grouped = /^\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?:[.,]\d{1,2})?$/

/** A sum as the database keeps it (10000.50), null when nothing was written, 'wrong' when it is no sum. */
export function readEuro(text: string): string | null | 'wrong' {
  if (text.length > LONGEST) return 'wrong'
  const bare = text.replace(/\s*(?:€|eur|euro)$/i, '').trim()
  if (!text.trim()) return null
  const compact = bare.replaceAll(spaces, '')
  if (compact !== bare && !grouped.test(bare)) return 'wrong'
  for (const form of forms) {
    const match = form.exec(compact)
    if (!match) continue
    const whole = (match[1] ?? '').replaceAll(',', '').replace(/^0+(?=\d)/, '')
    return whole.length > 12 ? 'wrong' : `${whole}.${(match[2] ?? '').padEnd(2, '0')}`
  }
  return 'wrong'
}
