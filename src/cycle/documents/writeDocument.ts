import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import { violatedConstraint } from '../../platform/database/problems.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import type { House } from '../../platform/house.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import type { Json } from '../../record/index.ts'
import { editedText, type Values } from '../plan/index.ts'
import type { DocumentData, GivenContent, GivenContents } from './documentInput.ts'
import { wrongDocument } from './problemTexts.ts'
import { type ContentPart, contentParts, document, documentContent, documentVersion } from './tables.ts'

/* What the use cases of documents share. */

type DocumentRow = typeof document.$inferSelect

/** The columns of what is said of a document; `before` is what was said until now. */
export const dataColumns = (before: DocumentRow | null, input: DocumentData): Pick<DocumentRow, keyof DocumentData> => ({
  title: editedText(before?.title ?? null, input.title) ?? {},
  kind: input.kind,
  dated: input.dated,
  language: input.language,
  standing: input.standing,
  licence: input.licence,
})

/** The same by name, for the record and for telling what was corrected. */
export const dataValues = ({ title, kind, dated, language, standing, licence }: Pick<DocumentRow, keyof DocumentData>): Values => ({
  title,
  kind,
  dated,
  language,
  standing,
  licence,
})

/** How a document is called in the record. */
export const documentObject = (planId: string, id: number): string => `/plans/${planId}/documents/${id}`

/** In whose name the secretariat writes into the record. */
export const bySecretariat = { role: 'secretariat', for: null }

/**
 * How a content stands in the record: an address as it is; a file and a typed text by their fingerprint, since the
 * record can't be changed when personal data are found in them.
 */
const fingerprint = (given: GivenContent): Json =>
  'url' in given
    ? { url: given.url }
    : { sha256: 'file' in given ? given.file.hash : createHash('sha256').update(given.text, 'utf8').digest('hex') }

/** What a version holds and who published it, for the record. */
export const contentsInRecord = ({ main, alternative, organisationId }: GivenContents): { [key: string]: Json } => ({
  ...(main ? { main: fingerprint(main) } : {}),
  ...(alternative ? { alternative: fingerprint(alternative) } : {}),
  ...(organisationId ? { organisation: organisationId } : {}),
})

type VersionRow = typeof documentVersion.$inferInsert

/** Writes a version with what it holds. */
export async function writeVersion(tx: Database, row: VersionRow, contents: GivenContents): Promise<void> {
  const [version] = await tx
    .insert(documentVersion)
    .values({ ...row, organisationId: contents.organisationId })
    .returning({ id: documentVersion.id })
  if (!version) throw new Error('the version was not stored')
  for (const part of contentParts) {
    const given = contents[part]
    if (given) await tx.insert(documentContent).values({ versionId: version.id, part, ...contentColumns(given) })
  }
}

function contentColumns(given: GivenContent): Partial<Omit<typeof documentContent.$inferInsert, 'versionId' | 'part'>> {
  if (!('file' in given)) return given
  const { hash, name, mediaType, bytes } = given.file
  return { fileHash: hash, fileName: name, mediaType, bytes }
}

/** A content of a version as a form would give it, to be carried over to the next. */
export async function storedContent(tx: Database, versionId: number, part: ContentPart): Promise<GivenContent | null> {
  const [row] = await tx
    .select()
    .from(documentContent)
    .where(and(eq(documentContent.versionId, versionId), eq(documentContent.part, part)))
  if (!row) return null
  if (row.url !== null) return { url: row.url }
  if (row.text !== null) return { text: row.text }
  return { file: { hash: row.fileHash ?? '', name: row.fileName ?? '', mediaType: row.mediaType ?? '', bytes: row.bytes ?? 0 } }
}

/** A document of a plan for changing; with a version, it must be the stored one: otherwise someone was faster. */
export async function lockDocument(tx: Database, planId: string, id: number, version: number | null, today: Day): Promise<DocumentRow> {
  const [row] = await tx
    .select()
    .from(document)
    .where(and(eq(document.id, id), eq(document.planId, planId)))
    .for('update')
  if (!row || row.addedOn > today) throw notFound()
  if (version !== null && row.version !== version) throw new Refusal(409)
  return row
}

/** Does the work in one transaction; an organisation that went meanwhile becomes a refusal at its field. */
export async function inOneTransaction<T>(house: House, work: (tx: Database) => Promise<T>): Promise<T> {
  try {
    return await house.db.transaction(work)
  } catch (error) {
    if (violatedConstraint(error) === 'document_version_organisation_id_organisation_id_fk')
      throw wrongDocument('organisation', 'unknownOrganisation')
    throw error
  }
}
