import { Readable } from 'node:stream'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { assessment, assessmentVersion, evidence, update, updateVersion } from '../cycle/monitoring/tables.ts'
import { commitment, milestone, reportingPeriod } from '../cycle/plan/index.ts'
import type { Database } from '../platform/database/database.ts'
import { day } from '../platform/dates/partialDate.ts'
import type { StoredFile } from '../platform/files/files.ts'
import type { House } from '../platform/house.ts'
import { append, type Json } from '../record/index.ts'
import { type AssessmentText, assessmentTexts, type EvidenceText, type UpdateText, type UpdateTexts, updateTexts } from './voicesTexts.ts'

const PLAN = 'lv-3'
const COMMITMENT = 1
const INSTITUTION = 'vk'
const ASSESSED_ON = day('2019-09-10')
const object = `/plans/${PLAN}/commitments/${COMMITMENT}`

/** The ids of what the voices speak about. */
type Subject = { commitmentId: number; milestones: Map<number, number>; periods: Map<number, number> }

/**
 * Writes the made-up updates and assessments of one commitment, all marked as such. When any
 * made-up row is there, nothing is written: what people did with them since must stay.
 */
export async function writeVoices(house: House): Promise<void> {
  if (await anyMadeUp(house.db)) return
  // Files are stored by their content outside of the transaction: to store one again changes nothing.
  const files = await takeFiles(house)
  await house.db.transaction(async (tx) => {
    const subject = await subjectOf(tx)
    for (const texts of updateTexts) await writeUpdate(tx, house.clock.now(), subject, texts, files)
    for (const text of assessmentTexts) await writeAssessment(tx, house.clock.now(), subject, text)
  })
}

async function anyMadeUp(db: Database): Promise<boolean> {
  const rows = await db.select({ id: update.id }).from(update).where(eq(update.demonstration, true)).limit(1)
  return rows.length > 0
}

async function takeFiles(house: House): Promise<Map<EvidenceText, StoredFile>> {
  const taken = new Map<EvidenceText, StoredFile>()
  for (const item of updateTexts.flatMap((texts) => texts.evidence))
    if ('content' in item) {
      const file = await house.files.take(item.fileName, Readable.from([Buffer.from(item.content, 'utf8')])).catch(() => null)
      // A house without a place for files does without them: every version names a link too.
      if (file) taken.set(item, file)
    }
  return taken
}

async function subjectOf(tx: Database): Promise<Subject> {
  const [found] = await tx
    .select({ id: commitment.id })
    .from(commitment)
    .where(and(eq(commitment.planId, PLAN), eq(commitment.number, COMMITMENT)))
  if (!found) throw new Error(`plan ${PLAN} has no commitment ${COMMITMENT}`)
  const milestones = await tx.select().from(milestone).where(eq(milestone.commitmentId, found.id))
  const periods = await tx.select().from(reportingPeriod).where(eq(reportingPeriod.planId, PLAN))
  return {
    commitmentId: found.id,
    milestones: new Map(milestones.map((row) => [row.number, row.id])),
    periods: new Map(periods.map((row) => [row.position, row.id])),
  }
}

function idIn(ids: ReadonlyMap<number, number>, number: number): number {
  const id = ids.get(number)
  if (id === undefined) throw new Error(`there is no number ${number}`)
  return id
}

async function writeUpdate(
  tx: Database,
  now: Date,
  subject: Subject,
  { evidence: items, versions }: UpdateTexts,
  files: ReadonlyMap<EvidenceText, StoredFile>,
): Promise<void> {
  const [first] = versions
  if (!first) return
  const [row] = await tx
    .insert(update)
    .values({
      milestoneId: idIn(subject.milestones, first.milestone),
      organisationId: INSTITUTION,
      periodId: idIn(subject.periods, first.period),
      demonstration: true,
    })
    .returning({ id: update.id })
  if (!row) throw new Error('the update was not stored')
  const evidenceIds: (number | null)[] = []
  for (const item of items)
    evidenceIds.push('url' in item || files.has(item) ? await writeEvidence(tx, row.id, item, files.get(item)) : null)
  for (const [index, version] of versions.entries())
    await publish(tx, now, { updateId: row.id, number: index + 1, version, items, evidenceIds, files })
}

async function writeEvidence(tx: Database, updateId: number, item: EvidenceText, file: StoredFile | undefined): Promise<number> {
  const place = file
    ? { fileHash: file.hash, fileName: file.name, mediaType: file.mediaType, bytes: file.bytes }
    : { url: 'url' in item ? item.url : null }
  const [row] = await tx
    .insert(evidence)
    .values({ updateId, title: item.title, dated: item.dated, addedOn: item.addedOn, demonstration: true, ...place })
    .returning({ id: evidence.id })
  if (!row) throw new Error('the evidence was not stored')
  return row.id
}

type Publication = {
  updateId: number
  number: number
  version: UpdateText
  items: readonly EvidenceText[]
  evidenceIds: readonly (number | null)[]
  files: ReadonlyMap<EvidenceText, StoredFile>
}

async function publish(tx: Database, now: Date, { updateId, number, version, items, evidenceIds, files }: Publication): Promise<void> {
  const { milestone: milestoneNumber, period, publishedOn, evidence: positions, ...columns } = version
  const named = positions.flatMap((position): Json[] => {
    const item = items[position]
    if (!item) throw new Error(`there is no evidence ${position}`)
    if (evidenceIds[position] === null) return []
    return [{ title: item.title, ...('url' in item ? { url: item.url } : { sha256: files.get(item)?.hash ?? null }) }]
  })
  const recordSeq = await append(tx, now, {
    actor: { role: 'officer', for: INSTITUTION },
    act: number === 1 ? 'publishUpdate' : 'correctUpdate',
    object: `${object}/milestones/${milestoneNumber}`,
    content: { demonstration: true, period, version: number, publishedOn, language: 'lv', ...columns, evidence: named },
  })
  const ids = positions.flatMap((position) => evidenceIds[position] ?? [])
  await tx.insert(updateVersion).values({ ...columns, updateId, number, language: 'lv', evidenceIds: ids, publishedOn, recordSeq })
  if (ids.length)
    await tx
      .update(evidence)
      .set({ publishedOn })
      .where(and(inArray(evidence.id, ids), isNull(evidence.publishedOn)))
}

async function writeAssessment(tx: Database, now: Date, subject: Subject, text: AssessmentText): Promise<void> {
  const { organisation, voice, milestones, signers, ...columns } = text
  const periodId = idIn(subject.periods, 2)
  const [row] = await tx
    .insert(assessment)
    .values({ commitmentId: subject.commitmentId, organisationId: organisation, periodId, voice, demonstration: true })
    .returning({ id: assessment.id })
  if (!row) throw new Error('the assessment was not stored')
  const recordSeq = await append(tx, now, {
    actor: { role: voice === 'self' ? 'officer' : 'representative', for: organisation },
    act: 'publishAssessment',
    object,
    content: {
      demonstration: true,
      period: 2,
      version: 1,
      publishedOn: ASSESSED_ON,
      language: 'lv',
      voice,
      ...columns,
      signers,
      milestones: milestones.map((m): Json => ({ ...m })),
    },
  })
  await tx.insert(assessmentVersion).values({
    ...columns,
    assessmentId: row.id,
    number: 1,
    language: 'lv',
    signers: [...signers],
    milestones: milestones.map(({ milestone: number, verdict, reason }) => ({
      milestoneId: idIn(subject.milestones, number),
      verdict,
      reason,
    })),
    publishedOn: ASSESSED_ON,
    recordSeq,
  })
}
