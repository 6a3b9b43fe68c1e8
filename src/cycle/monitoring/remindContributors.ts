import { and, eq, inArray } from 'drizzle-orm'
import { type Actor, allow, organisationObject, organisationsInTime, peopleActingFor } from '../../people/index.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import { groupBy } from '../../platform/groupBy.ts'
import type { House } from '../../platform/house.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { notFound, wrongField } from '../../platform/refusal.ts'
import { append } from '../../record/index.ts'
import { planById, reportingPeriod } from '../plan/index.ts'
import { type Contributor, contributionsTo } from './contributions.ts'
import { monitoringPolicy } from './policy.ts'
import { reminderLetter, remindTexts } from './remindTexts.ts'
import { reminder } from './tables.ts'

export type Reminding = { planId: string; periodId: number; organisationIds: readonly string[] }

/** Letters go in this language as long as nobody can say which they prefer. */
const LETTER_LANGUAGE: Language = 'lv'

const refused = (key: 'chooseSomeone' | 'nobodyActs' | 'nothingMissing') =>
  wrongField('organisation', (language) => remindTexts[language][key])

/**
 * Reminds everyone who acts for these institutions and organisations of what they have not handed in for
 * a period: one letter a person. Who has handed in everything, or was reminded today, is left alone.
 */
export async function remindContributors(house: House, actor: Actor, input: Reminding): Promise<void> {
  allow(monitoringPolicy.remindContributors, actor, undefined)
  if (!input.organisationIds.length) throw refused('chooseSomeone')
  const today = house.clock.today()
  await house.db.transaction(async (tx) => {
    await lockPeriod(tx, input)
    const [plan, periods] = [await planById(tx, input.planId, today), await contributionsTo(tx, input.planId, today)]
    const found = periods.find(({ period }) => period.id === input.periodId)
    if (!plan || !found) throw notFound()
    const lacking = await stillToRemind(tx, input, found.contributors, today)
    if (!lacking.length) throw refused('nothingMissing')
    const ids = lacking.map(({ organisationId }) => organisationId)
    const people = await peopleActingFor(tx, ids, ['officer', 'representative'])
    const organisations = await organisationsInTime(tx, ids)
    const reached = lacking.flatMap(({ organisationId, contributions }) => {
      const organisation = organisations.get(organisationId)
      const isActedFor = people.some((person) => person.organisationId === organisationId)
      return organisation && isActedFor ? [{ organisationId, organisation, missing: contributions.filter(({ on }) => on === null) }] : []
    })
    if (!reached.length) throw refused('nobodyActs')

    for (const [to, roles] of groupBy(people, (person) => person.email)) {
      const mine = reached.filter(({ organisationId }) => roles.some((role) => role.organisationId === organisationId))
      const letter = reminderLetter(LETTER_LANGUAGE, {
        plan: plan.shortTitle,
        period: found.period,
        deadlines: found.deadlines,
        missing: mine.map(({ organisation, missing }) => ({ name: organisation.nameOn(today), contributions: missing })),
        url: house.configuration.url,
      })
      await house.mailer.queue(tx, { to, language: LETTER_LANGUAGE, ...letter })
    }
    for (const { organisationId, organisation, missing } of reached) {
      const recordSeq = await append(tx, house.clock.now(), {
        actor: { role: 'secretariat', for: null },
        act: 'remindContributors',
        object: organisationObject(organisation.sector, organisationId),
        content: {
          plan: input.planId,
          period: found.period.position,
          referenceDay: found.period.referenceDay,
          commitments: missing.map(({ commitment }) => commitment.number),
        },
      })
      await tx.insert(reminder).values({ periodId: input.periodId, organisationId, sentOn: today, recordSeq })
    }
  })
}

/** Two secretaries who press at once stand in a queue here; a deadline that comes to name the period does not wait. */
async function lockPeriod(tx: Database, { planId, periodId }: Reminding): Promise<void> {
  const [row] = await tx
    .select({ id: reportingPeriod.id })
    .from(reportingPeriod)
    .where(and(eq(reportingPeriod.id, periodId), eq(reportingPeriod.planId, planId)))
    .for('no key update')
  if (!row) throw notFound()
}

/** Those of the chosen from whom something is still awaited and who were not reminded today. */
async function stillToRemind(
  tx: Database,
  { periodId, organisationIds }: Reminding,
  contributors: readonly Contributor[],
  today: Day,
): Promise<Contributor[]> {
  const reminded = await tx
    .select({ organisationId: reminder.organisationId })
    .from(reminder)
    .where(and(eq(reminder.periodId, periodId), eq(reminder.sentOn, today), inArray(reminder.organisationId, [...organisationIds])))
  const awaited = contributors.filter(({ timeliness }) => timeliness === 'awaiting' || timeliness === 'overdue')
  return awaited.filter(
    ({ organisationId }) => organisationIds.includes(organisationId) && !reminded.some((row) => row.organisationId === organisationId),
  )
}
