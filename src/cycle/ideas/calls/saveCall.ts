import { and, eq } from 'drizzle-orm'
import { type Actor, allow } from '../../../people/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import { addDays, type Day } from '../../../platform/dates/partialDate.ts'
import type { House } from '../../../platform/house.ts'
import { type LocalText, languages } from '../../../platform/languages/languages.ts'
import { notFound, Refusal, wrongField, wrongFields } from '../../../platform/refusal.ts'
import { append } from '../../../record/index.ts'
import { document } from '../../documents/index.ts'
import { difference, editedTitle, plan, type TypedText, type Values } from '../../plan/index.ts'
import { ideasPolicy } from '../policy.ts'
import { call, idea } from '../tables.ts'
import { type CallColumns, type CallInput, callColumns, callProblem } from './callInput.ts'
import { type Call, callState } from './callState.ts'
import { callProblems, SHORTEST_REASON } from './problemTexts.ts'
import { callCorrection } from './tables.ts'

/** How a call is named in the record. */
export const callObject = (planId: string, id: number): string => `/plans/${planId}/calls/${id}`

/** A call's values as the record tells them. */
export const callValues = (columns: CallColumns): Values => ({
  title: columns.title,
  body: columns.body,
  questions: columns.questions,
  whatNext: columns.whatNext,
  kinds: columns.kinds,
  documentId: columns.documentId,
  startsOn: columns.startsOn,
  endsOn: columns.endsOn,
  answerDays: columns.answerDays,
  moderation: columns.moderation,
  shortNoticeReason: columns.shortNoticeReason,
})

/** Locks a call for someone whose form was drawn from a version of it: refuses with 409 when another was faster. */
export async function lockCallAt(tx: Database, planId: string, id: number, version: number): Promise<Call> {
  const [row] = await tx
    .select()
    .from(call)
    .where(and(eq(call.id, id), eq(call.planId, planId)))
    .for('update')
  if (!row) throw notFound()
  if (row.version !== version) throw new Refusal(409)
  return row
}

/** A reason for everyone's eyes, long enough to say something; refuses with these words when it is not. */
export function neededReason(typed: TypedText, field: string, key: 'sayWhy' | 'sayWhyClosed'): LocalText {
  if (!Object.values(typed.texts).some((text) => [...text].length >= SHORTEST_REASON))
    throw wrongField(`${field}.${languages[0]}`, (language) => callProblems[language][key])
  return editedTitle(null, typed)
}

async function checkDocument(tx: Database, planId: string, documentId: number | null): Promise<void> {
  if (documentId === null) return
  const found = await tx
    .select({ id: document.id })
    .from(document)
    .where(and(eq(document.id, documentId), eq(document.planId, planId)))
  if (!found.length) throw wrongFields([callProblem('document', 'unknownDocument')])
}

/** Begins a call on a plan as a draft, and returns its id. Nothing of it is public. */
export async function createCall(house: House, actor: Actor, planId: string, input: CallInput): Promise<number> {
  allow(ideasPolicy.editCalls, actor, undefined)
  return house.db.transaction(async (tx) => {
    const [known] = await tx.select({ id: plan.id }).from(plan).where(eq(plan.id, planId))
    if (!known) throw notFound()
    await checkDocument(tx, planId, input.documentId)
    const [row] = await tx
      .insert(call)
      .values({ planId, ...callColumns(null, input), demonstration: house.demonstration !== null })
      .returning({ id: call.id })
    if (!row) throw new Error('the call was not stored')
    return row.id
  })
}

/**
 * Saves a call: a draft as it is typed; one that was opened is corrected with a reason that everyone sees, and what was
 * changed stands in the record. A last day that moves takes the days for answers with it.
 */
export async function saveCall(
  house: House,
  actor: Actor,
  planId: string,
  id: number,
  input: CallInput & { version: number },
): Promise<void> {
  allow(ideasPolicy.editCalls, actor, undefined)
  await house.db.transaction(async (tx) => {
    const before = await lockCallAt(tx, planId, id, input.version)
    await checkDocument(tx, planId, input.documentId)
    const after = callColumns(before, input)
    if (before.publishedOn === null) {
      await tx
        .update(call)
        .set({ ...after, version: before.version + 1 })
        .where(eq(call.id, id))
      return
    }
    const today = house.clock.today()
    checkCorrection(before, after, today)
    const diff = difference(callValues(before), callValues(after))
    if (!diff) return
    const reason = neededReason(input.reason, 'reason', 'sayWhy')
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: 'secretariat', for: null },
      act: 'correctCall',
      object: callObject(planId, id),
      content: { ...diff, reason },
    })
    await tx.insert(callCorrection).values({ callId: id, reason, correctedOn: today, recordSeq })
    await tx
      .update(call)
      .set({ ...after, version: before.version + 1, recordSeq })
      .where(eq(call.id, id))
    if ('endsOn' in diff.after || 'answerDays' in diff.after)
      await tx
        .update(idea)
        .set({ answerDue: addDays(after.endsOn, after.answerDays) })
        .where(and(eq(idea.planId, planId), eq(idea.callId, id), eq(idea.answerState, 'waiting')))
  })
}

/** What everyone has been told is not taken back: the start, the end of a closed call, what may be sent. */
function checkCorrection(before: Call, after: CallColumns, today: Day): void {
  const problems = []
  if (after.startsOn !== before.startsOn) problems.push(callProblem('startsOn', 'startIsFixed'))
  if (after.endsOn !== before.endsOn) {
    if (callState(before, today) === 'closed') problems.push(callProblem('endsOn', 'endIsFixed'))
    else if (after.endsOn < today) problems.push(callProblem('endsOn', 'endsInThePast'))
  }
  if (before.kinds.some((kind) => !after.kinds.includes(kind))) problems.push(callProblem('kinds', 'kindIsInUse'))
  if (problems.length) throw wrongFields(problems)
}
