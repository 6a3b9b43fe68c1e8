import { eq, gt, inArray, or } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import { groupBy } from '../../platform/groupBy.ts'
import { joined, laterOf, type PublicText } from '../../platform/publicText.ts'
import { commitment, commitmentFact, commitmentLink, finding, milestone, plan, planDocument } from './tables.ts'

const nothing = {
  planId: null,
  commitmentId: null,
  commitmentNumber: null,
  milestoneNumber: null,
  organisationId: null,
  knownFrom: null,
  knownUntil: null,
  demonstration: false,
}

/** The texts of plans, documents, commitments and milestones that changed after a number of the record. */
export async function planTextsSince(db: Database, since: number): Promise<PublicText[]> {
  return [
    ...(await ofPlans(db, since)),
    ...(await ofDocuments(db, since)),
    ...(await ofCommitments(db, since)),
    ...(await ofMilestones(db, since)),
  ]
}

async function ofPlans(db: Database, since: number): Promise<PublicText[]> {
  const rows = await db.select().from(plan).where(gt(plan.recordSeq, since))
  return rows.flatMap((row) => {
    const text = { ...nothing, object: `plan:${row.id}`, kind: 'plan' as const, planId: row.id, title: row.title }
    const itself = { ...text, part: 'text', body: joined([row.shortTitle, row.oversight, row.periodNote]) }
    // The act is named once the plan is approved (queries.ts, asOf).
    return row.approvalAct && row.approvedOn
      ? [itself, { ...text, part: 'act', body: row.approvalAct, knownFrom: row.approvedOn }]
      : [itself]
  })
}

async function ofDocuments(db: Database, since: number): Promise<PublicText[]> {
  const rows = await db.select().from(planDocument).where(gt(planDocument.recordSeq, since))
  return rows.map(({ id, planId, title, knownFrom }) => ({
    ...nothing,
    object: `document:${id}`,
    part: 'title',
    kind: 'document',
    planId,
    title,
    body: {},
    knownFrom,
  }))
}

async function ofCommitments(db: Database, since: number): Promise<PublicText[]> {
  const rows = await db
    .select()
    .from(commitment)
    .where(
      or(
        gt(commitment.recordSeq, since),
        inArray(
          commitment.id,
          db.select({ id: commitmentFact.commitmentId }).from(commitmentFact).where(gt(commitmentFact.recordSeq, since)),
        ),
        inArray(commitment.id, db.select({ id: finding.commitmentId }).from(finding).where(gt(finding.recordSeq, since))),
      ),
    )
  if (!rows.length) return []
  const ids = rows.map((row) => row.id)
  const facts = await db.select().from(commitmentFact).where(inArray(commitmentFact.commitmentId, ids))
  const findings = await db.select().from(finding).where(inArray(finding.commitmentId, ids))
  const links = await db.select().from(commitmentLink).where(inArray(commitmentLink.commitmentId, ids))
  const parts = [
    ...facts.map((row) => ({ ...row, part: `fact:${row.id}`, body: row.text })),
    ...findings.map((row) => ({ ...row, part: `finding:${row.id}`, body: joined([row.report, row.note]) })),
    ...links.map((row) => ({ ...row, part: `link:${row.id}`, body: row.title })),
  ]
  const partsOf = groupBy(parts, (part) => part.commitmentId)
  return rows.flatMap((row) => {
    const text = {
      ...nothing,
      object: `commitment:${row.id}`,
      kind: 'commitment' as const,
      planId: row.planId,
      commitmentId: row.id,
      commitmentNumber: row.number,
      title: row.title,
    }
    return [
      {
        ...text,
        part: 'text',
        body: joined([row.officialTitle, row.problem, row.promise, row.solution, row.moneySource]),
        knownFrom: row.knownFrom,
      },
      ...(partsOf.get(row.id) ?? []).map(({ part, body, knownFrom }) => ({
        ...text,
        part,
        body,
        knownFrom: laterOf(row.knownFrom, knownFrom),
      })),
    ]
  })
}

async function ofMilestones(db: Database, since: number): Promise<PublicText[]> {
  const rows = await db
    .select({ milestone, commitment })
    .from(milestone)
    .innerJoin(commitment, eq(commitment.id, milestone.commitmentId))
    .where(or(gt(milestone.recordSeq, since), gt(commitment.recordSeq, since)))
  return rows.map((row) => ({
    ...nothing,
    object: `milestone:${row.milestone.id}`,
    part: 'text',
    kind: 'milestone',
    planId: row.commitment.planId,
    commitmentId: row.commitment.id,
    commitmentNumber: row.commitment.number,
    milestoneNumber: row.milestone.number,
    title: row.milestone.title,
    body: row.milestone.plannedNote ?? {},
    knownFrom: row.commitment.knownFrom,
  }))
}
