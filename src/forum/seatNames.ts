import { asc, eq } from 'drizzle-orm'
import type { Database } from '../platform/database/database.ts'
import type { Seat, Term } from './queries.ts'
import { forumSeat, forumTerm } from './tables.ts'

export type TermsById = ReadonlyMap<number, Term>
export type SeatsById = ReadonlyMap<number, Seat>

const MOST = 10_000

/** All seats and terms a forum has ever had, by their rows: for what names them, however long ago. One query. */
export async function seatsWithTerms(db: Database, forumId: string): Promise<{ seats: SeatsById; terms: TermsById }> {
  const rows = await db
    .select({ seat: forumSeat, term: forumTerm })
    .from(forumSeat)
    .leftJoin(forumTerm, eq(forumTerm.seatId, forumSeat.id))
    .where(eq(forumSeat.forumId, forumId))
    .orderBy(asc(forumSeat.id), asc(forumTerm.id))
    .limit(MOST)
  return {
    seats: new Map(rows.map(({ seat }) => [seat.id, seat])),
    terms: new Map(rows.flatMap(({ term }) => (term ? [[term.id, term] as const] : []))),
  }
}
