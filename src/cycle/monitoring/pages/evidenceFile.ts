import { holdsFor } from '../../../people/index.ts'
import { idInAddress } from '../../../platform/http/numberInAddress.ts'
import { notFound } from '../../../platform/refusal.ts'
import { fileAnswer } from '../../../web/fileAnswer.ts'
import type { Handler } from '../../../web/visit.ts'
import { type Evidence, publicEvidenceFile } from '../queries.ts'
import { evidenceInDraft } from '../updateSubject.ts'

/** A file of evidence. A draft's file is for the officers of its institution alone. */
export const evidenceFile: Handler<'evidence'> = async (visit) => {
  const { house, actor, today, values } = visit
  const id = idInAddress(values.id)
  const found = (await publicEvidenceFile(house.db, id, today)) ?? (await inDraft())
  if (!found?.fileHash) throw notFound()
  return fileAnswer(visit, { ...found, fileHash: found.fileHash }, 'private')

  async function inDraft(): Promise<Evidence | null> {
    const draft = await evidenceInDraft(house.db, id)
    return draft && holdsFor(actor, 'officer', draft.organisationId) ? draft.evidence : null
  }
}
