import { and, asc, eq, sql } from 'drizzle-orm'
import { type Actor, allow } from '../../people/index.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import type { House } from '../../platform/house.ts'
import { wrongFields } from '../../platform/refusal.ts'
import { append } from '../../record/index.ts'
import { difference, enteredCertainty, isAdopted, neededReason, parted, type Values } from './changes.ts'
import { inOneTransaction } from './inOneTransaction.ts'
import { problem } from './input/formReader.ts'
import type { PhaseInput } from './input/phaseInput.ts'
import { lockPhaseAt, lockPlan } from './locks.ts'
import { planPolicy } from './policy.ts'
import type { Phase } from './queries.ts'
import { phase } from './tables.ts'
import { editedText, editedTitle } from './translations.ts'

type PhaseColumns = Pick<
  Phase,
  'title' | 'label' | 'plannedStart' | 'plannedEnd' | 'plannedNote' | 'hours' | 'actualStart' | 'actualEnd' | 'basis' | 'invitation'
>

function phaseColumns(before: Phase | null, input: PhaseInput): PhaseColumns {
  return {
    title: editedTitle(before?.title ?? null, input.title),
    label: editedText(before?.label ?? null, input.label),
    plannedStart: input.plannedStart,
    plannedEnd: input.plannedEnd,
    plannedNote: editedText(before?.plannedNote ?? null, input.plannedNote),
    hours: input.hours,
    actualStart: input.actualStart,
    actualEnd: input.actualEnd,
    basis: editedText(before?.basis ?? null, input.basis),
    invitation: editedText(before?.invitation ?? null, input.invitation),
  }
}

const phaseValues = (columns: PhaseColumns): Values => ({
  title: columns.title,
  label: columns.label,
  plannedStart: columns.plannedStart,
  plannedEnd: columns.plannedEnd,
  plannedNote: columns.plannedNote,
  hours: columns.hours,
  actualStart: columns.actualStart,
  actualEnd: columns.actualEnd,
  basis: columns.basis,
  invitation: columns.invitation,
})

/** Adds a phase to a plan's calendar and returns its id. */
export async function createPhase(house: House, actor: Actor, planId: string, input: PhaseInput): Promise<number> {
  allow(planPolicy.editPhases, actor, undefined)
  return inOneTransaction(house, async (tx) => {
    await lockPlan(tx, planId, 'update')
    const today = house.clock.today()
    const columns = phaseColumns(null, input)
    const position = await place(tx, planId, null, input.after)
    const happened = columns.actualStart || columns.actualEnd
    const [row] = await tx
      .insert(phase)
      .values({
        planId,
        position,
        ...columns,
        actualKnownFrom: happened ? today : null,
        knownFrom: today,
        certainty: enteredCertainty(house),
        recordSeq: 0,
      })
      .returning({ id: phase.id })
    if (!row) throw new Error('the phase was not stored')
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: 'secretariat', for: null },
      act: 'createPhase',
      object: `/plans/${planId}/phases/${row.id}`,
      content: phaseValues(columns),
    })
    await tx.update(phase).set({ recordSeq }).where(eq(phase.id, row.id))
    return row.id
  })
}

/** Edits a phase. Its planned dates change only with a reason once the plan is adopted. */
export async function editPhase(
  house: House,
  actor: Actor,
  planId: string,
  phaseId: number,
  input: PhaseInput & { version: number },
): Promise<void> {
  allow(planPolicy.editPhases, actor, undefined)
  await inOneTransaction(house, async (tx) => {
    const plan = await lockPlan(tx, planId, 'update')
    const today = house.clock.today()
    const before = await lockPhaseAt(tx, planId, phaseId, input.version, today)
    const after = phaseColumns(before, input)
    const keepsHidden = isHidden(before, today) && !after.actualStart && !after.actualEnd
    if (keepsHidden) Object.assign(after, { actualStart: before.actualStart, actualEnd: before.actualEnd })
    const position = await place(tx, planId, before, input.after)
    const values = phaseValues(before)
    const diff = difference({ ...values, position: before.position }, { ...phaseValues(after), position })
    if (!diff) return
    const amends = isAdopted(plan, today) && parted(diff).amendment !== null
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: 'secretariat', for: null },
      act: amends ? 'amendPhase' : 'editPhase',
      object: `/plans/${planId}/phases/${phaseId}`,
      content: { ...diff, ...(amends ? { reason: neededReason(input.reason) } : {}) },
    })
    const told = 'actualStart' in diff.after || 'actualEnd' in diff.after
    await tx
      .update(phase)
      .set({
        ...after,
        recordSeq,
        certainty: enteredCertainty(house),
        ...(told ? { actualKnownFrom: today, skippedOn: null, skippedReason: null } : {}),
      })
      .where(eq(phase.id, phaseId))
  })
}

/** Actual dates that are not known yet on the plan's day: the form did not show them. */
const isHidden = (row: Phase, today: Day): boolean => row.actualKnownFrom !== null && row.actualKnownFrom > today

/** Makes room after the phase with this id (or at the front) and returns the position to stand at. */
async function place(tx: Database, planId: string, moved: Phase | null, after: number | null): Promise<number> {
  const rows = await tx
    .select({ id: phase.id, position: phase.position })
    .from(phase)
    .where(eq(phase.planId, planId))
    .orderBy(asc(phase.position))
  const others = rows.filter((row) => row.id !== moved?.id)
  const at = after === null ? 0 : others.findIndex((row) => row.id === after) + 1
  if (after !== null && at === 0) throw wrongFields([problem('after', 'unknownValue')])
  const asBefore = moved && rows.findIndex((row) => row.id === moved.id) === at
  if (asBefore) return moved.position
  const next = others[at]
  if (!next) {
    const last = (others.at(-1)?.position ?? 0) + 1
    if (moved) await tx.update(phase).set({ position: last }).where(eq(phase.id, moved.id))
    return last
  }
  // Positions are used once: those behind step aside below zero first, then come back one further on.
  if (moved) await tx.update(phase).set({ position: sql`-1000000` }).where(eq(phase.id, moved.id))
  await tx
    .update(phase)
    .set({ position: sql`-${phase.position} - 1` })
    .where(and(eq(phase.planId, planId), sql`${phase.position} >= ${next.position}`))
  await tx
    .update(phase)
    .set({ position: sql`-${phase.position}` })
    .where(and(eq(phase.planId, planId), sql`${phase.position} between -999999 and -1`))
  if (moved) await tx.update(phase).set({ position: next.position }).where(eq(phase.id, moved.id))
  return next.position
}
