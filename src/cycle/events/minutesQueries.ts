import { and, asc, desc, eq, isNotNull, isNull, lt, lte } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import type { LocalText } from '../../platform/languages/languages.ts'
import { idea } from '../ideas/index.ts'
import { commitment } from '../plan/index.ts'
import type { Event, EventVersion } from './queries.ts'
import { event, eventMinutes, eventMinutesVersion, eventOutcome, eventVersion } from './tables.ts'

export type Minutes = typeof eventMinutes.$inferSelect
export type MinutesVersion = typeof eventMinutesVersion.$inferSelect
export type Outcome = typeof eventOutcome.$inferSelect

/** What became of a conclusion, with the place of the idea or the commitment. */
export type PlacedOutcome = {
  outcome: Outcome
  idea: { planId: string; number: number } | null
  commitment: { planId: string; number: number; title: LocalText } | null
}

const MOST_VERSIONS = 100
const MOST_OUTCOMES = 100
const MOST_NOTES = 50
const MOST_DUE = 100

/** What is being written of the minutes; null while nobody has begun. One query. */
export async function minutesDraft(db: Database, eventId: number): Promise<Minutes | null> {
  const [found] = await db.select().from(eventMinutes).where(eq(eventMinutes.eventId, eventId))
  return found ?? null
}

/** The versions of the minutes published by that day, the first one first. One query. */
export async function minutesOf(db: Database, eventId: number, today: Day): Promise<MinutesVersion[]> {
  return db
    .select()
    .from(eventMinutesVersion)
    .where(and(eq(eventMinutesVersion.eventId, eventId), lte(eventMinutesVersion.publishedOn, today)))
    .orderBy(asc(eventMinutesVersion.number))
    .limit(MOST_VERSIONS)
}

/** What became of the conclusions of an event by that day. One query. */
export async function outcomesOf(db: Database, eventId: number, today: Day): Promise<PlacedOutcome[]> {
  return db
    .select({
      outcome: eventOutcome,
      idea: { planId: idea.planId, number: idea.number },
      commitment: { planId: commitment.planId, number: commitment.number, title: commitment.title },
    })
    .from(eventOutcome)
    .leftJoin(idea, eq(idea.id, eventOutcome.ideaId))
    .leftJoin(commitment, eq(commitment.id, eventOutcome.commitmentId))
    .where(and(eq(eventOutcome.eventId, eventId), lte(eventOutcome.publishedOn, today)))
    .orderBy(asc(eventOutcome.conclusion))
    .limit(MOST_OUTCOMES)
}

/** A conclusion of an event that was noted on a commitment. */
export type EventNote = { outcome: Outcome; event: Event; version: EventVersion }

/** The notes from events on a commitment known on that day, the latest first. One query. */
export async function notesOnCommitment(db: Database, commitmentId: number, today: Day): Promise<EventNote[]> {
  return db
    .selectDistinctOn([eventOutcome.id], { outcome: eventOutcome, event, version: eventVersion })
    .from(eventOutcome)
    .innerJoin(event, eq(event.id, eventOutcome.eventId))
    .innerJoin(eventVersion, eq(eventVersion.eventId, event.id))
    .where(and(eq(eventOutcome.commitmentId, commitmentId), lte(eventOutcome.publishedOn, today), lte(eventVersion.publishedOn, today)))
    .orderBy(desc(eventOutcome.id), desc(eventVersion.number))
    .limit(MOST_NOTES)
}

/** Events held before a day whose minutes are not published, the oldest first. One query. */
export async function eventsWithoutMinutes(db: Database, before: Day): Promise<{ event: Event; title: LocalText; begunAt: Date | null }[]> {
  return db
    .selectDistinctOn([event.id], { event, title: eventVersion.title, begunAt: eventMinutes.draftSavedAt })
    .from(event)
    .innerJoin(eventVersion, eq(eventVersion.eventId, event.id))
    .leftJoin(eventMinutes, eq(eventMinutes.eventId, event.id))
    .where(and(eq(event.state, 'held'), isNotNull(event.heldOn), lt(event.heldOn, before), isNull(eventMinutes.firstPublishedOn)))
    .orderBy(asc(event.id), desc(eventVersion.number))
    .limit(MOST_DUE)
}
