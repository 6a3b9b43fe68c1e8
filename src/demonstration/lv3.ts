import { day, partialDate } from '../platform/dates/partialDate.ts'
import { localText } from '../platform/languages/languages.ts'
import type { DeadlineByHand, PhaseByHand, PlanByHand } from './byHand.ts'
import { facts3, findingNotes3, laterSources3, links3, statesKnownFrom3 } from './facts3.ts'
import { sources } from './sources.ts'

const order = localText('Ministru kabineta rīkojums Nr. 633, 07.11.2017.', 'Cabinet Order No. 633 of 7 November 2017')
const orderPoint4 = localText('Ministru kabineta rīkojuma Nr. 633 4. punkts', 'Cabinet Order No. 633, point 4')
const orderUrl = 'https://likumi.lv/ta/id/294943'
const slides = localText('Valsts kancelejas prezentācija, 2019. gada septembris', 'State Chancellery slides, September 2019')
const approved = day('2017-11-07')
/** The slides bear a month; they were known on the demonstration's day. */
const slidesKnown = day('2019-09-01')

const byOrder = (duty: DeadlineByHand['duty'], period: number | null, basis = order): DeadlineByHand => ({
  duty,
  period,
  basis,
  basisUrl: orderUrl,
  knownFrom: approved,
  certainty: 'seen',
})

const happened = (on: string, knownFrom: string | null, phase: Pick<PhaseByHand, 'title' | 'label' | 'basis'>): PhaseByHand => ({
  ...phase,
  actualStart: partialDate(on),
  actualEnd: partialDate(on),
  ...(knownFrom ? { knownFrom: day(knownFrom) } : {}),
  certainty: 'seen',
})

const phases: readonly PhaseByHand[] = [
  {
    title: localText('Plāna īstenošana', 'Plan carried out'),
    label: localText('Īstenošana', 'Carried out'),
    plannedStart: partialDate('2017-H2'),
    plannedEnd: partialDate('2019-H1'),
    basis: order,
    certainty: 'seen',
  },
  happened('2017-11-07', null, {
    title: localText('Ministru kabinets apstiprina plānu', 'Cabinet approves the plan'),
    label: localText('MK apstiprina', 'Cabinet approves'),
    basis: order,
  }),
  happened('2017-11-10', '2017-11-10', {
    title: localText('Plāns publicēts „Latvijas Vēstnesī”', 'Plan published in the official gazette'),
    label: localText('Publicēts', 'Published'),
    basis: localText('„Latvijas Vēstnesis”, Nr. 224, OP numurs 2017/224.5', 'Latvijas Vēstnesis No. 224, OP number 2017/224.5'),
  }),
  happened('2017-11-16', '2017-11-16', {
    title: localText('Tiekas iesaistītās institūcijas un partneri', 'Institutions and partners meet'),
    label: localText('Tikšanās', 'Meeting'),
  }),
  {
    title: localText('Laiks, ko aptver vidusposma izvērtējums', 'Time covered by the mid-term evaluation'),
    label: localText('Vidusposma izvērtējums', 'Mid-term evaluation'),
    actualStart: partialDate('2017-11'),
    actualEnd: partialDate('2018-06'),
    certainty: 'seen',
  },
  {
    title: localText('Institūcijas iesniedz ziņas par pirmo periodu', 'Institutions report on the first period'),
    label: localText('Ziņas par 1. periodu', 'Reports on period 1'),
    plannedEnd: partialDate('2018-09-01'),
    basis: order,
    certainty: 'seen',
  },
  happened('2019-08-23', '2019-08-23', {
    title: localText('Noslēdzas komentāri par IRM plāna izvērtējumu', 'Comments on the IRM design report close'),
    label: localText('IRM komentāri', 'IRM comments'),
  }),
  {
    title: localText(
      'Institūcijas un sabiedrības partneri iesniedz ziņas par otro periodu',
      'Institutions and civil-society partners report on the second period',
    ),
    label: localText('Ziņas par 2. periodu', 'Reports on period 2'),
    plannedStart: partialDate('2019-09-01'),
    plannedEnd: partialDate('2019-09-12'),
    basis: order,
    certainty: 'seen',
  },
  {
    title: localText('Valsts kanceleja publicē nobeiguma ziņojumu', 'State Chancellery publishes the final report'),
    label: localText('Nobeiguma ziņojums', 'Final report'),
    plannedEnd: partialDate('2019-11-30'),
    basis: orderPoint4,
    certainty: 'seen',
  },
  happened('2020-07-19', '2020-07-19', {
    title: localText('Noslēdzas komentāri par IRM īstenošanas ziņojumu', 'Comments on the IRM implementation report close'),
    label: localText('IRM komentāri', 'IRM comments'),
  }),
]

/** The third plan, as its order, gazette and reviewers tell it: what the data file does not say, or says without a day. */
export const lv3: PlanByHand = {
  id: 'lv-3',
  ordinal: 3,
  shortTitle: localText('Trešais plāns', 'Third plan'),
  periodStart: partialDate('2017-H2'),
  periodEnd: partialDate('2019-H1'),
  periodNote: localText(
    'Plāna tekstā: 2017. gada 2. pusgads – 2019. gada 1. pusgads; OGP datubāzē: 01.07.2017.–30.06.2019.; rīkojumā pirmais ziņu periods sākas 01.08.2017.',
    'Plan text: 2nd half of 2017 – 1st half of 2019; OGP database: 1 July 2017 – 30 June 2019; first reporting period in the order starts 1 August 2017',
  ),
  oversight: localText(
    'NVO un Ministru kabineta sadarbības memoranda īstenošanas padome (Memoranda padome); koordinē Valsts kanceleja',
    'Council for the Implementation of the Memorandum of Cooperation between NGOs and the Cabinet (Memorandum Council); coordinated by the State Chancellery',
  ),
  approvalAct: localText(
    'Ministru kabineta rīkojums Nr. 633 (prot. Nr. 55 37.\u00a0§)',
    'Cabinet Order No. 633 (minutes No. 55, §\u00a037)',
  ),
  commitmentsExpected: null,
  sources: [sources.order633, sources.gazette633],
  periods: [
    { startsOn: day('2017-08-01'), referenceDay: day('2018-06-30') },
    { startsOn: day('2018-07-01'), referenceDay: day('2019-06-30') },
  ],
  legalDeadlines: [byOrder('contribution', 1), byOrder('contribution', 2), byOrder('report', null, orderPoint4)],
  workingDeadlines: [{ duty: 'contribution', period: 2, basis: slides, basisUrl: null, knownFrom: slidesKnown, certainty: 'deck' }],
  phases,
  documents: [
    {
      kind: 'act',
      language: 'lv',
      standing: 'official',
      title: localText('Ministru kabineta rīkojums Nr. 633 (prot. Nr. 55 37.\u00a0§)', 'Cabinet Order No. 633 (minutes No. 55, §\u00a037)'),
      url: sources.order633,
      dated: approved,
      knownFrom: approved,
      certainty: 'seen',
    },
    {
      kind: 'gazette',
      language: 'lv',
      standing: 'official',
      title: localText('„Latvijas Vēstnesis”, Nr. 224, OP numurs 2017/224.5', 'Latvijas Vēstnesis No. 224, OP number 2017/224.5'),
      url: sources.gazette633,
      dated: day('2017-11-10'),
      knownFrom: day('2017-11-10'),
      certainty: 'seen',
    },
    {
      kind: 'other',
      title: localText('Valsts kancelejas prezentācija', 'State Chancellery slides'),
      url: null,
      dated: partialDate('2019-09'),
      knownFrom: slidesKnown,
      certainty: 'deck',
    },
    {
      // Open to comments until 23 August 2019; that it was public the day after is inferred.
      kind: 'reviewer-report',
      title: localText(
        'IRM plāna izvērtējums, 2019: sabiedrības ietekme „Involve” (iesaistīšana), ar OGP vērtībām saistītas 11 no 12 apņemšanām, neviena nav pārveidojoša',
        'IRM design report, 2019: public influence “Involve”, 11 of 12 commitments relevant to OGP values, none transformative',
      ),
      url: sources.design3,
      dated: partialDate('2019'),
      knownFrom: day('2019-08-24'),
      certainty: 'seen',
    },
    {
      kind: 'reviewer-report',
      title: localText(
        'IRM īstenošanas ziņojums, 2020: pabeigtas 9 no 12 apņemšanām, 2 ar būtisku atvērtības pieaugumu',
        'IRM implementation report, 2020: 9 of 12 commitments completed, 2 with a major gain in openness',
      ),
      url: sources.implementation3,
      dated: partialDate('2020'),
      knownFrom: day('2020-07-20'),
      certainty: 'seen',
    },
  ],
  sections: {
    introduction: localText(
      'Trešo nacionālo atvērtās pārvaldības rīcības plānu Ministru kabinets apstiprināja 2017. gada 7. novembrī ar rīkojumu Nr. 633. Plāna darbības laiks ir no 2017. gada 2. pusgada līdz 2019. gada 1. pusgadam.\n\nPlānā ir 12 apņemšanās. Tās īsteno piešķirtā budžeta ietvaros. Viena apņemšanās – vienotais tiesību aktu izstrādes un saskaņošanas portāls – turpinās pēc plāna beigām, līdz 2020. gada 4. ceturksnim.',
      'The Cabinet approved the third national open government action plan on 7 November 2017 by Order No. 633. The plan runs from the 2nd half of 2017 to the 1st half of 2019.\n\nThe plan has 12 commitments, carried out within the budget allotted. One of them, the single portal for drafting and harmonising legal acts, goes on after the end of the plan, until the 4th quarter of 2020.',
    ),
    process: localText(
      'Plāna īstenošanu koordinē Valsts kanceleja, uzrauga NVO un Ministru kabineta sadarbības memoranda īstenošanas padome. Iesaistītās institūcijas un partneri tikās 2017. gada 16. novembrī. Vidusposma izvērtējums aptver laiku no 2017. gada novembra līdz 2018. gada jūnijam; ziņas tam sniedza arī nevalstisko organizāciju, zinātnes un uzņēmēju partneri.\n\nRīkojums uzdod institūcijām iesniegt ziņas Valsts kancelejai līdz 2018. gada 1. septembrim un līdz 2019. gada 1. septembrim. Valsts kanceleja 2019. gadā lūdza ziņas līdz 12. septembrim. Ziņojums par plāna izpildi jāpublicē līdz 2019. gada 30. novembrim.',
      'The State Chancellery coordinates the plan; the Council for the Implementation of the Memorandum of Cooperation between NGOs and the Cabinet oversees it. The institutions and partners involved met on 16 November 2017. The mid-term evaluation covers November 2017 to June 2018; partners from non-governmental organisations, academia and business gave information for it too.\n\nThe order has institutions report to the State Chancellery by 1 September 2018 and by 1 September 2019. In 2019 the State Chancellery asked for the information by 12 September. The report on the plan is to be published by 30 November 2019.',
    ),
  },
  commitments: {
    knownFrom: null,
    period: (precision) => ({ start: partialDate('2017-H2'), end: partialDate(precision === 'quarter' ? '2020-Q4' : '2019-H1') }),
    money: localText('Piešķirtā budžeta ietvaros (rīkojuma Nr. 633 2. punkts)', 'Within the budget allotted (Order No. 633, point 2)'),
    scopes: {},
    // The data have 1 January 2017 – 30 June 2019; the plan itself names half-years.
    milestoneDates: { '1/3': { start: partialDate('2017-H1'), end: partialDate('2019-H1') } },
    statesKnownFrom: day('2019-06-30'),
    stateKnownFrom: statesKnownFrom3,
    related: [
      [1, 2],
      [1, 3],
    ],
    links: links3,
    facts: facts3,
    report: {
      title: localText('IRM īstenošanas ziņojums, 2020', 'IRM implementation report, 2020'),
      url: sources.implementation3,
      // Open to comments until 19 July 2020: the day after is inferred.
      knownFrom: day('2020-07-20'),
    },
    findingNotes: findingNotes3,
    laterSources: laterSources3,
  },
}
