import { and, eq, max } from 'drizzle-orm'
import { type Actor, allow } from '../../people/index.ts'
import type { Database } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { wrongFields } from '../../platform/refusal.ts'
import { append } from '../../record/index.ts'
import { difference, enteredCertainty, isAdopted, neededReason, parted, type Values } from './changes.ts'
import { deadlineChange } from './extensions/tables.ts'
import { inOneTransaction } from './inOneTransaction.ts'
import type { DeadlineInput, PeriodInput } from './input/deadlineInput.ts'
import { problem } from './input/formReader.ts'
import { lockDeadlineAt, lockPlan } from './locks.ts'
import { planPolicy } from './policy.ts'
import { deadline, reportingPeriod } from './tables.ts'
import { editedText, editedTitle } from './translations.ts'

type StoredDeadline = typeof deadline.$inferSelect
type DeadlineColumns = Pick<StoredDeadline, 'kind' | 'duty' | 'periodId' | 'title' | 'due' | 'basis' | 'basisUrl'>

const deadlineColumns = (before: StoredDeadline | null, input: DeadlineInput, periodId: number | null): DeadlineColumns => ({
  kind: input.kind,
  duty: input.duty,
  periodId,
  title: editedTitle(before?.title ?? null, input.title),
  due: input.due,
  basis: editedText(before?.basis ?? null, input.basis) ?? {},
  basisUrl: input.basisUrl,
})

const deadlineValues = (columns: DeadlineColumns): Values => ({
  kind: columns.kind,
  duty: columns.duty,
  period: columns.periodId,
  title: columns.title,
  due: columns.due,
  basis: columns.basis,
  basisUrl: columns.basisUrl,
})

/** Adds a deadline to a plan and returns its id. */
export async function createDeadline(house: House, actor: Actor, planId: string, input: DeadlineInput): Promise<number> {
  allow(planPolicy.editDeadlines, actor, undefined)
  return inOneTransaction(house, async (tx) => {
    await lockPlan(tx, planId, 'update')
    const columns = deadlineColumns(null, input, await periodId(tx, house, planId, input.period))
    const [row] = await tx
      .insert(deadline)
      .values({ planId, ...columns, knownFrom: house.clock.today(), certainty: enteredCertainty(house), recordSeq: 0 })
      .returning({ id: deadline.id })
    if (!row) throw new Error('the deadline was not stored')
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: 'secretariat', for: null },
      act: 'createDeadline',
      object: `/plans/${planId}/deadlines/${row.id}`,
      content: deadlineValues(columns),
    })
    await tx.update(deadline).set({ recordSeq }).where(eq(deadline.id, row.id))
    return row.id
  })
}

/**
 * Edits a deadline. Its date changes only with a reason once the plan is adopted; what it was before stays
 * visible. `language` is the one the reason is written in.
 */
export async function editDeadline(
  house: House,
  actor: Actor,
  planId: string,
  id: number,
  input: DeadlineInput & { version: number; language: Language },
): Promise<void> {
  allow(planPolicy.editDeadlines, actor, undefined)
  await inOneTransaction(house, async (tx) => {
    const plan = await lockPlan(tx, planId, 'update')
    const today = house.clock.today()
    const before = await lockDeadlineAt(tx, planId, id, input.version, today)
    const after = deadlineColumns(before, input, await periodId(tx, house, planId, input.period))
    const diff = difference(deadlineValues(before), deadlineValues(after))
    if (!diff) return
    const reason = isAdopted(plan, today) && parted(diff).amendment !== null ? neededReason(input.reason) : null
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: 'secretariat', for: null },
      act: reason ? 'amendDeadline' : 'editDeadline',
      object: `/plans/${planId}/deadlines/${id}`,
      content: { ...diff, ...(reason ? { reason } : {}) },
    })
    await tx
      .update(deadline)
      .set({ ...after, certainty: enteredCertainty(house), recordSeq })
      .where(eq(deadline.id, id))
    if (reason)
      await tx.insert(deadlineChange).values({
        deadlineId: id,
        kind: after.kind,
        before: before.due,
        after: after.due,
        reason,
        language: input.language,
        changedOn: today,
        recordSeq,
      })
  })
}

/** The reporting period a deadline is for; a new one is written first, with an entry of its own. */
async function periodId(tx: Database, house: House, planId: string, input: PeriodInput): Promise<number | null> {
  if (!input) return null
  if ('id' in input) {
    const [row] = await tx
      .select({ id: reportingPeriod.id })
      .from(reportingPeriod)
      .where(and(eq(reportingPeriod.id, input.id), eq(reportingPeriod.planId, planId)))
    if (!row) throw wrongFields([problem('period', 'unknownPeriod')])
    return row.id
  }
  const [last] = await tx
    .select({ position: max(reportingPeriod.position) })
    .from(reportingPeriod)
    .where(eq(reportingPeriod.planId, planId))
  const position = (last?.position ?? 0) + 1
  const recordSeq = await append(tx, house.clock.now(), {
    actor: { role: 'secretariat', for: null },
    act: 'createReportingPeriod',
    object: `/plans/${planId}/periods/${position}`,
    content: { ...input },
  })
  const [row] = await tx
    .insert(reportingPeriod)
    .values({ planId, position, ...input, recordSeq })
    .returning({ id: reportingPeriod.id })
  if (!row) throw new Error('the reporting period was not stored')
  return row.id
}
