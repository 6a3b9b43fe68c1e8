import { inArray } from 'drizzle-orm'
import { type Actor, allow, organisationObject } from '../../people/index.ts'
import type { Database } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { notFound, Refusal, wrongField } from '../../platform/refusal.ts'
import { append } from '../../record/index.ts'
import { plansAtWork, reportingPeriod } from '../plan/index.ts'
import { monitoringPolicy } from './policy.ts'
import { chosenOf, fingerprintOf, lettersTo, type Reminded, remindable } from './remindable.ts'
import { remindTexts } from './remindTexts.ts'
import { reminder } from './tables.ts'

/** Who is reminded, in which language, and the fingerprint of the letters that were previewed. */
export type Reminding = { chosen: readonly Reminded[]; language: Language; previewed: string }

const refused = (key: 'chooseSomeone' | 'nobodyActs' | 'nothingMissing') => wrongField('to', (language) => remindTexts[language][key])

/**
 * Reminds everyone who acts for the chosen institutions and organisations of what they have not handed in:
 * one letter a person. Who has handed in everything, or was reminded today or often enough this week, is left
 * alone. What was previewed is what is sent: refuses with 409 when the letters would be others by now.
 */
export async function remindContributors(house: House, actor: Actor, { chosen, language, previewed }: Reminding): Promise<void> {
  allow(monitoringPolicy.remindContributors, actor, undefined)
  if (!chosen.length) throw refused('chooseSomeone')
  const today = house.clock.today()
  await house.db.transaction(async (tx) => {
    await lockPeriods(tx, chosen)
    const lacking = chosenOf(await remindable(tx, await plansAtWork(tx, today), today), chosen)
    const reached = lacking.filter(({ why }) => why === null)
    if (!reached.length) throw refused(lacking.some(({ why }) => why === 'nobody') ? 'nobodyActs' : 'nothingMissing')
    const letters = lettersTo(reached, language, today, house.configuration.url)
    if (fingerprintOf(letters) !== previewed) throw new Refusal(409, (reader) => remindTexts[reader].changedMeanwhile)
    for (const { to, subject, body } of letters) await house.mailer.queue(tx, { to, language, subject, body })
    for (const { organisationId, periodId, plan, of, organisation, missing } of reached) {
      const recordSeq = await append(tx, house.clock.now(), {
        actor: { role: 'secretariat', for: null },
        act: 'remindContributors',
        object: organisationObject(organisation.sector, organisationId),
        content: {
          plan: plan.id,
          period: of.period.position,
          referenceDay: of.period.referenceDay,
          commitments: missing.map(({ commitment }) => commitment.number),
        },
      })
      await tx.insert(reminder).values({ periodId, organisationId, sentOn: today, recordSeq })
    }
  })
}

/** Two secretaries who press at once stand in a queue here; a deadline that comes to name the period does not wait. */
async function lockPeriods(tx: Database, chosen: readonly Reminded[]): Promise<void> {
  const ids = [...new Set(chosen.map(({ periodId }) => periodId))]
  const rows = await tx
    .select({ id: reportingPeriod.id })
    .from(reportingPeriod)
    .where(inArray(reportingPeriod.id, ids))
    .orderBy(reportingPeriod.id)
    .for('no key update')
  if (rows.length !== ids.length) throw notFound()
}
