import { eq } from 'drizzle-orm'
import { document, documentContent, documentVersion } from '../cycle/documents/tables.ts'
import { deadline, phase, plan, reportingPeriod } from '../cycle/plan/tables.ts'
import { reportSection, sectionKinds } from '../cycle/reporting/tables.ts'
import type { Database } from '../platform/database/database.ts'
import { type Day, firstDay, lastDay } from '../platform/dates/partialDate.ts'
import type { House } from '../platform/house.ts'
import { type LocalText, localText } from '../platform/languages/languages.ts'
import { append } from '../record/index.ts'
import type { DeadlineByHand, DocumentByHand, PhaseByHand, PlanByHand } from './byHand.ts'
import { importCommitments } from './importCommitments.ts'
import { importOrganisations } from './importOrganisations.ts'
import { fingerprint, type PlanFile, readPlanFile } from './planFile.ts'

/** What stands in a data file and what was added to it by hand. */
export type PlanToImport = { content: unknown; byHand: PlanByHand; steps?: readonly Omit<PhaseByHand, 'title' | 'certainty'>[] }

/**
 * Writes a plan with all that belongs to it, in one transaction. A plan that is there is left as
 * it is: what people have changed or removed since must not come back.
 */
export async function importPlan(house: House, { content, byHand, steps = [] }: PlanToImport): Promise<void> {
  const file = readPlanFile(content)
  const now = house.clock.now()
  await house.db.transaction(async (tx) => {
    const [there] = await tx.select({ id: plan.id }).from(plan).where(eq(plan.id, byHand.id))
    if (there) return
    await importOrganisations(tx, now, file)
    // The record is public from today: what becomes known later is fixed in it by a fingerprint, not told.
    const recordSeq = await append(tx, now, {
      actor: { role: 'administrator', for: null },
      act: 'importPlan',
      object: `/plans/${byHand.id}`,
      content: {
        source: file.plan.id,
        title: localText(file.plan.title_lv, file.plan.title_en),
        periodStart: byHand.periodStart,
        periodEnd: byHand.periodEnd,
        data: { sha256: fingerprint(content) },
      },
    })
    await tx.insert(plan).values(planRow(file, byHand, recordSeq))
    const periodIds = await writePeriods(tx, byHand, recordSeq)
    await writeDeadlines(tx, file, byHand, periodIds, recordSeq)
    await writePhases(tx, file, byHand, steps, recordSeq)
    for (const one of byHand.documents) await writeDocument(tx, byHand.id, one, recordSeq)
    for (const kind of sectionKinds) {
      const body = byHand.sections[kind]
      if (body) await tx.insert(reportSection).values({ planId: byHand.id, kind, body, recordSeq })
    }
    await importCommitments(tx, now, file, byHand, recordSeq)
  })
}

function planRow(file: PlanFile, byHand: PlanByHand, recordSeq: number): typeof plan.$inferInsert {
  if (firstDay(byHand.periodStart) !== file.plan.period.start || lastDay(byHand.periodEnd) !== file.plan.period.end)
    throw new Error(`the period of ${byHand.id} is not the data's`)
  return {
    id: byHand.id,
    sourceId: file.plan.id,
    ordinal: byHand.ordinal,
    title: localText(file.plan.title_lv, file.plan.title_en),
    shortTitle: byHand.shortTitle,
    periodStart: byHand.periodStart,
    periodEnd: byHand.periodEnd,
    periodNote: byHand.periodNote,
    oversight: byHand.oversight,
    approvalAct: byHand.approvalAct,
    approvalUrl: file.plan.sources[0] ?? null,
    approvedOn: file.plan.approval.date,
    commitmentsExpected: byHand.commitmentsExpected,
    sources: [...byHand.sources],
    certainty: file.plan.certainty,
    recordSeq,
  }
}

async function writePeriods(tx: Database, byHand: PlanByHand, recordSeq: number): Promise<number[]> {
  const rows = byHand.periods.map((period, index) => ({ planId: byHand.id, position: index + 1, ...period, recordSeq }))
  const written = await tx.insert(reportingPeriod).values(rows).returning({ id: reportingPeriod.id, position: reportingPeriod.position })
  return written.sort((a, b) => a.position - b.position).map((row) => row.id)
}

/** The data write both languages in one text, with a slash between them; that it is from the slides stands in the basis. */
function twoLanguages(text: string): LocalText {
  const [lv, en] = text.split(' / ').map((part) => part.replace(/ \((prezentācijā|deck)\)$/, ''))
  return localText(lv, en)
}

async function writeDeadlines(
  tx: Database,
  file: PlanFile,
  byHand: PlanByHand,
  periodIds: readonly number[],
  recordSeq: number,
): Promise<void> {
  const rows = (kind: 'legal' | 'working', told: readonly { what: string; by: Day | null }[], added: readonly DeadlineByHand[]) =>
    told.map(({ what, by }, index): typeof deadline.$inferInsert => {
      const rest = added[index]
      if (!rest) throw new Error(`nothing is known of the ${kind} deadline “${what}”`)
      const { period, ...columns } = rest
      const periodId = period === null ? null : (periodIds[period - 1] ?? null)
      return { planId: byHand.id, kind, title: twoLanguages(what), due: by, periodId, ...columns, recordSeq }
    })
  const all = [
    ...rows('legal', file.plan.legal_deadlines, byHand.legalDeadlines),
    ...rows('working', file.plan.working_deadlines, byHand.workingDeadlines),
  ]
  if (all.length) await tx.insert(deadline).values(all)
}

/** A document at its address elsewhere; it came into the repository on the day from which it is known. */
async function writeDocument(tx: Database, planId: string, { url, knownFrom, ...said }: DocumentByHand, recordSeq: number): Promise<void> {
  const [about] = await tx
    .insert(document)
    .values({ ...said, planId, addedOn: knownFrom, recordSeq })
    .returning({ id: document.id })
  if (!about) throw new Error('the document was not stored')
  const [version] = await tx
    .insert(documentVersion)
    .values({ documentId: about.id, number: 1, publishedOn: knownFrom, recordSeq })
    .returning({ id: documentVersion.id })
  if (!version) throw new Error('the version was not stored')
  if (url) await tx.insert(documentContent).values({ versionId: version.id, part: 'main', url })
}

/** The calendar of the data, step by step; what only happened, and was not planned, is known from its day. */
function phasesOfCalendar(file: PlanFile, steps: readonly Omit<PhaseByHand, 'title' | 'certainty'>[]): PhaseByHand[] {
  return file.plan.calendar.map((row, index) => {
    const step = steps[index]
    if (!step) throw new Error(`nothing is known of the step “${row.what_lv}”`)
    const actual = row.actual
      ? { actualStart: row.actual, actualEnd: row.actual, ...(row.planned ? { actualKnownFrom: row.actual } : { knownFrom: row.actual }) }
      : {}
    return { ...step, title: localText(row.what_lv, row.what_en), certainty: row.certainty, ...actual }
  })
}

async function writePhases(
  tx: Database,
  file: PlanFile,
  byHand: PlanByHand,
  steps: readonly Omit<PhaseByHand, 'title' | 'certainty'>[],
  recordSeq: number,
): Promise<void> {
  const all = [...byHand.phases, ...phasesOfCalendar(file, steps)]
  if (all.length) await tx.insert(phase).values(all.map((row, index) => ({ ...row, planId: byHand.id, position: index + 1, recordSeq })))
}
