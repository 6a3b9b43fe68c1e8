import type { Database } from '../../platform/database/database.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import type { Difference } from './changes.ts'
import { change } from './tables.ts'

/** Keeps what an edit of an adopted plan changed: an amendment with its reason, and the rest, each as a row. */
export async function logChanges(
  tx: Database,
  about: { commitmentId: number; milestoneId: number | null; changedOn: Day; recordSeq: number },
  { amendment, edit }: { amendment: Difference | null; edit: Difference | null },
  reason: string | null,
): Promise<void> {
  if (amendment) await tx.insert(change).values({ ...about, ...amendment, kind: 'amendment', reason })
  if (edit) await tx.insert(change).values({ ...about, ...edit, kind: 'edit', reason: amendment ? null : reason })
}
