import { idInAddress } from '../../../platform/http/numberInAddress.ts'
import { notFound, Refusal } from '../../../platform/refusal.ts'
import { fileAnswer } from '../../../web/fileAnswer.ts'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { versionOf } from '../queries.ts'
import type { ContentPart } from '../tables.ts'
import { formTexts } from './formTexts.ts'

/** The file of a version. */
export const documentFile: Handler<'documentFile'> = (visit) => answer(visit, 'main')

/** The file of its accessible alternative. */
export const documentAlternative: Handler<'documentAlternative'> = (visit) => answer(visit, 'alternative')

/** Of a version that was taken out of view the reason is told instead, with 410. */
async function answer(visit: AnyVisit, part: ContentPart): Promise<Response> {
  const { house, values, today } = visit
  const found = await versionOf(house.db, values.plan ?? '', idInAddress(values.document), idInAddress(values.version), today)
  const withdrawal = found?.version.withdrawal
  if (withdrawal) throw new Refusal(410, (language) => formTexts[language].takenOut(withdrawal.reason))
  const content = found?.version[part]
  if (!content?.fileHash) throw notFound()
  return fileAnswer(visit, { ...content, fileHash: content.fileHash }, 'public')
}
