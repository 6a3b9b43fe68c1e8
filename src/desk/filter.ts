import type { Day } from '../platform/dates/partialDate.ts'
import { taskKinds } from '../platform/task.ts'
import { type DeskTask, type Group, groups } from './desk.ts'
import { isLate, latenesses } from './lateness.ts'

/** By what tasks can be chosen; the names stand in the address. */
export const filterNames = ['plan', 'institution', 'kind', 'late'] as const
export type FilterName = (typeof filterNames)[number]

/** The chosen values by filter; a filter that is not there lets all pass. */
export type Filter = Partial<Record<FilterName, string>>

/** The values that some task has for each filter, so that no choice finds nothing by itself. */
export type Choices = Record<FilterName, string[]>

/** What one task has for each filter. */
const valuesOf = (task: DeskTask, today: Day): Choices => ({
  plan: task.planId === null ? [] : [task.planId],
  institution: task.doer.organisationId === null ? [] : [task.doer.organisationId],
  kind: [task.kind],
  late: latenesses.filter((lateness) => isLate(lateness, task, today)),
})

/** What can be chosen among these tasks. */
export function choicesAmong(tasks: readonly DeskTask[], today: Day): Choices {
  const found: Record<FilterName, Set<string>> = { plan: new Set(), institution: new Set(), kind: new Set(), late: new Set() }
  for (const task of tasks) {
    const values = valuesOf(task, today)
    for (const name of filterNames) for (const value of values[name]) found[name].add(value)
  }
  return {
    plan: [...found.plan],
    institution: [...found.institution],
    kind: taskKinds.filter((kind) => found.kind.has(kind)),
    late: latenesses.filter((lateness) => found.late.has(lateness)),
  }
}

/** The filter an address asks for, and whether it asks for what nothing has. */
export function readFilter(query: URLSearchParams, choices: Choices): { filter: Filter; ignored: boolean } {
  const asked = filterNames.flatMap((name) => {
    const value = query.get(name)
    return value ? [[name, value] as const] : []
  })
  const known = asked.filter(([name, value]) => choices[name].includes(value))
  return { filter: Object.fromEntries(known), ignored: known.length < asked.length }
}

/** The group an address asks for; null = all of them, each in short. */
export const readGroup = (query: URLSearchParams): Group | null => groups.find((group) => group === query.get('whose')) ?? null

/** The tasks that have the asked value of every filter. */
export const matching = (tasks: readonly DeskTask[], filter: Filter, today: Day): DeskTask[] =>
  tasks.filter((task) => {
    const values = valuesOf(task, today)
    return filterNames.every((name) => filter[name] === undefined || values[name].includes(filter[name]))
  })
