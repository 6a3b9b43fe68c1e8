import { and, eq, inArray, lte } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import { groupBy } from '../../platform/groupBy.ts'
import { belongingNowhere, joined, laterOf, namedIn, type PublicText, type PublicTexts, type Stretch } from '../../platform/publicText.ts'
import { commitment, commitmentFact, commitmentLink, finding, milestone, plan } from './tables.ts'

/** The texts of plans, commitments and milestones. */
export const planTexts: PublicTexts = async (db, stretch) => [
  ...(await ofPlans(db, stretch)),
  ...(await ofCommitments(db, stretch)),
  ...(await ofMilestones(db, stretch)),
]

async function ofPlans(db: Database, stretch: Stretch): Promise<PublicText[]> {
  const rows = await db.select().from(plan).where(namedIn(plan.recordSeq, stretch))
  return rows.flatMap((row) => {
    const text = { ...belongingNowhere, object: `plan:${row.id}`, kind: 'plan' as const, planId: row.id, title: row.title }
    const itself = { ...text, part: 'text', body: joined([row.shortTitle, row.oversight, row.periodNote]) }
    // The act is named once the plan is approved (queries.ts, asOf).
    return row.approvalAct && row.approvedOn
      ? [itself, { ...text, part: 'act', body: row.approvalAct, knownFrom: row.approvedOn }]
      : [itself]
  })
}

/** The commitments that were edited, or of which sources or the reviewer told something. */
export function changedCommitments(db: Database, stretch: Stretch) {
  return db
    .select({ id: commitment.id })
    .from(commitment)
    .where(namedIn(commitment.recordSeq, stretch))
    .union(db.select({ id: commitmentFact.commitmentId }).from(commitmentFact).where(namedIn(commitmentFact.recordSeq, stretch)))
    .union(db.select({ id: finding.commitmentId }).from(finding).where(namedIn(finding.recordSeq, stretch)))
}

async function ofCommitments(db: Database, stretch: Stretch): Promise<PublicText[]> {
  const rows = await db
    .select()
    .from(commitment)
    .where(inArray(commitment.id, changedCommitments(db, stretch)))
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
      ...belongingNowhere,
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

async function ofMilestones(db: Database, stretch: Stretch): Promise<PublicText[]> {
  const changed = db
    .select({ id: milestone.id })
    .from(milestone)
    .where(namedIn(milestone.recordSeq, stretch))
    .union(
      db
        .select({ id: milestone.id })
        .from(milestone)
        .innerJoin(commitment, eq(commitment.id, milestone.commitmentId))
        .where(and(namedIn(commitment.recordSeq, stretch), lte(milestone.recordSeq, stretch.upTo))),
    )
  const rows = await db
    .select({ milestone, commitment })
    .from(milestone)
    .innerJoin(commitment, eq(commitment.id, milestone.commitmentId))
    .where(inArray(milestone.id, changed))
  return rows.map((row) => ({
    ...belongingNowhere,
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
