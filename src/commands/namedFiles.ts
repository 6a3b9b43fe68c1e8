import { documentFiles } from '../cycle/documents/index.ts'
import { eventFiles } from '../cycle/events/index.ts'
import { evidenceFiles } from '../cycle/monitoring/index.ts'
import { forumFiles } from '../forum/index.ts'
import type { Database } from '../platform/database/database.ts'
import type { NamedFiles } from '../platform/files/checkFile.ts'

/** The modules that keep files. */
const sources: readonly NamedFiles[] = [evidenceFiles, documentFiles, eventFiles, forumFiles]

/** Every file that the database names; one that several things name may come again. */
export async function* namedFiles(db: Database) {
  for (const filesOf of sources) yield* filesOf(db)
}
