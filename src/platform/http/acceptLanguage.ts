import { type Language, languages } from '../languages/languages.ts'

/** No browser writes more; the rest is not read. */
const LONGEST = 500

/** The interface's language a browser wishes most (RFC 9110, Accept-Language), or null when it names none of them. */
export function wishedLanguage(header: string | undefined): Language | null {
  let best: { language: Language; weight: number } | null = null
  for (const wish of (header ?? '').slice(0, LONGEST).split(',')) {
    const [range = '', ...parameters] = wish.split(';').map((part) => part.trim().toLowerCase())
    const language = languages.find((known) => range === known || range.startsWith(`${known}-`))
    const quality = parameters.find((parameter) => parameter.startsWith('q='))
    const weight = quality ? Number(quality.slice(2)) : 1
    if (language && weight > 0 && weight <= 1 && (!best || weight > best.weight)) best = { language, weight }
  }
  return best?.language ?? null
}
