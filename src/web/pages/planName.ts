import type { Plan } from '../../cycle/plan/index.ts'
import { type Language, plainText } from '../../platform/languages/languages.ts'

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
 * A plan's short name inside a sentence, in the case the Latvian sentence asks for: „trešā plāna izpilde”.
 * A name that is no ordinal stands in quotation marks after the word for plan.
 */
export function planName(language: Language, plan: Pick<Plan, 'shortTitle'>, form: Case = 'nominative'): string {
  const name = plainText(plan.shortTitle, language)
  const small = name.charAt(0).toLocaleLowerCase(language) + name.slice(1)
  if (language !== 'lv') return small
  const [ending, word] = latvian[form]
  const [, ordinal] = /^(\p{L}+)ais plāns$/u.exec(small) ?? []
  return ordinal ? `${ordinal}${ending} ${word}` : `${word} „${name}”`
}
