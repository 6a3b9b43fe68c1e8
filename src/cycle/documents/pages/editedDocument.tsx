import { idInAddress } from '../../../platform/http/numberInAddress.ts'
import { notFound } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { Local } from '../../../web/components/Local.tsx'
import type { AnyVisit } from '../../../web/visit.ts'
import type { Plan } from '../../plan/index.ts'
import { type DocumentInTime, documentById } from '../queries.ts'
import { planOf } from './FormPage.tsx'

/** The document that a form is about, with its plan. */
export type EditedDocument = DocumentInTime & { plan: Plan }

/** Reads the document at an address as known on the plan's day, or refuses with 404. */
export async function editedDocument(visit: AnyVisit): Promise<EditedDocument> {
  const plan = await planOf(visit)
  const found = await documentById(visit.house.db, plan.id, idInAddress(visit.values.document), visit.today)
  if (!found) throw notFound()
  return { ...found, plan }
}

/** Where a form leads when it was done: the document's page, which says so. */
export const savedPage = ({ language }: AnyVisit, { plan, document }: EditedDocument): string =>
  `${address(language, 'document', { plan: plan.id, document: document.id })}?done=saved`

/** The document's title, above a form's own. */
export const aboutIt = ({ language }: AnyVisit, { document }: EditedDocument) => (
  <Local content={document.title} language={language} quiet />
)
