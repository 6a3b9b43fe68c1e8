import { day, partialDate } from '../platform/dates/partialDate.ts'
import { type LocalText, localText } from '../platform/languages/languages.ts'
import type { DeadlineByHand, PhaseByHand, PlanByHand } from './byHand.ts'
import { facts4, findingNotes4, laterSources4, statesKnownFrom4 } from './facts4.ts'
import { sources } from './sources.ts'

const approved = day('2020-02-11')
const slides = localText('Valsts kancelejas prezentācija, 2019. gada septembris', 'State Chancellery slides, September 2019')
const order = localText('Ministru kabineta rīkojums Nr. 54, 11.02.2020.', 'Cabinet Order No. 54 of 11 February 2020')

const byOrder = (duty: DeadlineByHand['duty'], period: number | null): DeadlineByHand => ({
  duty,
  period,
  basis: order,
  basisUrl: 'https://likumi.lv/ta/id/312544',
  knownFrom: approved,
  certainty: 'seen',
})

/** What the calendar of the data does not say of its steps, in its order. Titles, actual days and certainty are the data's. */
type Step = { label: LocalText } & Pick<PhaseByHand, 'plannedStart' | 'plannedEnd' | 'plannedNote' | 'hours' | 'basis' | 'invitation'>

const september = { plannedStart: partialDate('2019-09'), plannedEnd: partialDate('2019-09'), basis: slides }

export const steps4: readonly Step[] = [
  {
    label: localText('Diskusiju dokuments', 'Discussion paper'),
    ...september,
    plannedNote: localText('septembra sākums', 'early September'),
  },
  {
    label: localText('Ideju aptauja', 'Call for ideas'),
    ...september,
    invitation: localText('Ikviens var ieteikt, ko iekļaut ceturtajā plānā.', 'Anyone can suggest what the fourth plan should hold.'),
  },
  {
    label: localText('Atvērta diskusija', 'Open discussion'),
    plannedStart: partialDate('2019-09-16'),
    plannedEnd: partialDate('2019-09-16'),
    hours: '14:30–17:00',
    basis: slides,
    invitation: localText(
      'Atvērtā diskusija par ceturto plānu notiek Ministru kabineta ēkā.',
      'The open discussion on the fourth plan takes place in the Cabinet building.',
    ),
  },
  {
    label: localText('Izvēle un koprade grupās', 'Choice and co-creation'),
    plannedStart: partialDate('2019-10'),
    plannedEnd: partialDate('2019-11'),
    basis: slides,
    invitation: localText(
      'Plānā iekļaujamos pasākumus izvēlas un izstrādā grupās kopā ar sabiedrību.',
      'Groups choose and work out the plan’s measures together with the public.',
    ),
  },
  { label: localText('Plāna projekts', 'Draft plan') },
  { label: localText('OGP vizīte', 'OGP visit') },
  { label: localText('Saskaņošana', 'Harmonisation') },
  {
    label: localText('MK apstiprina', 'Cabinet approves'),
    plannedStart: partialDate('2019-12'),
    plannedEnd: partialDate('2019-12'),
    basis: slides,
  },
  {
    label: localText('Plāns sākas', 'Plan starts'),
    plannedStart: partialDate('2020-01-01'),
    plannedEnd: partialDate('2020-01-01'),
  },
  { label: localText('Tikšanās', 'Meeting') },
  { label: localText('Memoranda padomē', 'Memorandum Council') },
]

/** The fourth plan: on the demonstration's day no more than a calendar; the rest shows from its approval on. */
export const lv4: PlanByHand = {
  id: 'lv-4',
  ordinal: 4,
  shortTitle: localText('Ceturtais plāns', 'Fourth plan'),
  periodStart: partialDate('2020-01-01'),
  periodEnd: partialDate('2021-12-31'),
  periodNote: null,
  oversight: null,
  approvalAct: localText('Ministru kabineta rīkojums Nr. 54 (prot. Nr. 6 35.\u00a0§)', 'Cabinet Order No. 54 (minutes No. 6, §\u00a035)'),
  commitmentsExpected: localText('aptuveni 6, kā iecerējusi Valsts kanceleja', 'about 6, as the State Chancellery intends'),
  sources: [sources.slides],
  periods: [
    { startsOn: day('2020-01-01'), referenceDay: day('2020-12-31') },
    { startsOn: day('2021-01-01'), referenceDay: day('2021-12-31') },
  ],
  legalDeadlines: [byOrder('contribution', 1), byOrder('contribution', 2), byOrder('report', null), byOrder('report', null)],
  workingDeadlines: [],
  // From the data's calendar and steps4: see importPlan.ts.
  phases: [],
  documents: [
    {
      kind: 'other',
      title: localText('Valsts kancelejas prezentācija', 'State Chancellery slides'),
      url: null,
      dated: partialDate('2019-09'),
      knownFrom: day('2019-09-01'),
      certainty: 'deck',
    },
    {
      kind: 'draft',
      title: localText('Plāna projekts', 'Draft plan'),
      url: null,
      dated: day('2019-11-27'),
      knownFrom: day('2019-11-27'),
      certainty: 'seen',
    },
    {
      kind: 'act',
      language: 'lv',
      standing: 'official',
      title: localText('Ministru kabineta rīkojums Nr. 54 (prot. Nr. 6 35.\u00a0§)', 'Cabinet Order No. 54 (minutes No. 6, §\u00a035)'),
      url: sources.order54,
      dated: approved,
      knownFrom: approved,
      certainty: 'seen',
    },
    {
      kind: 'act',
      language: 'en',
      standing: 'courtesy',
      title: localText('Rīkojuma Nr. 54 tulkojums angliski', 'English translation of Order No. 54'),
      url: sources.order54InEnglish,
      dated: null,
      knownFrom: approved,
      certainty: 'seen',
    },
    {
      // Open to comments until 23 October 2020: the day after is inferred.
      kind: 'reviewer-report',
      title: localText(
        'IRM plāna izvērtējums, 2020: sabiedrības ietekme „Collaborate” (sadarbība), ar OGP vērtībām saistītas 5 no 6 apņemšanām, neviena nav pārveidojoša',
        'IRM design report, 2020: public influence “Collaborate”, 5 of 6 commitments relevant to OGP values, none transformative',
      ),
      url: sources.design4,
      dated: partialDate('2020'),
      knownFrom: day('2020-10-24'),
      certainty: 'seen',
    },
    {
      // Only the year is known.
      kind: 'reviewer-report',
      title: localText('IRM rezultātu ziņojums, 2022', 'IRM results report, 2022'),
      url: sources.results4,
      dated: partialDate('2022'),
      knownFrom: day('2022-12-31'),
      certainty: 'seen',
    },
  ],
  sections: {},
  commitments: {
    knownFrom: approved,
    period: () => ({ start: partialDate('2020-01-01'), end: partialDate('2021-12-31') }),
    money: null,
    scopes: { '1/cfla': localText('tikai godīguma pakts', 'integrity pact only') },
    milestoneDates: {},
    statesKnownFrom: day('2021-12-31'),
    stateKnownFrom: statesKnownFrom4,
    related: [],
    links: [],
    facts: facts4,
    report: {
      title: localText('IRM rezultātu ziņojums, 2022', 'IRM results report, 2022'),
      url: sources.results4,
      knownFrom: day('2022-12-31'),
    },
    findingNotes: findingNotes4,
    laterSources: laterSources4,
  },
}
