import type { Channel, ContributionKind } from '../cycle/ideas/tables.ts'
import type { GrandChallenge, OgpValue } from '../cycle/plan/index.ts'
import type { ParticipantSector } from '../people/index.ts'
import { type Day, day } from '../platform/dates/partialDate.ts'
import type { Language } from '../platform/languages/languages.ts'
import type { TwoLanguages } from './noticesTexts.ts'

/** A made-up name to be shown, and for which sector its bearer speaks. Nobody real stands behind any of them. */
export type Speaker = readonly [shown: string, sector: ParticipantSector]

/** One made-up idea, wish for data or burden. */
export type IdeaText = {
  /** What comments, answers and themes call it by. */
  key: string
  /** Its day in September 2019. */
  on: number
  kind?: Exclude<ContributionKind, 'idea'>
  by: Speaker
  title: TwoLanguages
  problem: TwoLanguages
  proposal: TwoLanguages
  subject?: TwoLanguages
  doer?: TwoLanguages
  doerId?: string
  values: readonly OgpValue[]
  challenges?: readonly GrandChallenge[]
  place?: string
  channel?: Channel
  /** The language it was written in, if not Latvian. */
  language?: Language
  /** The translation has not been checked yet. */
  draft?: true
  /** Not yet looked at by a moderator, or hidden by one. */
  visibility?: 'waiting' | 'hidden'
}

/** The same once it was stored. */
export type WrittenIdea = { id: number; number: number; text: IdeaText; authorId: string }

/** A day of September 2019. */
export const inSeptember = (on: number): Day => day(`2019-09-${String(on).padStart(2, '0')}`)

/*
 * That ideas for the fourth plan were asked for in September 2019, and what came next, is from the slides. The
 * wording, the days and the reason are made up.
 */
export const callText = {
  startsOn: '2019-09-02',
  endsOn: '2019-09-30',
  answerDays: 14,
  title: ['Kas jāiekļauj ceturtajā atvērtās pārvaldības plānā?', 'What should the fourth open government plan hold?'],
  body: [
    `Kas valsts pārvaldē būtu jādara atklātāk, vienkāršāk vai kopā ar Jums? Gaidām idejas ceturtajam nacionālajam atvērtās pārvaldības rīcības plānam 2020. un 2021. gadam.

Var sūtīt trīs veidu priekšlikumus: ideju, ko iekļaut plānā; vēlmi atvērt kādu datu kopu; slogu, ko atcelt, – noteikumu vai veidlapu, kas velti prasa laiku. Pietiek ar dažiem teikumiem. Piedalīties var ikviens, arī bez konta: sūtījumu apstiprina ar saiti e-pastā.

Šis aicinājums ir sastādīts demonstrācijai: ideju aptaujas laiks ir no Valsts kancelejas 2019. gada septembra prezentācijas, bet teksts, idejas, komentāri, atbalsts un atbildes ir izdomāti.`,
    `What should public administration do more openly, more simply or together with you? We are gathering ideas for the fourth national open government action plan, for 2020 and 2021.

You can send three kinds of proposals: an idea for the plan; a wish for a data set to be opened; a burden to be removed – a rule or a form that takes time for nothing. A few sentences are enough. Anyone can take part, also without an account: what you send is confirmed by a link in an e-mail.

This call was written for the demonstration: the time of the call for ideas is from the State Chancellery’s slides of September 2019, but the wording, the ideas, the comments, the support and the answers are made up.`,
  ],
  questions: [
    [
      'Kas šodien traucē uzzināt, saprast vai ietekmēt valsts un pašvaldību lēmumus?',
      'What keeps you today from knowing, understanding or influencing the decisions of the state and municipalities?',
    ],
    ['Kuri dati Jums būtu vajadzīgi, un ko Jūs ar tiem darītu?', 'Which data would you need, and what would you do with them?'],
    ['Kura veidlapa vai prasība Jums velti prasa laiku?', 'Which form or requirement costs you time for nothing?'],
    [
      'Kam iestāžu darbā vajadzētu būt redzamam, lai Jūs tām uzticētos vairāk?',
      'What in the work of institutions should be visible for you to trust them more?',
    ],
    ['Kā mēs pēc diviem gadiem redzētu, ka ir kļuvis labāk?', 'How would we see in two years that things have become better?'],
  ],
  whatNext: [
    'Idejas var sūtīt līdz 30. septembrim. Katra saņem pamatotu atbildi 14 dienu laikā pēc aicinājuma beigām, tātad līdz 14. oktobrim. Par tām spriež atvērtajā diskusijā 16. septembrī, un oktobrī un novembrī grupas no tām izvēlas plāna pasākumus. Tas, kas ir iesniegts, paliek lasāms arī pēc aicinājuma beigām.',
    'Ideas can be sent until 30 September. Each gets a reasoned answer within 14 days of the end of the call, that is, by 14 October. They are discussed at the open discussion on 16 September, and in October and November groups choose the plan’s measures from them. What was sent stays readable after the call has ended.',
  ],
  shortNoticeReason: [
    'Par līdzdalības iespējām paziņojām 2. septembrī – tajā pašā dienā, kad sākās aicinājums. Plānu iecerēts apstiprināt decembrī, tāpēc, gaidot divas nedēļas, idejām paliktu tikai puse septembra. Lai sagatavoties pagūtu visi, idejas gaidām četras nedēļas un aicinājumu neslēdzam pirms laika. (Izdomāts paraugs demonstrācijai.)',
    'The notice of opportunities to take part came out on 2 September, the day the call began. The plan is to be approved in December, so two weeks of waiting would have left ideas only half of September. To give everyone time to prepare, ideas are taken for four weeks, and the call is not closed early. (A made-up sample for the demonstration.)',
  ],
} as const satisfies Record<string, string | number | TwoLanguages | readonly TwoLanguages[]>
