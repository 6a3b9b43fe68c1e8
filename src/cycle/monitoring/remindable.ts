import { createHash } from 'node:crypto'
import { and, gt, inArray, lte, sql } from 'drizzle-orm'
import { type NamedOrganisation, peopleActingFor } from '../../people/index.ts'
import type { Database } from '../../platform/database/database.ts'
import { addDays, type Day } from '../../platform/dates/partialDate.ts'
import { groupBy } from '../../platform/groupBy.ts'
import type { Language } from '../../platform/languages/languages.ts'
import type { Plan, PlansAtWork } from '../plan/index.ts'
import { awaitedContributions, type Contribution, type ContributionPeriod, type Contributor } from './contributions.ts'
import { reminderLetter } from './remindTexts.ts'
import { reminder } from './tables.ts'

/** Whom a reminder is for: who takes part, and of which period. */
export type Reminded = { periodId: number; organisationId: string }

/** Nobody is reminded of one period more often than this in a week, and never twice a day. */
export const MOST_IN_A_WEEK = 3
const WEEK = 7

/** When who was last reminded of a period, and how often in the week up to that day. */
type Past = { lastOn: Day; inWeek: number }

const keyOf = ({ periodId, organisationId }: Reminded): string => `${periodId} ${organisationId}`

/** The reminders of these periods up to that day, by period and organisation. One query. */
async function pastReminders(db: Database, periodIds: readonly number[], today: Day): Promise<Map<string, Past>> {
  if (!periodIds.length) return new Map()
  const rows = await db
    .select({
      periodId: reminder.periodId,
      organisationId: reminder.organisationId,
      lastOn: sql<Day>`max(${reminder.sentOn})::text`,
      inWeek: sql<number>`count(*) filter (where ${gt(reminder.sentOn, addDays(today, -WEEK))})::int`,
    })
    .from(reminder)
    .where(and(inArray(reminder.periodId, [...periodIds]), lte(reminder.sentOn, today)))
    .groupBy(reminder.periodId, reminder.organisationId)
  return new Map(rows.map((row) => [keyOf(row), row]))
}

/** When who was last reminded of a period, by organisation. */
export async function lastReminders(db: Database, periodId: number, today: Day): Promise<Map<string, Day>> {
  const past = await pastReminders(db, [periodId], today)
  return new Map([...past].map(([key, { lastOn }]) => [key.slice(key.indexOf(' ') + 1), lastOn]))
}

type Acting = { name: string; email: string; organisationId: string }

/** Someone from whom something is awaited for a period: what is missing, who can be written to, and why not now. */
export type Remindable = Reminded & {
  plan: Plan
  /** The period with its deadlines as they hold for everyone. */
  of: ContributionPeriod
  contributor: Contributor
  missing: readonly Contribution[]
  organisation: NamedOrganisation
  people: readonly Acting[]
  lastOn: Day | null
  /** Nobody acts for it, it was reminded today, or often enough this week; null = a letter can go. */
  why: 'nobody' | 'today' | 'often' | null
}

/**
 * All from whom something is awaited, of whichever plan; the plans in their order. Four queries, however many.
 */
export async function remindable(db: Database, at: PlansAtWork, today: Day): Promise<Remindable[]> {
  const { plans, organisations } = at
  const awaited = await awaitedContributions(db, at, today)
  const lacking = awaited.flatMap((of) =>
    of.contributors
      .filter(({ timeliness }) => timeliness === 'awaiting' || timeliness === 'overdue')
      .map((contributor) => ({ of, contributor })),
  )
  const ids = [...new Set(lacking.map(({ contributor }) => contributor.organisationId))]
  const people = groupBy(await peopleActingFor(db, ids, ['officer', 'representative']), (person) => person.organisationId)
  const past = await pastReminders(db, [...new Set(lacking.map(({ of }) => of.period.id))], today)
  return lacking.flatMap(({ of, contributor }): Remindable[] => {
    const { organisationId } = contributor
    const plan = plans.find(({ id }) => id === of.period.planId)
    const organisation = organisations.get(organisationId)
    if (!plan || !organisation) return []
    const acting = (people.get(organisationId) ?? []).map(({ name, email }) => ({ name, email, organisationId }))
    const before = past.get(keyOf({ periodId: of.period.id, organisationId })) ?? null
    return [
      {
        periodId: of.period.id,
        organisationId,
        plan,
        of,
        contributor,
        missing: contributor.contributions.filter(({ on }) => on === null),
        organisation,
        people: acting,
        lastOn: before?.lastOn ?? null,
        why: !acting.length ? 'nobody' : before?.lastOn === today ? 'today' : (before?.inWeek ?? 0) >= MOST_IN_A_WEEK ? 'often' : null,
      },
    ]
  })
}

/** Those of all whom a choice names, each once. */
export function chosenOf(all: readonly Remindable[], chosen: readonly Reminded[]): Remindable[] {
  const keys = new Set(chosen.map(keyOf))
  return all.filter((one) => keys.has(keyOf(one)))
}

/** A letter that is to go, with who gets it. */
export type ReminderLetter = { to: string; name: string; subject: string; body: string }

/** One letter a person, about all for whom the person acts and who can be reminded now. */
export function lettersTo(chosen: readonly Remindable[], language: Language, today: Day, url: string): ReminderLetter[] {
  const reached = chosen.filter(({ why }) => why === null)
  const acting = groupBy(
    reached.flatMap((one) => one.people.map((person) => ({ person, one }))),
    ({ person }) => person.email,
  )
  return [...acting].flatMap(([to, all]) => {
    const [first] = all
    return first
      ? [
          {
            to,
            name: first.person.name,
            ...reminderLetter(
              language,
              all.map(({ one }) => one),
              today,
              url,
            ),
          },
        ]
      : []
  })
}

/** What letters say and to whom, as one word: a form that was shown them carries it. */
export const fingerprintOf = (letters: readonly ReminderLetter[]): string =>
  createHash('sha256').update(JSON.stringify(letters)).digest('hex')
