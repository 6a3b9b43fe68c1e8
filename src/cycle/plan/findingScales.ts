import type { Language } from '../../platform/languages/languages.ts'
import { defineTexts } from '../../platform/languages/texts.ts'
import type { Finding } from './queries.ts'

/** OGP's own scales of the independent reviewer, in both languages. */
const scaleTexts = defineTexts({
  lv: {
    completion: 'Izpilde',
    potentialImpact: 'Iespējamā ietekme',
    ambition: 'Iecere',
    didItOpen: 'Vai atvērtība pieauga',
    relevant: 'Atbilst OGP vērtībām',
    verifiable: 'Pārbaudāma',
    yes: 'Jā',
    no: 'Nē',
  },
  en: {
    completion: 'Completion',
    potentialImpact: 'Potential impact',
    ambition: 'Ambition',
    didItOpen: 'Did it open government',
    relevant: 'Relevant to OGP values',
    verifiable: 'Verifiable',
    yes: 'Yes',
    no: 'No',
  },
})

type Step<Name extends 'completion' | 'potentialImpact' | 'ambition' | 'didItOpen'> = NonNullable<Finding[Name]>

const completions: Record<Language, Record<Step<'completion'>, string>> = {
  lv: { 'not-started': 'Nav sākta', limited: 'Ierobežotā apjomā', substantial: 'Būtiskā apjomā', complete: 'Pilnībā' },
  en: { 'not-started': 'Not started', limited: 'Limited', substantial: 'Substantial', complete: 'Complete' },
}
const impacts: Record<Language, Record<Step<'potentialImpact'>, string>> = {
  lv: { none: 'Nav', minor: 'Neliela', moderate: 'Vidēja', transformative: 'Pārveidojoša' },
  en: { none: 'None', minor: 'Minor', moderate: 'Moderate', transformative: 'Transformative' },
}
const ambitions: Record<Language, Record<Step<'ambition'>, string>> = {
  lv: { low: 'Mazāk vērienīga', high: 'Vērienīga' },
  en: { low: 'Low', high: 'High' },
}
const openings: Record<Language, Record<Step<'didItOpen'>, string>> = {
  lv: { worsens: 'Pasliktinājās', 'did-not-change': 'Nemainījās', marginal: 'Nedaudz', major: 'Būtiski', outstanding: 'Izcili' },
  en: { worsens: 'Worsened', 'did-not-change': 'Did not change', marginal: 'Marginally', major: 'Major', outstanding: 'Outstanding' },
}

/** What the reviewer found on one scale; a null word is not known. */
type FoundOnScale = { scale: string; word: string | null }

/**
 * The reviewer's finding on each of OGP's scales, in the reader's language. Reports use either a potential
 * impact or an ambition: the one that is missing is left out when the other is known.
 */
export function findingScales(language: Language, finding: Finding): FoundOnScale[] {
  const t = scaleTexts[language]
  const yesOrNo = (value: boolean | null): string | null => (value === null ? null : value ? t.yes : t.no)
  const impact = { scale: t.potentialImpact, word: finding.potentialImpact && impacts[language][finding.potentialImpact] }
  const ambition = { scale: t.ambition, word: finding.ambition && ambitions[language][finding.ambition] }
  return [
    { scale: t.completion, word: finding.completion && completions[language][finding.completion] },
    ...(ambition.word ? (impact.word ? [impact, ambition] : [ambition]) : [impact]),
    { scale: t.didItOpen, word: finding.didItOpen && openings[language][finding.didItOpen] },
    { scale: t.relevant, word: yesOrNo(finding.relevant) },
    { scale: t.verifiable, word: yesOrNo(finding.verifiable) },
  ]
}
