import { and, eq, inArray, isNull } from 'drizzle-orm'
import { groupBy } from '../../platform/groupBy.ts'
import type { PublicLinksOf } from '../../platform/publicLink.ts'
import { changedDocuments } from './publicTexts.ts'
import { document, documentContent, documentVersion, documentWithdrawal } from './tables.ts'

/** The documents with their sources and the addresses that their versions lead to; of what was taken out of view nothing. */
export const documentLinks: PublicLinksOf = async (db, stretch) => {
  const changed = changedDocuments(db, stretch)
  const rows = await db
    .select({ id: document.id, planId: document.planId, sources: document.sources })
    .from(document)
    .where(inArray(document.id, changed))
  const contents = await db
    .select({ documentId: documentVersion.documentId, url: documentContent.url })
    .from(documentVersion)
    .innerJoin(documentContent, eq(documentContent.versionId, documentVersion.id))
    .leftJoin(documentWithdrawal, eq(documentWithdrawal.versionId, documentVersion.id))
    .where(and(inArray(documentVersion.documentId, changed), isNull(documentWithdrawal.versionId)))
  const byDocument = groupBy(contents, (content) => content.documentId)
  return rows.map(({ id, planId, sources }) => ({
    thing: `document:${id}`,
    place: `/plans/${planId}/documents/${id}`,
    addresses: [...sources, ...(byDocument.get(id) ?? []).flatMap(({ url }) => url ?? [])],
  }))
}
