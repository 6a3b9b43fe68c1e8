import { eq, type SQL } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { formReceipt, keptFile, mail } from './tables.ts'

/** Whose rows are asked for. */
export type Whose = { id: string; email: string }

/** How a table tells whose a row is, and which of its columns stay here: secrets by which someone else could act. */
export type OwnRows = { table: PgTable; whose: (who: Whose) => SQL; withheld: readonly string[] }

/** Rows about the person who signs in, for their archive: see the data map (dataMap.ts). */
export const ownRows = <T extends PgTable>(
  table: T,
  whose: (who: Whose) => SQL,
  withheld: readonly (keyof T['_']['columns'] & string)[] = [],
): OwnRows => ({ table, whose, withheld })

/** Letters, and what a form of theirs left for a while. */
export const platformOwnRows: readonly OwnRows[] = [
  // A letter may carry a link that signs in.
  ownRows(mail, ({ email }) => eq(mail.recipient, email), ['body', 'html', 'unsubscribe']),
  ownRows(formReceipt, ({ id }) => eq(formReceipt.personId, id)),
  ownRows(keptFile, ({ id }) => eq(keptFile.personId, id)),
]
