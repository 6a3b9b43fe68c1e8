import { eq } from 'drizzle-orm'
import { type Actor, allow } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import { languages } from '../../platform/languages/languages.ts'
import { Refusal, wrongFields } from '../../platform/refusal.ts'
import { append } from '../../record/index.ts'
import { inOneTransaction } from './inOneTransaction.ts'
import { problem } from './input/formReader.ts'
import { lockPhaseAt, lockPlan } from './locks.ts'
import { planPolicy } from './policy.ts'
import { phase } from './tables.ts'
import { editedText, type TypedText } from './translations.ts'

/** The shortest reason that says something. */
const SHORTEST_REASON = 10

/**
 * Says of a step of a plan's calendar that it is skipped, and why: everyone reads the reason (OGP asks for it). The step
 * stays where it was. Telling later when it took place after all takes that back.
 */
export async function skipPhase(
  house: House,
  actor: Actor,
  planId: string,
  phaseId: number,
  { version, reason }: { version: number; reason: TypedText },
): Promise<void> {
  allow(planPolicy.editPhases, actor, undefined)
  const longEnough = Object.values(reason.texts).some((text) => [...text].length >= SHORTEST_REASON)
  const skippedReason = longEnough ? editedText(null, reason) : null
  if (!skippedReason) throw wrongFields([problem(`reason.${languages[0]}`, 'reasonNeeded')])
  await inOneTransaction(house, async (tx) => {
    await lockPlan(tx, planId, 'share')
    const today = house.clock.today()
    const before = await lockPhaseAt(tx, planId, phaseId, version, today)
    if (before.skippedOn || before.actualStart || before.actualEnd) throw new Refusal(409)
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: 'secretariat', for: null },
      act: 'skipPhase',
      object: `/plans/${planId}/phases/${phaseId}`,
      content: { reason: skippedReason },
    })
    await tx.update(phase).set({ skippedOn: today, skippedReason, recordSeq }).where(eq(phase.id, phaseId))
  })
}
