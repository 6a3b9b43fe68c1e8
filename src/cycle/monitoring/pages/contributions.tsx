import { allow, type NamedOrganisation, organisationsInTime, peopleActingFor } from '../../../people/index.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import { byDate, byDayWithoutYear } from '../../../platform/languages/dates.ts'
import { plainText } from '../../../platform/languages/languages.ts'
import { compareTexts } from '../../../platform/languages/numbers.ts'
import { notFound, Refusal } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../../../web/answerForm.ts'
import { named } from '../../../web/named.ts'
import { page } from '../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { type Plan, planById } from '../../plan/index.ts'
import { type ContributionPeriod, type Contributor, contributionsTo, lastReminders, type PeriodContributions } from '../contributions.ts'
import { monitoringPolicy } from '../policy.ts'
import { remindContributors } from '../remindContributors.ts'
import { lastDayOf } from '../timeliness.ts'
import { ContributionsOfPeriod } from './ContributionsOfPeriod.tsx'
import { contributionsTexts } from './contributionsTexts.ts'
import { type Remindable, RemindForm } from './RemindForm.tsx'

/** Who has contributed to a plan's reports and who has not, by reporting period; the secretariat reminds from here. */
export const showContributions: Handler<'contributions'> = async (visit) => {
  allow(monitoringPolicy.seeContributions, visit.actor, undefined)
  return draw(visit, await planOf(visit), null)
}

export const sendReminders: Handler<'contributions'> = async (visit) => {
  allow(monitoringPolicy.remindContributors, visit.actor, undefined)
  const plan = await planOf(visit)
  return answerForm(
    visit,
    async (house, fields) => {
      const period = fields.trimmed('period')
      if (!/^\d{1,9}$/.test(period)) throw new Refusal(400)
      await remindContributors(house, visit.actor, {
        planId: plan.id,
        periodId: Number(period),
        organisationIds: [...new Set(fields.all('organisation'))],
      })
      return `${address(visit.language, 'contributions', { plan: plan.id })}?done=reminded`
    },
    (drawn) => draw(visit, plan, drawn),
  )
}

async function planOf(visit: AnyVisit): Promise<Plan> {
  const plan = await planById(visit.house.db, visit.values.plan ?? '', visit.today)
  if (!plan) throw notFound()
  return plan
}

async function draw(visit: AnyVisit, plan: Plan, drawn: Drawn | null): Promise<Response> {
  const { house, language, today } = visit
  const t = contributionsTexts[language]
  const periods = await contributionsTo(house.db, plan.id, today)
  const current = awaitedIn(periods) ?? periods[0]
  const ids = current?.contributors.map(({ organisationId }) => organisationId) ?? []
  const organisations = await organisationsInTime(house.db, ids)
  const reminded = current ? await lastReminders(house.db, current.period.id, today) : new Map<string, Day>()
  const remindable =
    current && monitoringPolicy.remindContributors(visit.actor, undefined)
      ? await whomToRemind(visit, current.contributors, organisations, reminded)
      : null
  const title = titleOf(visit, current)
  return page(
    visit,
    {
      title: drawn ? t.remind : t.title,
      hasErrors: Boolean(drawn?.problems.length),
      path: [{ title: named(plan.shortTitle, language), href: address(language, 'plan', { plan: plan.id }) }],
      children: (
        <>
          <div class="head tight">
            <p class="eyebrow">{t.title}</p>
            <h1>{title}</h1>
            <p class="lead">{leadOf(visit, plan, current)}</p>
            {visit.query.get('done') === 'reminded' && !drawn ? (
              <p class="lead" role="status">
                {t.sent}
              </p>
            ) : null}
          </div>
          {current && remindable ? (
            <section class="sec" aria-labelledby="atgadinat">
              <h2 id="atgadinat">{t.remind}</h2>
              <RemindForm
                form={stateOf(visit, drawn ?? opened({ organisation: preselected(remindable, today) }))}
                action={address(language, 'contributions', { plan: plan.id })}
                periodId={current.period.id}
                remindable={remindable}
              />
            </section>
          ) : null}
          {periods.map((period) => (
            <ContributionsOfPeriod
              key={period.period.id}
              {...period}
              organisations={organisations}
              reminded={period === current ? reminded : new Map()}
              language={language}
              today={today}
            />
          ))}
          {current?.contributors.length ? (
            <section class="sec" aria-labelledby="ka-skaitam">
              <h2 id="ka-skaitam">{t.howCounted}</h2>
              <div class="prose">
                <p>{t.counted}</p>
                {periods.some(({ contributors }) => contributors.some(({ demonstration }) => demonstration)) ? <p>{t.madeUp}</p> : null}
                <p>
                  <a href={address(language, 'report', { plan: plan.id })}>{t.report}</a>
                </p>
              </div>
            </section>
          ) : null}
        </>
      ),
    },
    drawn?.status ?? 200,
  )
}

/** The earliest period from which something is still awaited: the next one begins before reports on the last are due. */
const awaitedIn = (periods: readonly PeriodContributions[]): PeriodContributions | undefined =>
  periods.findLast(({ contributors }) => contributors.some(({ timeliness }) => timeliness === 'awaiting' || timeliness === 'overdue'))

/** The news in a sentence: until when, that it is over, or that all is there. */
function titleOf({ language, today }: AnyVisit, current: (ContributionPeriod & { contributors: Contributor[] }) | undefined): string {
  const t = contributionsTexts[language]
  if (!current?.contributors.length) return t.title
  if (current.contributors.every(({ completeOn }) => completeOn !== null)) return t.allCame
  const ahead = [lastDayOf(current.deadlines.legal), lastDayOf(current.deadlines.working)].filter(
    (end): end is Day => end !== null && end >= today,
  )
  const [next] = ahead.sort()
  if (next) return t.awaitedBy(next.slice(0, 4) === today.slice(0, 4) ? byDayWithoutYear(language, next) : byDate(language, next))
  return current.contributors.some(({ timeliness }) => timeliness === 'overdue') ? t.overdue : t.title
}

function leadOf({ language }: AnyVisit, plan: Plan, current: { contributors: Contributor[] } | undefined): string {
  const t = contributionsTexts[language]
  if (!plan.approvedOn) return t.notApproved
  if (!current) return t.noPeriods
  const { contributors } = current
  if (!contributors.length) return t.noCommitments
  const whole = contributors.filter(({ completeOn }) => completeOn !== null).length
  const none = contributors.filter(({ given }) => given === 0).length
  return t.lead(contributors.length, whole, contributors.length - whole - none, none)
}

/** Those who still have something to hand in, with how many people act for each. */
async function whomToRemind(
  visit: AnyVisit,
  contributors: readonly Contributor[],
  organisations: ReadonlyMap<string, NamedOrganisation>,
  reminded: ReadonlyMap<string, Day>,
): Promise<Remindable[]> {
  const lacking = contributors.filter(({ completeOn }) => completeOn === null)
  const people = await peopleActingFor(
    visit.house.db,
    lacking.map(({ organisationId }) => organisationId),
    ['officer', 'representative'],
  )
  return lacking
    .map(({ organisationId, contributions }) => ({
      organisationId,
      name: organisations.get(organisationId)?.nameOn(visit.today) ?? {},
      missing: contributions.filter(({ on }) => on === null).map(({ commitment }) => commitment.number),
      people: people.filter((person) => person.organisationId === organisationId).length,
      reminded: reminded.get(organisationId) ?? null,
    }))
    .sort((a, b) => compareTexts(visit.language, plainText(a.name, visit.language), plainText(b.name, visit.language)))
}

const preselected = (remindable: readonly Remindable[], today: Day): string[] =>
  remindable.filter(({ people, reminded }) => people > 0 && reminded !== today).map(({ organisationId }) => organisationId)
