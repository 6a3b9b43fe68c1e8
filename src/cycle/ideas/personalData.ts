import { type DataMap, type Words, withoutPersonalData, withPersonalData } from '../../platform/dataMap.ts'
import { moderationData } from './moderation/personalData.ts'
import { call, comment, idea, ideaCount, ideaFile, support, supportCount, theme } from './tables.ts'

const everyone: Words = { lv: 'Ikviens.', en: 'Everyone.' }
const untilErased: Words = {
  lv: 'Glabājam, kamēr darbojas vietne. Ja lūdzat sevi dzēst, teksts paliek bez Jūsu vārda. Liekus personas datus tekstā moderators aizkrāso.',
  en: 'As long as the site is there. If you ask to be erased, the text stays without your name. Personal data in it that should not be there are blacked out by a moderator.',
}
const toDiscuss: Words = {
  lv: 'Lai plānu veidotu kopā un katrs iesniegtais saņemtu pamatotu atbildi.',
  en: 'So that the plan is made together and everything that is sent gets a reasoned answer.',
}
const whoSent: Words = {
  lv: 'Kurš lietotājs to iesniedza un kad tieši.',
  en: 'Which user sent it, and when exactly.',
}
const toTellThem: Words = {
  lv: 'Lai iesniedzējam paziņotu, kas ar iesniegto notiek, un lai viņš to redzētu savā lapā.',
  en: 'To tell the sender what becomes of it, and to show it on their own page.',
}
const senderAlone: Words = { lv: 'Jūs; citādi tikai programma.', en: 'You; else the program alone.' }
const untilYouGo: Words = { lv: 'Līdz lūdzat sevi dzēst.', en: 'Until you ask to be erased.' }

/** What calls, ideas, supports and comments hold about people. */
export const ideasData: DataMap = [
  ...moderationData,
  ...withoutPersonalData(call, theme, ideaFile, supportCount, ideaCount),
  withPersonalData(
    idea,
    [
      {
        columns: [
          'title',
          'problem',
          'proposal',
          'subject',
          'doer',
          'place',
          'authorKind',
          'authorName',
          'organisationId',
          'sector',
          'sentOn',
          'words',
        ],
        what: {
          lv: 'Ideja, datu kopas vēlme vai slogs: teksts, vārds, ko esat izvēlējies rādīt, vai organizācija, nozare un diena.',
          en: 'An idea, a wish for data or a burden: the text, the name you chose to show, or the organisation, the sector and the day.',
        },
        why: toDiscuss,
        basis: 'public task',
        seenBy: everyone,
        kept: { until: untilErased },
      },
      {
        columns: ['authorId', 'sentAt'],
        what: whoSent,
        why: toTellThem,
        basis: 'public task',
        seenBy: senderAlone,
        kept: { until: untilYouGo },
      },
    ],
    [
      'id',
      'planId',
      'callId',
      'number',
      'kind',
      'doerId',
      'values',
      'challenges',
      'tags',
      'catalogueUrl',
      'channel',
      'language',
      'visibility',
      'publishedOn',
      'themeId',
      'mergedIntoId',
      'answerState',
      'answererId',
      'answerDue',
      'answeredOn',
      'supports',
      'comments',
      'version',
      'facets',
      'demonstration',
      'recordSeq',
    ],
  ),
  withPersonalData(support, [
    {
      columns: ['ideaId', 'personId', 'sector', 'createdAt'],
      what: {
        lv: 'Kuru ideju atbalstāt, kuras nozares vārdā un kopš kura laika.',
        en: 'Which idea you support, for which sector, and since when.',
      },
      why: {
        lv: 'Lai katrs ideju atbalstītu vienreiz un varētu atbalstu atsaukt. Publiski redzams tikai skaits pa nozarēm.',
        en: 'So that everyone supports an idea once and can take it back. Only numbers by sector are public.',
      },
      basis: 'public task',
      seenBy: senderAlone,
      kept: { until: { lv: 'Līdz atbalstu atsaucat vai lūdzat sevi dzēst.', en: 'Until you take it back or ask to be erased.' } },
    },
  ]),
  withPersonalData(
    comment,
    [
      {
        columns: ['body', 'authorKind', 'authorName', 'organisationId', 'sector', 'sentOn'],
        what: {
          lv: 'Komentārs: teksts, vārds, ko esat izvēlējies rādīt, vai organizācija, nozare un diena.',
          en: 'A comment: the text, the name you chose to show, or the organisation, the sector and the day.',
        },
        why: toDiscuss,
        basis: 'public task',
        seenBy: everyone,
        kept: { until: untilErased },
      },
      {
        columns: ['authorId', 'sentAt'],
        what: whoSent,
        why: toTellThem,
        basis: 'public task',
        seenBy: senderAlone,
        kept: { until: untilYouGo },
      },
    ],
    ['id', 'ideaId', 'parentId', 'kind', 'language', 'visibility', 'demonstration', 'recordSeq'],
  ),
]
