import { defineTexts, pluralEn, pluralLv } from '../../../platform/languages/texts.ts'

const doneLv = (n: number) =>
  n === 0 ? 'vēl nav paveikts neviens' : `${n} ${pluralLv(n, { zero: 'ir paveikti', one: 'ir paveikts', other: 'ir paveikti' })}`
const doneEn = (n: number) => (n === 0 ? 'none is done yet' : `${n} ${pluralEn(n, { one: 'is', other: 'are' })} done`)

/** What the pages about plans say. */
export const plansTexts = defineTexts({
  lv: {
    title: 'Rīcības plāni',
    lead: 'Katrs plāns ir valsts solījums sabiedrībai: kas tiks izdarīts, kas par to atbild un līdz kuram laikam.',
    readReport: 'Lasīt ziņojumu par izpildi',
    whoContributed: 'Kas ir iesniedzis ziņas',
    howItGoes: 'Kā sokas',
    expected: 'Paredzamais skaits:',
    noneYet: 'Apņemšanās vēl nav zināmas.',
    noneYetWhy: 'Tās parādīsies šeit, kad plāns būs apstiprināts.',
    milestones: (complete: number, total: number) =>
      `No ${total} ${pluralLv(total, { zero: 'zināmajiem atskaites punktiem', one: 'zināmā atskaites punkta', other: 'zināmajiem atskaites punktiem' })} ${doneLv(complete)}.`,
    withoutMilestones: (n: number) =>
      `${n} ${pluralLv(n, { zero: 'apņemšanām', one: 'apņemšanai', other: 'apņemšanām' })} atskaites punkti nav zināmi.`,
    takingPart: (leading: number, others: number) =>
      `Par izpildi atbild ${leading} ${pluralLv(leading, { zero: 'institūciju', one: 'institūcija', other: 'institūcijas' })}; ${pluralLv(others, { zero: 'iesaistītas', one: 'iesaistīta', other: 'iesaistītas' })} vēl ${others} ${pluralLv(others, { zero: 'institūciju un organizāciju', one: 'institūcija vai organizācija', other: 'institūcijas un organizācijas' })}.`,
    withoutLead: (n: number) =>
      `${n} ${pluralLv(n, { zero: 'apņemšanām', one: 'apņemšanai', other: 'apņemšanām' })} atbildīgā institūcija nav norādīta.`,
    evidence: (n: number) => `Jaunākajās ziņās ir ${n} ${pluralLv(n, { zero: 'pierādījumu', one: 'pierādījums', other: 'pierādījumi' })}.`,
    noEvidence: 'Pierādījumu vēl nav.',
    byState: 'Apņemšanās pēc stāvokļa',
    number: 'Skaits',
    share: 'Īpatsvars',
    ofAll: (count: number, total: number) => `${count} no ${total}`,
    phaseDrawing: (plan: string) => `${plan}: posmi plānoti un faktiski. Tie paši dati ir tabulā zem attēla`,
    phasesTable: 'Plāna posmi',
    plannedRow: 'Plānots',
    actualRow: 'Noticis',
    notYet: 'vēl nav',
    noPhases: 'Plāna posmi nav zināmi.',
    noDeadlines: 'Termiņi nav zināmi.',
    bothDeadlines: 'Tiesību aktā noteiktais un darba termiņš ir dažādas lietas, tāpēc rādām abus, katru ar pamatu.',
    commitmentsHeading: (n: number) => `${n} ${pluralLv(n, { zero: 'apņemšanās', one: 'apņemšanās', other: 'apņemšanās' })}`,
    filterThem: 'Atlasīt pēc vērtības, institūcijas vai stāvokļa',
    aboutPlan: 'Par plānu',
    officialTitle: 'Nosaukums',
    unanswered: 'Apstiprināts bez atbildēm',
    unansweredIdeas: (n: number) =>
      `Apstiprināšanas dienā atbildes nebija ${n} ${pluralLv(n, { zero: 'idejām', one: 'idejai', other: 'idejām' })}. Pamatojums:`,
    howSure: 'Cik droši zinām',
    seen: 'redzēts avotā',
    entered: 'ievadīts Kopradē, avots nav norādīts',
    inRecord: 'Ieraksti publiskajā žurnālā',
    periodUnclear: 'Avotos sākums atšķiras.',
  },
  en: {
    title: 'Action plans',
    lead: 'Each plan is the state’s promise to society: what will be done, who answers for it, and by when.',
    readReport: 'Read the report on the plan',
    whoContributed: 'Who has contributed',
    howItGoes: 'How it goes',
    expected: 'Expected number:',
    noneYet: 'The commitments are not known yet.',
    noneYetWhy: 'They will appear here once the plan is approved.',
    milestones: (complete: number, total: number) =>
      `Of ${total} known ${pluralEn(total, { one: 'milestone', other: 'milestones' })} ${doneEn(complete)}.`,
    withoutMilestones: (n: number) => `For ${n} ${pluralEn(n, { one: 'commitment', other: 'commitments' })} the milestones are not known.`,
    takingPart: (leading: number, others: number) =>
      `${leading} ${pluralEn(leading, { one: 'institution leads', other: 'institutions lead' })}; ${others} more ${pluralEn(others, { one: 'institution or organisation takes', other: 'institutions and organisations take' })} part.`,
    withoutLead: (n: number) => `For ${n} ${pluralEn(n, { one: 'commitment', other: 'commitments' })} no lead institution is stated.`,
    evidence: (n: number) => `The latest reports hold ${n} ${pluralEn(n, { one: 'piece', other: 'pieces' })} of evidence.`,
    noEvidence: 'There is no evidence yet.',
    byState: 'Commitments by state',
    number: 'Number',
    share: 'Share',
    ofAll: (count: number, total: number) => `${count} of ${total}`,
    phaseDrawing: (plan: string) => `${plan}: phases as planned and as they were. The same data stand in the table below`,
    phasesTable: 'Phases of the plan',
    plannedRow: 'Planned',
    actualRow: 'Actual',
    notYet: 'not yet',
    noPhases: 'The phases of the plan are not known.',
    noDeadlines: 'The deadlines are not known.',
    bothDeadlines: 'What a legal act sets and what an institution works by are different things: both are shown, each with its basis.',
    commitmentsHeading: (n: number) => `${n} ${pluralEn(n, { one: 'commitment', other: 'commitments' })}`,
    filterThem: 'Filter by value, institution or state',
    aboutPlan: 'About the plan',
    unanswered: 'Approved without answers',
    unansweredIdeas: (n: number) => `On the day of approval ${n} ${pluralEn(n, { one: 'idea', other: 'ideas' })} had no answer. Reason:`,
    officialTitle: 'Title',
    howSure: 'How sure we are',
    seen: 'seen in the source',
    entered: 'entered in Koprade, no source stated',
    inRecord: 'Entries in the public record',
    periodUnclear: 'The sources name different starts.',
  },
})
