import { eq } from 'drizzle-orm'
import { type Actor, allow } from '../../../people/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import type { House } from '../../../platform/house.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { notFound, Refusal } from '../../../platform/refusal.ts'
import { append } from '../../../record/index.ts'
import { planPolicy } from '../policy.ts'
import { deadline } from '../tables.ts'
import { deadlineFor } from './deadlineFor.ts'
import { moveLater } from './extendDeadline.ts'
import { tellOfExtension } from './extensionLetters.ts'
import { extensionTexts } from './extensionTexts.ts'
import { checkLater, lockExtendable } from './lockExtendable.ts'
import { extensionRequest } from './tables.ts'

/** What the secretariat says to a wish: later until a day of its choice, or no; always why. */
export type Answer = { reason: string; language: Language } & ({ decision: 'granted'; until: Day } | { decision: 'refused' })

/** Grants or refuses an extension, in public and with a reason, once; those who asked are told by letter. */
export async function answerRequest(house: House, actor: Actor, requestId: number, answer: Answer): Promise<void> {
  allow(planPolicy.answerRequests, actor, undefined)
  const today = house.clock.today()
  await house.db.transaction(async (tx) => {
    const { planId, deadlineId } = await placeOf(tx, requestId)
    const extendable = await lockExtendable(tx, planId, deadlineId, today)
    // Two who answer at once stand in a queue at the deadline: the second finds the first one's answer.
    const [request] = await tx.select().from(extensionRequest).where(eq(extensionRequest.id, requestId)).for('update')
    if (!request) throw notFound()
    if (request.decision) throw new Refusal(409, (language) => extensionTexts[language].answeredAlready)
    const { organisationId, recordSeq: asked } = request
    const { reason, language } = answer
    const until = answer.decision === 'granted' ? answer.until : null
    const own = deadlineFor(extendable.deadline, organisationId)
    if (until) checkLater(until, own, today)
    const answerSeq = until
      ? await moveLater(house, tx, own, { until, organisationId, reason, language, act: 'grantExtension', content: { asked } })
      : await append(tx, house.clock.now(), {
          actor: { role: 'secretariat', for: null },
          act: 'refuseExtension',
          object: `/plans/${planId}/deadlines/${deadlineId}`,
          content: { organisation: organisationId, asked, reason },
        })
    await tx
      .update(extensionRequest)
      .set({
        decision: answer.decision,
        grantedUntil: until,
        answer: reason,
        answerLanguage: language,
        answeredOn: today,
        answerSeq,
      })
      .where(eq(extensionRequest.id, requestId))
    await tellOfExtension(house, tx, extendable, {
      kind: answer.decision,
      until: until ?? request.wishedUntil,
      reason,
      language,
      to: [organisationId],
    })
  })
}

/** Which deadline of which plan a request is about: both are locked before it. */
async function placeOf(tx: Database, requestId: number): Promise<{ planId: string; deadlineId: number }> {
  const [row] = await tx
    .select({ planId: deadline.planId, deadlineId: deadline.id })
    .from(extensionRequest)
    .innerJoin(deadline, eq(deadline.id, extensionRequest.deadlineId))
    .where(eq(extensionRequest.id, requestId))
  if (!row) throw notFound()
  return row
}
