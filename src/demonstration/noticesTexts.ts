import type { NoticeKind, ParticipationKind } from '../cycle/inform/tables.ts'
import { type Day, day } from '../platform/dates/partialDate.ts'

/** Latvian and English. */
export type TwoLanguages = readonly [lv: string, en: string]

/** An opportunity to take part; `step` is the position of the plan's step that it is, from which its time comes. */
export type OpportunityText = {
  step: number
  kind: ParticipationKind
  title: TwoLanguages
  startsOn: string
  endsOn?: string
  hours?: string
  place?: TwoLanguages
  how: TwoLanguages
  outcome: TwoLanguages
}

export type NoticeText = {
  kind: NoticeKind
  plan: string
  on: Day
  title: TwoLanguages
  body: TwoLanguages
  contact?: TwoLanguages
  opportunities: readonly OpportunityText[]
}

/*
 * That there was a notice in early September 2019, and when the steps were planned, is from the slides. The wording,
 * the days of publication, and all that is said of how to take part and what becomes of it are made up.
 */
export const noticeTexts: readonly NoticeText[] = [
  {
    kind: 'opportunities',
    plan: 'lv-4',
    on: day('2019-09-02'),
    title: ['Ceturtais rīcības plāns: kad un kā var piedalīties', 'Fourth action plan: when and how to take part'],
    body: [
      `Sākas darbs pie ceturtā nacionālā atvērtās pārvaldības rīcības plāna 2020. un 2021. gadam. Šeit ir visas iespējas piedalīties tā tapšanā: ideju aptauja, atvērta diskusija un koprade grupās.

Ministru kabinets plānu iecerējis apstiprināt decembrī, un tas sāksies 2020. gada 1. janvārī.

Šis paziņojums ir sastādīts demonstrācijai: posmi un to laiki ir no Valsts kancelejas 2019. gada septembra prezentācijas, bet teksts un publicēšanas diena ir izdomāti.`,
      `Work begins on the fourth national open government action plan, for 2020 and 2021. Here are all the opportunities to take part in making it: a call for ideas, an open discussion, and co-creation in groups.

The Cabinet means to approve the plan in December, and it is to start on 1 January 2020.

This notice was written for the demonstration: the steps and their times are from the State Chancellery’s slides of September 2019, but the wording and the day of publication are made up.`,
    ],
    contact: [
      'Valsts kanceleja, OGP kontaktpunkts Latvijā. Saziņas adreses demonstrācijā nav.',
      'State Chancellery, OGP’s point of contact in Latvia. There is no contact address in the demonstration.',
    ],
    opportunities: [
      {
        step: 2,
        kind: 'survey',
        title: ['Ideju aptauja', 'Call for ideas'],
        startsOn: '2019-09',
        endsOn: '2019-09',
        how: [
          'Iesakiet, ko iekļaut plānā: kāda ir problēma, kas to varētu atrisināt un kurš to varētu darīt. Kurā adresē aptauja notika, avotos nav redzēts.',
          'Suggest what the plan should hold: what the problem is, what could solve it, and who could do it. The address of the survey was not seen in the sources.',
        ],
        outcome: [
          'Idejas apkopo, un no tām kopradē izvēlas plāna pasākumus. Katra ideja saņem pamatotu atbildi.',
          'The ideas are gathered, and the plan’s measures are chosen from them in co-creation. Each idea gets a reasoned answer.',
        ],
      },
      {
        step: 3,
        kind: 'discussion',
        title: ['Atvērta diskusija par ceturto plānu', 'Open discussion on the fourth plan'],
        startsOn: '2019-09-16',
        hours: '14:30–17:00',
        place: ['Ministru kabineta ēka', 'Cabinet building'],
        how: [
          'Atnāciet uz diskusiju. Vai iepriekš jāpiesakās, avotos nav redzēts.',
          'Come to the discussion. Whether one had to register was not seen in the sources.',
        ],
        outcome: [
          'Sacīto pieraksta un ņem vērā, kad izvēlas plāna pasākumus.',
          'What is said is written down and considered when the plan’s measures are chosen.',
        ],
      },
      {
        step: 4,
        kind: 'working-group',
        title: ['Pasākumu izvēle un koprade grupās', 'Choice of measures and co-creation in groups'],
        startsOn: '2019-10',
        endsOn: '2019-11',
        how: [
          'Piesakieties grupai, kuras tēma Jums ir svarīga. Grupās valsts un sabiedrība kopā izvēlas un izstrādā plāna pasākumus.',
          'Join the group whose topic matters to you. In the groups the state and the public choose and work out the plan’s measures together.',
        ],
        outcome: [
          'Grupu darbs kļūst par plāna projektu, ko saskaņo un iesniedz Ministru kabinetam.',
          'The groups’ work becomes the draft plan, which is harmonised and submitted to the Cabinet.',
        ],
      },
    ],
  },
  {
    kind: 'news',
    plan: 'lv-3',
    on: day('2019-09-05'),
    title: ['Ziņas par trešā plāna izpildi gaidām līdz 12. septembrim', 'Reports on the third plan are due by 12 September'],
    body: [
      `Institūcijas un sabiedrības partneri līdz 12. septembrim iesniedz ziņas par to, kā izpildīts trešais plāns. Nobeiguma ziņojums jāpublicē līdz 30. novembrim. Plāna lapā redzams, kas ziņas jau ir iesniedzis.

Šī ziņa ir sastādīta demonstrācijai: termiņi ir īsti, teksts un publicēšanas diena ir izdomāti.`,
      `By 12 September institutions and civil-society partners report on how the third plan was carried out. The final report is to be published by 30 November. The plan’s page shows who has contributed already.

This item was written for the demonstration: the deadlines are real, the wording and the day of publication are made up.`,
    ],
    opportunities: [],
  },
  {
    kind: 'notice',
    plan: 'lv-4',
    on: day('2019-09-13'),
    title: ['Atvērta diskusija notiks 16. septembrī', 'The open discussion is on 16 September'],
    body: [
      `Atgādinām: atvērta diskusija par ceturto plānu notiks 2019. gada 16. septembrī plkst. 14.30–17.00 Ministru kabineta ēkā.

Šis paziņojums ir sastādīts demonstrācijai: diskusijas laiks un vieta ir no Valsts kancelejas prezentācijas, teksts un publicēšanas diena ir izdomāti.`,
      `A reminder: the open discussion on the fourth plan takes place on 16 September 2019, 14:30–17:00, in the Cabinet building.

This notice was written for the demonstration: the time and place of the discussion are from the State Chancellery’s slides, the wording and the day of publication are made up.`,
    ],
    opportunities: [],
  },
]
