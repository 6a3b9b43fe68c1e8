import type { Plan } from '../../cycle/plan/index.ts'
import { inLanguage, type Language, type LocalText } from '../../platform/languages/languages.ts'
import { ordinalEn } from '../../platform/languages/numbers.ts'

type Case = 'nominative' | 'genitive' | 'dative' | 'accusative' | 'locative'

/** The ending of an ordinal such as „trešais”, and the word for plan. */
const latvian: Record<Case, readonly [ordinal: string, plan: string]> = {
  nominative: ['ais', 'plāns'],
  genitive: ['ā', 'plāna'],
  dative: ['ajam', 'plānam'],
  accusative: ['o', 'plānu'],
  locative: ['ajā', 'plānā'],
}

/**
 * A plan's short name inside a sentence, in the case the Latvian sentence asks for: „trešā plāna izpilde”. A name that
 * is no ordinal stands in quotation marks after the word for plan; a plan without a name in this language goes by its
 * number.
 */
export function planName(language: Language, plan: Pick<Plan, 'shortTitle' | 'ordinal'>, form: Case = 'nominative'): string {
  const name = nameIn(language, plan.shortTitle)
  if (language !== 'lv') {
    const byNumber = `${ordinalEn(plan.ordinal)} plan`
    return name === null || name.toLowerCase() === byNumber ? byNumber : `plan “${name}”`
  }
  const [ending, word] = latvian[form]
  if (name === null) return `${plan.ordinal}. ${word}`
  const small = name.charAt(0).toLocaleLowerCase(language) + name.slice(1)
  const [, ordinal] = /^(\p{L}+)ais plāns$/u.exec(small) ?? []
  return ordinal ? `${ordinal}${ending} ${word}` : `${word} „${name}”`
}

/** The name in this language, or null where it is written in another one alone. */
function nameIn(language: Language, text: LocalText): string | null {
  const shown = inLanguage(text, language)
  return shown && !shown.missing ? shown.text : null
}
