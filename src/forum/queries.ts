import { and, asc, desc, eq, gte, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../platform/database/database.ts'
import type { Day } from '../platform/dates/partialDate.ts'
import type { LocalText } from '../platform/languages/languages.ts'
import type { forumMeeting } from './meetings/tables.ts'
import { forum, forumDeclaration, forumProposal, forumRules, forumSeat, forumTerm } from './tables.ts'

export type Forum = typeof forum.$inferSelect
export type RulesVersion = typeof forumRules.$inferSelect
export type Seat = typeof forumSeat.$inferSelect
export type Term = typeof forumTerm.$inferSelect
export type Declaration = typeof forumDeclaration.$inferSelect
export type Proposal = typeof forumProposal.$inferSelect
export type Meeting = typeof forumMeeting.$inferSelect

/** A forum as it stands on a day: with the versions of its rules, the first one first. */
export type KnownForum = { forum: Forum; versions: RulesVersion[]; now: RulesVersion }

/** A seat with everyone who has held it or stood in, the latest first. */
export type SeatWithTerms = { seat: Seat; terms: Term[] }

const MOST_FORUMS = 50
const MOST_VERSIONS = 100
const MOST_SEATS = 400
const MOST_TERMS = 4_000
const MOST_DECLARATIONS = 200
const MOST_PROPOSALS = 200

/** Is it that day within someone's term? */
export const isInForce = ({ startsOn, endsOn }: Pick<Term, 'startsOn' | 'endsOn'>, today: Day): boolean =>
  startsOn <= today && (endsOn === null || endsOn >= today)

/** Who holds a seat on a day; null when it is vacant. */
export const memberOn = ({ terms }: SeatWithTerms, today: Day): Term | null =>
  terms.find((term) => term.kind === 'member' && isInForce(term, today)) ?? null

/** Who may sit on a seat on a day: the member, then the substitutes. */
export const sittersOn = ({ terms }: SeatWithTerms, today: Day): Term[] =>
  terms.filter((term) => isInForce(term, today)).sort((a, b) => (a.kind === b.kind ? a.id - b.id : a.kind === 'member' ? -1 : 1))

const inForce = (today: Day): SQL | undefined =>
  and(lte(forumTerm.startsOn, today), or(isNull(forumTerm.endsOn), gte(forumTerm.endsOn, today)))

/** The forums known on a day by their newest rules, the oldest first. One query. */
export async function forumsOn(
  db: Database,
  today: Day,
): Promise<{ id: string; name: LocalText; purpose: LocalText; demonstration: boolean }[]> {
  return db
    .selectDistinctOn([forumRules.forumId], {
      id: forumRules.forumId,
      name: forumRules.name,
      purpose: forumRules.purpose,
      demonstration: forum.demonstration,
    })
    .from(forumRules)
    .innerJoin(forum, eq(forum.id, forumRules.forumId))
    .where(lte(forumRules.publishedOn, today))
    .orderBy(forumRules.forumId, desc(forumRules.number))
    .limit(MOST_FORUMS)
}

/** A forum with its rules; null when it is not known on that day. One query. */
export async function forumById(db: Database, id: string, today: Day): Promise<KnownForum | null> {
  const rows = await db
    .select({ forum, rules: forumRules })
    .from(forumRules)
    .innerJoin(forum, eq(forum.id, forumRules.forumId))
    .where(and(eq(forumRules.forumId, id), lte(forumRules.publishedOn, today)))
    .orderBy(asc(forumRules.number))
    .limit(MOST_VERSIONS)
  const last = rows.at(-1)
  return last ? { forum: last.forum, versions: rows.map(({ rules }) => rules), now: last.rules } : null
}

/** The rules that hold now, whatever the day; a forum always has some. One query. */
export async function newestRules(db: Database, forumId: string): Promise<RulesVersion> {
  const [found] = await db.select().from(forumRules).where(eq(forumRules.forumId, forumId)).orderBy(desc(forumRules.number)).limit(1)
  if (!found) throw new Error('a forum without rules')
  return found
}

/** The seats of a forum on a day, each with all terms published by then. Two queries. */
export async function seatsOf(db: Database, forumId: string, today: Day): Promise<SeatWithTerms[]> {
  const seats = await db
    .select()
    .from(forumSeat)
    .where(
      and(
        eq(forumSeat.forumId, forumId),
        lte(forumSeat.openedOn, today),
        or(isNull(forumSeat.closedOn), sql`${forumSeat.closedOn} > ${today}::date`),
      ),
    )
    .orderBy(asc(forumSeat.id))
    .limit(MOST_SEATS)
  const ids = seats.map(({ id }) => id)
  const terms = await termsWhere(db, ids.length ? inArray(forumTerm.seatId, ids) : sql`false`, today)
  return seats.map((seat) => ({ seat, terms: terms.filter(({ seatId }) => seatId === seat.id) }))
}

const termsWhere = (db: Database, which: SQL, today: Day): Promise<Term[]> =>
  db
    .select()
    .from(forumTerm)
    .where(and(which, lte(forumTerm.publishedOn, today)))
    .orderBy(desc(forumTerm.startsOn), desc(forumTerm.id))
    .limit(MOST_TERMS)

/** One seat by its code, also a closed one; null when there is none. Two queries. */
export async function seatByCode(db: Database, forumId: string, code: string, today: Day): Promise<SeatWithTerms | null> {
  const [seat] = await db
    .select()
    .from(forumSeat)
    .where(and(eq(forumSeat.forumId, forumId), eq(forumSeat.code, code), lte(forumSeat.openedOn, today)))
  return seat ? { seat, terms: await termsWhere(db, eq(forumTerm.seatId, seat.id), today) } : null
}

/** The seats that someone holds now or will. One query. */
export async function heldSeats(db: Database, forumId: string, today: Day): Promise<Set<number>> {
  const rows = await db
    .selectDistinct({ id: forumTerm.seatId })
    .from(forumTerm)
    .innerJoin(forumSeat, eq(forumSeat.id, forumTerm.seatId))
    .where(and(eq(forumSeat.forumId, forumId), or(isNull(forumTerm.endsOn), gte(forumTerm.endsOn, today))))
  return new Set(rows.map(({ id }) => id))
}

/** For which seat of a forum someone acts on a day, and as whom; null when they hold none. One query. */
export async function seatOfPerson(
  db: Database,
  forumId: string,
  personId: string | null,
  today: Day,
): Promise<{ seat: Seat; term: Term } | null> {
  if (personId === null) return null
  const [found] = await db
    .select({ seat: forumSeat, term: forumTerm })
    .from(forumTerm)
    .innerJoin(forumSeat, eq(forumSeat.id, forumTerm.seatId))
    .where(and(eq(forumSeat.forumId, forumId), eq(forumTerm.personId, personId), isNull(forumSeat.closedOn), inForce(today)))
    .orderBy(asc(forumTerm.id))
    .limit(1)
  return found ?? null
}

/** What was declared in these terms by that day, the latest first. One query. */
export async function declarationsOf(db: Database, termIds: readonly number[], today: Day): Promise<Declaration[]> {
  if (!termIds.length) return []
  return db
    .select()
    .from(forumDeclaration)
    .where(and(inArray(forumDeclaration.termId, [...termIds]), lte(forumDeclaration.publishedOn, today)))
    .orderBy(desc(forumDeclaration.id))
    .limit(MOST_DECLARATIONS)
}

/** The proposals of a forum that wait, or that were judged, the latest first. One query. */
export async function proposalsOf(db: Database, forumId: string, state: 'waiting' | 'judged'): Promise<Proposal[]> {
  const waiting = eq(forumProposal.state, 'waiting')
  return db
    .select()
    .from(forumProposal)
    .where(and(eq(forumProposal.forumId, forumId), state === 'waiting' ? waiting : sql`not (${waiting})`))
    .orderBy(desc(forumProposal.id))
    .limit(MOST_PROPOSALS)
}

/** What someone has proposed to a forum, the latest first. One query. */
export async function proposalsBy(db: Database, forumId: string, personId: string): Promise<Proposal[]> {
  return db
    .select()
    .from(forumProposal)
    .where(and(eq(forumProposal.forumId, forumId), eq(forumProposal.personId, personId)))
    .orderBy(desc(forumProposal.id))
    .limit(MOST_PROPOSALS)
}
