import { and, eq, inArray, isNull } from 'drizzle-orm'
import { feedbackTasks } from '../accessibility/index.ts'
import { eventTasks } from '../cycle/events/index.ts'
import { answerTasks, callTasks, moderationTasks } from '../cycle/ideas/index.ts'
import { noticeTasks } from '../cycle/inform/index.ts'
import { contributionsDue } from '../cycle/monitoring/index.ts'
import { type PlansAtWork, plansAtWork, planTasks } from '../cycle/plan/index.ts'
import { reportTasks } from '../cycle/reporting/index.ts'
import { surveyTasks } from '../cycle/survey/index.ts'
import { type Actor, actsForAny, holds, letterTasks, organisationsInTime, person, roleAssignment } from '../people/index.ts'
import type { Database } from '../platform/database/database.ts'
import type { Day } from '../platform/dates/partialDate.ts'
import type { House } from '../platform/house.ts'
import type { Task, TasksAsked } from '../platform/task.ts'
import { byLateness } from './lateness.ts'
import { taskAssignment } from './tables.ts'

/** To whom a task was handed, and when. */
export type Holder = { personId: string; name: string; on: Day }

/** Whose a task is, seen from a desk: mine to do; handed to a colleague; somebody else's. */
export const groups = ['mine', 'ours', 'others'] as const
export type Group = (typeof groups)[number]

/** A task on somebody's desk. Who holds it is known to those who act for the same institution or organisation, and to the secretariat. */
export type DeskTask = Task & { group: Group; holder: Holder | null }

/** All that is due as seen from one desk, the latest first, and the plans it rests on. */
export type Desk = {
  at: PlansAtWork
  tasks: DeskTask[]
  /** The institutions and organisations the actor acts for. */
  mine: string[]
}

/** What an actor may hear of: the secretariat of everything, others of what is due on the commitments in which they take part. */
const askedBy = (actor: Actor, today: Day): TasksAsked => ({
  today,
  organisations: holds(actor, 'secretariat') ? 'all' : actsForAny(actor),
  house: (['moderator', 'secretariat', 'administrator'] as const).filter((role) => holds(actor, role)),
})

/** Every module's tasks. A new module tells its own here. */
async function allTasks({ db, clock }: House, at: PlansAtWork, asked: TasksAsked): Promise<Task[]> {
  return [
    ...(await contributionsDue(db, at, asked)),
    ...(await planTasks(db, at, asked)),
    ...(await reportTasks(db, at, asked)),
    ...(await noticeTasks(db, asked)),
    ...(await callTasks(db, asked)),
    ...(await answerTasks(db, asked)),
    ...(await moderationTasks(db, asked)),
    ...(await surveyTasks(db, asked)),
    ...(await eventTasks(db, asked)),
    ...(await feedbackTasks(db, asked)),
    ...(await letterTasks(db, clock.now(), asked)),
  ]
}

/** Reads what is due as seen from the actor's desk: some fifteen queries, however much there is. */
export async function readDesk(house: House, actor: Actor): Promise<Desk> {
  const today = house.clock.today()
  const asked = askedBy(actor, today)
  const mine = actsForAny(actor)
  const known = await plansAtWork(house.db, today)
  const tasks = await allTasks(house, known, asked)
  const at = await withNames(house, known, [...mine, ...tasks.flatMap(({ doer }) => doer.organisationId ?? [])])
  const holders = await holdersOf(house.db, asked.organisations === 'all' ? 'all' : mine)
  const onDesk = tasks.map((task): DeskTask => {
    const isOurs = task.doer.organisationId === null ? asked.house.includes(task.doer.role) : mine.includes(task.doer.organisationId)
    const holder = holders.get(task.id) ?? null
    const group = !isOurs ? 'others' : holder && holder.personId !== actor.personId ? 'ours' : 'mine'
    // That somebody has begun is theirs to know.
    return { ...task, group, holder, begunAt: isOurs ? task.begunAt : null }
  })
  return { at, mine, tasks: onDesk.sort(byLateness(today)) }
}

/** The names also of those for whom the actor acts, or who have something to do, where no plan names them. */
async function withNames({ db }: House, at: PlansAtWork, named: readonly string[]): Promise<PlansAtWork> {
  const others = await organisationsInTime(
    db,
    [...new Set(named)].filter((id) => !at.organisations.has(id)),
  )
  return others.size ? { ...at, organisations: new Map([...at.organisations, ...others]) } : at
}

/** Who holds which task, of these institutions and organisations or of all; nobody who no longer acts for it. One query. */
async function holdersOf(db: Database, organisations: readonly string[] | 'all'): Promise<Map<string, Holder>> {
  if (organisations !== 'all' && !organisations.length) return new Map()
  const rows = await db
    .selectDistinctOn([taskAssignment.task], {
      task: taskAssignment.task,
      personId: taskAssignment.personId,
      name: person.name,
      on: taskAssignment.assignedOn,
    })
    .from(taskAssignment)
    .innerJoin(person, and(eq(person.id, taskAssignment.personId), isNull(person.removedAt)))
    .innerJoin(
      roleAssignment,
      and(
        eq(roleAssignment.personId, taskAssignment.personId),
        eq(roleAssignment.organisationId, taskAssignment.organisationId),
        inArray(roleAssignment.role, ['officer', 'representative']),
        isNull(roleAssignment.endedAt),
      ),
    )
    .where(organisations === 'all' ? undefined : inArray(taskAssignment.organisationId, [...organisations]))
    .orderBy(taskAssignment.task)
  return new Map(rows.map(({ task, ...holder }) => [task, holder]))
}
