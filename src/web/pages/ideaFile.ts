import { ideaFileById } from '../../cycle/ideas/index.ts'
import { idInAddress } from '../../platform/http/numberInAddress.ts'
import { notFound } from '../../platform/refusal.ts'
import { fileAnswer } from '../fileAnswer.ts'
import type { Handler } from '../visit.ts'

/** A file that was sent with an idea, as long as everyone sees the idea. */
export const ideaFile: Handler<'ideaFile'> = async (visit) => {
  const { house, values, today } = visit
  const place = { planId: values.plan, number: idInAddress(values.idea), id: idInAddress(values.file) }
  const file = await ideaFileById(house.db, place, today)
  if (!file) throw notFound()
  return fileAnswer(visit, { fileHash: file.hash, fileName: file.name, mediaType: file.mediaType }, 'public')
}
