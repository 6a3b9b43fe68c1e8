import { and, eq, inArray, isNotNull, or } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import type { PublicLinks, PublicLinksOf } from '../../platform/publicLink.ts'
import { namedIn, type Stretch } from '../../platform/publicText.ts'
import { commitment, milestone } from '../plan/index.ts'
import { evidenceColumns, inView, ofWithdrawal } from './evidenceInView.ts'
import { changedUpdates } from './publicTexts.ts'
import { evidence, evidenceWithdrawal, sourceState, update } from './tables.ts'

/** The published evidence that is a link, and what public sources tell of milestones. Of what was taken out of view nothing. */
export const monitoringLinks: PublicLinksOf = async (db, stretch) => [
  ...(await ofEvidence(db, stretch)),
  ...(await ofSourceStates(db, stretch)),
]

const place = { planId: commitment.planId, commitment: commitment.number, milestone: milestone.number }
type Place = { planId: string; commitment: number; milestone: number }
const placeOf = (row: Place): string => `/plans/${row.planId}/commitments/${row.commitment}/milestones/${row.milestone}`

async function ofEvidence(db: Database, stretch: Stretch): Promise<PublicLinks[]> {
  const rows = await db
    .select({ ...evidenceColumns, ...place })
    .from(evidence)
    .leftJoin(evidenceWithdrawal, ofWithdrawal)
    .innerJoin(update, eq(update.id, evidence.updateId))
    .innerJoin(milestone, eq(milestone.id, update.milestoneId))
    .innerJoin(commitment, eq(commitment.id, milestone.commitmentId))
    .where(and(inArray(evidence.updateId, changedUpdates(db, stretch)), isNotNull(evidence.publishedOn), isNotNull(evidence.url)))
  return rows.map((row) => {
    const { id, url } = inView(row)
    return { thing: `evidence:${id}`, place: placeOf(row), addresses: url === null ? [] : [url] }
  })
}

async function ofSourceStates(db: Database, stretch: Stretch): Promise<PublicLinks[]> {
  const rows = await db
    .select({ id: sourceState.id, sources: sourceState.sources, ...place })
    .from(sourceState)
    .innerJoin(milestone, eq(milestone.id, sourceState.milestoneId))
    .innerJoin(commitment, eq(commitment.id, milestone.commitmentId))
    .where(or(...[sourceState, milestone, commitment].map(({ recordSeq }) => namedIn(recordSeq, stretch))))
  return rows.map((row) => ({ thing: `source-state:${row.id}`, place: placeOf(row), addresses: row.sources }))
}
