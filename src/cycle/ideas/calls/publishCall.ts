import { eq } from 'drizzle-orm'
import { type Actor, allow } from '../../../people/index.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import type { House } from '../../../platform/house.ts'
import { languages } from '../../../platform/languages/languages.ts'
import { type Problem, Refusal, wrongFields } from '../../../platform/refusal.ts'
import { append } from '../../../record/index.ts'
import { OGP_NOTICE_DAYS } from '../../inform/index.ts'
import { ideasPolicy } from '../policy.ts'
import { call } from '../tables.ts'
import { callProblem } from './callInput.ts'
import type { Call } from './callState.ts'
import { type NoticeLead, noticeLead } from './noticeLead.ts'
import { callProblems } from './problemTexts.ts'
import { callObject, callValues, lockCallAt } from './saveCall.ts'

/** What stands in the way of opening a draft, by the fields of its form. */
export function openingProblems(draft: Call, lead: NoticeLead, today: Day): Problem[] {
  const problems: Problem[] = []
  if (draft.startsOn < today) problems.push(callProblem('startsOn', 'startsInThePast'))
  if (draft.endsOn < today) problems.push(callProblem('endsOn', 'endsInThePast'))
  if (!lead.inTime && !draft.shortNoticeReason)
    problems.push({
      field: `shortNoticeReason.${languages[0]}`,
      say: (language) => callProblems[language].sayWhyShort(OGP_NOTICE_DAYS),
    })
  return problems
}

/**
 * Opens a call: from now on everyone sees it, and from its first day something can be sent. Where the notice of
 * opportunities was not published in time, the draft has to say why. Refuses with 409 when the draft has changed
 * since it was looked at.
 */
export async function publishCall(house: House, actor: Actor, planId: string, id: number, { version }: { version: number }): Promise<void> {
  allow(ideasPolicy.openCalls, actor, undefined)
  await house.db.transaction(async (tx) => {
    const row = await lockCallAt(tx, planId, id, version)
    if (row.publishedOn !== null) throw new Refusal(409)
    const today = house.clock.today()
    const lead = await noticeLead(tx, planId, row.startsOn, today)
    const problems = openingProblems(row, lead, today)
    if (problems.length) throw wrongFields(problems)
    // A reason that is not needed would say something untrue.
    const shortNoticeReason = lead.inTime ? null : row.shortNoticeReason
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: 'secretariat', for: null },
      act: 'openCall',
      object: callObject(planId, id),
      content: {
        ...(row.demonstration ? { demonstration: true } : {}),
        ...callValues({ ...row, shortNoticeReason }),
        notice: lead.noticeId,
        announcedDaysBefore: lead.noticeId === null ? null : lead.days,
      },
    })
    await tx
      .update(call)
      .set({ publishedOn: today, shortNoticeReason, version: row.version + 1, recordSeq })
      .where(eq(call.id, id))
  })
}
