import type { RulesInput } from '../forum/index.ts'
import { day } from '../platform/dates/partialDate.ts'
import type { TwoLanguages } from './noticesTexts.ts'

/** A content typed in both languages. */
export const both = ([lv, en]: TwoLanguages) => ({ texts: { lv, en }, checked: false })

/*
 * That the Memorandum Council has eight members of the administration and eight of non-governmental organisations, that
 * its chair is the director of the State Chancellery and the deputy comes from the other side, that they chair in turn,
 * the terms, and that it meets on the last Wednesday of a month at 11, is from public sources. Its quorum, majority and
 * days of publication are not known and are made up, and so is everyone who sits in it and all that is said here.
 */
export const councilRules: RulesInput = {
  name: both(['Memoranda padome', 'Memorandum Council']),
  purpose: both([
    `Nevalstisko organizāciju un Ministru kabineta sadarbības memoranda īstenošanas padome. Tajā valsts pārvalde un nevalstiskās organizācijas kopīgi apspriež rīcības plānu, seko tā izpildei un sniedz ieteikumus.

Demonstrācija: sastāva lielums, pilnvaru laiks un sēžu ritms ir no publiskiem avotiem. Kvorums, vairākums, publicēšanas termiņi, locekļi, sēdes un lēmumi ir izdomāti.`,
    `The council for carrying out the memorandum of cooperation between non-governmental organisations and the Cabinet. In it the administration and non-governmental organisations discuss the action plan together, follow how it is carried out and give recommendations.

Demonstration: its size, the terms and the rhythm of its meetings are from public sources. The quorum, the majority, the days of publication, the members, the meetings and the decisions are made up.`,
  ]),
  adoptedOn: day('2019-06-03'),
  adoptedBy: both(['Demonstrācijai izdomāts kārtības apraksts', 'A description of the rules made up for the demonstration']),
  chair: both([
    'Padomi vada Valsts kancelejas direktors. Vietnieku no sava vidus ievēl nevalstiskā puse.',
    'The council is chaired by the director of the State Chancellery. The non-government side elects the deputy chair from its midst.',
  ]),
  conflict: both([
    'Kam lēmums skar personiskas vai organizācijas mantiskas intereses, par to paziņo pirms balsošanas un lēmumā nepiedalās. Demonstrācijai izdomāts.',
    'Whoever has a personal interest in a decision, or a financial one of their organisation, says so before the vote and takes no part in it. Made up for the demonstration.',
  ]),
  choosing: {
    government: both(['Pārstāvjus norīko institūcijas.', 'Institutions appoint their representatives.']),
    'non-government': both([
      'Pārstāvjus ievēl memorandam pievienojušās organizācijas.',
      'The organisations that signed the memorandum elect theirs.',
    ]),
  },
  rules: {
    seats: [
      { sector: 'government', count: 8 },
      { sector: 'civil-society', count: 8 },
    ],
    parity: true,
    termMonths: 18,
    mostTerms: 2,
    officialsStay: true,
    rotation: true,
    quorum: { share: { more: true, numerator: 1, denominator: 2 }, of: 'seats', eachSide: 1, recusedCount: true },
    majority: { share: { more: true, numerator: 1, denominator: 2 }, of: 'present', eachSide: 1 },
    tie: 'chair',
    consensusFirst: true,
    effect: 'recommendation',
    meetsEveryMonths: 1,
    agendaDays: 7,
    papersDays: 5,
    minutesDays: 14,
  },
}

/** Names that nobody bears: they say “made up”, “sample”, “sketch”, “model”. The last seat is vacant. */
export const officials = [
  'Aija Izdomāta',
  'Bruno Paraugs',
  'Cecīlija Skice',
  'Dāvis Modelis',
  'Elita Paraudziņa',
  'Filips Izdomājums',
  'Gunta Uzmetuma',
  'Harijs Piemērs',
] as const
export const civilSociety = [
  'Inese Paraudziņa',
  'Fricis Fiktīvs',
  'Kaspars Piemērs',
  'Laura Skice',
  'Mārtiņš Modelis',
  'Nora Izdomāta',
  'Oskars Uzmetums',
] as const

export const place: TwoLanguages = [
  'Demonstrācijai izdomāta telpa Rīgā un attālināti',
  'A room in Riga made up for the demonstration, and remotely',
]

export type CouncilDecision = { title: TwoLanguages; text: TwoLanguages; reasons: TwoLanguages }
export type CouncilMeeting = {
  on: string
  agendaOn: string
  minutesOn: string
  items: readonly TwoLanguages[]
  decision: CouncilDecision
  summary: TwoLanguages
}

/** Three meetings that were held, on the last Wednesday of their months. */
export const meetings: readonly CouncilMeeting[] = [
  {
    on: '2019-06-26',
    agendaOn: '2019-06-18',
    minutesOn: '2019-07-05',
    items: [
      ['Padomes darba plāns plāna noslēgumam', 'The council’s work plan for closing the plan'],
      ['Dažādi', 'Other matters'],
    ],
    decision: {
      title: ['Katrā sēdē uzklausīt, kā pabeidz trešo plānu', 'Hear at each meeting how the third plan is being completed'],
      text: [
        'Padome līdz gada beigām katrā sēdē uzklausa vienu no trešā plāna atbildīgajām institūcijām.',
        'Until the end of the year the council hears one of the institutions responsible for the third plan at each meeting.',
      ],
      reasons: [
        'Trešais plāns noslēdzas, un pārskatam vajag abu pušu vērtējumu.',
        'The third plan is ending, and the report needs both sides’ view.',
      ],
    },
    summary: [
      'Sēdē vienojās, kā padome sekos trešā plāna noslēgumam.',
      'The meeting agreed how the council follows the end of the third plan.',
    ],
  },
  {
    on: '2019-07-31',
    agendaOn: '2019-07-24',
    minutesOn: '2019-08-20',
    items: [
      ['Kā veidos ceturto plānu', 'How the fourth plan will be made'],
      ['Dažādi', 'Other matters'],
    ],
    decision: {
      title: ['Ideju aicinājumu rīkot septembrī un atbildēt uz katru ideju', 'Hold the call for ideas in September and answer every idea'],
      text: [
        'Padome iesaka septembrī izsludināt ideju aicinājumu un uz katru ideju sniegt pamatotu atbildi.',
        'The council recommends a call for ideas in September and a reasoned answer to every idea.',
      ],
      reasons: ['Cilvēki piedalās, ja redz, kas ar viņu ideju noticis.', 'People take part when they see what became of their idea.'],
    },
    summary: ['Sēdē pārrunāja ceturtā plāna veidošanas gaitu.', 'The meeting discussed how the fourth plan will be made.'],
  },
  {
    on: '2019-08-28',
    agendaOn: '2019-08-21',
    minutesOn: '2019-09-05',
    items: [
      ['Apņemšanos skaits ceturtajā plānā', 'The number of commitments in the fourth plan'],
      ['Dažādi', 'Other matters'],
    ],
    decision: {
      title: ['Ceturtajā plānā iekļaut ap sešām apņemšanām', 'Include about six commitments in the fourth plan'],
      text: [
        'Padome iesaka ceturtajā plānā iekļaut ap sešām apņemšanām un katrā norādīt sabiedrības partnera lomu.',
        'The council recommends about six commitments in the fourth plan, each with the role of its partner from society.',
      ],
      reasons: [
        `Trešajā plānā ir divpadsmit apņemšanās; mazāk apņemšanos ļauj katrai veltīt vairāk uzmanības.

Katrai apņemšanai jābūt paveicamai divos gados.`,
        `The third plan has twelve commitments; with fewer of them each gets more attention.

Each commitment must be doable in two years.`,
      ],
    },
    summary: [
      'Sēdē apsprieda, cik apņemšanos iekļaut ceturtajā plānā, un balsoja.',
      'The meeting discussed how many commitments the fourth plan should have, and voted.',
    ],
  },
]

export const comingItems: readonly TwoLanguages[] = [
  ['Iepriekšējās sēdes protokols un darba kārtība', 'Minutes of the last meeting, and the agenda'],
  ['Ideju aicinājums ceturtajam plānam: kas iesniegts', 'The call for ideas for the fourth plan: what was sent'],
  ['Dažādi', 'Other matters'],
]

export const separateOpinion: TwoLanguages = [
  'Balsojām pret, jo skaits nav svarīgākais: vispirms jāvienojas, cik drosmīgām apņemšanām jābūt.',
  'We voted against because the number is not what matters most: first it should be agreed how ambitious commitments must be.',
]

export const declaration: TwoLanguages = [
  'Demonstrācijai izdomāts: strādāju biedrībā, kas piedalās valsts finansētos projektos.',
  'Made up for the demonstration: I work for an association that takes part in projects funded by the state.',
]
