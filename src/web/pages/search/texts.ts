import type { Language } from '../../../platform/languages/languages.ts'
import { formatNumber } from '../../../platform/languages/numbers.ts'
import { defineTexts, pluralEn, pluralLv } from '../../../platform/languages/texts.ts'
import type { PublicTextKind } from '../../../platform/publicText.ts'

export const searchTexts = defineTexts({
  lv: {
    title: 'Meklēt',
    titleOf: (typed: string) => `Meklēt „${typed}”`,
    lead: 'Meklējiet plānos, apņemšanās, to atskaites punktos, publicētajās ziņās, vērtējumos, pierādījumu un dokumentu nosaukumos, institūcijās un organizācijās.',
    query: 'Ko meklēt',
    hint: 'Vārdi var būt jebkurā locījumā, ar garumzīmēm vai bez tām. Atrastajā ir visi vārdi.',
    plan: 'Plāns',
    kind: 'Veids',
    institution: 'Institūcija vai organizācija',
    allPlans: 'visi',
    allKinds: 'visi',
    allInstitutions: 'visas',
    search: 'Meklēt',
    found: (count: number, typed: string) =>
      `Pēc „${typed}” ${pluralLv(count, { zero: 'atrasti', one: 'atrasts', other: 'atrasti' })} ${formatNumber('lv', count)} ${pluralLv(count, { zero: 'rezultātu', one: 'rezultāts', other: 'rezultāti' })}.`,
    nothing: (typed: string) => `Pēc „${typed}” nekas nav atrasts.`,
    advice: 'Pamēģiniet mazāk vārdu, citu vārdu ar to pašu nozīmi vai meklējiet visos plānos un veidos.',
    noWords: 'Ierakstītajā nav neviena vārda, ko meklēt.',
    mended: (strange: string, similar: string) => `Vārda „${strange}” šeit nav, tāpēc rādām līdzīgo: ${similar}.`,
    cut: (most: number) => `Meklējām pēc pirmajiem ${most} vārdiem, pārējie netika ņemti vērā.`,
    ignored: 'Adresē bija atlase, kādas nav, tāpēc tā netika ņemta vērā.',
    all: (count: number) => `Rādīt visus (${formatNumber('lv', count)})`,
    alsoCalled: 'Atrasts nosaukums',
    commitmentNumber: (number: number) => `${number}. apņemšanās`,
  },
  en: {
    title: 'Search',
    titleOf: (typed: string) => `Search for “${typed}”`,
    lead: 'Search in plans, commitments, their milestones, published updates, assessments, titles of evidence and documents, institutions and organisations.',
    query: 'What to look for',
    hint: 'Words may stand in any form, with or without diacritics. What is found has all the words.',
    plan: 'Plan',
    kind: 'Kind',
    institution: 'Institution or organisation',
    allPlans: 'all',
    allKinds: 'all',
    allInstitutions: 'all',
    search: 'Search',
    found: (count: number, typed: string) =>
      `${formatNumber('en', count)} ${pluralEn(count, { one: 'result', other: 'results' })} for “${typed}”.`,
    nothing: (typed: string) => `Nothing was found for “${typed}”.`,
    advice: 'Try fewer words, another word for the same thing, or search in all plans and kinds.',
    noWords: 'There is no word in it to look for.',
    mended: (strange: string, similar: string) => `“${strange}” does not occur here, so this shows what is similar: ${similar}.`,
    cut: (most: number) => `The first ${most} words were looked for, the others were left out.`,
    ignored: 'The address had a filter that does not exist, so it was left out.',
    all: (count: number) => `Show all (${formatNumber('en', count)})`,
    alsoCalled: 'The name found',
    commitmentNumber: (number: number) => `Commitment ${number}`,
  },
})

/** What is found, by kind, in the plural. */
export const kindNames: Record<Language, Record<PublicTextKind, string>> = defineTexts({
  lv: {
    plan: 'Plāni',
    commitment: 'Apņemšanās',
    milestone: 'Atskaites punkti',
    update: 'Ziņas par izpildi',
    assessment: 'Vērtējumi',
    evidence: 'Pierādījumi',
    document: 'Dokumenti',
    institution: 'Institūcijas',
    organisation: 'Organizācijas',
  },
  en: {
    plan: 'Plans',
    commitment: 'Commitments',
    milestone: 'Milestones',
    update: 'Updates',
    assessment: 'Assessments',
    evidence: 'Evidence',
    document: 'Documents',
    institution: 'Institutions',
    organisation: 'Organisations',
  },
})
