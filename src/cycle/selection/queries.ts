import { and, asc, desc, eq, inArray, isNotNull, or, sql } from 'drizzle-orm'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import type { PublishedVote } from './asElection.ts'
import { type BallotRow, type BallotState, ballotState } from './ballotState.ts'
import type { BallotContent } from './content.ts'
import { ballot, ballotVote, ballotVoter } from './tables.ts'

export type Ballot = BallotRow & { state: BallotState }
/** One that everyone may see. */
export type PublishedBallot = Ballot & { content: BallotContent; publishedOn: Day; opensAt: Date; closesAt: Date }

const isPublished = (row: Ballot): row is PublishedBallot => row.state !== 'draft' && row.content !== null
const withState =
  (clock: Clock) =>
  (row: BallotRow): Ballot => ({ ...row, state: ballotState(row, clock) })

/** A ballot, draft or not; null when there is none. */
export async function ballotById(db: Database, id: number, clock: Clock): Promise<Ballot | null> {
  const [row] = await db.select().from(ballot).where(eq(ballot.id, id))
  return row ? withState(clock)(row) : null
}

/** A ballot that everyone may see; null when there is none. */
export async function publishedBallot(db: Database, id: number, clock: Clock): Promise<PublishedBallot | null> {
  const found = await ballotById(db, id, clock)
  return found && isPublished(found) ? found : null
}

/** More ballots than these of one plan are not shown with it. */
const MOST_OF_PLAN = 50

/** The ballots of a plan that everyone may see, the one that closes last first. */
export async function ballotsOf(db: Database, planId: string, clock: Clock): Promise<PublishedBallot[]> {
  const rows = await db
    .select()
    .from(ballot)
    .where(and(eq(ballot.planId, planId), isNotNull(ballot.publishedOn)))
    .orderBy(desc(ballot.closesAt), desc(ballot.id))
    .limit(MOST_OF_PLAN)
  return rows.map(withState(clock)).filter(isPublished)
}

/** So many ballots stand on one page of the secretariat's list. */
const ON_PAGE = 30

/** The secretariat's ballots, the latest first, and whether more follow. */
export async function listBallots(db: Database, page: number, clock: Clock): Promise<{ ballots: Ballot[]; more: boolean }> {
  const rows = await db
    .select()
    .from(ballot)
    .orderBy(desc(ballot.id))
    .limit(ON_PAGE + 1)
    .offset((page - 1) * ON_PAGE)
  return { ballots: rows.slice(0, ON_PAGE).map(withState(clock)), more: rows.length > ON_PAGE }
}

/** How many have a vote, how many have cast it, and how many take no part. */
export async function turnoutSoFar(db: Database, ballotId: number): Promise<{ entitled: number; voted: number; recused: number }> {
  const [row] = await db
    .select({
      entitled: sql<number>`count(*)::int`,
      voted: sql<number>`count(*) filter (where ${ballotVoter.state} = 'voted')::int`,
      recused: sql<number>`count(*) filter (where ${ballotVoter.state} = 'recused')::int`,
    })
    .from(ballotVoter)
    .where(eq(ballotVoter.ballotId, ballotId))
  return row ?? { entitled: 0, voted: 0, recused: 0 }
}

/** The votes that someone has in a ballot: for those they act for, and their own. */
export async function theirVotes(
  db: Database,
  ballotId: number,
  { actsFor, email }: { actsFor: readonly string[]; email: string | null },
): Promise<(typeof ballotVoter.$inferSelect)[]> {
  const whose = [
    ...(actsFor.length ? [inArray(ballotVoter.organisationId, [...actsFor])] : []),
    ...(email ? [eq(ballotVoter.email, email)] : []),
  ]
  if (!whose.length) return []
  return db
    .select()
    .from(ballotVoter)
    .where(and(eq(ballotVoter.ballotId, ballotId), or(...whose)))
    .orderBy(asc(ballotVoter.number))
}

/** What the vote of an open ballot's voter says; null when none was cast. */
export async function openVote(db: Database, ballotId: number, voterNumber: number) {
  const [row] = await db
    .select({ marks: ballotVote.marks })
    .from(ballotVote)
    .where(and(eq(ballotVote.ballotId, ballotId), eq(ballotVote.voterNumber, voterNumber)))
  return row?.marks ?? null
}

/** The votes as they are published: secret ones in the order of their keys, open ones in that of their voters. */
export async function publishedVotes(db: Database, { id, secret }: Pick<BallotRow, 'id' | 'secret'>): Promise<PublishedVote[]> {
  const columns = { key: ballotVote.key, marks: ballotVote.marks, sector: ballotVote.sector, side: ballotVote.side }
  if (secret) {
    const rows = await db.select(columns).from(ballotVote).where(eq(ballotVote.ballotId, id)).orderBy(sql`${ballotVote.key} collate "C"`)
    return rows.map((row) => ({ ...row, voter: null, name: null }))
  }
  return db
    .select({
      ...columns,
      voter: sql<string>`coalesce(${ballotVoter.organisationId}, ${ballotVoter.number}::text)`,
      name: ballotVoter.name,
    })
    .from(ballotVote)
    .innerJoin(ballotVoter, and(eq(ballotVoter.ballotId, ballotVote.ballotId), eq(ballotVoter.number, ballotVote.voterNumber)))
    .where(eq(ballotVote.ballotId, id))
    .orderBy(asc(ballotVote.voterNumber))
}
