import type { AnswerState } from '../cycle/ideas/index.ts'
import type { TwoLanguages } from './noticesTexts.ts'

/** A made-up theme and the ideas grouped in it. */
export type ThemeText = { key: string; title: TwoLanguages; description: TwoLanguages; ideas: readonly string[] }

export const themeTexts = [
  {
    key: 'procurement',
    title: ['Iepirkumi un uzņēmumu īpašnieki', 'Procurement and company owners'],
    description: [
      'Kas par publisko naudu noslēgts, kā tas mainījies un kam patiesībā pieder uzvarētāji.',
      'What was contracted for public money, how it changed, and who really owns the winners.',
    ],
    ideas: ['contracts', 'contracts-again', 'integrity-pact', 'refused-bids', 'owners-free', 'owners-winners'],
  },
  {
    key: 'lobbying',
    title: ['Lobēšana un likumu tapšana', 'Lobbying and how laws are made'],
    description: [
      'Ar ko amatpersonas tiekas un no kā rodas likumu panti.',
      'Whom officials meet, and where the sections of laws come from.',
    ],
    ideas: ['calendars', 'calendars-again', 'footprint', 'lobby-register', 'committee-recordings'],
  },
  {
    key: 'data',
    title: ['Dati, ar kuriem var pārbaudīt', 'Data that let one check'],
    description: ['Datu kopas, ko iedzīvotāji un pētnieki lūdz atvērt.', 'Data sets that residents and researchers ask to be opened.'],
    ideas: ['annual-reports', 'municipal-spending', 'air', 'waiting-lists', 'accidents', 'votes', 'court-rulings', 'declarations'],
  },
  {
    key: 'municipalities',
    title: ['Atvērtas pašvaldības', 'Open municipalities'],
    description: ['Domes lēmumi, līdzdalība un ziņas tuvāk mājām.', 'Council decisions, taking part and news closer to home.'],
    ideas: ['council-streams', 'council-streams-again', 'participatory-budget', 'reform', 'municipal-paper', 'submission-status'],
  },
  {
    key: 'taking-part',
    title: ['Līdzdalība un saprotama valoda', 'Taking part and plain language'],
    description: ['Kā uzzināt laikus, saprast un saņemt atbildi.', 'How to know in time, understand, and get an answer.'],
    ideas: ['one-place', 'reply-to-each', 'one-page-summary', 'no-summer', 'letters', 'outside-riga', 'captions', 'easy-language'],
  },
] as const satisfies readonly ThemeText[]

/** A made-up answer of an institution; what is accepted or accepted in part goes into a theme until commitments are drafted. */
export type AnswerText = {
  idea: string
  on: number
  state: Exclude<AnswerState, 'waiting'>
  institution: string
  theme?: (typeof themeTexts)[number]['key']
  reasons: TwoLanguages
}

const madeUp = (lv: string, en: string): TwoLanguages => [
  `Izdomāts paraugs demonstrācijai. ${lv}`,
  `A made-up sample for the demonstration. ${en}`,
]

export const answerTexts: readonly AnswerText[] = [
  {
    idea: 'contracts',
    on: 9,
    state: 'accepted',
    institution: 'iub',
    theme: 'procurement',
    reasons: madeUp(
      'Līgumi un to grozījumi jau ir iestāžu rīcībā, un to publicēšana neprasa jaunu pienākumu pretendentiem. Piedāvāsim grupai pasākumu: grozījumu publicē kopā ar iemeslu un jauno līgumcenu, komercnoslēpumu aizklājot.',
      'Institutions already hold contracts and their amendments, and publishing them puts no new duty on bidders. We will offer the group a measure: an amendment is published with its reason and the new price, with trade secrets covered.',
    ),
  },
  {
    idea: 'annual-reports',
    on: 9,
    state: 'accepted',
    institution: 'ur',
    theme: 'data',
    reasons: madeUp(
      'Gada pārskatu skaitļi ir strukturētā veidā, tāpēc tos var izsniegt kā datu kopu. Grupai jāizlemj, no kura gada sākt un kā nosegt izmaksas, ko līdz šim sedza maksa par pārskatu.',
      'The figures of annual reports are structured, so they can be given out as a data set. The group is to decide from which year to start and how to cover the costs that the fee has covered so far.',
    ),
  },
  {
    idea: 'reply-to-each',
    on: 10,
    state: 'accepted',
    institution: 'vk',
    theme: 'taking-part',
    reasons: madeUp(
      'Par to, kas ar priekšlikumu noticis, iestādes ziņo nevienādi. Piedāvāsim vienotu tabulas paraugu ar trim atbilžu veidiem un pamatojumu; uz vienādiem priekšlikumiem varēs atbildēt kopā.',
      'Institutions report unevenly on what became of a proposal. We will offer one model table with three kinds of answers and the reasons; equal proposals can be answered together.',
    ),
  },
  {
    idea: 'calendars',
    on: 10,
    state: 'partly',
    institution: 'vk',
    theme: 'lobbying',
    reasons: madeUp(
      'Ministru un valsts sekretāru tikšanās par tiesību aktu projektiem ierosināsim publicēt. Iknedēļas termiņu vēl nesolām: vispirms jāvienojas, kā vienādi saprast tikšanos un kā sargāt personas datus.',
      'We will propose to publish the meetings of ministers and state secretaries on draft legal acts. We do not promise a weekly rhythm yet: first there must be one understanding of what a meeting is and how personal data are protected.',
    ),
  },
  {
    idea: 'council-streams',
    on: 10,
    state: 'partly',
    institution: 'varam',
    theme: 'municipalities',
    reasons: madeUp(
      'Ierakstu publicēšanu ieteiksim visām pašvaldībām un sagatavosim paraugu, kā to izdarīt ar mazām izmaksām. Tiešraidi par pienākumu nenoteiksim, kamēr nav zināms, ko tā maksātu mazajiem novadiem.',
      'We will recommend publishing recordings to all municipalities and prepare a model of how to do so at low cost. Streaming will not be made a duty until it is known what it would cost small municipalities.',
    ),
  },
  {
    idea: 'one-place',
    on: 9,
    state: 'already-done',
    institution: 'vk',
    reasons: madeUp(
      'Vienota lapa top: trešā plāna 2. apņemšanās ir vienots tiesību aktu izstrādes un saskaņošanas portāls, kurā apspriežamos projektus varēs meklēt pēc tēmas. Ieteikumu par paziņojumiem nodosim tā veidotājiem.',
      'One page is in the making: commitment 2 of the third plan is a single portal for drafting and harmonising legal acts, where drafts under consultation can be searched by topic. We pass the advice on notifications to those who build it.',
    ),
  },
  {
    idea: 'municipal-spending',
    on: 10,
    state: 'not-now',
    institution: 'kase',
    reasons: madeUp(
      'Lai dati būtu salīdzināmi, pašvaldībām vispirms vienādi jāsadala izdevumi pa rindām. Novadu reformas dēļ to tuvākajos divos gados nesāksim; pie idejas atgriezīsimies, gatavojot nākamo plānu.',
      'For the data to be comparable, municipalities must first divide their spending into lines in the same way. Because of the municipal reform we will not start this in the next two years; we return to the idea when the next plan is prepared.',
    ),
  },
  {
    idea: 'paper-residence',
    on: 10,
    state: 'outside',
    institution: 'varam',
    reasons: madeUp(
      'To, kā pulciņos piesaka bērnus, nosaka katra pašvaldība pati, tāpēc plānā to neiekļaujam. Reģistrā pārbaudīt dzīvesvietu pašvaldības iestāde var jau tagad; aprakstīto gadījumu lūgsim pašvaldībai pārskatīt.',
      'How children are enrolled in hobby groups is for each municipality to set, so it does not go into the plan. A municipal office can check residence in the register already; we will ask the municipality to look at the case described.',
    ),
  },
  {
    idea: 'air',
    on: 10,
    state: 'already-done',
    institution: 'varam',
    reasons: madeUp(
      'Stundas mērījumus jau gatavojam nodot atvērto datu portālam. Stacijas atrašanās vietu pievienosim, un par publicēšanas dienu paziņosim šīs idejas atbalstītājiem.',
      'Hourly measurements are being prepared for the open data portal. The place of each station will be added, and the supporters of this idea will be told the day of publication.',
    ),
  },
]

/** The duplicate that has been merged; two more pairs are left for whoever tries it out. */
export const mergeText = {
  idea: 'calendars-again',
  into: 'calendars',
  on: 6,
  reason: [
    'Abas idejas lūdz to pašu: publisku ministru un valsts sekretāru tikšanās kalendāru. (Izdomāts paraugs demonstrācijai.)',
    'Both ideas ask for the same: a public calendar of the meetings of ministers and state secretaries. (A made-up sample for the demonstration.)',
  ],
} as const
