import { and, asc, desc, eq, getTableColumns, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import { groupBy } from '../../platform/groupBy.ts'
import type { deadlineChange } from './extensions/tables.ts'
import {
  change,
  commitment,
  commitmentFact,
  commitmentLink,
  commitmentParty,
  commitmentRelation,
  deadline,
  finding,
  type GrandChallenge,
  milestone,
  type OgpValue,
  phase,
  plan,
  reportingPeriod,
} from './tables.ts'

export type Plan = typeof plan.$inferSelect
export type Phase = typeof phase.$inferSelect
export type DeadlineChange = Omit<typeof deadlineChange.$inferSelect, 'id' | 'deadlineId' | 'kind'>
/** A deadline with the dates it had: moved for everyone (`changes`), or later for one alone (`extensions`), the earliest first. */
export type Deadline = typeof deadline.$inferSelect & { changes: DeadlineChange[]; extensions: DeadlineChange[] }
export type ReportingPeriod = typeof reportingPeriod.$inferSelect
export type Commitment = typeof commitment.$inferSelect
export type Milestone = typeof milestone.$inferSelect
export type Party = typeof commitmentParty.$inferSelect
export type Finding = typeof finding.$inferSelect
export type Fact = typeof commitmentFact.$inferSelect
export type Change = typeof change.$inferSelect

/** More plans, and more steps, deadlines or commitments of one plan, than these are not drawn on one page. */
const MOST = 200

/** A commitment that was changed more often than this shows its first changes; the record has them all. */
const MOST_CHANGES = 1000

/** An approval that lies after today has not happened yet. */
function asOf(row: Plan, today: Day): Plan {
  return row.approvedOn && row.approvedOn > today
    ? { ...row, approvedOn: null, approvalAct: null, approvalUrl: null, unansweredReason: null, unansweredIdeas: null }
    : row
}

/** All plans, the newest first, as known on that day. */
export const listPlans = (db: Database, today: Day): Promise<Plan[]> => newestPlans(db, today, MOST)

/** So many plans, the newest first, as known on that day; without the first `after` of them. */
export async function newestPlans(db: Database, today: Day, count: number, after = 0): Promise<Plan[]> {
  const rows = await db.select().from(plan).orderBy(desc(plan.ordinal)).limit(count).offset(after)
  return rows.map((row) => asOf(row, today))
}

/** These plans, the newest first, as known on that day. */
export async function plansById(db: Database, ids: readonly string[], today: Day): Promise<Plan[]> {
  if (!ids.length) return []
  const rows = await db
    .select()
    .from(plan)
    .where(inArray(plan.id, [...ids]))
    .orderBy(desc(plan.ordinal))
  return rows.map((row) => asOf(row, today))
}

/** One plan as known on that day, or null. */
export async function planById(db: Database, id: string, today: Day): Promise<Plan | null> {
  const [row] = await db.select().from(plan).where(eq(plan.id, id))
  return row ? asOf(row, today) : null
}

/** The steps of these plans in their order; what was not known yet on that day is left out. */
export async function phasesOf(db: Database, planIds: readonly string[], today: Day): Promise<Phase[]> {
  if (!planIds.length) return []
  const rows = await db
    .select()
    .from(phase)
    .where(and(inArray(phase.planId, [...planIds]), or(isNull(phase.knownFrom), lte(phase.knownFrom, today))))
    .orderBy(asc(phase.planId), asc(phase.position))
    .limit(MOST * planIds.length)
  return rows.map((row) => ({
    ...row,
    ...(row.actualKnownFrom && row.actualKnownFrom > today ? { actualStart: null, actualEnd: null } : {}),
    ...(row.skippedOn && row.skippedOn > today ? { skippedOn: null, skippedReason: null } : {}),
  }))
}

/**
 * The changes of a deadline's date known on that day, as JSON: for everyone, or for single institutions and
 * organisations. Tables are named in words: a query of one table alone leaves them out before columns.
 */
const changesOfDeadline = (forWhom: 'everyone' | 'one', today: Day) => sql<DeadlineChange[]>`(
  select coalesce(jsonb_agg(jsonb_build_object(
    'organisationId', c.organisation_id, 'before', c.before, 'after', c.after, 'reason', c.reason,
    'language', c.language, 'changedOn', c.changed_on, 'recordSeq', c.record_seq) order by c.id), '[]')
  from deadline_change c
  where c.deadline_id = deadline.id and c.changed_on <= ${today}
    and c.organisation_id is ${forWhom === 'everyone' ? sql`null` : sql`not null`})`

/** The deadlines of these plans known on that day, by date; those without a date last. One query. */
export async function deadlinesOf(db: Database, planIds: readonly string[], today: Day): Promise<Deadline[]> {
  if (!planIds.length) return []
  return db
    .select({
      ...getTableColumns(deadline),
      changes: changesOfDeadline('everyone', today),
      extensions: changesOfDeadline('one', today),
    })
    .from(deadline)
    .where(and(inArray(deadline.planId, [...planIds]), or(isNull(deadline.knownFrom), lte(deadline.knownFrom, today))))
    .orderBy(sql`last_day(${deadline.due}) nulls last`, asc(deadline.id))
    .limit(MOST * planIds.length)
}

/** The reporting periods of a plan, the earliest first. */
export async function reportingPeriodsOf(db: Database, planId: string): Promise<ReportingPeriod[]> {
  return db.select().from(reportingPeriod).where(eq(reportingPeriod.planId, planId)).orderBy(asc(reportingPeriod.position)).limit(MOST)
}

/** The periods of these plans on which reports are owed or have been: begun, of plans approved by that day. Nobody reports on a draft. */
export async function reportablePeriodsIn(db: Database, planIds: readonly string[], today: Day): Promise<ReportingPeriod[]> {
  if (!planIds.length) return []
  const rows = await db
    .select({ period: reportingPeriod })
    .from(reportingPeriod)
    .innerJoin(plan, eq(plan.id, reportingPeriod.planId))
    .where(and(inArray(reportingPeriod.planId, [...planIds]), lte(reportingPeriod.startsOn, today), lte(plan.approvedOn, today)))
    .orderBy(asc(reportingPeriod.planId), asc(reportingPeriod.position))
    .limit(MOST * planIds.length)
  return rows.map((row) => row.period)
}

/** Was a commitment known on that day? */
export const knownCommitment = (today: Day) => or(isNull(commitment.knownFrom), lte(commitment.knownFrom, today))

/** A commitment with who takes part and its milestones. */
export type CommitmentWithParts = { commitment: Commitment; parties: Party[]; milestones: Milestone[] }

/** The commitments of these plans known on that day, by number, each with its parties and milestones: three queries. */
export async function commitmentsOf(db: Database, planIds: readonly string[], today: Day): Promise<CommitmentWithParts[]> {
  if (!planIds.length) return []
  const rows = await db
    .select()
    .from(commitment)
    .where(and(inArray(commitment.planId, [...planIds]), knownCommitment(today)))
    .orderBy(asc(commitment.planId), asc(commitment.number))
    .limit(MOST * planIds.length)
  return withParts(db, rows)
}

/** The commitments in which an organisation takes part, known on that day, the newest plan first. */
export async function commitmentsWith(db: Database, organisationId: string, today: Day): Promise<CommitmentWithParts[]> {
  const rows = await db
    .select({ commitment })
    .from(commitmentParty)
    .innerJoin(commitment, eq(commitment.id, commitmentParty.commitmentId))
    .where(and(eq(commitmentParty.organisationId, organisationId), knownCommitment(today)))
    .orderBy(desc(commitment.planId), asc(commitment.number))
    .limit(MOST)
  return withParts(
    db,
    rows.map((row) => row.commitment),
  )
}

const servesTopic = (topic: OgpValue | GrandChallenge, today: Day) =>
  and(
    or(sql`${commitment.values} @> array[${topic}]::text[]`, sql`${commitment.challenges} @> array[${topic}]::text[]`),
    knownCommitment(today),
  )

/** So many commitments that serve an OGP value or a grand challenge, known on that day, the newest plan first; without the first `after` of them. */
export async function commitmentsOn(
  db: Database,
  topic: OgpValue | GrandChallenge,
  today: Day,
  count = MOST,
  after = 0,
): Promise<CommitmentWithParts[]> {
  const rows = await db
    .select()
    .from(commitment)
    .where(servesTopic(topic, today))
    .orderBy(desc(commitment.planId), asc(commitment.number))
    .limit(count)
    .offset(after)
  return withParts(db, rows)
}

/** How many commitments known on that day serve a topic. */
export const countCommitmentsOn = (db: Database, topic: OgpValue | GrandChallenge, today: Day): Promise<number> =>
  db.$count(commitment, servesTopic(topic, today))

/** Does an organisation take part in any commitment, of whichever plan? */
export async function takesPart(db: Database, organisationId: string): Promise<boolean> {
  const [row] = await db
    .select({ part: commitmentParty.part })
    .from(commitmentParty)
    .where(eq(commitmentParty.organisationId, organisationId))
    .limit(1)
  return row !== undefined
}

/** Everyone who takes part in a plan's commitments known on that day. */
export async function contributorIds(db: Database, planId: string, today: Day): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: commitmentParty.organisationId })
    .from(commitmentParty)
    .innerJoin(commitment, eq(commitment.id, commitmentParty.commitmentId))
    .where(and(eq(commitment.planId, planId), knownCommitment(today)))
    .orderBy(asc(commitmentParty.organisationId))
  return rows.map((row) => row.id)
}

async function withParts(db: Database, rows: Commitment[]): Promise<CommitmentWithParts[]> {
  const ids = rows.map((row) => row.id)
  if (!ids.length) return []
  const parties = await db
    .select()
    .from(commitmentParty)
    .where(inArray(commitmentParty.commitmentId, ids))
    .orderBy(asc(commitmentParty.position))
  const milestones = await db.select().from(milestone).where(inArray(milestone.commitmentId, ids)).orderBy(asc(milestone.number))
  const partiesBy = groupBy(parties, (p) => p.commitmentId)
  const milestonesBy = groupBy(milestones, (m) => m.commitmentId)
  return rows.map((row) => ({ commitment: row, parties: partiesBy.get(row.id) ?? [], milestones: milestonesBy.get(row.id) ?? [] }))
}

/** One commitment with its parts, or null when there is none or it is not known yet. */
export async function commitmentByNumber(db: Database, planId: string, number: number, today: Day): Promise<CommitmentWithParts | null> {
  const rows = await db
    .select()
    .from(commitment)
    .where(and(eq(commitment.planId, planId), eq(commitment.number, number), knownCommitment(today)))
  const [found] = await withParts(db, rows)
  return found ?? null
}

/** Laws, plans and pages a commitment refers to, known on that day. */
export async function linksOf(db: Database, commitmentIds: readonly number[], today: Day): Promise<(typeof commitmentLink.$inferSelect)[]> {
  if (!commitmentIds.length) return []
  return db
    .select()
    .from(commitmentLink)
    .where(
      and(
        inArray(commitmentLink.commitmentId, [...commitmentIds]),
        or(isNull(commitmentLink.knownFrom), lte(commitmentLink.knownFrom, today)),
      ),
    )
    .orderBy(asc(commitmentLink.id))
}

/** Number and title of the commitments that a commitment refers to, or that refer to it. */
export async function relatedTo(
  db: Database,
  commitmentId: number,
  today: Day,
): Promise<{ planId: string; number: number; title: Commitment['title'] }[]> {
  return db
    .select({ planId: commitment.planId, number: commitment.number, title: commitment.title })
    .from(commitmentRelation)
    .innerJoin(
      commitment,
      eq(
        commitment.id,
        sql`case when ${commitmentRelation.commitmentId} = ${commitmentId} then ${commitmentRelation.relatedId} else ${commitmentRelation.commitmentId} end`,
      ),
    )
    .where(
      and(or(eq(commitmentRelation.commitmentId, commitmentId), eq(commitmentRelation.relatedId, commitmentId)), knownCommitment(today)),
    )
    .orderBy(asc(commitment.number))
}

/** What sources tell about these commitments beside their text, as known on that day. */
export async function factsOf(db: Database, commitmentIds: readonly number[], today: Day): Promise<Fact[]> {
  if (!commitmentIds.length) return []
  return db
    .select()
    .from(commitmentFact)
    .where(and(inArray(commitmentFact.commitmentId, [...commitmentIds]), lte(commitmentFact.knownFrom, today)))
    .orderBy(asc(commitmentFact.knownFrom), asc(commitmentFact.id))
}

/** The independent reviewer's findings on these commitments, as known on that day. */
export async function findingsOf(db: Database, commitmentIds: readonly number[], today: Day): Promise<Finding[]> {
  if (!commitmentIds.length) return []
  return db
    .select()
    .from(finding)
    .where(and(inArray(finding.commitmentId, [...commitmentIds]), lte(finding.knownFrom, today)))
    .orderBy(asc(finding.knownFrom))
}

/** What has been changed in these commitments and their milestones, the earliest first. */
export async function changesOf(db: Database, commitmentIds: readonly number[], today: Day): Promise<Change[]> {
  if (!commitmentIds.length) return []
  return db
    .select()
    .from(change)
    .where(and(inArray(change.commitmentId, [...commitmentIds]), lte(change.changedOn, today)))
    .orderBy(asc(change.id))
    .limit(MOST_CHANGES)
}
