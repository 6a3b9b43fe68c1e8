import { type DataMap, withoutPersonalData, withPersonalData } from '../platform/dataMap.ts'
import { HANDLED_KEPT_SECONDS, UNHANDLED_KEPT_SECONDS } from './eraseFeedback.ts'
import { accessibilityFeedback, accessibilityStatement } from './tables.ts'

/** What the accessibility statement and messages about barriers hold about people. */
export const accessibilityData: DataMap = [
  ...withoutPersonalData(accessibilityStatement),
  withPersonalData(
    accessibilityFeedback,
    [
      {
        columns: ['text', 'page', 'email', 'answer'],
        what: {
          lv: 'Ziņojums par piekļūstamības problēmu: ko rakstījāt, par kuru lapu, e-pasta adrese, ja to norādījāt, un mūsu atbilde.',
          en: 'A message about an accessibility problem: what you wrote, about which page, your e-mail address if you gave one, and our answer.',
        },
        why: { lv: 'Lai problēmu novērstu un Jums atbildētu.', en: 'So that the problem is mended and you get an answer.' },
        basis: 'legal obligation',
        seenBy: { lv: 'Sekretariāts un administrators.', en: 'The secretariat and administrators.' },
        kept: {
          seconds: HANDLED_KEPT_SECONDS,
          since: { lv: 'kopš ziņojums atbildēts vai noslēgts', en: 'after the message was answered or closed' },
          job: 'feedback',
        },
      },
      {
        columns: ['receivedAt', 'handledAt'],
        what: {
          lv: 'Tas pats, ja uz ziņojumu neviens nav atbildējis un neviens to nav noslēdzis.',
          en: 'The same, where nobody has answered or closed the message.',
        },
        why: { lv: 'Lai tas nepaliktu bez atbildes.', en: 'So that it does not stay without an answer.' },
        basis: 'legal obligation',
        seenBy: { lv: 'Sekretariāts un administrators.', en: 'The secretariat and administrators.' },
        kept: { seconds: UNHANDLED_KEPT_SECONDS, since: { lv: 'kopš saņemšanas', en: 'after it arrived' }, job: 'feedback' },
      },
    ],
    ['id', 'language', 'state'],
  ),
]
