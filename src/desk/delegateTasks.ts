import { and, eq, notInArray } from 'drizzle-orm'
import { type Actor, allow, peopleActingFor } from '../people/index.ts'
import type { House } from '../platform/house.ts'
import type { Language } from '../platform/languages/languages.ts'
import { notFound, Refusal, wrongField } from '../platform/refusal.ts'
import { type DelegatedTask, delegatedLetter, delegationTexts, takenBackLetter } from './delegationLetters.ts'
import { type DeskTask, readDesk } from './desk.ts'
import { deskPolicy } from './policy.ts'
import { taskAssignment } from './tables.ts'

/** A task as the form showed it: who held it then, null when nobody did. */
export type SeenTask = { id: string; heldBy: string | null }

/** To whom the tasks go, or null to take them back so that they are again everyone's who acts there; `language` is the letters'. */
export type Delegation = { tasks: readonly SeenTask[]; to: string | null; language: Language }

/**
 * Hands tasks of one institution or organisation to one of those who act for it, or takes them back. Who gets
 * them and who had them is told by letter. Not public, so nothing of it stands in the record. Refuses with 409
 * when one of them has changed hands since the form was drawn.
 */
export async function delegateTasks(house: House, actor: Actor, { tasks: seen, to, language }: Delegation): Promise<void> {
  const { organisationId, tasks } = await tasksOfOne(house, actor, seen)
  allow(deskPolicy.delegateTasks, actor, { organisationId })
  const today = house.clock.today()
  await house.db.transaction(async (tx) => {
    const people = await peopleActingFor(tx, [organisationId], ['officer', 'representative'])
    const acting = people.map(({ personId }) => personId)
    const receiver = to === null ? null : people.find(({ personId }) => personId === to)
    if (receiver === undefined) throw wrongField('to', (reader) => delegationTexts[reader].chooseColleague)
    const changed = tasks.filter(({ heldBy }) => heldBy !== to)
    for (const { id, heldBy } of changed) {
      const isTask = eq(taskAssignment.task, id)
      const isSeen = and(isTask, eq(taskAssignment.personId, heldBy ?? ''))
      const row = { task: id, organisationId, personId: to ?? '', assignedOn: today }
      const done =
        to === null
          ? await tx.delete(taskAssignment).where(isSeen).returning({ task: taskAssignment.task })
          : heldBy === null
            ? await tx
                .insert(taskAssignment)
                .values(row)
                // Who no longer acts here holds it no more.
                .onConflictDoUpdate({ target: taskAssignment.task, set: row, setWhere: notInArray(taskAssignment.personId, acting) })
                .returning({ task: taskAssignment.task })
            : await tx.update(taskAssignment).set(row).where(isSeen).returning({ task: taskAssignment.task })
      if (!done.length) throw new Refusal(409, (reader) => delegationTexts[reader].changedMeanwhile)
    }
    const by = actor.name ?? ''
    const about = (of: readonly { task: DeskTask }[]): DelegatedTask[] => of.map(({ task }) => task)
    const write = (email: string, letter: { subject: string; body: string }) => house.mailer.queue(tx, { to: email, language, ...letter })
    if (receiver && receiver.personId !== actor.personId && changed.length)
      await write(receiver.email, delegatedLetter(language, { by, tasks: about(changed), url: house.configuration.url }))
    for (const former of people.filter(({ personId }) => personId !== to && personId !== actor.personId)) {
      const lost = changed.filter(({ heldBy }) => heldBy === former.personId)
      if (lost.length) await write(former.email, takenBackLetter(language, { by, tasks: about(lost), url: house.configuration.url }))
    }
  })
}

/** The tasks that a form names, as they stand on the actor's desk: all still due, and all of one institution or organisation. */
async function tasksOfOne(
  house: House,
  actor: Actor,
  seen: readonly SeenTask[],
): Promise<{ organisationId: string; tasks: (SeenTask & { task: DeskTask })[] }> {
  const { tasks } = await readDesk(house, actor)
  const byId = new Map(tasks.map((task) => [task.id, task]))
  const found = seen.flatMap((one) => {
    const task = byId.get(one.id)
    return task ? [{ ...one, task }] : []
  })
  const [first] = found
  const organisationId = first?.task.doer.organisationId
  if (!organisationId || found.length !== seen.length) throw notFound()
  if (found.some(({ task }) => task.doer.organisationId !== organisationId))
    throw wrongField('task', (reader) => delegationTexts[reader].ofOneAlone)
  return { organisationId, tasks: found }
}
