import { DueDates, type Remindable } from '../../cycle/monitoring/index.ts'
import { DueChanged } from '../../cycle/plan/index.ts'
import { isInstitution } from '../../people/index.ts'
import { groupBy } from '../../platform/groupBy.ts'
import { byDateShort, dateRange, shortDate } from '../../platform/languages/dates.ts'
import { plainText } from '../../platform/languages/languages.ts'
import { compareTexts } from '../../platform/languages/numbers.ts'
import { address } from '../../web/addresses.ts'
import { OrganisationLink } from '../../web/components/OrganisationLink.tsx'
import type { AnyVisit } from '../../web/visit.ts'
import { deskTexts } from './texts.ts'

/** So many of one period stand here; the public page of the plan has them all. */
const MOST = 15

/** From whom something is awaited, period by period: until when and how late, what is missing, when reminded, and what the secretariat can do. */
export function WhoIsLate({ visit, awaited }: { visit: AnyVisit; awaited: readonly Remindable[] }) {
  const t = deskTexts[visit.language]
  if (!awaited.length) return null
  return (
    <section class="sec" aria-labelledby="no-ka">
      <h2 id="no-ka">{t.whoIsLate}</h2>
      <div>
        {[...groupBy(awaited, ({ periodId }) => periodId).values()].map((ofPeriod) => (
          <Period key={ofPeriod[0]?.periodId} visit={visit} awaited={ofPeriod} />
        ))}
        <p class="note gap">{t.whoIsLateNote}</p>
      </div>
    </section>
  )
}

function Period({ visit, awaited }: { visit: AnyVisit; awaited: readonly Remindable[] }) {
  const { language, today } = visit
  const t = deskTexts[language]
  const [first] = awaited
  if (!first) return null
  const { plan, of } = first
  const { period, deadlines } = of
  const nameOf = ({ organisation }: Remindable): string => plainText(organisation.nameOn(today), language)
  const sorted = [...awaited].sort((a, b) => b.missing.length - a.missing.length || compareTexts(language, nameOf(a), nameOf(b)))
  return (
    <div class="late-period">
      <h3 class="title2">{t.periodOf(plainText(plan.shortTitle, language), dateRange(language, period.startsOn, period.referenceDay))}</h3>
      <DueDates deadlines={deadlines} today={today} language={language} />
      <p class="acts">
        <a class="ds-button" href={`${address(language, 'reminders')}?${new URLSearchParams({ plan: plan.id })}`}>
          {t.remind}
        </a>
        {deadlines.working ? (
          <a
            class="ds-button"
            data-variant="secondary"
            href={address(language, 'deadlineExtend', { plan: plan.id, deadline: deadlines.working.id })}
          >
            {t.extend}
          </a>
        ) : null}
      </p>
      <table class="ds-table stack gap who-is-late">
        <thead>
          <tr>
            <th scope="col">{t.who}</th>
            <th scope="col">{t.missing}</th>
            <th scope="col">{t.reminders}</th>
            <th scope="col">{t.todo}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, MOST).map((one) => (
            <Row key={one.organisationId} visit={visit} one={one} />
          ))}
        </tbody>
      </table>
      <p class="gap">
        <a href={address(language, 'contributions', { plan: plan.id })}>{t.allContributions(sorted.length)}</a>
      </p>
    </div>
  )
}

function Row({ visit, one }: { visit: AnyVisit; one: Remindable }) {
  const { language, today } = visit
  const t = deskTexts[language]
  const { organisationId, periodId, organisation, contributor, missing, lastOn, why, plan, of } = one
  const name = plainText(organisation.nameOn(today), language)
  const preview = new URLSearchParams({ to: `${periodId}.${organisationId}`, letters: 'lv', preview: '1' })
  const { working } = contributor.deadlines
  const isOwn = working?.due && working.due !== of.deadlines.working?.due
  return (
    <tr>
      <th scope="row">
        <OrganisationLink
          id={organisationId}
          name={organisation.nameOn(today)}
          institution={isInstitution(organisation.sector)}
          language={language}
        />
        {isOwn && working.due ? (
          <span class="meta">
            {t.ownDeadline(byDateShort(language, working.due))}
            <DueChanged deadline={working} language={language} />
          </span>
        ) : null}
      </th>
      <td data-l={t.missing}>{t.missingNumbers(missing.map(({ commitment }) => commitment.number))}</td>
      <td data-l={t.reminders}>{lastOn ? t.remindedOn(shortDate(language, lastOn)) : why === 'nobody' ? t.nobodyActs : t.neverReminded}</td>
      <td data-l={t.todo}>
        <span class="small-acts">
          {why === null ? (
            <a href={`${address(language, 'reminders')}?${preview}`}>
              <span aria-hidden="true">{t.remind}</span>
              <span class="sr">{t.remindOne(name)}</span>
            </a>
          ) : null}
          {working ? (
            <a
              href={`${address(language, 'deadlineExtend', { plan: plan.id, deadline: working.id })}?${new URLSearchParams({ for: organisationId })}`}
            >
              <span aria-hidden="true">{t.extendOne}</span>
              <span class="sr">{t.extendFor(name)}</span>
            </a>
          ) : null}
        </span>
      </td>
    </tr>
  )
}
