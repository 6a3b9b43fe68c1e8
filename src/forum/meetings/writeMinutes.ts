import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { eq } from 'drizzle-orm'
import { editedText, editedTitle, FormReader, type TypedText } from '../../cycle/plan/index.ts'
import type { Sector } from '../../people/index.ts'
import { type Actor, allow, sectors } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import { type Fields, TEXT_LIMIT } from '../../platform/http/fields.ts'
import { Refusal, wrongField } from '../../platform/refusal.ts'
import { append, canonical } from '../../record/index.ts'
import { localFields } from '../../web/forms/fieldSpec.tsx'
import { lockMeetingAt } from '../locks.ts'
import { forumPolicy } from '../policy.ts'
import { say } from '../problemTexts.ts'
import { meetingObject } from '../words.ts'
import { readReason } from './meetingInput.ts'
import { type Item, itemsOf, type Minutes, meetingById, minutesOf, opinionsOn } from './queries.ts'
import type { OfMeeting } from './runMeeting.ts'
import { forumMeeting, forumMinutes } from './tables.ts'

const secretariat = { role: 'secretariat', for: null } as const

/** How many notes stand below an item in the form. */
export const NOTES_AN_ITEM = 4

/** What was typed of minutes, as it is kept while nothing of it is public. */
export function readMinutesDraft(fields: Fields): Record<string, string[]> {
  const known = /^(?:(?:summary|reason)\.(?:lv|en|checked)|note\.\d{1,9}\.\d\.(?:sector|text\.(?:lv|en)))$/
  const draft = Object.fromEntries(Object.entries(fields.toRecord()).filter(([name]) => known.test(name)))
  const reader = new FormReader(fields)
  for (const name of Object.keys(draft)) if (/\.(?:lv|en)$/.test(name)) reader.text(name, TEXT_LIMIT)
  return reader.done(draft)
}

export type MinutesInput = { summary: TypedText; notes: { item: number; sector: Sector; text: TypedText }[]; reason: TypedText }

/** Reads minutes as they are to be published: what was said stands below its item, by sector. */
export function readMinutes(fields: Fields, items: readonly Item[], published: boolean): MinutesInput {
  const reader = new FormReader(fields)
  const summary = reader.requiredLocal('summary', TEXT_LIMIT)
  const notes = items.flatMap((item) =>
    Array.from({ length: NOTES_AN_ITEM }, (_, index) => `note.${item.id}.${index + 1}`).flatMap((name) => {
      const text = reader.local(`${name}.text`, TEXT_LIMIT)
      if (!Object.keys(text.texts).length) return []
      return [{ item: item.position, sector: reader.requiredChoice(`${name}.sector`, sectors), text }]
    }),
  )
  return reader.done({ summary, notes, reason: published ? readReason(reader, 'reason') : { texts: {}, checked: false } })
}

/** The form's fields of published minutes, for correcting them; why is to be written anew. */
export const minutesFields = ({ summary, notes }: Minutes, items: readonly Item[]): Record<string, string[]> => ({
  ...localFields('summary', summary),
  ...Object.assign(
    {},
    ...items.flatMap((item) =>
      notes
        .filter((note) => note.item === item.position)
        .map(({ sector, text }, index) => ({
          [`note.${item.id}.${index + 1}.sector`]: [sector],
          ...localFields(`note.${item.id}.${index + 1}.text`, text),
        })),
    ),
  ),
})

/** Keeps what was typed of the minutes so far. Nothing of it is public. */
export async function saveMinutes(
  house: House,
  actor: Actor,
  { forumId, id, version }: OfMeeting,
  draft: Record<string, string[]>,
): Promise<void> {
  allow(forumPolicy.publishMinutes, actor, undefined)
  await house.db.transaction(async (tx) => {
    const row = await lockMeetingAt(tx, forumId, id, version)
    if (row.state === 'announced' || row.state === 'cancelled') throw new Refusal(422, say('notOpenYet'))
    await tx
      .update(forumMeeting)
      .set({ minutesDraft: draft, version: version + 1 })
      .where(eq(forumMeeting.id, id))
  })
}

/**
 * Publishes the minutes of a closed meeting, or a correction for a reason, until they are approved. Attendance, votes and
 * decisions are drawn from their rows; the record holds a fingerprint of what was said.
 */
export async function publishMinutes(house: House, actor: Actor, { forumId, id, version }: OfMeeting, fields: Fields): Promise<void> {
  allow(forumPolicy.publishMinutes, actor, undefined)
  await house.db.transaction(async (tx) => {
    const row = await lockMeetingAt(tx, forumId, id, version)
    if (row.state !== 'closed') throw new Refusal(422, say('notClosedYet'))
    if (row.approvedOn) throw new Refusal(422, say('minutesApproved'))
    const today = house.clock.today()
    const last = (await minutesOf(tx, id, today)).at(-1) ?? null
    const input = readMinutes(fields, await itemsOf(tx, id), last !== null)
    const said = {
      summary: editedTitle(last?.summary ?? null, input.summary),
      notes: input.notes.map((note, index) => ({ ...note, text: editedTitle(last?.notes[index]?.text ?? null, note.text) })),
    }
    if (last && isDeepStrictEqual(said, { summary: last.summary, notes: last.notes })) throw new Refusal(422, say('nothingChanged'))
    const number = (last?.number ?? 0) + 1
    const reason = editedText(null, input.reason)
    const recordSeq = await append(tx, house.clock.now(), {
      actor: secretariat,
      act: number === 1 ? 'publishForumMinutes' : 'correctForumMinutes',
      object: meetingObject(forumId, id),
      content: {
        ...(row.demonstration ? { demonstration: true } : {}),
        publishedOn: today,
        version: number,
        fingerprint: createHash('sha256')
          .update(`${id}\n${canonical(said)}`, 'utf8')
          .digest('hex'),
        ...(reason ? { reason } : {}),
      },
    })
    await tx.insert(forumMinutes).values({ ...said, meetingId: id, number, reason, publishedOn: today, recordSeq })
    await tx
      .update(forumMeeting)
      .set({ minutesDraft: null, minutesPublishedOn: row.minutesPublishedOn ?? today, version: version + 1, recordSeq })
      .where(eq(forumMeeting.id, id))
  })
}

/** Notes that a later meeting approved the minutes, once all objections are answered. From then on they stand. */
export async function approveMinutes(house: House, actor: Actor, { forumId, id, version }: OfMeeting, laterMeeting: number): Promise<void> {
  allow(forumPolicy.publishMinutes, actor, undefined)
  await house.db.transaction(async (tx) => {
    const row = await lockMeetingAt(tx, forumId, id, version)
    const today = house.clock.today()
    if (row.minutesPublishedOn === null) throw new Refusal(422, say('minutesMissing'))
    if (row.approvedOn) throw new Refusal(422, say('minutesApproved'))
    if ((await opinionsOn(tx, { meetingId: id }, today)).some(({ answer }) => !answer)) throw new Refusal(422, say('objectionsWait'))
    const later = await meetingById(tx, forumId, laterMeeting, today)
    if (!later || later.meeting.startsOn <= row.startsOn || !['open', 'closed'].includes(later.meeting.state))
      throw wrongField('meeting', say('approveLater'))
    const recordSeq = await append(tx, house.clock.now(), {
      actor: secretariat,
      act: 'approveForumMinutes',
      object: meetingObject(forumId, id),
      content: { ...(row.demonstration ? { demonstration: true } : {}), approvedOn: today, meeting: laterMeeting },
    })
    await tx
      .update(forumMeeting)
      .set({ approvedOn: today, approvedAt: laterMeeting, version: version + 1, recordSeq })
      .where(eq(forumMeeting.id, id))
  })
}
