import { type DataMap, type Words, withoutPersonalData, withPersonalData } from '../../../platform/dataMap.ts'
import { ideaMerge } from '../themes/tables.ts'
import { answer, answerBatch, answerBatchIdea, answerDaysCount, supportersToTell, waitingCount } from './tables.ts'

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
]
