import { type DataMap, type Words, withoutPersonalData, withPersonalData } from '../platform/dataMap.ts'
import { CONFIRM_WITHIN_DAYS } from './requestSubscription.ts'
import { newsNumber, newsState, scopeNews, subscriber, subscription, subscriptionRequest } from './tables.ts'

const DAY = 24 * 60 * 60
const whoFollows: Words = {
  lv: 'Jūs; administrators redz tikai skaitļus.',
  en: 'You; an administrator sees numbers alone.',
}
const untilLeft: Words = {
  lv: 'Līdz atsakāties no visām vēstulēm – ar vienu klikšķi jebkurā vēstulē; tad dzēšam uzreiz.',
  en: 'Until you stop all letters, with one click in any of them; it is then erased at once.',
}

/** What is kept about those who follow by e-mail. */
export const followData: DataMap = [
  ...withoutPersonalData(newsNumber, scopeNews, newsState),
  withPersonalData(subscriber, [
    {
      columns: ['id', 'email', 'language', 'createdAt', 'letterId', 'bounces', 'bouncedAt', 'restsSince'],
      what: {
        lv: 'Jaunumu saņēmējs: e-pasta adrese, valoda, kopš kura laika, pēdējā vēstule, un vai vēstules atgriežas.',
        en: 'Who gets news: the e-mail address, the language, since when, the last letter, and whether letters come back.',
      },
      why: {
        lv: 'Lai sūtītu jaunumus, kurus esat lūdzis, un nesūtītu tur, kur tie nenonāk.',
        en: 'To send the news you asked for, and not to where they do not arrive.',
      },
      basis: 'consent',
      seenBy: whoFollows,
      kept: { until: untilLeft },
    },
  ]),
  withPersonalData(subscription, [
    {
      columns: ['subscriberId', 'scope', 'frequency', 'beganAfter', 'toldUpTo', 'createdAt'],
      what: {
        lv: 'Kam sekojat, cik bieži un par ko jau esam rakstījuši.',
        en: 'What you follow, how often, and what you have been told already.',
      },
      why: { lv: 'Lai katru jaunumu sūtītu vienreiz.', en: 'So that each piece of news is sent once.' },
      basis: 'consent',
      seenBy: whoFollows,
      kept: { until: untilLeft },
    },
  ]),
  withPersonalData(subscriptionRequest, [
    {
      columns: ['id', 'email', 'language', 'scope', 'frequency', 'expiresAt'],
      what: {
        lv: 'Lūgums sekot, kas vēl nav apstiprināts: e-pasta adrese, kam sekot, cik bieži, kādā valodā.',
        en: 'A wish to follow that is not confirmed yet: the e-mail address, what, how often, in which language.',
      },
      why: {
        lv: 'Lai jaunumus sūtītu tikai tam, kuram adrese pieder.',
        en: 'So that news is sent only to whom the address belongs.',
      },
      basis: 'consent',
      seenBy: { lv: 'Tikai programma.', en: 'The program alone.' },
      kept: {
        seconds: CONFIRM_WITHIN_DAYS * DAY,
        since: { lv: 'kopš lūguma vai līdz apstiprinājumam', en: 'after you asked, or until you confirm' },
        job: 'subscriptions',
      },
    },
  ]),
]
