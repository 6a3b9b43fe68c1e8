import { eq } from 'drizzle-orm'
import { type Actor, allow } from '../../people/index.ts'
import type { Database } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { notFound } from '../../platform/refusal.ts'
import { append } from '../../record/index.ts'
import { enteredCertainty, plan } from '../plan/index.ts'
import type { DocumentData, GivenContents } from './documentInput.ts'
import { documentsPolicy } from './policy.ts'
import { document } from './tables.ts'
import {
  bySecretariat,
  contentsInRecord,
  dataColumns,
  dataValues,
  documentObject,
  inOneTransaction,
  writeVersion,
} from './writeDocument.ts'

/** Publishes a document in a plan's repository, its first version with it, and returns its number. */
export async function publishDocument(house: House, actor: Actor, planId: string, input: DocumentData & GivenContents): Promise<number> {
  allow(documentsPolicy.publishDocument, actor, undefined)
  return inOneTransaction(house, async (tx) => {
    await sharePlan(tx, planId)
    return writeDocument(tx, house, planId, input)
  })
}

/** Keeps a plan from going while something is added to it. */
export async function sharePlan(tx: Database, planId: string): Promise<void> {
  const [row] = await tx.select({ id: plan.id }).from(plan).where(eq(plan.id, planId)).for('share')
  if (!row) throw notFound()
}

/** Writes one document with its first version and its entry in the record; returns its number. */
export async function writeDocument(tx: Database, house: House, planId: string, input: DocumentData & GivenContents): Promise<number> {
  const publishedOn = house.clock.today()
  const columns = dataColumns(null, input)
  const certainty = enteredCertainty(house)
  const [row] = await tx
    .insert(document)
    .values({ ...columns, planId, addedOn: publishedOn, certainty, recordSeq: 0 })
    .returning({ id: document.id })
  if (!row) throw new Error('the document was not stored')
  const recordSeq = await append(tx, house.clock.now(), {
    actor: bySecretariat,
    act: 'publishDocument',
    object: documentObject(planId, row.id),
    content: {
      ...(house.demonstration ? { demonstration: true } : {}),
      ...dataValues(columns),
      publishedOn,
      ...contentsInRecord(input),
    },
  })
  await tx.update(document).set({ recordSeq }).where(eq(document.id, row.id))
  await writeVersion(tx, { documentId: row.id, number: 1, publishedOn, recordSeq }, input)
  return row.id
}
