import { allow, organisationsInTime } from '../../../people/index.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import { byDate, byDayWithoutYear } from '../../../platform/languages/dates.ts'
import { notFound } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { named } from '../../../web/named.ts'
import { page } from '../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { extensionTexts, type Plan, planById, requestsAbout } from '../../plan/index.ts'
import { type ContributionPeriod, type Contributor, contributionsTo, type PeriodContributions } from '../contributions.ts'
import { monitoringPolicy } from '../policy.ts'
import { lastReminders } from '../remindable.ts'
import { lastDayOf } from '../timeliness.ts'
import { ContributionsOfPeriod } from './ContributionsOfPeriod.tsx'
import { contributionsTexts } from './contributionsTexts.ts'
import { Extensions } from './Extensions.tsx'

/** Who has contributed to a plan's reports and who has not, by reporting period; the secretariat reminds and extends from here. */
export const showContributions: Handler<'contributions'> = async (visit) => {
  allow(monitoringPolicy.seeContributions, visit.actor, undefined)
  const { house, language, today } = visit
  const plan = await planOf(visit)
  const t = contributionsTexts[language]
  const periods = await contributionsTo(house.db, plan.id, today)
  const current = awaitedIn(periods) ?? periods[0]
  const reminded = current ? await lastReminders(house.db, current.period.id, today) : new Map<string, Day>()
  const working = periods.flatMap(({ deadlines }) => deadlines.working ?? [])
  const requests = await requestsAbout(
    house.db,
    working.map(({ id }) => id),
    today,
  )
  const ids = [
    ...periods.flatMap(({ contributors }) => contributors.map(({ organisationId }) => organisationId)),
    ...requests.map(({ organisationId }) => organisationId),
  ]
  const organisations = await organisationsInTime(house.db, [...new Set(ids)])
  const done = visit.query.get('done')
  return page(visit, {
    title: t.title,
    path: [{ title: named(plan.shortTitle, language), href: address(language, 'plan', { plan: plan.id }) }],
    children: (
      <>
        <div class="head tight">
          <p class="eyebrow">{t.title}</p>
          <h1>{titleOf(visit, current)}</h1>
          <p class="lead">{leadOf(visit, plan, current)}</p>
          {done === 'extended' ? (
            <p class="lead" role="status">
              {t.extended}
            </p>
          ) : null}
          <ForSecretariat visit={visit} plan={plan} current={current} />
        </div>
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
        {working.length ? (
          <section class="sec" aria-labelledby="pagarinajumi">
            <h2 id="pagarinajumi">{extensionTexts[language].extensions}</h2>
            <div>
              <Extensions visit={visit} deadlines={working} requests={requests} organisations={organisations} />
            </div>
          </section>
        ) : null}
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
  })
}

/** What the secretariat can do about it. */
function ForSecretariat({ visit, plan, current }: { visit: AnyVisit; plan: Plan; current: PeriodContributions | undefined }) {
  const { language, actor } = visit
  if (!monitoringPolicy.remindContributors(actor, undefined) || !current) return null
  const t = contributionsTexts[language]
  const { working } = current.deadlines
  return (
    <p class="acts">
      <a class="ds-button" href={`${address(language, 'reminders')}?${new URLSearchParams({ plan: plan.id })}`}>
        {t.remind}
      </a>
      {working ? (
        <a class="ds-button" data-variant="secondary" href={address(language, 'deadlineExtend', { plan: plan.id, deadline: working.id })}>
          {extensionTexts[language].extend}
        </a>
      ) : null}
    </p>
  )
}

async function planOf(visit: AnyVisit): Promise<Plan> {
  const plan = await planById(visit.house.db, visit.values.plan ?? '', visit.today)
  if (!plan) throw notFound()
  return plan
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
