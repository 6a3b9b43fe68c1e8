import { and, asc, eq, gt, isNotNull, or } from 'drizzle-orm'
import type { NamedFiles } from '../../platform/files/checkFile.ts'
import { documentContent } from './tables.ts'

const AT_ONCE = 1000

/** The files of all versions of documents, those out of view too. */
export const documentFiles: NamedFiles = async function* (db) {
  const { versionId, part, fileHash, bytes } = documentContent
  for (let last: { versionId: number; part: string } | undefined = { versionId: 0, part: '' }; last; ) {
    const rows = await db
      .select({ versionId, part, hash: fileHash, bytes })
      .from(documentContent)
      .where(and(isNotNull(fileHash), or(gt(versionId, last.versionId), and(eq(versionId, last.versionId), gt(part, last.part as 'main')))))
      .orderBy(asc(versionId), asc(part))
      .limit(AT_ONCE)
    for (const { hash, bytes: length } of rows) if (hash !== null) yield { hash, bytes: length }
    last = rows.at(-1)
  }
}
