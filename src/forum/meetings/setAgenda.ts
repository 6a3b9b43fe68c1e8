import { eq, inArray } from 'drizzle-orm'
import { editedText, editedTitle, type TypedText } from '../../cycle/plan/index.ts'
import { type Actor, allow } from '../../people/index.ts'
import type { StoredFile } from '../../platform/files/files.ts'
import type { House } from '../../platform/house.ts'
import { Refusal, wrongField } from '../../platform/refusal.ts'
import { append } from '../../record/index.ts'
import { lockMeeting, lockMeetingAt } from '../locks.ts'
import { forumPolicy } from '../policy.ts'
import { say } from '../problemTexts.ts'
import { forumProposal } from '../tables.ts'
import { thingObject } from '../things.ts'
import { meetingObject } from '../words.ts'
import type { ItemInput } from './meetingInput.ts'
import { decisionsOn, itemsOf, papersOf } from './queries.ts'
import { forumItem, forumMeeting, forumPaper } from './tables.ts'

const secretariat = { role: 'secretariat', for: null } as const

/**
 * Publishes the agenda of a meeting as it now stands. What was on it and is decided or has papers stays. A change
 * afterwards is in the record with the whole agenda. Refuses with 409 when another was faster.
 */
export async function setAgenda(
  house: House,
  actor: Actor,
  { forumId, id, version, items }: { forumId: string; id: number; version: number; items: readonly ItemInput[] },
): Promise<void> {
  allow(forumPolicy.holdMeetings, actor, undefined)
  await house.db.transaction(async (tx) => {
    const row = await lockMeetingAt(tx, forumId, id, version)
    if (row.state === 'closed' || row.state === 'cancelled') throw new Refusal(422, say('noLongerChanged'))
    const today = house.clock.today()
    const before = await itemsOf(tx, id)
    const decided = new Set(
      (
        await decisionsOn(
          tx,
          before.map((item) => item.id),
        )
      ).map(({ itemId }) => itemId),
    )
    const papers = new Set((await papersOf(tx, id, today)).map(({ itemId }) => itemId))
    const kept = new Set(items.flatMap((item) => item.id ?? []))
    const gone = before.filter((item) => !kept.has(item.id))
    if (gone.some((item) => decided.has(item.id) || papers.has(item.id))) throw new Refusal(422, say('itemIsUsed'))
    const proposals = items.flatMap(({ proposalId }) => proposalId ?? [])
    const known = proposals.length ? await tx.select().from(forumProposal).where(inArray(forumProposal.id, proposals)).for('share') : []
    const next = items.map((item, index) => {
      const old = before.find((one) => one.id === item.id) ?? null
      const proposal = known.find((one) => one.id === item.proposalId && one.forumId === forumId && one.state === 'accepted')
      return {
        old,
        values: {
          position: index + 1,
          title: editedTitle(old?.title ?? null, item.title),
          presenter: editedText(old?.presenter ?? null, item.presenter),
          about: item.about,
          consent: item.consent,
          proposalId: proposal?.id ?? null,
        },
      }
    })
    const recordSeq = await append(tx, house.clock.now(), {
      actor: secretariat,
      act: row.agendaPublishedOn === null ? 'publishAgenda' : 'changeAgenda',
      object: meetingObject(forumId, id),
      content: {
        ...(row.demonstration ? { demonstration: true } : {}),
        publishedOn: today,
        items: next.map(({ values: { position, title, about, consent } }) => ({
          position,
          title,
          about: about ? thingObject(about) : null,
          consent,
        })),
      },
    })
    if (gone.length)
      await tx.delete(forumItem).where(
        inArray(
          forumItem.id,
          gone.map((item) => item.id),
        ),
      )
    // Positions are used once: those that stay first step aside.
    for (const { old } of next) if (old) await tx.update(forumItem).set({ position: -old.id }).where(eq(forumItem.id, old.id))
    for (const { old, values } of next) {
      if (old)
        await tx
          .update(forumItem)
          .set({ ...values, recordSeq })
          .where(eq(forumItem.id, old.id))
      else await tx.insert(forumItem).values({ ...values, meetingId: id, recordSeq })
    }
    await tx
      .update(forumMeeting)
      .set({ agendaPublishedOn: row.agendaPublishedOn ?? today, version: version + 1 })
      .where(eq(forumMeeting.id, id))
  })
}

export type PaperInput = { itemId: number | null; title: TypedText; file: StoredFile | null; url: string | null }

/** Publishes a paper of a meeting, or of one of its items: a file or an address. */
export async function addPaper(
  house: House,
  actor: Actor,
  { forumId, id, input }: { forumId: string; id: number; input: PaperInput },
): Promise<void> {
  allow(forumPolicy.publishPapers, actor, undefined)
  const { itemId, title, file, url } = input
  if ((file === null) === (url === null)) throw wrongField('file', say('fileOrAddress'))
  await house.db.transaction(async (tx) => {
    const row = await lockMeeting(tx, forumId, id)
    if (row.state === 'cancelled') throw new Refusal(422, say('noLongerChanged'))
    if (itemId !== null && !(await itemsOf(tx, id)).some((item) => item.id === itemId)) throw new Refusal(409)
    const publishedOn = house.clock.today()
    const said = { title: editedTitle(null, title), fileHash: file?.hash ?? null, url }
    const recordSeq = await append(tx, house.clock.now(), {
      actor: secretariat,
      act: 'publishForumPaper',
      object: meetingObject(forumId, id),
      content: { ...(row.demonstration ? { demonstration: true } : {}), publishedOn, ...said },
    })
    await tx.insert(forumPaper).values({
      ...said,
      meetingId: id,
      itemId,
      fileName: file?.name ?? null,
      mediaType: file?.mediaType ?? null,
      bytes: file?.bytes ?? null,
      publishedOn,
      recordSeq,
    })
  })
}
