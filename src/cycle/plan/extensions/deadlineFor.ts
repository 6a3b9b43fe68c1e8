import { lastDay, type PartialDate } from '../../../platform/dates/partialDate.ts'
import type { Deadline } from '../queries.ts'

/**
 * A deadline as it holds for one institution or organisation: until its own extension where that ends
 * later than everyone's date, with all changes that led there.
 */
export function deadlineFor(deadline: Deadline, organisationId: string): Deadline {
  const own = deadline.extensions.filter((extension) => extension.organisationId === organisationId)
  const until = own.at(-1)?.after
  const isLater = until && deadline.due && lastDay(until) > lastDay(deadline.due)
  const changes = isLater ? [...deadline.changes, ...own].sort((a, b) => a.recordSeq - b.recordSeq) : deadline.changes
  return { ...deadline, due: isLater ? until : deadline.due, changes, extensions: own }
}

/** The date a deadline had at first; null when it has never been another, or had none. */
export const firstDue = ({ changes }: Deadline): PartialDate | null => changes[0]?.before ?? null

/** Only what an institution has set itself for reports of progress is ever extended; the law's date stays. */
export const isExtendable = ({ kind, duty, due }: Pick<Deadline, 'kind' | 'duty' | 'due'>): boolean =>
  kind === 'working' && duty === 'contribution' && due !== null

/** Rises with whatever happens to a deadline's dates: a form carries the one it was drawn from. */
export const versionOfDates = ({ recordSeq, changes, extensions }: Deadline): number =>
  Math.max(recordSeq, ...[...changes, ...extensions].map((change) => change.recordSeq))
