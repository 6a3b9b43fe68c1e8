import { eq } from 'drizzle-orm'
import { type Actor, allow } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import { notFound } from '../../platform/refusal.ts'
import { append } from '../../record/index.ts'
import { commitment, milestone } from '../plan/index.ts'
import { monitoringPolicy } from './policy.ts'
import { evidence, evidenceWithdrawal, update } from './tables.ts'

/**
 * Takes published evidence out of view, such as for personal data found in it: its file or address is no longer shown
 * or served, and everyone reads why. The updates that name it stay as they are. What is out of view already stays so.
 */
export async function withdrawEvidence(house: House, actor: Actor, evidenceId: number, { reason }: { reason: string }): Promise<void> {
  allow(monitoringPolicy.withdrawEvidence, actor, undefined)
  const withdrawnOn = house.clock.today()
  await house.db.transaction(async (tx) => {
    const [found] = await tx
      .select({
        title: evidence.title,
        publishedOn: evidence.publishedOn,
        planId: commitment.planId,
        number: commitment.number,
        point: milestone.number,
      })
      .from(evidence)
      .innerJoin(update, eq(update.id, evidence.updateId))
      .innerJoin(milestone, eq(milestone.id, update.milestoneId))
      .innerJoin(commitment, eq(commitment.id, milestone.commitmentId))
      .where(eq(evidence.id, evidenceId))
      .for('update', { of: evidence })
    if (!found?.publishedOn || found.publishedOn > withdrawnOn) throw notFound()
    const [there] = await tx
      .select({ id: evidenceWithdrawal.evidenceId })
      .from(evidenceWithdrawal)
      .where(eq(evidenceWithdrawal.evidenceId, evidenceId))
    if (there) return
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: 'secretariat', for: null },
      act: 'withdrawEvidence',
      object: `/plans/${found.planId}/commitments/${found.number}/milestones/${found.point}`,
      content: { evidence: found.title, reason, withdrawnOn },
    })
    await tx.insert(evidenceWithdrawal).values({ evidenceId, reason, withdrawnOn, recordSeq })
  })
}
