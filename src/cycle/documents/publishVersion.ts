import { isDeepStrictEqual } from 'node:util'
import { desc, eq } from 'drizzle-orm'
import { type Actor, allow } from '../../people/index.ts'
import type { Database } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { append } from '../../record/index.ts'
import type { GivenContents } from './documentInput.ts'
import { documentsPolicy } from './policy.ts'
import { wrongDocument } from './problemTexts.ts'
import { document, documentVersion, documentWithdrawal } from './tables.ts'
import {
  bySecretariat,
  contentsInRecord,
  documentObject,
  inOneTransaction,
  lockDocument,
  storedContent,
  writeVersion,
} from './writeDocument.ts'

/**
 * Publishes the next version of a document and returns its number. A document that is not given stays what it was;
 * an alternative that is not given stays only as long as the document itself does. Refuses with 409 when someone has
 * changed the document since the form was drawn.
 */
export async function publishVersion(
  house: House,
  actor: Actor,
  planId: string,
  documentId: number,
  { version, reason, ...given }: GivenContents & { version: number; reason: string },
): Promise<number> {
  allow(documentsPolicy.publishVersion, actor, undefined)
  return inOneTransaction(house, async (tx) => {
    const row = await lockDocument(tx, planId, documentId, version, house.clock.today())
    const last = await lastVersion(tx, documentId)
    const contents = nextContents(last, given)
    const number = last.number + 1
    const publishedOn = house.clock.today()
    const recordSeq = await append(tx, house.clock.now(), {
      actor: bySecretariat,
      act: 'publishDocumentVersion',
      object: documentObject(planId, documentId),
      content: {
        ...(house.demonstration ? { demonstration: true } : {}),
        version: number,
        publishedOn,
        reason,
        ...contentsInRecord(contents),
      },
    })
    await tx
      .update(document)
      .set({ version: row.version + 1, recordSeq })
      .where(eq(document.id, documentId))
    await writeVersion(tx, { documentId, number, reason, publishedOn, recordSeq }, contents)
    return number
  })
}

type LastVersion = Omit<GivenContents, 'organisationId'> & { number: number }

/** The newest version with what it holds; one that was taken out of view holds nothing that could be carried over. */
async function lastVersion(tx: Database, documentId: number): Promise<LastVersion> {
  const [last] = await tx
    .select({ id: documentVersion.id, number: documentVersion.number, withdrawn: documentWithdrawal.versionId })
    .from(documentVersion)
    .leftJoin(documentWithdrawal, eq(documentWithdrawal.versionId, documentVersion.id))
    .where(eq(documentVersion.documentId, documentId))
    .orderBy(desc(documentVersion.number))
    .limit(1)
  if (!last) throw new Error('the document has no version')
  const read = async (part: 'main' | 'alternative') => (last.withdrawn === null ? storedContent(tx, last.id, part) : null)
  return { number: last.number, main: await read('main'), alternative: await read('alternative') }
}

function nextContents(last: LastVersion, { main, alternative, organisationId }: GivenContents): GivenContents {
  const next = { main: main ?? last.main, alternative: alternative ?? (main ? null : last.alternative), organisationId }
  if (!next.main) throw wrongDocument('file', 'giveContent')
  if (isDeepStrictEqual([next.main, next.alternative], [last.main, last.alternative])) throw wrongDocument('file', 'giveChange')
  return next
}
