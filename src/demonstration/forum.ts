import { eq } from 'drizzle-orm'
import {
  addTerm,
  announceMeeting,
  type DecisionInput,
  decide,
  declareInterests,
  foundForum,
  linkAccount,
  noteAttendance,
  publishMinutes,
  seatsOf,
  setAgenda,
  turnMeeting,
} from '../forum/index.ts'
import { forumItem, forumOpinion } from '../forum/meetings/tables.ts'
import { forum } from '../forum/tables.ts'
import type { Actor } from '../people/index.ts'
import { type Day, day } from '../platform/dates/partialDate.ts'
import type { House } from '../platform/house.ts'
import { Fields } from '../platform/http/fields.ts'
import { localText } from '../platform/languages/languages.ts'
import { append } from '../record/index.ts'
import { both, civilSociety, comingItems, councilRules, declaration, meetings, officials, place, separateOpinion } from './forumTexts.ts'
import type { TwoLanguages } from './noticesTexts.ts'

const COUNCIL = 'memoranda-padome'
const secretariat: Actor = { personId: 'demonstration-secretariat', name: null, roles: [{ role: 'secretariat', organisationId: null }] }
const nothing = { texts: {}, checked: false }

/** The same house on an earlier day of the plan. */
const on = (house: House, text: string): House => ({ ...house, clock: { today: () => day(text), now: house.clock.now } })

const choiceOf = (seat: string): DecisionInput['choices'][number]['choice'] =>
  seat === 'N6' || seat === 'N7' ? 'against' : seat === 'V7' ? 'abstain' : 'for'

/**
 * Writes the Memorandum Council: its seats with made-up people, three meetings with decisions, and the next one. When it
 * is there already nothing is written.
 */
export async function writeForum(house: House): Promise<void> {
  const [any] = await house.db.select({ id: forum.id }).from(forum).where(eq(forum.id, COUNCIL))
  if (any) return
  await house.db.transaction(async (tx) => {
    const inside = { ...house, db: tx }
    await found(on(inside, '2019-06-03'))
    for (const [index, meeting] of meetings.entries()) await hold(inside, meeting, index)
    const announced = on(inside, '2019-09-02')
    const id = await announceMeeting(announced, secretariat, COUNCIL, invitation('2019-09-25'))
    await setAgenda(on(inside, '2019-09-09'), secretariat, { forumId: COUNCIL, id, version: 1, items: agenda(comingItems, 'ideas') })
  })
}

const invitation = (startsOn: string) => ({
  startsOn: day(startsOn),
  hours: '11:00–13:00',
  place: both(place),
  streamUrl: null,
  note: nothing,
  reason: nothing,
})

const agenda = (titles: readonly TwoLanguages[], about: 'ideas' | 'plan') =>
  titles.map((title, index) => ({
    id: null,
    title: both(title),
    presenter: nothing,
    about:
      about === 'ideas' && index === 1
        ? { name: 'call' as const, values: { plan: 'lv-4', call: '1' } }
        : about === 'plan' && index === 0
          ? { name: 'plan' as const, values: { plan: 'lv-4' } }
          : null,
    consent: false,
    proposalId: null,
  }))

async function found(house: House): Promise<void> {
  await foundForum(house, secretariat, COUNCIL, councilRules)
  const seat = (code: string, name: string, more: { office?: 'chair' | 'co-chair'; endsOn: Day | null }) =>
    addTerm(house, secretariat, {
      forumId: COUNCIL,
      code,
      input: {
        kind: 'member',
        name,
        position: both(['izdomāts loceklis', 'made-up member']),
        organisationId: null,
        office: more.office ?? null,
        nth: 1,
        chosen: nothing,
        startsOn: day('2019-06-03'),
        endsOn: more.endsOn,
      },
    })
  for (const [index, name] of officials.entries())
    await seat(`V${index + 1}`, name, { endsOn: null, ...(index === 0 ? { office: 'chair' as const } : {}) })
  const ids: number[] = []
  for (const [index, name] of civilSociety.entries())
    ids.push(
      await seat(`N${index + 1}`, name, {
        endsOn: day(index === 2 ? '2019-11-30' : '2020-11-30'),
        ...(index === 0 ? { office: 'co-chair' as const } : {}),
      }),
    )
  const [, second] = ids
  if (second === undefined) return
  await declareInterests(house, secretariat, { forumId: COUNCIL, termId: second, text: both(declaration) })
  await linkAccount(house, secretariat, { forumId: COUNCIL, termId: second, version: 1, email: 'forum-member@example.org' })
}

async function hold(house: House, meeting: (typeof meetings)[number], index: number): Promise<void> {
  const before = on(house, meeting.agendaOn)
  const then = on(house, meeting.on)
  const id = await announceMeeting(before, secretariat, COUNCIL, invitation(meeting.on))
  const of = (version: number) => ({ forumId: COUNCIL, id, version })
  await setAgenda(before, secretariat, {
    ...of(1),
    items: agenda(meeting.items, index === 0 ? 'ideas' : 'plan').map((item, at) =>
      index === 0 && at === 1 ? { ...item, about: null } : item,
    ),
  })
  await turnMeeting(then, secretariat, of(2), 'open')
  const seats = (await seatsOf(house.db, COUNCIL, day(meeting.on))).flatMap(({ seat, terms }) =>
    terms[0] && seat.code !== 'V8' ? [{ seat, termId: terms[0].id }] : [],
  )
  const [chair] = seats
  const items = await house.db.select({ id: forumItem.id }).from(forumItem).where(eq(forumItem.meetingId, id)).orderBy(forumItem.position)
  const [item] = items
  if (!chair || !item) return
  const sittings = seats.map(({ seat, termId }) => ({ seatId: seat.id, termId, fromItem: 1, untilItem: null }))
  await noteAttendance(then, secretariat, of(3), { sittings, chairSeatId: chair.seat.id })
  const isVote = index === 2
  await decide(then, secretariat, of(4), {
    itemId: item.id,
    way: isVote ? 'vote' : 'consensus',
    consensusFailed: isVote,
    title: both(meeting.decision.title),
    text: both(meeting.decision.text),
    reasons: both(meeting.decision.reasons),
    about: null,
    choices: isVote ? seats.map(({ seat }) => ({ seatId: seat.id, choice: choiceOf(seat.code), reason: null })) : [],
    tasks: [
      {
        title: both(
          isVote
            ? ['Sagatavot izvēles kritērijus', 'Prepare the criteria for choosing']
            : ['Iekļaut darba plānā', 'Put it into the work plan'],
        ),
        doer: both(['Sekretariāts', 'The secretariat']),
        dueOn: day(isVote ? '2019-10-15' : '2019-09-30'),
      },
    ],
  })
  await turnMeeting(then, secretariat, of(5), 'closed')
  const [lv, en] = meeting.summary
  await publishMinutes(on(house, meeting.minutesOn), secretariat, of(6), new Fields({ 'summary.lv': [lv], 'summary.en': [en] }))
  if (isVote) await setAgainst(on(house, meeting.minutesOn), seats.find(({ seat }) => seat.code === 'N6')?.termId)
}

/** The separate opinion of two made-up members, who have no accounts to give it themselves. */
async function setAgainst(house: House, termId: number | undefined): Promise<void> {
  if (termId === undefined) return
  const publishedOn = house.clock.today()
  const recordSeq = await append(house.db, house.clock.now(), {
    actor: { role: 'forum-member', for: null },
    act: 'giveSeparateOpinion',
    object: `/forums/${COUNCIL}/decisions/3`,
    content: { demonstration: true, publishedOn, seat: 'N6' },
  })
  await house.db.insert(forumOpinion).values({ decisionId: 3, termId, text: localText(...separateOpinion), publishedOn, recordSeq })
}
