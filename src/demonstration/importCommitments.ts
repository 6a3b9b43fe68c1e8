import { sourceState } from '../cycle/monitoring/tables.ts'
import {
  commitment,
  commitmentFact,
  commitmentLink,
  commitmentParty,
  commitmentRelation,
  finding,
  milestone,
  type Part,
} from '../cycle/plan/tables.ts'
import type { Database } from '../platform/database/database.ts'
import { firstDay, lastDay } from '../platform/dates/partialDate.ts'
import { localText } from '../platform/languages/languages.ts'
import { append, type Json } from '../record/index.ts'
import type { LinkByHand, NamedCertainty, PlanByHand } from './byHand.ts'
import { type FileCommitment, type FileMilestone, leadsOf, type PlanFile, takingPart } from './planFile.ts'

type CommitmentRow = typeof commitment.$inferInsert
type PartyRow = typeof commitmentParty.$inferInsert
type MilestoneRow = typeof milestone.$inferInsert

/** Writes the commitments of a plan by their numbers, each with its milestones by position and all that is known of it. */
export async function importCommitments(tx: Database, now: Date, file: PlanFile, byHand: PlanByHand, planSeq: number): Promise<void> {
  const ids = new Map<number, number>()
  for (const told of file.commitments) ids.set(told.number, await importCommitment(tx, now, file, byHand, told, planSeq))
  const idOf = (number: number): number => {
    const id = ids.get(number)
    if (id === undefined) throw new Error(`${byHand.id} has no commitment ${number}`)
    return id
  }
  const pairs = byHand.commitments.related.map(([a, b]) => [idOf(a), idOf(b)].sort((x, y) => x - y))
  for (const [commitmentId, relatedId] of pairs)
    if (commitmentId && relatedId) await tx.insert(commitmentRelation).values({ commitmentId, relatedId })
}

async function importCommitment(
  tx: Database,
  now: Date,
  file: PlanFile,
  byHand: PlanByHand,
  told: FileCommitment,
  planSeq: number,
): Promise<number> {
  const columns = commitmentColumns(byHand, told)
  const parties = partiesOf(file, byHand, told)
  const milestones = told.milestones.map((m, index) => milestoneColumns(byHand, told, m, index + 1))
  // What is known from the beginning has an entry of its own; the rest names the plan's, with the fingerprint.
  const recordSeq =
    byHand.commitments.knownFrom === null
      ? await append(tx, now, {
          actor: { role: 'administrator', for: null },
          act: 'importCommitment',
          object: `/plans/${byHand.id}/commitments/${told.number}`,
          content: recordedContent(columns, parties, milestones),
        })
      : planSeq
  const [row] = await tx
    .insert(commitment)
    .values({ ...columns, planId: byHand.id, number: told.number, recordSeq })
    .returning({ id: commitment.id })
  if (!row) throw new Error('the commitment was not stored')
  const commitmentId = row.id
  if (parties.length) await tx.insert(commitmentParty).values(parties.map((party) => ({ ...party, commitmentId })))
  for (const [index, m] of told.milestones.entries())
    await writeMilestone(tx, byHand, told, m, index + 1, { commitmentId, recordSeq, planSeq })
  await writeLinksAndFacts(tx, byHand, told, commitmentId, planSeq)
  await tx.insert(finding).values(findingOf(byHand, told, commitmentId, planSeq))
  return commitmentId
}

function commitmentColumns(byHand: PlanByHand, told: FileCommitment): Omit<CommitmentRow, 'planId' | 'number' | 'recordSeq'> {
  const { start, end } = byHand.commitments.period(told.period.precision)
  if (firstDay(start) !== told.period.start || lastDay(end) !== told.period.end)
    throw new Error(`the period of commitment ${told.number} is not the data's`)
  const certaintyOf: NamedCertainty = {
    description: told.description_certainty,
    lead: told.lead_certainty,
    supporting: told.supporting_certainty,
    values: told.values_certainty,
    period: told.period.certainty,
    officialTitle: told.official_title_certainty,
  }
  return {
    title: localText(told.title_lv, told.title_en),
    officialTitle: told.official_title_lv ? localText(told.official_title_lv) : null,
    problem: localText(told.problem_lv, told.problem_en),
    promise: localText(told.description_lv, told.description_en),
    values: told.values,
    periodStart: start,
    periodEnd: end,
    moneySource: byHand.commitments.money,
    ogpId: told.ogp_id,
    certainty: told.certainty,
    certaintyOf,
    sources: told.sources.filter((source) => !byHand.commitments.laterSources.includes(source)),
    knownFrom: byHand.commitments.knownFrom,
  }
}

/** Public bodies that are not in the lead support; all others are partners. */
function partiesOf(file: PlanFile, byHand: PlanByHand, told: FileCommitment): Omit<PartyRow, 'commitmentId'>[] {
  const leads = leadsOf(told)
  const sectors = new Map(file.institutions.map((institution) => [institution.id, institution.sector]))
  const partOf = (id: string): Part => {
    if (leads.includes(id)) return 'lead'
    return ['government', 'parliament', 'municipality'].includes(sectors.get(id) ?? '') ? 'supporting' : 'partner'
  }
  return takingPart(told).map((organisationId, index) => {
    const part = partOf(organisationId)
    return {
      organisationId,
      part,
      position: index + 1,
      scope: byHand.commitments.scopes[`${told.number}/${organisationId}`] ?? null,
      certainty: part === 'lead' ? told.lead_certainty : told.supporting_certainty,
    }
  })
}

function milestoneColumns(
  byHand: PlanByHand,
  told: FileCommitment,
  m: FileMilestone,
  number: number,
): Omit<MilestoneRow, 'commitmentId' | 'recordSeq'> {
  const dates = byHand.commitments.milestoneDates[`${told.number}/${number}`] ?? m
  return { number, title: localText(m.title_lv, m.title_en), plannedStart: dates.start, plannedEnd: dates.end, certainty: m.certainty }
}

async function writeMilestone(
  tx: Database,
  byHand: PlanByHand,
  told: FileCommitment,
  m: FileMilestone,
  number: number,
  at: { commitmentId: number; recordSeq: number; planSeq: number },
): Promise<void> {
  const columns = milestoneColumns(byHand, told, m, number)
  const [row] = await tx
    .insert(milestone)
    .values({ ...columns, commitmentId: at.commitmentId, recordSeq: at.recordSeq })
    .returning({ id: milestone.id })
  if (!row) throw new Error('the milestone was not stored')
  // Nothing is known of an unknown state: it awaits a report.
  if (m.status === 'unknown') return
  const earlier = byHand.commitments.stateKnownFrom[`${told.number}/${number}`]
  await tx.insert(sourceState).values({
    milestoneId: row.id,
    state: m.status === 'completed' ? 'complete' : 'limited',
    knownFrom: earlier?.from ?? byHand.commitments.statesKnownFrom,
    certainty: m.certainty,
    sources: [...(earlier?.sources ?? [ogpPageOf(told) ?? byHand.commitments.report.url])],
    recordSeq: at.planSeq,
  })
}

async function writeLinksAndFacts(
  tx: Database,
  byHand: PlanByHand,
  told: FileCommitment,
  commitmentId: number,
  planSeq: number,
): Promise<void> {
  const links = [...byHand.commitments.links.filter((link) => link.commitment === told.number), ...ogpLink(told)]
  if (links.length)
    await tx.insert(commitmentLink).values(links.map(({ kind, title, url, knownFrom }) => ({ commitmentId, kind, title, url, knownFrom })))
  const facts = byHand.commitments.facts.filter((fact) => fact.commitment === told.number)
  if (facts.length)
    await tx.insert(commitmentFact).values(
      facts.map(({ kind, lv, en, happenedOn, knownFrom, certainty, sources }) => ({
        commitmentId,
        kind,
        text: localText(lv, en),
        happenedOn,
        knownFrom,
        certainty,
        sources: [...sources],
        recordSeq: planSeq,
      })),
    )
}

/** OGP's page of the commitment, where it was seen. */
const ogpPageOf = (told: FileCommitment): string | null =>
  told.sources.find((source) => source.includes(`/commitments/${told.ogp_id}`)) ?? null

function ogpLink(told: FileCommitment): LinkByHand[] {
  const url = ogpPageOf(told)
  if (!url) return []
  const title = localText(
    `OGP lapa par apņemšanos ${told.ogp_id} (angliski)`,
    `OGP’s page of commitment ${told.ogp_id}: “${told.ogp_title_en}”`,
  )
  return [{ commitment: told.number, kind: 'page', title, url, knownFrom: null }]
}

/** The reviewer's finding, in OGP's own scales. Null is not known. */
function findingOf(byHand: PlanByHand, told: FileCommitment, commitmentId: number, planSeq: number): typeof finding.$inferInsert {
  const { report, findingNotes } = byHand.commitments
  const { ambition } = told.irm
  return {
    commitmentId,
    report: report.title,
    reportUrl: report.url,
    completion: told.completion === 'complete' || told.completion === 'substantial' ? told.completion : null,
    // The data give one commitment a potential impact where the others have an ambition.
    potentialImpact: ambition === 'minor potential impact' ? 'minor' : null,
    ambition: ambition === 'low' || ambition === 'high' ? ambition : null,
    didItOpen: told.irm.did_it_open,
    relevant: told.irm.relevant,
    verifiable: told.irm.verifiable,
    note: findingNotes[told.number] ?? null,
    knownFrom: report.knownFrom,
    certainty: told.certainty,
    recordSeq: planSeq,
  }
}

/** What the record tells of a commitment: its text, who takes part, its milestones. */
function recordedContent(
  columns: ReturnType<typeof commitmentColumns>,
  parties: ReturnType<typeof partiesOf>,
  milestones: readonly ReturnType<typeof milestoneColumns>[],
): { [key: string]: Json } {
  return {
    title: columns.title,
    officialTitle: columns.officialTitle ?? null,
    problem: columns.problem ?? null,
    promise: columns.promise ?? null,
    values: columns.values ?? [],
    periodStart: columns.periodStart ?? null,
    periodEnd: columns.periodEnd ?? null,
    ogpId: columns.ogpId ?? null,
    parties: parties.map((party) => ({ organisation: party.organisationId, part: party.part })),
    milestones: milestones.map((m) => ({
      number: m.number,
      title: m.title,
      plannedStart: m.plannedStart ?? null,
      plannedEnd: m.plannedEnd ?? null,
    })),
  }
}
