import { eq } from 'drizzle-orm'
import { type Actor, allow } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import { Refusal, wrongField } from '../../platform/refusal.ts'
import { append } from '../../record/index.ts'
import { lockMeetingAt } from '../locks.ts'
import { forumPolicy } from '../policy.ts'
import { say } from '../problemTexts.ts'
import { seatsOf, sittersOn } from '../queries.ts'
import { meetingObject } from '../words.ts'
import { itemsOf } from './queries.ts'
import { forumAttendance, forumMeeting } from './tables.ts'

const secretariat = { role: 'secretariat', for: null } as const

/** Who sits on a seat, and from which item to which. */
export type Sitting = { seatId: number; termId: number; fromItem: number; untilItem: number | null }

/** What concerns a meeting and the version of it that a form was drawn from. */
export type OfMeeting = { forumId: string; id: number; version: number }

/** Opens an announced meeting on its day, or closes one that is open: from then on its attendance and decisions stand. */
export async function turnMeeting(house: House, actor: Actor, { forumId, id, version }: OfMeeting, to: 'open' | 'closed'): Promise<void> {
  allow(forumPolicy.holdMeetings, actor, undefined)
  await house.db.transaction(async (tx) => {
    const row = await lockMeetingAt(tx, forumId, id, version)
    const today = house.clock.today()
    if (row.state !== (to === 'open' ? 'announced' : 'open')) throw new Refusal(409)
    if (to === 'open' && row.startsOn > today) throw new Refusal(422, say('notYet'))
    if (!(await itemsOf(tx, id)).length) throw new Refusal(422, say('agendaIsEmpty'))
    const recordSeq = await append(tx, house.clock.now(), {
      actor: secretariat,
      act: to === 'open' ? 'openForumMeeting' : 'closeForumMeeting',
      object: meetingObject(forumId, id),
      content: { ...(row.demonstration ? { demonstration: true } : {}), on: today },
    })
    await tx
      .update(forumMeeting)
      .set({ state: to, closedOn: to === 'closed' ? today : null, version: version + 1, recordSeq })
      .where(eq(forumMeeting.id, id))
  })
}

/**
 * Notes who is there: seat by seat, the member or a substitute, and between which items they came or went. The chair's
 * seat must be among them. What was decided before keeps the count it had.
 */
export async function noteAttendance(
  house: House,
  actor: Actor,
  { forumId, id, version }: OfMeeting,
  { sittings, chairSeatId }: { sittings: readonly Sitting[]; chairSeatId: number },
): Promise<void> {
  allow(forumPolicy.holdMeetings, actor, undefined)
  await house.db.transaction(async (tx) => {
    const row = await lockMeetingAt(tx, forumId, id, version)
    if (row.state !== 'open') throw new Refusal(422, say(row.state === 'announced' ? 'notOpenYet' : 'noLongerChanged'))
    const known = await seatsOf(tx, forumId, row.startsOn)
    const last = (await itemsOf(tx, id)).length
    for (const { seatId, termId, fromItem, untilItem } of sittings) {
      const seat = known.find((one) => one.seat.id === seatId)
      if (!seat || !sittersOn(seat, row.startsOn).some((term) => term.id === termId)) throw new Refusal(409)
      if (fromItem > last || (untilItem !== null && untilItem < fromItem)) throw wrongField(`seat.${seatId}.until`, say('leavesBefore'))
    }
    if (!sittings.some(({ seatId }) => seatId === chairSeatId)) throw wrongField('chair', say('chairIsAbsent'))
    const code = (seatId: number): string => known.find((one) => one.seat.id === seatId)?.seat.code ?? ''
    const recordSeq = await append(tx, house.clock.now(), {
      actor: secretariat,
      act: 'noteForumAttendance',
      object: meetingObject(forumId, id),
      content: {
        ...(row.demonstration ? { demonstration: true } : {}),
        chair: code(chairSeatId),
        seats: sittings.map(({ seatId, fromItem, untilItem }) => ({ seat: code(seatId), fromItem, untilItem })),
      },
    })
    await tx.delete(forumAttendance).where(eq(forumAttendance.meetingId, id))
    await tx.insert(forumAttendance).values(sittings.map((sitting) => ({ ...sitting, meetingId: id, recordSeq })))
    await tx
      .update(forumMeeting)
      .set({ chairSeatId, version: version + 1, recordSeq })
      .where(eq(forumMeeting.id, id))
  })
}
