import type { Values } from './changes.ts'
import type { MilestoneInput } from './input/milestoneInput.ts'
import type { Milestone } from './queries.ts'
import { editedText, editedTitle } from './translations.ts'

/** The columns of a milestone that its form writes. */
export type MilestoneColumns = Pick<Milestone, 'title' | 'plannedStart' | 'plannedEnd' | 'plannedNote'>

/** A milestone's columns after the form; `before` is null for a new one. */
export const milestoneColumns = (before: Milestone | null, input: MilestoneInput): MilestoneColumns => ({
  title: editedTitle(before?.title ?? null, input.title),
  plannedStart: input.plannedStart,
  plannedEnd: input.plannedEnd,
  plannedNote: editedText(before?.plannedNote ?? null, input.plannedNote),
})

/** A milestone's values for comparing and for the record. */
export const milestoneValues = (columns: MilestoneColumns): Values => ({
  title: columns.title,
  plannedStart: columns.plannedStart,
  plannedEnd: columns.plannedEnd,
  plannedNote: columns.plannedNote,
})
