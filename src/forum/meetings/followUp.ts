import { and, eq } from 'drizzle-orm'
import { editedText, editedTitle, type TypedText } from '../../cycle/plan/index.ts'
import { type Actor, allow, holdPerson } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { append } from '../../record/index.ts'
import { lockForum, lockMeeting } from '../locks.ts'
import { forumPolicy } from '../policy.ts'
import { say } from '../problemTexts.ts'
import { seatOfPerson } from '../queries.ts'
import { decisionObject, meetingObject } from '../words.ts'
import { decisionByNumber, opinionById } from './queries.ts'
import { forumOpinion, forumTask, type TaskState } from './tables.ts'

/** Publishes how far a task of a decision has come; one that is dropped says why. Refuses with 409 when another was faster. */
export async function followTask(
  house: House,
  actor: Actor,
  to: { forumId: string; decision: number; taskId: number; version: number; state: TaskState; note: TypedText },
): Promise<void> {
  allow(forumPolicy.followTasks, actor, undefined)
  await house.db.transaction(async (tx) => {
    const { demonstration } = await lockForum(tx, to.forumId)
    const today = house.clock.today()
    const found = await decisionByNumber(tx, to.forumId, to.decision, today)
    const [task] = await tx
      .select()
      .from(forumTask)
      .where(and(eq(forumTask.id, to.taskId), eq(forumTask.decisionId, found?.decision.id ?? 0)))
      .for('update')
    if (!task) throw notFound()
    if (task.version !== to.version) throw new Refusal(409)
    const note = editedText(task.note, to.note)
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: 'secretariat', for: null },
      act: 'followForumTask',
      object: decisionObject(to.forumId, to.decision),
      content: {
        ...(demonstration ? { demonstration: true } : {}),
        task: task.title,
        before: { state: task.state },
        after: { state: to.state, note },
      },
    })
    await tx
      .update(forumTask)
      .set({ state: to.state, note, changedOn: today, version: to.version + 1, recordSeq })
      .where(eq(forumTask.id, task.id))
  })
}

/** What a member speaks on: a decision by its number, or the minutes of a meeting. */
export type SpokenOn = { decision: number } | { meeting: number }

/**
 * Publishes a member's separate opinion on a decision, or an objection to minutes that are not approved yet. It is given
 * by whoever acts for the seat. The record tells of it; the words stand on the page.
 */
export async function giveOpinion(house: House, actor: Actor, forumId: string, on: SpokenOn, text: TypedText): Promise<void> {
  const { personId } = actor
  if (personId === null) throw new Refusal(401)
  await house.db.transaction(async (tx) => {
    await holdPerson(tx, personId)
    const { demonstration } = await lockForum(tx, forumId)
    const today = house.clock.today()
    const own = await seatOfPerson(tx, forumId, personId, today)
    const isDecision = 'decision' in on
    allow(isDecision ? forumPolicy.giveOpinion : forumPolicy.objectToMinutes, actor, { holders: own ? [personId] : [] })
    if (!own) throw new Refusal(403)
    const decision = isDecision ? await decisionByNumber(tx, forumId, on.decision, today) : null
    if (isDecision && !decision) throw notFound()
    if (!isDecision) {
      const row = await lockMeeting(tx, forumId, on.meeting)
      if (row.minutesPublishedOn === null) throw new Refusal(422, say('minutesMissing'))
      if (row.approvedOn !== null) throw new Refusal(422, say('minutesApproved'))
    }
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: 'forum-member', for: null },
      act: isDecision ? 'giveSeparateOpinion' : 'objectToMinutes',
      object: isDecision ? decisionObject(forumId, on.decision) : meetingObject(forumId, on.meeting),
      content: { ...(demonstration ? { demonstration: true } : {}), publishedOn: today, seat: own.seat.code },
    })
    await tx.insert(forumOpinion).values({
      decisionId: decision?.decision.id ?? null,
      meetingId: isDecision ? null : on.meeting,
      termId: own.term.id,
      text: editedTitle(null, text),
      publishedOn: today,
      recordSeq,
    })
  })
}

/** Publishes the secretariat's answer to a separate opinion or to an objection. Each is answered once. */
export async function answerOpinion(
  house: House,
  actor: Actor,
  { forumId, opinionId, answer }: { forumId: string; opinionId: number; answer: TypedText },
): Promise<void> {
  allow(forumPolicy.answerOpinions, actor, undefined)
  await house.db.transaction(async (tx) => {
    const { demonstration } = await lockForum(tx, forumId)
    const found = await opinionById(tx, forumId, opinionId)
    if (!found) throw notFound()
    if (found.opinion.answer) throw new Refusal(422, say('alreadyAnswered'))
    const today = house.clock.today()
    const said = editedTitle(null, answer)
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: 'secretariat', for: null },
      act: found.decision === null ? 'answerObjection' : 'answerSeparateOpinion',
      object: found.decision === null ? meetingObject(forumId, found.meetingId) : decisionObject(forumId, found.decision),
      content: { ...(demonstration ? { demonstration: true } : {}), publishedOn: today, answer: said },
    })
    await tx.update(forumOpinion).set({ answer: said, answeredOn: today, recordSeq }).where(eq(forumOpinion.id, opinionId))
  })
}
