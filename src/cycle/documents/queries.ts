import { and, desc, eq, getTableColumns, inArray, isNull, lte, ne } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import { groupBy } from '../../platform/groupBy.ts'
import { becameKnown, type Since } from '../../record/index.ts'
import { type ContentPart, document, documentContent, documentCorrection, documentVersion, documentWithdrawal } from './tables.ts'

type Document = typeof document.$inferSelect
export type DocumentCorrection = typeof documentCorrection.$inferSelect
export type Withdrawal = typeof documentWithdrawal.$inferSelect

/** A file or an address, or, with neither, a text that was typed: it may be long and is read by itself (versionText.ts). */
export type Content = Omit<typeof documentContent.$inferSelect, 'text'>

const { text: _typed, ...contentColumns } = getTableColumns(documentContent)

/** A version with what it holds. Of a version that was withdrawn the content is not even read. */
export type DocumentVersion = typeof documentVersion.$inferSelect & {
  main: Content | null
  alternative: Content | null
  withdrawal: Withdrawal | null
}

/** A document with one of its versions. */
export type DocumentAt = { document: Document; version: DocumentVersion }

/** More versions or corrections than these are not drawn on one page; the record has them all. */
const MOST = 200

type Row = { version: typeof documentVersion.$inferSelect; withdrawal: Withdrawal | null }

/** Puts to versions what they hold: one query. */
async function withContents<More>(
  db: Database,
  rows: readonly (Row & More)[],
): Promise<(Omit<Row & More, keyof Row> & { version: DocumentVersion })[]> {
  const inView = rows.filter((row) => !row.withdrawal).map((row) => row.version.id)
  const contents = inView.length
    ? await db.select(contentColumns).from(documentContent).where(inArray(documentContent.versionId, inView))
    : []
  const byVersion = groupBy(contents, (content) => content.versionId)
  return rows.map(({ version, withdrawal, ...more }) => {
    const parts = byVersion.get(version.id) ?? []
    const partOf = (part: ContentPart) => parts.find((content) => content.part === part) ?? null
    return { ...more, version: { ...version, withdrawal, main: partOf('main'), alternative: partOf('alternative') } }
  })
}

/** These documents as known on that day, each with its newest version, in the order of the ids. Two queries. */
export async function documentsByIds(db: Database, ids: readonly number[], today: Day): Promise<DocumentAt[]> {
  if (!ids.length) return []
  const rows = await db
    .selectDistinctOn([document.id], { document, version: documentVersion, withdrawal: documentWithdrawal })
    .from(document)
    .innerJoin(documentVersion, eq(documentVersion.documentId, document.id))
    .leftJoin(documentWithdrawal, eq(documentWithdrawal.versionId, documentVersion.id))
    .where(and(inArray(document.id, [...ids]), lte(document.addedOn, today), lte(documentVersion.publishedOn, today)))
    .orderBy(document.id, desc(documentVersion.number))
  const byId = new Map((await withContents(db, rows)).map((found) => [found.document.id, found]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** A document with its versions, the newest first, and the corrections of what is said of it, the latest first. */
export type DocumentInTime = { document: Document; versions: DocumentVersion[]; corrections: DocumentCorrection[] }

/** A document of a plan as known on that day, or null when it is not there (yet). Four queries. */
export async function documentById(db: Database, planId: string, id: number, today: Day): Promise<DocumentInTime | null> {
  const [found] = await db
    .select()
    .from(document)
    .where(and(eq(document.id, id), eq(document.planId, planId), lte(document.addedOn, today)))
  if (!found) return null
  const rows = await db
    .select({ version: documentVersion, withdrawal: documentWithdrawal })
    .from(documentVersion)
    .leftJoin(documentWithdrawal, eq(documentWithdrawal.versionId, documentVersion.id))
    .where(and(eq(documentVersion.documentId, id), lte(documentVersion.publishedOn, today)))
    .orderBy(desc(documentVersion.number))
    .limit(MOST)
  const corrections = await db
    .select()
    .from(documentCorrection)
    .where(and(eq(documentCorrection.documentId, id), lte(documentCorrection.correctedOn, today)))
    .orderBy(desc(documentCorrection.id))
    .limit(MOST)
  return { document: found, versions: (await withContents(db, rows)).map((row) => row.version), corrections }
}

/** Versions, each with its document and whether it was taken out of view. */
const versionsWithDocuments = (db: Database) =>
  db
    .select({ document, version: documentVersion, withdrawal: documentWithdrawal })
    .from(documentVersion)
    .innerJoin(document, eq(document.id, documentVersion.documentId))
    .leftJoin(documentWithdrawal, eq(documentWithdrawal.versionId, documentVersion.id))

/** One version of a document of a plan as known on that day, or null. Two queries. */
export async function versionOf(db: Database, planId: string, documentId: number, number: number, today: Day): Promise<DocumentAt | null> {
  const rows = await versionsWithDocuments(db).where(
    and(
      eq(document.planId, planId),
      eq(documentVersion.documentId, documentId),
      eq(documentVersion.number, number),
      lte(documentVersion.publishedOn, today),
    ),
  )
  const [found] = await withContents(db, rows)
  return found ?? null
}

/** More versions than these with the same file are not told of. */
const MOST_SAME = 50

/** Other versions in view that hold a file of this one. Two queries. */
export async function sameFileElsewhere(db: Database, version: DocumentVersion, today: Day): Promise<DocumentAt[]> {
  const hashes = [version.main?.fileHash, version.alternative?.fileHash].filter((hash) => hash != null)
  if (!hashes.length) return []
  const holders = db.select({ id: documentContent.versionId }).from(documentContent).where(inArray(documentContent.fileHash, hashes))
  const rows = await versionsWithDocuments(db)
    .where(
      and(
        inArray(documentVersion.id, holders),
        ne(documentVersion.id, version.id),
        isNull(documentWithdrawal.versionId),
        lte(documentVersion.publishedOn, today),
      ),
    )
    .orderBy(desc(documentVersion.id))
    .limit(MOST_SAME)
  return withContents(db, rows)
}

/** The last versions of documents of these plans published by that day (or only those that became known since), the latest first. Two queries. */
export async function newestVersions(
  db: Database,
  planIds: readonly string[],
  today: Day,
  limit: number,
  since?: Since,
): Promise<DocumentAt[]> {
  if (!planIds.length) return []
  const rows = await versionsWithDocuments(db)
    .where(
      and(
        inArray(document.planId, [...planIds]),
        lte(documentVersion.publishedOn, today),
        since && becameKnown(documentVersion.recordSeq, documentVersion.publishedOn, since),
      ),
    )
    .orderBy(desc(documentVersion.publishedOn), desc(documentVersion.recordSeq), desc(documentVersion.id))
    .limit(limit)
  return withContents(db, rows)
}
