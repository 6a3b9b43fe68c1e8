import { holdsFor } from '../../../people/index.ts'
import { idInAddress } from '../../../platform/http/numberInAddress.ts'
import { notFound, Refusal } from '../../../platform/refusal.ts'
import { fileAnswer } from '../../../web/fileAnswer.ts'
import type { Handler } from '../../../web/visit.ts'
import type { Evidence } from '../evidenceInView.ts'
import { publicEvidence } from '../queries.ts'
import { evidenceInDraft } from '../updateSubject.ts'
import { withdrawalTexts } from './withdrawalTexts.ts'

/**
 * A file of evidence. A draft's file is for the officers of its institution alone; of one that was taken out of view
 * the reason is told instead, with 410.
 */
export const evidenceFile: Handler<'evidence'> = async (visit) => {
  const { house, actor, today, values } = visit
  const id = idInAddress(values.id)
  const found = (await publicEvidence(house.db, id, today)) ?? (await inDraft())
  const withdrawal = found?.withdrawal
  if (withdrawal) throw new Refusal(410, (language) => withdrawalTexts[language].takenOut(withdrawal.reason))
  if (!found?.fileHash) throw notFound()
  return fileAnswer(visit, { ...found, fileHash: found.fileHash }, 'private')

  async function inDraft(): Promise<Evidence | null> {
    const draft = await evidenceInDraft(house.db, id)
    return draft && holdsFor(actor, 'officer', draft.organisationId) ? draft.evidence : null
  }
}
