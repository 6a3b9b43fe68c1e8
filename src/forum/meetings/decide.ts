import { desc, eq } from 'drizzle-orm'
import { editedText, editedTitle, type TypedText } from '../../cycle/plan/index.ts'
import { type Actor, allow } from '../../people/index.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import type { House } from '../../platform/house.ts'
import { notFound, type Problem, Refusal, wrongFields } from '../../platform/refusal.ts'
import { append } from '../../record/index.ts'
import { lockForum, lockMeetingAt } from '../locks.ts'
import { forumPolicy } from '../policy.ts'
import { SHORTEST_REASON, say } from '../problemTexts.ts'
import { type Meeting, newestRules, seatsOf } from '../queries.ts'
import { type Choice, countConsensus, countVote, type SeatVote, type Tally } from '../rules/count.ts'
import { type ThingAddress, thingObject } from '../things.ts'
import { decisionObject } from '../words.ts'
import { asCounted, type PlaceAt, placesAt } from './places.ts'
import { attendanceOf, decisionsOn, type Item, itemsOf } from './queries.ts'
import type { OfMeeting } from './runMeeting.ts'
import { forumDecision, forumMeeting, forumTask, forumVote, type Way } from './tables.ts'

/** What a seat chose; who is recused, or does not share a consensus, says why. */
export type SeatChoice = { seatId: number; choice: Choice; reason: TypedText | null }
export type TaskInput = { title: TypedText; doer: TypedText; dueOn: Day }

/** A motion as it was put, and how the seats took it. */
export type DecisionInput = {
  itemId: number
  way: Way
  consensusFailed: boolean
  title: TypedText
  text: TypedText
  reasons: TypedText
  about: ThingAddress | null
  choices: readonly SeatChoice[]
  tasks: readonly TaskInput[]
}

/** How a motion would be counted now. */
export type Counted = { rulesNumber: number; tally: Tally; places: readonly (PlaceAt & { vote: SeatVote })[] }

/** Counts a motion by the forum's rules and the attendance at its item, and refuses what can't be decided so. Changes nothing. */
export async function countMotion(tx: Database, row: Meeting, item: Item, input: DecisionInput): Promise<Counted> {
  const { number: rulesNumber, rules } = await newestRules(tx, row.forumId)
  const attendance = await attendanceOf(tx, row.id)
  const places = placesAt(await seatsOf(tx, row.forumId, row.startsOn), attendance, {
    position: item.position,
    day: row.startsOn,
    chairSeatId: row.chairSeatId,
  })
  const problems: Problem[] = []
  const chosen = (place: PlaceAt): SeatChoice | undefined => input.choices.find(({ seatId }) => seatId === place.seat.id)
  const missing = places.find((place) => place.there && !chosen(place))
  if (missing && input.way === 'vote') problems.push({ field: `vote.${missing.seat.id}`, say: say('voteIsMissing') })
  for (const place of places) {
    const mine = chosen(place)
    const says = Object.values(mine?.reason?.texts ?? {}).some((text) => [...text].length >= SHORTEST_REASON)
    if (!place.there || says) continue
    if (mine?.choice === 'recused') problems.push({ field: `reason.${place.seat.id}`, say: say('recusedNeedsReason') })
    else if (mine?.choice === 'against' && input.way !== 'vote')
      problems.push({ field: `reason.${place.seat.id}`, say: say('dissentNeedsReason') })
  }
  if (problems.length) throw wrongFields(problems)
  // Whoever does not speak up against a consensus shares it.
  const counted = asCounted(places, (place) => chosen(place)?.choice ?? 'for')
  const tally = (input.way === 'vote' ? countVote : countConsensus)(rules, counted)
  if (!tally.quorum.met) throw new Refusal(422, say('noQuorum'))
  if (input.way !== 'vote' && !tally.adopted) throw new Refusal(422, say('noConsensus'))
  return { rulesNumber, tally, places: places.map((place, index) => ({ ...place, vote: counted[index]?.vote ?? 'absent' })) }
}

/**
 * Decides an item of an open meeting: counts the votes by the rules, gives the decision its number, and publishes it with
 * its reasons and tasks. A decision is never changed. Refuses with 409 when another was faster.
 */
export async function decide(house: House, actor: Actor, { forumId, id, version }: OfMeeting, input: DecisionInput): Promise<number> {
  allow(forumPolicy.recordDecisions, actor, undefined)
  return house.db.transaction(async (tx) => {
    const { demonstration } = await lockForum(tx, forumId)
    const row = await lockMeetingAt(tx, forumId, id, version)
    if (row.state !== 'open') throw new Refusal(422, say(row.state === 'announced' ? 'notOpenYet' : 'noLongerChanged'))
    const item = (await itemsOf(tx, id)).find((one) => one.id === input.itemId)
    if (!item) throw notFound()
    if ((await decisionsOn(tx, [item.id])).length) throw new Refusal(422, say('alreadyDecided'))
    const { rulesNumber, tally, places } = await countMotion(tx, row, item, input)
    const [last] = await tx
      .select({ number: forumDecision.number })
      .from(forumDecision)
      .where(eq(forumDecision.forumId, forumId))
      .orderBy(desc(forumDecision.number))
      .limit(1)
    const number = (last?.number ?? 0) + 1
    const decidedOn = house.clock.today()
    const said = {
      state: tally.adopted ? ('adopted' as const) : ('fell' as const),
      way: input.way,
      consensusFailed: input.way === 'vote' && input.consensusFailed,
      title: editedTitle(null, input.title),
      text: editedTitle(null, input.text),
      reasons: editedTitle(null, input.reasons),
      rulesNumber,
      tally,
      decidedOn,
    }
    const tasks = tally.adopted ? input.tasks : []
    const toldTasks = tasks.map(({ title, doer, dueOn }) => ({ title: editedTitle(null, title), doer: editedTitle(null, doer), dueOn }))
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: 'secretariat', for: null },
      act: 'decideInForum',
      object: decisionObject(forumId, number),
      content: {
        ...(demonstration ? { demonstration: true } : {}),
        meeting: id,
        item: item.position,
        ...said,
        about: input.about ? thingObject(input.about) : null,
        votes: places.map(({ seat, vote, chairs }) => ({ seat: seat.code, vote, chairs })),
        tasks: toldTasks,
      },
    })
    const [stored] = await tx
      .insert(forumDecision)
      .values({ ...said, forumId, itemId: item.id, number, about: input.about, recordSeq })
      .returning({ id: forumDecision.id })
    if (!stored) throw new Error('the decision was not stored')
    await tx.insert(forumVote).values(
      places.map(({ seat, termId, vote, chairs }) => {
        const reason = input.choices.find(({ seatId }) => seatId === seat.id)?.reason
        return {
          decisionId: stored.id,
          seatId: seat.id,
          termId,
          vote,
          chairs,
          reason: reason && termId ? editedText(null, reason) : null,
          recordSeq,
        }
      }),
    )
    if (toldTasks.length)
      await tx.insert(forumTask).values(toldTasks.map((task) => ({ ...task, decisionId: stored.id, changedOn: decidedOn, recordSeq })))
    await tx
      .update(forumMeeting)
      .set({ version: version + 1 })
      .where(eq(forumMeeting.id, id))
    return number
  })
}
