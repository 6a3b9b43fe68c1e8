import { and, asc, gt, isNotNull } from 'drizzle-orm'
import type { NamedFiles } from '../../platform/files/checkFile.ts'
import { evidence } from './tables.ts'

const AT_ONCE = 1000

/** The files of evidence, published or in a draft. */
export const evidenceFiles: NamedFiles = async function* (db) {
  for (let after = 0; ; ) {
    const rows = await db
      .select({ id: evidence.id, hash: evidence.fileHash, bytes: evidence.bytes })
      .from(evidence)
      .where(and(gt(evidence.id, after), isNotNull(evidence.fileHash)))
      .orderBy(asc(evidence.id))
      .limit(AT_ONCE)
    for (const { hash, bytes } of rows) if (hash !== null) yield { hash, bytes }
    const last = rows.at(-1)
    if (!last) return
    after = last.id
  }
}
