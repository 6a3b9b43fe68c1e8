import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import { isLanguage, type LocalText } from '../../platform/languages/languages.ts'
import { belongingNowhere, joined, namedIn, type PublicTexts, type Stretch } from '../../platform/publicText.ts'
import { kindInBoth } from './documentWords.ts'
import { document, documentContent, documentVersion, documentWithdrawal } from './tables.ts'

/** The documents that were corrected, got a version, or one of whose versions was taken out of view. */
export function changedDocuments(db: Database, stretch: Stretch) {
  return db
    .select({ id: document.id })
    .from(document)
    .where(namedIn(document.recordSeq, stretch))
    .union(db.select({ id: documentVersion.documentId }).from(documentVersion).where(namedIn(documentVersion.recordSeq, stretch)))
    .union(
      db
        .select({ id: documentVersion.documentId })
        .from(documentWithdrawal)
        .innerJoin(documentVersion, eq(documentVersion.id, documentWithdrawal.versionId))
        .where(namedIn(documentWithdrawal.recordSeq, stretch)),
    )
}

/** The documents, with a text for each version: title, kind, what was typed and its file, unless that was taken out of view. */
export const documentTexts: PublicTexts = async (db, stretch) => {
  const rows = await db
    .select({ document, version: documentVersion, main: documentContent, withdrawal: documentWithdrawal })
    .from(document)
    .innerJoin(documentVersion, eq(documentVersion.documentId, document.id))
    .leftJoin(documentWithdrawal, eq(documentWithdrawal.versionId, documentVersion.id))
    .leftJoin(documentContent, and(eq(documentContent.versionId, documentVersion.id), eq(documentContent.part, 'main')))
    .where(inArray(document.id, changedDocuments(db, stretch)))
    .orderBy(asc(document.id), asc(documentVersion.number))
  return rows.map(({ document: about, version, main, withdrawal }, index) => {
    const next = rows[index + 1]
    const inView = withdrawal ? null : main
    return {
      ...belongingNowhere,
      object: `document:${about.id}`,
      part: `version:${version.number}`,
      kind: 'document',
      planId: about.planId,
      organisationId: version.organisationId,
      title: about.title,
      body: joined([kindInBoth(about.kind), written(inView?.text ?? null, about.language)]),
      fileHash: inView?.fileHash ?? null,
      knownFrom: version.publishedOn,
      knownUntil: next?.document.id === about.id ? next.version.publishedOn : null,
      demonstration: about.certainty === 'demonstration',
    }
  })
}

/** A typed text in its language. One in a language that the interface does not speak is found by its title. */
const written = (text: string | null, language: string | null): LocalText =>
  text && language && isLanguage(language) ? { [language]: { text, state: 'original' } } : {}
