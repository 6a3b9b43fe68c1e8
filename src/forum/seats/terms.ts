import { and, eq, gte, isNull, lte, ne, or } from 'drizzle-orm'
import { editedText, editedTitle, type TypedText } from '../../cycle/plan/index.ts'
import { type Actor, allow } from '../../people/index.ts'
import type { Database } from '../../platform/database/database.ts'
import { addMonths, type Day } from '../../platform/dates/partialDate.ts'
import type { House } from '../../platform/house.ts'
import { notFound, Refusal, wrongField } from '../../platform/refusal.ts'
import { append } from '../../record/index.ts'
import { lockForum } from '../locks.ts'
import { forumPolicy } from '../policy.ts'
import { say } from '../problemTexts.ts'
import { newestRules, type RulesVersion, type Seat, type Term } from '../queries.ts'
import { sideOf } from '../rules/forumRules.ts'
import { forumSeat, forumTerm } from '../tables.ts'
import { seatObject } from '../words.ts'
import type { TermInput } from './termInput.ts'

const secretariat = { role: 'secretariat', for: null } as const

/** Refuses what the forum's rules don't allow: a term too long, one too many, or without an end. */
function keepToRules({ rules }: RulesVersion, seat: Seat, { kind, startsOn, endsOn, nth }: TermInput): void {
  const free = rules.officialsStay && sideOf(seat.sector) === 'government'
  if (kind === 'substitute' || free || rules.termMonths === null) return
  if (endsOn === null) throw wrongField('endsOn', say('needsAnEnd'))
  if (endsOn > addMonths(startsOn, rules.termMonths)) throw wrongField('endsOn', say('termIsLong'))
  if (rules.mostTerms !== null && nth > rules.mostTerms) throw wrongField('nth', say('tooManyTerms'))
}

const overlapping = (startsOn: Day, endsOn: Day | null) =>
  and(or(isNull(forumTerm.endsOn), gte(forumTerm.endsOn, startsOn)), endsOn === null ? undefined : lte(forumTerm.startsOn, endsOn))

async function lockSeat(tx: Database, forumId: string, code: string): Promise<Seat> {
  const [seat] = await tx
    .select()
    .from(forumSeat)
    .where(and(eq(forumSeat.forumId, forumId), eq(forumSeat.code, code)))
  if (!seat || seat.closedOn) throw notFound()
  return seat
}

/**
 * Publishes that someone holds a seat, or stands in for who does. Names stand on the pages, never in the record. A
 * seat has one member at a time, and the forum one chair and one co-chair.
 */
export async function addTerm(
  house: House,
  actor: Actor,
  { forumId, code, input }: { forumId: string; code: string; input: TermInput },
): Promise<number> {
  allow(forumPolicy.keepSeats, actor, undefined)
  return house.db.transaction(async (tx) => {
    const row = await lockForum(tx, forumId)
    const seat = await lockSeat(tx, forumId, code)
    keepToRules(await newestRules(tx, forumId), seat, input)
    const { startsOn, endsOn, office } = input
    if (input.kind === 'member') {
      const [other] = await tx
        .select({ id: forumTerm.id })
        .from(forumTerm)
        .where(and(eq(forumTerm.seatId, seat.id), eq(forumTerm.kind, 'member'), overlapping(startsOn, endsOn)))
        .limit(1)
      if (other) throw wrongField('startsOn', say('overlaps'))
    }
    if (office) {
      const [other] = await tx
        .select({ id: forumTerm.id })
        .from(forumTerm)
        .innerJoin(forumSeat, eq(forumSeat.id, forumTerm.seatId))
        .where(
          and(
            eq(forumSeat.forumId, forumId),
            eq(forumTerm.office, office),
            ne(forumTerm.kind, 'substitute'),
            overlapping(startsOn, endsOn),
          ),
        )
        .limit(1)
      if (other || input.kind === 'substitute') throw wrongField('office', say('officeIsHeld'))
    }
    const publishedOn = house.clock.today()
    const said = {
      kind: input.kind,
      position: editedText(null, input.position),
      organisationId: input.organisationId,
      office,
      nth: input.nth,
      chosen: editedText(null, input.chosen),
      startsOn,
      endsOn,
    }
    const recordSeq = await append(tx, house.clock.now(), {
      actor: secretariat,
      act: 'seatMember',
      object: seatObject(forumId, code),
      content: { ...(row.demonstration ? { demonstration: true } : {}), publishedOn, ...said },
    })
    const [stored] = await tx
      .insert(forumTerm)
      .values({ ...said, seatId: seat.id, name: input.name, publishedOn, demonstration: row.demonstration, recordSeq })
      .returning({ id: forumTerm.id })
    if (!stored) throw new Error('the term was not stored')
    return stored.id
  })
}

/** A term of a forum, locked by a version of its form, after the forum. */
export async function lockTermAt(tx: Database, forumId: string, termId: number, version: number): Promise<{ seat: Seat; term: Term }> {
  const [found] = await tx
    .select({ seat: forumSeat, term: forumTerm })
    .from(forumTerm)
    .innerJoin(forumSeat, eq(forumSeat.id, forumTerm.seatId))
    .where(and(eq(forumTerm.id, termId), eq(forumSeat.forumId, forumId)))
    .for('update', { of: forumTerm })
  if (!found) throw notFound()
  if (found.term.version !== version) throw new Refusal(409)
  return found
}

/** Ends a term before its time, for a reason; from the day after it the seat is vacant. Refuses with 409 when another was faster. */
export async function endTerm(
  house: House,
  actor: Actor,
  { forumId, termId, version, on, reason }: { forumId: string; termId: number; version: number; on: Day; reason: TypedText },
): Promise<void> {
  allow(forumPolicy.keepSeats, actor, undefined)
  await house.db.transaction(async (tx) => {
    const row = await lockForum(tx, forumId)
    const { seat, term } = await lockTermAt(tx, forumId, termId, version)
    const today = house.clock.today()
    if (term.endsOn !== null && term.endsOn < today) throw new Refusal(422, say('termIsOver'))
    if (on < term.startsOn || (term.endsOn !== null && on > term.endsOn)) throw wrongField('on', say('endIsLater'))
    const endReason = editedTitle(null, reason)
    const recordSeq = await append(tx, house.clock.now(), {
      actor: secretariat,
      act: 'endTerm',
      object: seatObject(forumId, seat.code),
      content: {
        ...(row.demonstration ? { demonstration: true } : {}),
        kind: term.kind,
        startsOn: term.startsOn,
        before: { endsOn: term.endsOn },
        after: { endsOn: on },
        reason: endReason,
      },
    })
    await tx
      .update(forumTerm)
      .set({ endsOn: on, endReason, version: version + 1, recordSeq })
      .where(eq(forumTerm.id, term.id))
  })
}
