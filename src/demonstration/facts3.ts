import { day, partialDate } from '../platform/dates/partialDate.ts'
import { localText } from '../platform/languages/languages.ts'
import type { FactByHand, LinkByHand, PlanByHand } from './byHand.ts'
import { ogpPage, sources } from './sources.ts'

/**
 * What the data tell of the third plan's results, sentence by sentence, each with the day it became
 * known. The reviewer's sentences stand in the findings: what the scales hold is not said twice.
 */
const tap = 'https://www.mk.gov.lv/lv/jaunums/tap-portalam-septembri-aprit-viens-gads'
const infographic = 'http://zzs.lv/jaunumi?gads=2018&pp=&page=46&b=1&lbu=98088'
const whistleblowing = 'https://www.lm.gov.lv/lv/trauksmes-celsana'
const firstMonth = 'https://www.dzirkstele.lv/latvijas-zinas/pirmaja-likuma-darbibas-menesi-sanemti-14-trauksmes-celeju-zinojumi-168527'
const values = 'https://likumi.lv/ta/en/en/id/303328-values-of-state-administration-and-fundamental-principles-of-ethics'
const burden = 'https://lvportals.lv/dienaskartiba/377561-ka-birokratijas-mazinasana-izklut-no-apburta-loka-2025'
const owners = 'https://www.ur.gov.lv/lv/jaunumi/aktualitates/juridiskam-personam-jaatklaj-patiesie-labuma-guveji/'
const freeData = 'https://www.ur.gov.lv/lv/par-mums/fizisko-personu-datu-apstrade/fizisko-personu-datu-publiska-pieejamiba/'
const widerPowers = 'https://www.ur.gov.lv/en/news/information/new-rules-of-the-game-for-all-legal-persons/'
const delna = 'https://delna.lv/en/2019/10/03/will-latvia-be-among-the-global-leaders-in-beneficial-ownership-transparency/'

export const facts3: readonly FactByHand[] = [
  {
    commitment: 1,
    kind: 'result',
    lv: 'NVO fondam 2015.–2018. gadā bija 400 000 euro gadā.',
    en: 'The NGO Fund had 400 000 euro a year in 2015–2018.',
    happenedOn: null,
    knownFrom: day('2018-12-31'),
    certainty: 'seen',
    sources: [ogpPage('LV0028'), sources.export],
  },
  {
    commitment: 2,
    kind: 'result',
    lv: 'Plāna beigās portāls vēl nedarbojās; apņemšanās termiņš ir 2020. gada 4. ceturksnis.',
    en: 'The portal was not yet running at the end of the plan; the commitment itself runs to Q4 2020.',
    happenedOn: null,
    knownFrom: day('2019-06-30'),
    certainty: 'seen',
    sources: [ogpPage('LV0029')],
  },
  {
    commitment: 2,
    kind: 'follow-up',
    lv: 'TAP portāls sāka darbu 2021. gada 9. septembrī reizē ar jauno Ministru kabineta kārtības rulli (noteikumi Nr. 606).',
    en: 'TAP went live on 9 September 2021 together with the new Rules of Procedure of the Cabinet (Regulation No. 606).',
    happenedOn: partialDate('2021-09-09'),
    knownFrom: day('2021-09-09'),
    certainty: 'seen',
    sources: [tap],
  },
  {
    commitment: 2,
    kind: 'follow-up',
    lv: 'Pirmajā gadā 4586 iedzīvotāji portālā viedokli izteica 4941 reizi.',
    en: 'In the first year 4586 residents gave their views in the portal 4941 times.',
    happenedOn: null,
    knownFrom: day('2022-09-30'),
    certainty: 'seen',
    sources: [tap],
  },
  {
    commitment: 3,
    kind: 'result',
    lv: 'Portāls izveidots, publicētas jaunas datu kopas un vadlīnijas.',
    en: 'The portal was built, new data sets and guidelines published.',
    happenedOn: null,
    knownFrom: day('2019-06-30'),
    certainty: 'seen',
    sources: [ogpPage('LV0030')],
  },
  {
    commitment: 3,
    kind: 'follow-up',
    lv: 'Atvērto datu stratēģija ir datēta ar 2019. gada 20. augustu.',
    en: 'The open-data strategy is dated 20 August 2019.',
    happenedOn: partialDate('2019-08-20'),
    knownFrom: day('2019-08-20'),
    certainty: 'seen',
    sources: ['https://likumi.lv/ta/id/342401'],
  },
  {
    commitment: 5,
    kind: 'result',
    lv: 'Infografika publicēta vismaz par 2017. un 2018. gadu.',
    en: 'The infographic was published for 2017 and 2018 at least.',
    happenedOn: null,
    knownFrom: day('2018-02-06'),
    certainty: 'seen',
    sources: [infographic],
  },
  {
    commitment: 6,
    kind: 'result',
    lv: 'Trauksmes celšanas likums pieņemts 2018. gadā.',
    en: 'The Whistleblowing Law was passed in 2018.',
    happenedOn: partialDate('2018'),
    knownFrom: day('2018-12-31'),
    certainty: 'seen',
    sources: [ogpPage('LV0033')],
  },
  {
    commitment: 6,
    kind: 'result',
    lv: 'Trauksmes celšanas likums ir spēkā no 2019. gada 1. maija; kontaktpunkts – Valsts kanceleja (trauksmescelejs.lv).',
    en: 'The Whistleblowing Law has applied since 1 May 2019; the contact point is the State Chancellery (trauksmescelejs.lv).',
    happenedOn: partialDate('2019-05-01'),
    knownFrom: day('2019-05-01'),
    certainty: 'seen',
    sources: [ogpPage('LV0033'), firstMonth],
  },
  {
    commitment: 6,
    kind: 'result',
    lv: 'Likuma pirmajā mēnesī saņemts 41 iesniegums, 14 atzīti par trauksmes ziņojumiem.',
    en: 'First month of the law: 41 submissions, 14 recognised as whistleblowing.',
    happenedOn: partialDate('2019-05'),
    knownFrom: day('2019-06-30'),
    certainty: 'seen',
    sources: [firstMonth],
  },
  {
    commitment: 6,
    kind: 'follow-up',
    lv: '2022. gada 4. februārī likumu nomainīja jauns, kas ievieš ES direktīvu.',
    en: 'A new law transposing the EU directive replaced it on 4 February 2022.',
    happenedOn: partialDate('2022-02-04'),
    knownFrom: day('2022-02-04'),
    certainty: 'seen',
    sources: [whistleblowing],
  },
  {
    commitment: 7,
    kind: 'result',
    lv: 'Ministru kabinets pieņēma ieteikumu „Valsts pārvaldes vērtības un ētikas pamatprincipi” ar 7 vērtībām.',
    en: 'The Cabinet adopted the recommendation “Values of State Administration and Fundamental Principles of Ethics” with 7 values.',
    happenedOn: partialDate('2018-11'),
    knownFrom: day('2018-11-30'),
    certainty: 'memory-medium',
    sources: [values],
  },
  {
    commitment: 8,
    kind: 'follow-up',
    lv: 'Vietne mazaksslogs.gov.lv pēc 2025. gada marta vairs nebija aktīva.',
    en: 'The site mazaksslogs.gov.lv was no longer active after March 2025.',
    happenedOn: partialDate('2025'),
    knownFrom: day('2025-04-01'),
    certainty: 'seen',
    sources: [burden],
  },
  {
    commitment: 11,
    kind: 'result',
    lv: 'Likuma grozījumi ir spēkā no 2017. gada 9. novembra.',
    en: 'The amendments have been in force since 9 November 2017.',
    happenedOn: partialDate('2017-11-09'),
    knownFrom: day('2017-11-09'),
    certainty: 'seen',
    sources: [owners],
  },
  {
    commitment: 11,
    kind: 'result',
    lv: 'Patiesos labuma guvējus reģistrē no 2017. gada 1. decembra.',
    en: 'Beneficial owners have been registered since 1 December 2017.',
    happenedOn: partialDate('2017-12-01'),
    knownFrom: day('2017-12-01'),
    certainty: 'seen',
    sources: [owners],
  },
  {
    commitment: 11,
    kind: 'result',
    lv: '2019. gada jūnijā reģistra pilnvaras paplašinātas.',
    en: 'In June 2019 the register got wider powers.',
    happenedOn: partialDate('2019-06'),
    knownFrom: day('2019-06-30'),
    certainty: 'seen',
    sources: [widerPowers],
  },
  {
    commitment: 11,
    kind: 'follow-up',
    lv: 'Ap 17 tūkstoši riskantu uzņēmumu izslēgti no reģistra.',
    en: 'About 17 thousand risky companies were struck off the register.',
    happenedOn: null,
    knownFrom: day('2019-10-03'),
    certainty: 'seen',
    sources: [delna],
  },
  {
    commitment: 11,
    kind: 'follow-up',
    lv: 'No 2020. gada 7. janvāra aktuālie dati ir pieejami visiem bez maksas.',
    en: 'Since 7 January 2020 current data are free to all.',
    happenedOn: partialDate('2020-01-07'),
    knownFrom: day('2020-01-07'),
    certainty: 'seen',
    sources: [freeData],
  },
]

export const links3: readonly LinkByHand[] = [
  {
    commitment: 1,
    kind: 'law',
    title: localText('Ministru kabineta noteikumi Nr. 970', 'Cabinet Regulation No. 970'),
    url: null,
    knownFrom: null,
  },
  {
    commitment: 7,
    kind: 'law',
    title: localText(
      'Ministru kabineta ieteikums „Valsts pārvaldes vērtības un ētikas pamatprincipi”',
      'Cabinet recommendation “Values of State Administration and Fundamental Principles of Ethics”',
    ),
    url: values,
    knownFrom: day('2018-11-30'),
  },
  {
    commitment: 6,
    kind: 'law',
    title: localText('Trauksmes celšanas likums', 'Whistleblowing Law'),
    url: null,
    knownFrom: day('2018-12-31'),
  },
]

/** Where sources tell a milestone's state earlier than by the end of the plan. */
export const statesKnownFrom3: PlanByHand['commitments']['stateKnownFrom'] = {
  '5/1': { from: day('2018-02-06'), sources: [infographic, ogpPage('LV0032')] },
  '5/2': { from: day('2018-02-06'), sources: [infographic, ogpPage('LV0032')] },
  '11/1': { from: day('2017-12-01'), sources: [owners] },
  '11/2': { from: day('2018-04-01'), sources: [owners] },
}

export const findingNotes3: PlanByHand['commitments']['findingNotes'] = {
  4: localText(
    'Noteikumi amatpersonu saskarsmei ar lobētājiem minēti kā pakāpenisks solis.',
    'Rules on officials’ contact with lobbyists are named as an incremental step.',
  ),
  5: localText(
    'Kopsavilkumā budžeta informācijas pieejamība minēta starp būtiskajiem uzlabojumiem. Būtisks („major”) ieguvums ir 2 no 12 apņemšanām; viena ir LV0030, otra – LV0032 vai LV0038 (nav redzēts, kura).',
    'The summary counts access to budget information among the significant improvements. 2 of 12 commitments are “major”; LV0030 is one, the other is LV0032 or LV0038 (not seen which).',
  ),
  11: localText(
    'Kopsavilkumā: būtisks uzlabojums. Pati lapa LV0038 nebija pieejama; atbildīgā institūcija nav redzēta.',
    'In the summary: significant improvement. Page LV0038 itself was not available; the lead institution was not seen.',
  ),
}

/** Sources that only tell what came after the plan ended, or what its reviewers found. */
export const laterSources3: readonly string[] = [tap, whistleblowing, burden, delna, freeData, sources.implementation3, ogpPage('LV0041')]
