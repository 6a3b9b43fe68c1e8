import type { ReportedState, Verdict } from '../cycle/monitoring/tables.ts'
import type { Day, PartialDate } from '../platform/dates/partialDate.ts'
import { day, partialDate } from '../platform/dates/partialDate.ts'

/** Made up, and said so in every text: what no source tells, but without which reporting can't be shown. */
const sample = 'Izdomāts paraugs demonstrācijai.'

export type EvidenceText = { title: string; dated: PartialDate; addedOn: Day } & ({ url: string } | { fileName: string; content: string })

export type UpdateText = {
  milestone: number
  period: number
  publishedOn: Day
  state: ReportedState
  text: string
  delayReason: string | null
  nextSteps: string | null
  actualStart: PartialDate | null
  actualEnd: PartialDate | null
  /** Positions in `evidence` of the update. */
  evidence: readonly number[]
}

/** One update: its evidence, and its published versions in their order. */
export type UpdateTexts = { evidence: readonly EvidenceText[]; versions: readonly UpdateText[] }

const training = {
  milestone: 2,
  period: 2,
  publishedOn: day('2019-09-10'),
  state: 'complete',
  text: `${sample} Līdzdalība izvērtēta pret OECD labās prakses principiem, labās prakses piemēri apkopoti un izplatīti. Politikas veidotāji valsts un pašvaldību iestādēs ir mācīti.`,
  delayReason: 'Pieteicās vairāk iestāžu, nekā paredzēts, tāpēc pēdējās mācības notika 2019. gadā.',
  nextSteps: 'Piemēru krājumu papildināsim reizi gadā.',
  actualStart: partialDate('2018-02-15'),
  actualEnd: partialDate('2019-03-28'),
} as const

/** The State Chancellery's updates on commitment 1 of the third plan. Milestone 3 is left for whoever tries it out. */
export const updateTexts: readonly UpdateTexts[] = [
  {
    evidence: [],
    versions: [
      {
        milestone: 2,
        period: 1,
        publishedOn: day('2018-08-30'),
        state: 'limited',
        text: `${sample} Izvērtējums pret OECD labās prakses principiem ir sākts, labās prakses piemērus apkopojam. Mācības vēl nav notikušas.`,
        delayReason: null,
        nextSteps: 'Rudenī pabeigsim izvērtējumu un sāksim mācības.',
        actualStart: partialDate('2018-02-15'),
        actualEnd: null,
        evidence: [],
      },
    ],
  },
  {
    evidence: [
      {
        title: 'NVO fonda 2018. gada konkurss (paraugs)',
        url: 'https://example.org/nvo-fonds-2018',
        dated: partialDate('2018-12-31'),
        addedOn: day('2019-08-29'),
      },
      {
        title: 'NVO fonda 2018. gada projekti pa reģioniem (paraugs)',
        fileName: 'nvo-fonds-2018-paraugs.csv',
        content: [
          'reģions,projekti,piezīme',
          'Kurzeme,3,izdomāts paraugs demonstrācijai',
          'Latgale,3,izdomāts paraugs demonstrācijai',
          'Rīga,5,izdomāts paraugs demonstrācijai',
          'Vidzeme,4,izdomāts paraugs demonstrācijai',
          'Zemgale,2,izdomāts paraugs demonstrācijai',
          '',
        ].join('\n'),
        dated: partialDate('2018-12-31'),
        addedOn: day('2019-08-29'),
      },
    ],
    versions: [
      {
        milestone: 1,
        period: 2,
        publishedOn: day('2019-08-29'),
        state: 'complete',
        text: `${sample} Programma „NVO fonds” 2018. gadā atbalstīja nevalstiskās organizācijas, kas nodarbojas ar interešu aizstāvību. Konkurss noslēdzies, projekti īstenoti.`,
        delayReason: null,
        nextSteps: null,
        actualStart: partialDate('2018-01-01'),
        actualEnd: partialDate('2018-12-31'),
        evidence: [0, 1],
      },
    ],
  },
  {
    evidence: [
      {
        title: 'Līdzdalības izvērtējums pret OECD labās prakses principiem (paraugs)',
        url: 'https://example.org/lidzdalibas-izvertejums',
        dated: partialDate('2018-11'),
        addedOn: day('2019-09-10'),
      },
      {
        title: 'Mācību dalībnieki pa iestāžu veidiem (paraugs)',
        fileName: 'macibas-paraugs.csv',
        content: [
          'iestādes veids,dalībnieki,piezīme',
          'ministrijas,40,izdomāts paraugs demonstrācijai',
          'padotības iestādes,25,izdomāts paraugs demonstrācijai',
          'pašvaldības,18,izdomāts paraugs demonstrācijai',
          '',
        ].join('\n'),
        dated: partialDate('2019-04-02'),
        addedOn: day('2019-09-10'),
      },
    ],
    // The first version had a wrong day and one piece of evidence: corrected the same day, both stay visible.
    versions: [
      { ...training, actualEnd: partialDate('2019-03-21'), evidence: [0] },
      { ...training, evidence: [0, 1] },
    ],
  },
]

export type AssessmentText = {
  organisation: string
  voice: 'self' | 'partner'
  state: ReportedState | null
  verdict: Verdict | null
  text: string
  lessons: string | null
  signers: readonly string[]
  milestones: readonly { milestone: number; verdict: Verdict; reason: string }[]
}

/** What the institution and its partners say of commitment 1, handed in on 10 September 2019. */
export const assessmentTexts: readonly AssessmentText[] = [
  {
    organisation: 'vk',
    voice: 'self',
    state: 'substantial',
    verdict: null,
    text: `${sample} Divi no trim atskaites punktiem ir paveikti: atbalsts nevalstiskajām organizācijām un līdzdalības izvērtējums ar mācībām.\n\nPar reģionālo NVO koordinatoru uzdevumiem vēl apkopojam ziņas, tāpēc apņemšanos kopumā vērtējam kā izpildītu būtiskā apjomā.`,
    lessons: 'Mācības jāplāno tā, lai pašvaldībām būtu viegli tajās piedalīties.',
    signers: [],
    milestones: [],
  },
  {
    organisation: 'providus',
    voice: 'partner',
    state: null,
    verdict: 'disagree',
    text: `${sample} Atbalsts organizācijām bija noderīgs, un mācības notika. Tomēr nav redzams, vai iestāžu prakse ir mainījusies: tam vajadzētu salīdzināt, kā iestādes iesaista sabiedrību pirms mācībām un pēc tām.\n\nTāpēc mūsuprāt apņemšanās kopumā ir izpildīta daļēji.`,
    lessons: 'Jau plānā jāieraksta, pēc kā redzēsim, ka prakse ir uzlabojusies.',
    signers: ['lpa'],
    milestones: [
      { milestone: 1, verdict: 'agree', reason: 'Organizācijas atbalstu saņēma paredzētajā laikā.' },
      { milestone: 3, verdict: 'cannot-judge', reason: 'Ziņu par šo atskaites punktu vēl nav.' },
    ],
  },
]
