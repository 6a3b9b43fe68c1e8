import { and, asc, gt, isNotNull } from 'drizzle-orm'
import type { NamedFiles } from '../platform/files/checkFile.ts'
import { forumPaper } from './meetings/tables.ts'

const AT_ONCE = 500

/** Every file that is a paper of a forum. */
export const forumFiles: NamedFiles = async function* (db) {
  const { id, fileHash, bytes } = forumPaper
  for (let last: number | undefined = 0; last !== undefined; ) {
    const rows: { id: number; hash: string | null; bytes: number | null }[] = await db
      .select({ id, hash: fileHash, bytes })
      .from(forumPaper)
      .where(and(gt(id, last), isNotNull(fileHash)))
      .orderBy(asc(id))
      .limit(AT_ONCE)
    for (const { hash, bytes: length } of rows) if (hash) yield { hash, bytes: length }
    last = rows.at(-1)?.id
  }
}
