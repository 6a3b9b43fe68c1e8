import { formatNumber } from '../../../platform/languages/numbers.ts'
import { defineTexts, pluralEn, pluralLv } from '../../../platform/languages/texts.ts'

const genitivesLv = ['', 'Pirmā', 'Otrā', 'Trešā', 'Ceturtā', 'Piektā', 'Sestā', 'Septītā', 'Astotā', 'Devītā', 'Desmitā']
const ordinalsEn = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']

/** What the final report says around the plan’s own words. */
export const reportTexts = defineTexts({
  lv: {
    title: (ordinal: number) => `${genitivesLv[ordinal] ?? `${ordinal}.`} atvērtās pārvaldības rīcības plāna nobeiguma ziņojums`,
    lead: (plan: string, period: string) => `${plan}, ${period}`,
    asOf: (day: string) => `Stāvoklis ${day}`,
    draft: (day: string) => `Ziņojums top. Tajā ir viss, kas zināms ${day}, un robi ir parādīti kā robi.`,
    running: 'Plāns vēl tiek īstenots.',
    dueBy: (by: string) => `Ziņojums jāpublicē ${by}.`,
    wasDue: (by: string) => `Ziņojums bija jāpublicē ${by}.`,
    noApproval: 'Vai un kad ziņojums ir apstiprināts, Kopradē vēl nav redzams.',
    madeUp: 'Ar vārdu „demonstrācija” atzīmētais ir izdomāts, tāpēc ziņojums nerāda, kas ziņas ir vai nav iesniedzis īstenībā.',
    editTexts: 'Labot tekstus',
    contributions: 'Kas ir iesniedzis ziņas',

    basis: 'Pamats',
    noBasis: 'Tiesību akts, kas uzdod ziņot, nav zināms',
    approved: 'Apstiprināts',
    due: 'Termiņš',
    oversight: 'Uzrauga',
    data: 'Dati',
    dataText: (updates: number, assessments: number, evidence: number) =>
      `${formatNumber('lv', updates)} ${pluralLv(updates, { zero: 'institūciju ziņu', one: 'institūciju ziņa', other: 'institūciju ziņas' })} par atskaites punktiem, ${formatNumber('lv', assessments)} ${pluralLv(assessments, { zero: 'vērtējumu', one: 'vērtējums', other: 'vērtējumi' })}, ${formatNumber('lv', evidence)} ${pluralLv(evidence, { zero: 'pierādījumu', one: 'pierādījums', other: 'pierādījumi' })}; pārējais no publiskiem avotiem`,
    address: 'Adrese',

    contents: 'Saturs',
    processHead: 'Norise un iesniegtās ziņas',
    notWritten: 'Teksts vēl nav uzrakstīts.',
    contributionsFor: (range: string) => `Ziņas par ${range}`,
    noPeriods: 'Ziņu periodi šim plānam nav zināmi.',
    states: (day: string) => `Apņemšanos stāvoklis ${day}`,
    number: 'Nr.',
    commitment: 'Apņemšanās',
    completion: 'Izpilde',
    noCommitments: 'Apņemšanās vēl nav zināmas.',
    commitmentsDone: (done: number, all: number) =>
      `${done ? `Pilnībā ${pluralLv(done, { zero: 'paveiktas', one: 'paveikta', other: 'paveiktas' })} ${done} no ${all}` : `Pilnībā paveikta nav neviena no ${all}`} ${pluralLv(all, { zero: 'apņemšanām', one: 'apņemšanās', other: 'apņemšanām' })}.`,
    commitmentsLate: (late: number) => `${pluralLv(late, { zero: 'Kavējas', one: 'Kavējas', other: 'Kavējas' })} ${late}.`,
    commitmentsAwaiting: (awaiting: number) => `Par ${awaiting} ziņu vēl nav.`,
    milestonesDone: (done: number, all: number) =>
      `${done ? `${pluralLv(done, { zero: 'Paveikti', one: 'Paveikts', other: 'Paveikti' })} ${done} no ${all}` : `Nav paveikts neviens no ${all}`} ${pluralLv(all, { zero: 'zināmajiem atskaites punktiem', one: 'zināmā atskaites punkta', other: 'zināmajiem atskaites punktiem' })}.`,
    milestonesUnknown: (numbers: string) => `Atskaites punkti nav zināmi ${numbers} apņemšanai.`,
    evidenceCount: (count: number, commitments: number) =>
      count
        ? `${pluralLv(count, { zero: 'Iesniegti', one: 'Iesniegts', other: 'Iesniegti' })} ${formatNumber('lv', count)} ${pluralLv(count, { zero: 'pierādījumu', one: 'pierādījums', other: 'pierādījumi' })} par ${commitments} ${pluralLv(commitments, { zero: 'apņemšanām', one: 'apņemšanos', other: 'apņemšanām' })}.`
        : 'Pierādījumu vēl nav.',
    statesChart: 'Apņemšanās pēc stāvokļa',
    milestonesChart: 'Atskaites punkti pēc stāvokļa',
    evidenceChart: 'Pierādījumi katrai apņemšanai',
    state: 'Stāvoklis',
    count: 'Skaits',

    problem: 'Problēma',
    promise: 'Apņemšanās',
    leads: 'Atbild',
    leadUnknown: 'Atbildīgā institūcija avotā nav norādīta.',
    supporting: 'Līdzdarbojas',
    partners: 'Partneri',
    nobody: 'Avotos nav norādīti.',
    milestones: 'Atskaites punkti',
    milestonesNotKnown: 'Atskaites punkti nav zināmi.',
    updates: 'Institūciju ziņas',
    noUpdates: 'Ziņas nav iesniegtas.',
    noUpdatesOn: (numbers: string, _count: number) => `Par ${numbers} punktu ziņas nav iesniegtas.`,
    milestone: (number: number) => `${number}. punkts`,
    stateOn: (day: string) => `stāvoklis uz ${day}`,
    published: (day: string) => `publicēts ${day}`,
    known: 'Zināms no avotiem',
    nothingKnown: 'Avotos par rezultātiem nekas nav redzēts.',
    afterPlan: 'Pēc plāna beigām',
    evidence: 'Pierādījumi',
    noEvidence: 'Pierādījumu nav.',
    voices: 'Divi vērtējumi',
    institution: 'Institūcija',
    partnersVoice: 'Sabiedrības partneri',
    noSelf: 'Pašnovērtējums nav iesniegts.',
    noPartner: 'Vērtējums nav iesniegts.',
    reviewer: 'Neatkarīgais vērtētājs',
    noFinding: 'Atzinums vēl nav zināms.',
    lessonsFrom: 'No vērtējumiem',
    noLessons: 'Vērtējumos atziņu vēl nav.',
  },
  en: {
    title: (ordinal: number) => `Final report on the ${ordinalsEn[ordinal] ?? `${ordinal}th`} open government action plan`,
    lead: (plan: string, period: string) => `${plan}, ${period}`,
    asOf: (day: string) => `As known ${day}`,
    draft: (day: string) => `This report is being made. It holds all that is known ${day}, and gaps are shown as gaps.`,
    running: 'The plan is still being carried out.',
    dueBy: (by: string) => `It is to be published ${by}.`,
    wasDue: (by: string) => `It was to be published ${by}.`,
    noApproval: 'Whether and when it was approved can’t be seen in Koprade yet.',
    madeUp: 'What is marked with the word “demonstration” is made up, so the report does not tell who has or has not reported in reality.',
    editTexts: 'Edit the texts',
    contributions: 'Who has contributed',

    basis: 'Basis',
    noBasis: 'No legal act that asks for a report is known',
    approved: 'Approved',
    due: 'Due',
    oversight: 'Overseen by',
    data: 'Data',
    dataText: (updates: number, assessments: number, evidence: number) =>
      `${formatNumber('en', updates)} ${pluralEn(updates, { one: 'report', other: 'reports' })} of institutions on milestones, ${formatNumber('en', assessments)} ${pluralEn(assessments, { one: 'assessment', other: 'assessments' })}, ${formatNumber('en', evidence)} ${pluralEn(evidence, { one: 'piece of evidence', other: 'pieces of evidence' })}; the rest from public sources`,
    address: 'Address',

    contents: 'Contents',
    processHead: 'Process and contributions',
    notWritten: 'This text has not been written yet.',
    contributionsFor: (range: string) => `Contributions for ${range}`,
    noPeriods: 'No reporting periods are known for this plan.',
    states: (day: string) => `How the commitments stand ${day}`,
    number: 'No.',
    commitment: 'Commitment',
    completion: 'State',
    noCommitments: 'The commitments are not known yet.',
    commitmentsDone: (done: number, all: number) =>
      `${done || 'None'} of ${all} ${pluralEn(all, { one: 'commitment', other: 'commitments' })} ${pluralEn(done || 1, { one: 'is', other: 'are' })} wholly done.`,
    commitmentsLate: (late: number) => `${late} ${pluralEn(late, { one: 'is', other: 'are' })} late.`,
    commitmentsAwaiting: (awaiting: number) => `On ${awaiting} there is no report yet.`,
    milestonesDone: (done: number, all: number) =>
      `${done || 'None'} of the ${all} known ${pluralEn(all, { one: 'milestone', other: 'milestones' })} ${pluralEn(done || 1, { one: 'is', other: 'are' })} done.`,
    milestonesUnknown: (numbers: string) => `The milestones of commitment ${numbers} are not known.`,
    evidenceCount: (count: number, commitments: number) =>
      count
        ? `${formatNumber('en', count)} ${pluralEn(count, { one: 'piece', other: 'pieces' })} of evidence on ${commitments} ${pluralEn(commitments, { one: 'commitment', other: 'commitments' })} ${pluralEn(count, { one: 'has', other: 'have' })} been handed in.`
        : 'There is no evidence yet.',
    statesChart: 'Commitments by state',
    milestonesChart: 'Milestones by state',
    evidenceChart: 'Evidence for each commitment',
    state: 'State',
    count: 'Number',

    problem: 'Problem',
    promise: 'Commitment',
    leads: 'Lead',
    leadUnknown: 'The source names no lead institution.',
    supporting: 'Supporting',
    partners: 'Partners',
    nobody: 'Not named in the sources.',
    milestones: 'Milestones',
    milestonesNotKnown: 'The milestones are not known.',
    updates: 'Reports of institutions',
    noUpdates: 'No report was handed in.',
    noUpdatesOn: (numbers: string, count: number) =>
      `On ${pluralEn(count, { one: 'milestone', other: 'milestones' })} ${numbers} no report was handed in.`,
    milestone: (number: number) => `Milestone ${number}`,
    stateOn: (day: string) => `as of ${day}`,
    published: (day: string) => `published ${day}`,
    known: 'Known from sources',
    nothingKnown: 'The sources seen tell nothing about results.',
    afterPlan: 'After the plan ended',
    evidence: 'Evidence',
    noEvidence: 'There is no evidence.',
    voices: 'Two assessments',
    institution: 'Institution',
    partnersVoice: 'Civil-society partners',
    noSelf: 'No self-assessment was handed in.',
    noPartner: 'No assessment was handed in.',
    reviewer: 'Independent reviewer',
    noFinding: 'No finding is known yet.',
    lessonsFrom: 'From the assessments',
    noLessons: 'The assessments hold no lessons yet.',
  },
})

/** Where a commitment starts on the page. */
export const anchorOf = (number: number): string => `c${number}`

/** “1. Title” in Latvian and English alike. */
export const numberedTitle = (number: number, title: string): string => `${number}. ${title}`
