import { z } from 'zod'
import { type Change, challengeNames, grandChallenges, ogpValues, valueNames } from '../../../cycle/plan/index.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import { parsePartialDate } from '../../../platform/dates/partialDate.ts'
import { shortDate } from '../../../platform/languages/dates.ts'
import { type Language, type LocalText, languages, localTextSchema, plainText } from '../../../platform/languages/languages.ts'
import { formatEuro } from '../../../platform/languages/numbers.ts'
import type { Organisations } from '../organisationNames.ts'
import { historyTexts } from './historyTexts.ts'

/* A change keeps values as JSON, by name (cycle/plan/changes.ts). Here they become words again. */

const parties = z.array(
  z.object({ organisation: z.string(), part: z.enum(['lead', 'supporting', 'partner']), scope: localTextSchema.nullish() }),
)
const links = z.array(z.object({ title: localTextSchema, url: z.string().nullish() }))
const texts = z.array(z.union([z.string(), z.number()]))

/** One value before and after, in words; `lang` when the words are in another language than the page's. */
export type ChangedValue = { name: string; before: string; after: string; lang: Language | null }

/** The organisations named in these changes. */
export function partyChangeIds(changes: readonly Change[]): string[] {
  return changes.flatMap(({ before, after }) =>
    [before['parties'], after['parties']].flatMap((value) => (parties.safeParse(value).data ?? []).map((party) => party.organisation)),
  )
}

/** The values that a change changed, in words. A text in several languages gives a line for each that differs. */
export function changedValues(language: Language, { before, after, changedOn }: Change, organisations: Organisations): ChangedValue[] {
  return Object.keys(after).flatMap((key) => {
    const name = fieldNames[language][key] ?? key
    const [old, now] = [before[key] ?? null, after[key] ?? null]
    const [oldText, nowText] = [localTextSchema.nullable().safeParse(old), localTextSchema.nullable().safeParse(now)]
    if (oldText.success && nowText.success && (isObject(old) || isObject(now)))
      return changedLanguages(language, name, oldText.data, nowText.data)
    const words = (value: unknown) => inWords(language, key, value, organisations, changedOn)
    return [{ name, before: words(old), after: words(now), lang: null }]
  })
}

/** A text in several languages that changed: a line for each language that differs. */
export function changedLanguages(language: Language, name: string, before: LocalText | null, after: LocalText | null): ChangedValue[] {
  return languages.flatMap((one): ChangedValue[] => {
    const [from, to] = [before?.[one]?.text ?? '', after?.[one]?.text ?? '']
    if (from === to) return []
    const own = one === language
    return [{ name: own ? name : historyTexts[language].inLanguage(name, one), before: from, after: to, lang: own ? null : one }]
  })
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)

function inWords(language: Language, key: string, value: unknown, organisations: Organisations, day: Day): string {
  const t = historyTexts[language]
  if (value === null || value === undefined || (Array.isArray(value) && !value.length)) return ''
  switch (key) {
    case 'parties':
      return (parties.safeParse(value).data ?? [])
        .map(({ organisation, part, scope }) => {
          const told = plainText(scope, language)
          return `${organisations.nameOn(day, organisation, language)} – ${part === 'lead' ? t.leading : t[part]}${told ? ` (${told})` : ''}`
        })
        .join('\n')
    case 'links':
      return (links.safeParse(value).data ?? [])
        .map(({ title, url }) => [plainText(title, language), url].filter(Boolean).join(', '))
        .join('\n')
    case 'values':
      return ogpValues.flatMap((one) => (includes(value, one) ? [valueNames[language][one]] : [])).join(', ')
    case 'challenges':
      return grandChallenges.flatMap((one) => (includes(value, one) ? [challengeNames[language][one]] : [])).join(', ')
    case 'related':
    case 'sdgs':
      return (texts.safeParse(value).data ?? []).join(', ')
    case 'moneyEuro':
      return Number.isFinite(Number(value)) ? formatEuro(language, Number(value)) : String(value)
    default: {
      if (typeof value === 'boolean') return value ? t.yes : t.no
      if (typeof value !== 'string') return JSON.stringify(value)
      const date = parsePartialDate(value)
      return date ? shortDate(language, date) : value
    }
  }
}

const includes = (list: unknown, one: string): boolean => Array.isArray(list) && list.includes(one)

/** The names of values as their forms call them. */
const fieldNames: Record<Language, Readonly<Record<string, string>>> = {
  lv: {
    title: 'Nosaukums',
    officialTitle: 'Oficiālais nosaukums',
    problem: 'Problēma',
    promise: 'Apņemšanās',
    solution: 'Kā tas risinās problēmu',
    values: 'OGP vērtības',
    challenges: 'Lielie izaicinājumi',
    sdgs: 'Ilgtspējīgas attīstības mērķi',
    periodStart: 'Sākums',
    periodEnd: 'Termiņš',
    plannedStart: 'Plānotais sākums',
    plannedEnd: 'Plānotais termiņš',
    plannedNote: 'Piezīme pie termiņa',
    moneyEuro: 'Finansējums',
    moneySource: 'Finansējuma avots',
    moneySecured: 'Finansējums nodrošināts',
    ogpId: 'OGP numurs',
    parties: 'Iesaistītie',
    links: 'Saites',
    related: 'Saistītās apņemšanās',
  },
  en: {
    title: 'Title',
    officialTitle: 'Official title',
    problem: 'Problem',
    promise: 'Promise',
    solution: 'How it is to solve the problem',
    values: 'OGP values',
    challenges: 'Grand challenges',
    sdgs: 'Sustainable Development Goals',
    periodStart: 'Start',
    periodEnd: 'End of term',
    plannedStart: 'Planned start',
    plannedEnd: 'Planned end',
    plannedNote: 'Note on the date',
    moneyEuro: 'Funding',
    moneySource: 'Source of funding',
    moneySecured: 'Funding secured',
    ogpId: 'OGP number',
    parties: 'Taking part',
    links: 'Links',
    related: 'Related commitments',
  },
}
