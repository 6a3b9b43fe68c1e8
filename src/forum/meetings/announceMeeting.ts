import { eq } from 'drizzle-orm'
import { editedText, editedTitle, type TypedText } from '../../cycle/plan/index.ts'
import { type Actor, allow } from '../../people/index.ts'
import type { Database } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { Refusal } from '../../platform/refusal.ts'
import { append } from '../../record/index.ts'
import { lockForum, lockMeetingAt } from '../locks.ts'
import { forumPolicy } from '../policy.ts'
import { say } from '../problemTexts.ts'
import type { Meeting } from '../queries.ts'
import { meetingObject } from '../words.ts'
import type { MeetingInput } from './meetingInput.ts'
import { type MeetingVersion, meetingById } from './queries.ts'
import { forumMeeting, forumMeetingVersion } from './tables.ts'

const secretariat = { role: 'secretariat', for: null } as const

/** Announces a meeting of a forum and returns its number. */
export async function announceMeeting(house: House, actor: Actor, forumId: string, input: MeetingInput): Promise<number> {
  allow(forumPolicy.holdMeetings, actor, undefined)
  return house.db.transaction(async (tx) => {
    const { demonstration } = await lockForum(tx, forumId)
    const publishedOn = house.clock.today()
    const [row] = await tx
      .insert(forumMeeting)
      .values({ forumId, startsOn: input.startsOn, publishedOn, demonstration, recordSeq: 0 })
      .returning()
    if (!row) throw new Error('the meeting was not stored')
    await store(tx, house, row, input, null, false)
    return row.id
  })
}

/** Publishes a change of an announced meeting, for a reason. Refuses with 409 when another was faster. */
export async function changeMeeting(
  house: House,
  actor: Actor,
  { forumId, id, version, input }: { forumId: string; id: number; version: number; input: MeetingInput },
): Promise<void> {
  allow(forumPolicy.holdMeetings, actor, undefined)
  await house.db.transaction(async (tx) => {
    const { row, last } = await lockAnnounced(tx, house, forumId, id, version)
    await store(tx, house, row, input, last, false)
  })
}

/** Calls an announced meeting off, for a reason; it stays readable. */
export async function cancelMeeting(
  house: House,
  actor: Actor,
  { forumId, id, version, reason }: { forumId: string; id: number; version: number; reason: TypedText },
): Promise<void> {
  allow(forumPolicy.holdMeetings, actor, undefined)
  await house.db.transaction(async (tx) => {
    const { row, last } = await lockAnnounced(tx, house, forumId, id, version)
    await store(tx, house, row, { ...last, reason }, last, true)
  })
}

async function lockAnnounced(tx: Database, house: House, forumId: string, id: number, version: number) {
  const row = await lockMeetingAt(tx, forumId, id, version)
  if (row.state !== 'announced') throw new Refusal(422, say('noLongerChanged'))
  const found = await meetingById(tx, forumId, id, house.clock.today())
  if (!found) throw new Error('an announced meeting without a version')
  return { row, last: found.now }
}

type Said = { [K in 'place' | 'note' | 'reason']: MeetingInput[K] | MeetingVersion[K] } & Pick<
  MeetingInput,
  'startsOn' | 'hours' | 'streamUrl'
>

async function store(
  tx: Database,
  house: House,
  row: Meeting,
  input: Said,
  last: MeetingVersion | null,
  cancelled: boolean,
): Promise<void> {
  const publishedOn = house.clock.today()
  const { startsOn, hours, streamUrl } = input
  const isTyped = (text: unknown): text is TypedText => typeof text === 'object' && text !== null && 'texts' in text
  const said = {
    startsOn,
    hours,
    place: isTyped(input.place) ? editedTitle(last?.place ?? null, input.place) : (input.place ?? last?.place ?? {}),
    streamUrl,
    note: isTyped(input.note) ? editedText(last?.note ?? null, input.note) : input.note,
    cancelled,
    reason: isTyped(input.reason) ? editedText(null, input.reason) : input.reason,
  }
  const number = (last?.number ?? 0) + 1
  const recordSeq = await append(tx, house.clock.now(), {
    actor: secretariat,
    act: cancelled ? 'cancelForumMeeting' : number === 1 ? 'announceForumMeeting' : 'changeForumMeeting',
    object: meetingObject(row.forumId, row.id),
    content: { ...(row.demonstration ? { demonstration: true } : {}), publishedOn, version: number, ...said },
  })
  await tx.insert(forumMeetingVersion).values({ ...said, meetingId: row.id, number, publishedOn, recordSeq })
  await tx
    .update(forumMeeting)
    .set({ startsOn, state: cancelled ? 'cancelled' : 'announced', version: last ? row.version + 1 : row.version, recordSeq })
    .where(eq(forumMeeting.id, row.id))
}
