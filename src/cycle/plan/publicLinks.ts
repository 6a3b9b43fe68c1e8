import { inArray } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import { groupBy } from '../../platform/groupBy.ts'
import type { PublicLinks, PublicLinksOf } from '../../platform/publicLink.ts'
import { namedIn, type Stretch } from '../../platform/publicText.ts'
import { changedCommitments } from './publicTexts.ts'
import { commitment, commitmentFact, commitmentLink, deadline, finding, plan } from './tables.ts'

/** The acts, sources and other pages that plans, their deadlines and their commitments name. */
export const planLinks: PublicLinksOf = async (db, stretch) => [
  ...(await ofPlans(db, stretch)),
  ...(await ofDeadlines(db, stretch)),
  ...(await ofCommitments(db, stretch)),
]

async function ofPlans(db: Database, stretch: Stretch): Promise<PublicLinks[]> {
  const rows = await db
    .select({ id: plan.id, url: plan.approvalUrl, sources: plan.sources })
    .from(plan)
    .where(namedIn(plan.recordSeq, stretch))
  return rows.map(({ id, url, sources }) => ({ thing: `plan:${id}`, place: `/plans/${id}`, addresses: given([url, ...sources]) }))
}

async function ofDeadlines(db: Database, stretch: Stretch): Promise<PublicLinks[]> {
  const rows = await db
    .select({ id: deadline.id, planId: deadline.planId, url: deadline.basisUrl })
    .from(deadline)
    .where(namedIn(deadline.recordSeq, stretch))
  return rows.map(({ id, planId, url }) => ({ thing: `deadline:${id}`, place: `/plans/${planId}`, addresses: given([url]) }))
}

async function ofCommitments(db: Database, stretch: Stretch): Promise<PublicLinks[]> {
  const changed = changedCommitments(db, stretch)
  const rows = await db.select().from(commitment).where(inArray(commitment.id, changed))
  if (!rows.length) return []
  const named = [
    ...(await db
      .select({ of: commitmentLink.commitmentId, url: commitmentLink.url })
      .from(commitmentLink)
      .where(inArray(commitmentLink.commitmentId, changed))),
    ...(await db.select({ of: finding.commitmentId, url: finding.reportUrl }).from(finding).where(inArray(finding.commitmentId, changed))),
    ...(
      await db
        .select({ of: commitmentFact.commitmentId, sources: commitmentFact.sources })
        .from(commitmentFact)
        .where(inArray(commitmentFact.commitmentId, changed))
    ).flatMap(({ of, sources }) => sources.map((url) => ({ of, url }))),
  ]
  const byCommitment = groupBy(named, ({ of }) => of)
  return rows.map(({ id, planId, number, sources }) => ({
    thing: `commitment:${id}`,
    place: `/plans/${planId}/commitments/${number}`,
    addresses: given([...sources, ...(byCommitment.get(id) ?? []).map(({ url }) => url)]),
  }))
}

const given = (addresses: readonly (string | null)[]): string[] => addresses.filter((address) => address !== null)
