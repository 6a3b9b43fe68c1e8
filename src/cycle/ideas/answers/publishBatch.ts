import { asc, eq, lte } from 'drizzle-orm'
import { type Actor, allow, visitor } from '../../../people/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import { addDays, type Day } from '../../../platform/dates/partialDate.ts'
import type { House } from '../../../platform/house.ts'
import { Fields } from '../../../platform/http/fields.ts'
import { Refusal, wrongField } from '../../../platform/refusal.ts'
import { append, type PublicAct } from '../../../record/index.ts'
import { editedTitle } from '../../plan/index.ts'
import { ideasPolicy } from '../policy.ts'
import { changedSince, notAllThere } from './answerBatches.ts'
import { readSharedAnswer, surroundingsOf } from './answerInput.ts'
import { answerTexts } from './answerTexts.ts'
import { type AnswerContent, publishAnswers } from './publishAnswers.ts'
import { type AnswerBatch, ideasIn, lockBatch, lockBatchAt, lockIdeas, ownersOf } from './queries.ts'
import { answerBatch } from './tables.ts'

/** Nobody schedules further ahead; who seems to has mistyped the year. */
const MOST_DAYS_AHEAD = 366

/** So many scheduled drafts are published at once; the rest a moment later. */
const AT_ONCE = 20

/** How the answers to several ideas of a plan are called in the record. */
export const ideasObject = (planId: string): string => `/plans/${planId}/ideas`

/**
 * Answers exactly the ideas that the preview listed, together. Refuses with 409, and publishes nothing, when the draft
 * has changed since, or any of its ideas: it was answered by another, merged, hidden, assigned anew, or its text is another.
 */
export async function publishBatch(house: House, actor: Actor, id: number, { version }: { version: number }): Promise<number> {
  return house.db.transaction(async (tx) => {
    const row = await lockBatchAt(tx, id, version)
    allow(ideasPolicy.answerIdeas, actor, ownersOf(row))
    return publish(tx, house, row, house.clock.today())
  })
}

/** Lets a previewed draft be published by itself when the plan's day comes. */
export async function scheduleBatch(
  house: House,
  actor: Actor,
  id: number,
  { version, day }: { version: number; day: Day | null },
): Promise<void> {
  const today = house.clock.today()
  const refuse = (key: 'dayNeeded' | 'dayNotAhead' | 'dayTooFar') => wrongField('scheduledFor', (language) => answerTexts[language][key])
  if (day === null) throw refuse('dayNeeded')
  if (day <= today) throw refuse('dayNotAhead')
  if (day > addDays(today, MOST_DAYS_AHEAD)) throw refuse('dayTooFar')
  await house.db.transaction(async (tx) => {
    const row = await lockBatchAt(tx, id, version)
    allow(ideasPolicy.answerIdeas, actor, ownersOf(row))
    await ready(tx, house, row)
    await setDay(tx, row, day)
  })
}

/** Takes back the day on which a draft was to be published by itself; it stays a draft. */
export async function unscheduleBatch(house: House, actor: Actor, id: number, { version }: { version: number }): Promise<void> {
  await house.db.transaction(async (tx) => {
    const row = await lockBatchAt(tx, id, version)
    allow(ideasPolicy.answerIdeas, actor, ownersOf(row))
    await setDay(tx, row, null)
  })
}

async function setDay(tx: Database, { id, version, previewedVersion }: AnswerBatch, day: Day | null): Promise<void> {
  const previewed = previewedVersion === null ? null : version + 1
  await tx
    .update(answerBatch)
    .set({ scheduledFor: day, heldBackOn: null, version: version + 1, previewedVersion: previewed })
    .where(eq(answerBatch.id, id))
}

/**
 * Publishes the drafts whose day has come, each in a transaction of its own; several processes may do it at once. One
 * some of whose ideas have changed is held back, whole: it stays a draft, and those who answer are told on their desk.
 */
export async function publishScheduledAnswers(house: House): Promise<void> {
  const today = house.clock.today()
  const due = await house.db
    .select({ id: answerBatch.id })
    .from(answerBatch)
    .where(lte(answerBatch.scheduledFor, today))
    .orderBy(asc(answerBatch.scheduledFor), asc(answerBatch.id))
    .limit(AT_ONCE)
  const faults: unknown[] = []
  for (const { id } of due) await publishIfDue(house, id, today).catch((fault) => faults.push(fault))
  if (faults.length) throw faults[0]
}

async function publishIfDue(house: House, id: number, today: Day): Promise<void> {
  const isDue = ({ scheduledFor }: AnswerBatch): boolean => scheduledFor !== null && scheduledFor <= today
  try {
    await house.db.transaction(async (tx) => {
      const row = await lockBatch(tx, id)
      // A demonstration jumps over days on which a real instance would have been read; after a stop the true day counts.
      if (isDue(row)) await publish(tx, house, row, house.demonstration && row.scheduledFor ? row.scheduledFor : today)
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await house.db.transaction(async (tx) => {
      const row = await lockBatch(tx, id)
      if (isDue(row)) await tx.update(answerBatch).set({ scheduledFor: null, heldBackOn: today }).where(eq(answerBatch.id, id))
    })
  }
}

/** Who prepared a draft, for the record and for what it may name. */
const preparedBy = ({ ownerId }: AnswerBatch): { actor: Actor; inRecord: PublicAct['actor'] } =>
  ownerId === null
    ? { actor: { ...visitor, roles: [{ role: 'secretariat', organisationId: null }] }, inRecord: { role: 'secretariat', for: null } }
    : {
        actor: { ...visitor, roles: [{ role: 'officer', organisationId: ownerId }] },
        inRecord: { role: 'officer', for: ownerId },
      }

/** What would be published, with its ideas locked. Refuses what was not previewed, or is not any more as the preview showed it. */
async function ready(tx: Database, house: House, row: AnswerBatch) {
  if (row.previewedVersion !== row.version) throw new Refusal(409, (language) => answerTexts[language].previewFirst)
  await lockIdeas(
    tx,
    (await ideasIn(tx, row.id)).map(({ idea }) => idea.id),
  )
  // Read again under the lock: someone may have changed one a moment ago.
  const rows = await ideasIn(tx, row.id)
  const changed = changedSince(row, rows)
  if (changed.length || !rows.length) throw notAllThere(changed)
  const surroundings = await surroundingsOf(tx, preparedBy(row).actor, row, house.clock.today())
  const { reasons, ...input } = readSharedAnswer(new Fields(row.draft), surroundings)
  const content: AnswerContent = { ...input, reasons: editedTitle(null, reasons) }
  return { rows, content }
}

async function publish(tx: Database, house: House, row: AnswerBatch, answeredOn: Day): Promise<number> {
  const { rows, content } = await ready(tx, house, row)
  const recordSeq = await append(tx, house.clock.now(), {
    actor: preparedBy(row).inRecord,
    act: 'answerIdeas',
    object: ideasObject(row.planId),
    content: {
      ...(house.demonstration ? { demonstration: true } : {}),
      answeredOn,
      ...content,
      ideas: rows.map(({ idea, sentence }) => ({ number: idea.number, ...(sentence ? { sentence } : {}) })),
    },
  })
  const answered = rows.map(({ idea, sentence }) => ({ idea, number: 1, sentence, reason: null }))
  await tx
    .update(answerBatch)
    .set({ publishedOn: answeredOn, recordSeq, scheduledFor: null, version: row.version + 1 })
    .where(eq(answerBatch.id, row.id))
  await publishAnswers(tx, house, answered, content, { recordSeq, batchId: row.id, answeredOn })
  return recordSeq
}
