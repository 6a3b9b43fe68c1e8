import { idInAddress } from '../../../platform/http/numberInAddress.ts'
import { plainText } from '../../../platform/languages/languages.ts'
import { notFound, Refusal } from '../../../platform/refusal.ts'
import { fileAnswer, textAnswer } from '../../../web/fileAnswer.ts'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { versionOf } from '../queries.ts'
import type { ContentPart } from '../tables.ts'
import { textOf } from '../versionText.ts'
import { formTexts } from './formTexts.ts'

/** The file of a version, or the text that was typed as one. */
export const documentFile: Handler<'documentFile'> = (visit) => answer(visit, 'main')

/** The same of its accessible alternative. */
export const documentAlternative: Handler<'documentAlternative'> = (visit) => answer(visit, 'alternative')

/** Of a version that was taken out of view the reason is told instead, with 410. */
async function answer(visit: AnyVisit, part: ContentPart): Promise<Response> {
  const { house, values, today, language } = visit
  const found = await versionOf(house.db, values.plan ?? '', idInAddress(values.document), idInAddress(values.version), today)
  const withdrawal = found?.version.withdrawal
  if (withdrawal) throw new Refusal(410, (reader) => formTexts[reader].takenOut(withdrawal.reason))
  const content = found?.version[part]
  if (!content || content.url !== null) throw notFound()
  if (content.fileHash !== null) return fileAnswer(visit, { ...content, fileHash: content.fileHash }, 'public')
  const text = await textOf(house, content)
  if (text === null) throw notFound()
  return textAnswer(visit, text, `${plainText(found.document.title, language).slice(0, 80)} (${found.version.number}).txt`)
}
