import { isDeepStrictEqual } from 'node:util'
import { and, eq } from 'drizzle-orm'
import { type Actor, allow } from '../../people/index.ts'
import type { Database } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { append } from '../../record/index.ts'
import { editedText, plan, type TypedText } from '../plan/index.ts'
import { reportingPolicy } from './policy.ts'
import type { ReportSection } from './queries.ts'
import { reportSection, type SectionKind } from './tables.ts'

/** What was typed of one part of the report; version 0 = it was not written yet. */
export type SectionInput = { kind: SectionKind; body: TypedText; version: number }

/** Writes one part of a plan's report in both languages. What was left as it was leaves no trace. */
export async function editReportSection(house: House, actor: Actor, planId: string, input: SectionInput): Promise<void> {
  allow(reportingPolicy.editReportTexts, actor, undefined)
  const { kind, version } = input
  await house.db.transaction(async (tx) => {
    const before = await lockSection(tx, planId, kind)
    const body = editedText(before?.body ?? null, input.body) ?? {}
    if (isDeepStrictEqual(body, before?.body ?? {})) return
    if ((before?.version ?? 0) !== version) throw new Refusal(409)
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: 'secretariat', for: null },
      act: 'editReportSection',
      object: `/plans/${planId}/report/${kind}`,
      content: { before: { body: before?.body ?? null }, after: { body } },
    })
    if (before)
      await tx
        .update(reportSection)
        .set({ body, version: version + 1, recordSeq })
        .where(eq(reportSection.id, before.id))
    else await tx.insert(reportSection).values({ planId, kind, body, recordSeq })
  })
}

/** The stored part, locked; the plan's lock keeps two from writing it for the first time at once. */
async function lockSection(tx: Database, planId: string, kind: SectionKind): Promise<ReportSection | null> {
  const [found] = await tx.select({ id: plan.id }).from(plan).where(eq(plan.id, planId)).for('update')
  if (!found) throw notFound()
  const [row] = await tx
    .select()
    .from(reportSection)
    .where(and(eq(reportSection.planId, planId), eq(reportSection.kind, kind)))
    .for('update')
  return row ?? null
}
