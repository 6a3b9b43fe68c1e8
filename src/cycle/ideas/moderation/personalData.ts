import { type DataMap, type Words, withoutPersonalData, withPersonalData } from '../../../platform/dataMap.ts'
import { ideaRevision, moderationAppeal, moderationCase, moderationEntry, moderationReport } from './tables.ts'

const moderators: Words = { lv: 'Moderatori un sekretariāts.', en: 'Moderators and the secretariat.' }
const asLongAsTheSite: Words = { lv: 'Glabājam, kamēr darbojas vietne.', en: 'As long as the site is there.' }
const toKeepItFair: Words = {
  lv: 'Lai diskusija paliktu lietišķa un par katru moderatora rīcību varētu pārliecināties.',
  en: 'So that the discussion stays civil and everything that moderators do can be checked.',
}

/** What moderation holds about people. */
export const moderationData: DataMap = [
  ...withoutPersonalData(moderationCase, ideaRevision),
  withPersonalData(
    moderationReport,
    [
      {
        columns: ['text'],
        what: {
          lv: 'Ko kāds uzrakstījis, ziņojot par ideju vai komentāru. Kas ziņoja, netiek glabāts.',
          en: 'What someone wrote when reporting an idea or a comment. Who reported it is not kept.',
        },
        why: toKeepItFair,
        basis: 'public task',
        seenBy: moderators,
        kept: { until: asLongAsTheSite },
      },
    ],
    ['id', 'caseId', 'reason', 'language', 'reportedAt'],
  ),
  withPersonalData(
    moderationEntry,
    [
      {
        columns: ['actorId', 'actedAt'],
        what: { lv: 'Kurš moderators rīkojās un kad tieši.', en: 'Which moderator acted, and when exactly.' },
        why: {
          lv: 'Lai par iebildumu lemtu cits moderators.',
          en: 'So that another moderator decides about an appeal.',
        },
        basis: 'public task',
        seenBy: { lv: 'Tikai programma.', en: 'The program alone.' },
        kept: { until: { lv: 'Līdz lūdzat sevi dzēst.', en: 'Until you ask to be erased.' } },
      },
    ],
    [
      'id',
      'planId',
      'ideaId',
      'commentId',
      'act',
      'reason',
      'explanation',
      'language',
      'role',
      'appealHash',
      'actedOn',
      'demonstration',
      'recordSeq',
    ],
  ),
  withPersonalData(
    moderationAppeal,
    [
      {
        columns: ['text'],
        what: {
          lv: 'Autora iebildumi pret moderatora rīcību.',
          en: 'What an author says against what a moderator did.',
        },
        why: toKeepItFair,
        basis: 'public task',
        seenBy: moderators,
        kept: { until: asLongAsTheSite },
      },
    ],
    [
      'id',
      'entryId',
      'language',
      'sentOn',
      'sentAt',
      'outcome',
      'answer',
      'answerLanguage',
      'answeredOn',
      'answeredByRole',
      'byAnother',
      'recordSeq',
    ],
  ),
]
