import { index, pgTable, text } from 'drizzle-orm/pg-core'
import { organisation, person } from '../people/index.ts'
import { dayColumn } from '../platform/database/columns.ts'

/**
 * A task that was handed to one of those who act for its institution or organisation. Tasks are computed:
 * this row names one, and counts for nothing once the person no longer acts there. Never public.
 */
export const taskAssignment = pgTable(
  'task_assignment',
  {
    /** The task's own name, see platform/task.ts. */
    task: text('task').primaryKey(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisation.id),
    personId: text('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    assignedOn: dayColumn('assigned_on').notNull(),
  },
  (t) => [index('task_assignment_by_organisation').on(t.organisationId), index('task_assignment_by_person').on(t.personId)],
)
