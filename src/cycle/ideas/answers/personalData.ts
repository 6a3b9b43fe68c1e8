import { type DataMap, type Words, withoutPersonalData, withPersonalData } from '../../../platform/dataMap.ts'
import { ideaMerge } from '../themes/tables.ts'
import { answer, answerBatch, answerBatchIdea, answerDaysCount, ideaLettersStopped, supportersToTell, waitingCount } from './tables.ts'

const untilErased: Words = { lv: 'Līdz lūdzat sevi dzēst.', en: 'Until you ask to be erased.' }

/** What answers, themes and merges hold about people: an answer is an institution's, an objection is its author's. */
export const answersData: DataMap = [
  ...withoutPersonalData(answer, answerBatch, answerBatchIdea, waitingCount, answerDaysCount, supportersToTell),
  withPersonalData(
    ideaMerge,
    [
      {
        columns: ['objectedOn', 'objection'],
        what: {
          lv: 'Jūsu iebildums pret Jūsu idejas apvienošanu ar citu: kad un kādēļ.',
          en: 'Your objection to the merging of your idea with another: when and why.',
        },
        why: {
          lv: 'Lai sekretariāts to izskatītu un, ja Jums taisnība, apvienošanu atceltu.',
          en: 'So that the secretariat looks into it and, when you are right, undoes the merge.',
        },
        basis: 'public task',
        seenBy: { lv: 'Sekretariāts.', en: 'The secretariat.' },
        kept: { until: untilErased },
      },
    ],
    ['id', 'ideaId', 'intoId', 'reason', 'mergedOn', 'undoneOn', 'undoneReason', 'recordSeq'],
  ),
  withPersonalData(ideaLettersStopped, [
    {
      columns: ['personId', 'stoppedAt'],
      what: {
        lv: 'Ka vairs nevēlaties vēstules par idejām, ko atbalstāt, un kopš kura laika.',
        en: 'That you want no more letters about ideas you support, and since when.',
      },
      why: { lv: 'Lai tās Jums nesūtītu.', en: 'So that they are not sent to you.' },
      basis: 'consent',
      seenBy: { lv: 'Tikai programma.', en: 'The program alone.' },
      kept: { until: untilErased },
    },
  ]),
]
