import type { Values } from './changes.ts'
import type { PlanInput } from './input/planInput.ts'
import type { Plan } from './queries.ts'
import { editedText, editedTitle } from './translations.ts'

/** The columns of a plan that its form writes. */
export type PlanColumns = Pick<
  Plan,
  | 'ordinal'
  | 'title'
  | 'shortTitle'
  | 'periodStart'
  | 'periodEnd'
  | 'periodNote'
  | 'oversight'
  | 'commitmentsExpected'
  | 'approvedOn'
  | 'approvalAct'
  | 'approvalUrl'
  | 'unansweredReason'
  | 'unansweredIdeas'
>

/** A plan's columns after the form; `before` is null for a new plan. */
export function planColumns(before: Plan | null, input: PlanInput): PlanColumns {
  return {
    ordinal: input.ordinal,
    title: editedTitle(before?.title ?? null, input.title),
    shortTitle: editedTitle(before?.shortTitle ?? null, input.shortTitle),
    periodStart: input.periodStart,
    periodEnd: input.periodEnd,
    periodNote: editedText(before?.periodNote ?? null, input.periodNote),
    oversight: editedText(before?.oversight ?? null, input.oversight),
    commitmentsExpected: editedText(before?.commitmentsExpected ?? null, input.commitmentsExpected),
    approvedOn: input.approvedOn,
    approvalAct: editedText(before?.approvalAct ?? null, input.approvalAct),
    approvalUrl: input.approvalUrl,
    unansweredReason: editedText(before?.unansweredReason ?? null, input.unansweredReason),
    unansweredIdeas: before?.unansweredIdeas ?? null,
  }
}

/** A plan's values for comparing and for the record. */
export const planValues = (columns: PlanColumns): Values => ({
  ordinal: columns.ordinal,
  title: columns.title,
  shortTitle: columns.shortTitle,
  periodStart: columns.periodStart,
  periodEnd: columns.periodEnd,
  periodNote: columns.periodNote,
  oversight: columns.oversight,
  commitmentsExpected: columns.commitmentsExpected,
  approvedOn: columns.approvedOn,
  approvalAct: columns.approvalAct,
  approvalUrl: columns.approvalUrl,
  ...(columns.unansweredIdeas ? { unansweredReason: columns.unansweredReason, unansweredIdeas: columns.unansweredIdeas } : {}),
})
