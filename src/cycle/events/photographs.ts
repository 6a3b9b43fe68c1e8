import { and, eq } from 'drizzle-orm'
import { type Actor, allow } from '../../people/index.ts'
import type { StoredFile } from '../../platform/files/files.ts'
import { filesOfTable } from '../../platform/files/filesOfTable.ts'
import { sizeOfPicture } from '../../platform/files/photographs.ts'
import type { House } from '../../platform/house.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { append } from '../../record/index.ts'
import { editedTitle, type TypedText } from '../plan/index.ts'
import { lockEvent } from './eventLock.ts'
import { eventsPolicy } from './policy.ts'
import { say } from './problemTexts.ts'
import { eventPhotograph } from './tables.ts'
import { eventObject } from './words.ts'

/** Publishes a photograph of a held event, with words for those who can't see it. */
export async function addPhotograph(
  house: House,
  actor: Actor,
  eventId: number,
  { file, alternative }: { file: StoredFile; alternative: TypedText },
): Promise<number> {
  allow(eventsPolicy.publishPhotographs, actor, undefined)
  const { width, height } = await sizeOfPicture(house.files, file.hash)
  return house.db.transaction(async (tx) => {
    const row = await lockEvent(tx, eventId)
    if (row.state !== 'held') throw new Refusal(422, say('notHeldYet'))
    const publishedOn = house.clock.today()
    const words = editedTitle(null, alternative)
    const { hash, name, mediaType, bytes } = file
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: 'secretariat', for: null },
      act: 'publishPhotograph',
      object: eventObject(eventId),
      content: { ...(row.demonstration ? { demonstration: true } : {}), sha256: hash, alternative: words, publishedOn },
    })
    const [stored] = await tx
      .insert(eventPhotograph)
      .values({
        eventId,
        fileHash: hash,
        fileName: name,
        mediaType,
        bytes,
        width,
        height,
        alternative: words,
        publishedOn,
        demonstration: row.demonstration,
        recordSeq,
      })
      .returning({ id: eventPhotograph.id })
    if (!stored) throw new Error('the photograph was not stored')
    return stored.id
  })
}

/** Takes a photograph out of view for a reason that everyone reads. Once more changes nothing. */
export async function withdrawPhotograph(
  house: House,
  actor: Actor,
  { eventId, photographId, reason }: { eventId: number; photographId: number; reason: string },
): Promise<void> {
  allow(eventsPolicy.publishPhotographs, actor, undefined)
  await house.db.transaction(async (tx) => {
    const row = await lockEvent(tx, eventId)
    const which = and(eq(eventPhotograph.id, photographId), eq(eventPhotograph.eventId, eventId))
    const [found] = await tx.select().from(eventPhotograph).where(which)
    if (!found) throw notFound()
    if (found.withdrawnOn) return
    const withdrawnOn = house.clock.today()
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: 'secretariat', for: null },
      act: 'withdrawPhotograph',
      object: eventObject(eventId),
      content: { ...(row.demonstration ? { demonstration: true } : {}), sha256: found.fileHash, reason, withdrawnOn },
    })
    await tx.update(eventPhotograph).set({ withdrawnOn, withdrawalReason: reason, recordSeq }).where(which)
  })
}

/** The files of all photographs, those out of view too. */
export const eventFiles = filesOfTable(eventPhotograph)
