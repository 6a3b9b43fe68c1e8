import { type HandedIn, type PublishedAssessment, VerdictStatus } from '../../cycle/monitoring/index.ts'
import { DueChanged } from '../../cycle/plan/index.ts'
import { daysBetween } from '../../platform/dates/partialDate.ts'
import { dateRange, shortDate } from '../../platform/languages/dates.ts'
import { plainText } from '../../platform/languages/languages.ts'
import { address } from '../../web/addresses.ts'
import { DateTime } from '../../web/components/DateTime.tsx'
import { Dotted } from '../../web/components/Dotted.tsx'
import { Local } from '../../web/components/Local.tsx'
import { MadeUp } from '../../web/components/MadeUp.tsx'
import { Name } from '../../web/components/Name.tsx'
import { calendarLink } from '../../web/feeds.ts'
import { bare, langOf, named } from '../../web/named.ts'
import type { AnyVisit } from '../../web/visit.ts'
import type { Desk } from '../desk.ts'
import type { NextDate } from '../nextDates.ts'
import { deskTexts } from './texts.ts'

type Props = { visit: AnyVisit; desk: Desk }

/** So many dates ahead stand on the desk; the calendar has them all. */
const DATES = 10

/** What comes next in the plans: deadlines by law and working ones, and steps, the nearest first. */
export function NextDates({ visit, dates }: { visit: AnyVisit; dates: readonly NextDate[] }) {
  const { language } = visit
  const t = deskTexts[language]
  return (
    <section class="sec" aria-labelledby="datumi">
      <h2 id="datumi">{t.nextDates}</h2>
      <div>
        {dates.length ? (
          <ul class="rows">
            {dates.slice(0, DATES).map((date) => (
              <DateRow key={`${date.kind}${date.kind === 'deadline' ? date.deadline.id : date.phase.id}`} visit={visit} date={date} />
            ))}
          </ul>
        ) : (
          <p>{t.noDates}</p>
        )}
        <p class="note gap">
          <a href={calendarLink(language, 'calendar').href}>{t.calendar}</a>
        </p>
      </div>
    </section>
  )
}

function DateRow({ visit, date }: { visit: AnyVisit; date: NextDate }) {
  const { language, today } = visit
  const t = deskTexts[language]
  const { plan, on } = date
  const kind = date.kind === 'phase' ? t.phase : date.deadline.kind === 'legal' ? t.legal : t.working
  return (
    <li>
      <div class="when">
        <b>
          {date.kind === 'phase' ? (
            dateRange(language, date.start, date.end)
          ) : date.deadline.due ? (
            <DateTime date={date.deadline.due} language={language} />
          ) : null}
        </b>
        <span>{t.inDays(daysBetween(today, on))}</span>
      </div>
      <div>
        <h3>
          <a href={address(language, 'plan', { plan: plan.id })}>
            <Local content={date.kind === 'phase' ? date.phase.title : date.deadline.title} language={language} quiet />
          </a>
        </h3>
        <p class="meta">
          <Name of={named(plan.shortTitle, language)} />, {kind}
        </p>
        {date.kind === 'deadline' ? <DueChanged deadline={date.deadline} language={language} /> : null}
      </div>
    </li>
  )
}

/** The partners' latest words on one's commitments, or for the secretariat on all. */
export function PartnersSaid({ visit, desk, said, everyone }: Props & { said: readonly PublishedAssessment[]; everyone: boolean }) {
  const { language } = visit
  const t = deskTexts[language]
  const rows = said.flatMap((assessment) => {
    const commitment = desk.at.commitments.find(({ commitment: one }) => one.id === assessment.commitmentId)?.commitment
    return commitment ? [{ assessment, commitment }] : []
  })
  if (!rows.length) return null
  return (
    <section class="sec" aria-labelledby="partneri">
      <h2 id="partneri">{t.partnersSaid}</h2>
      <div>
        {everyone ? null : <p class="note">{t.partnersSaidNote}</p>}
        <ul class="rows">
          {rows.map(({ assessment, commitment }) => {
            const { organisationId, publishedOn, verdict, demonstration } = assessment
            const who = plainText(desk.at.organisations.get(organisationId)?.nameOn(publishedOn), language) || organisationId
            const at = address(language, 'commitment', { plan: commitment.planId, number: commitment.number })
            return (
              <li key={assessment.id}>
                <div class="when">
                  <b>
                    <DateTime date={publishedOn} language={language} />
                  </b>
                </div>
                <div>
                  <h3>
                    <a href={`${at}#vertejumi`}>{t.said(who, commitment.number)}</a>
                  </h3>
                  <p>
                    {verdict ? <VerdictStatus verdict={verdict} language={language} /> : null}
                    <MadeUp when={demonstration} language={language} />
                  </p>
                </div>
              </li>
            )
          })}
        </ul>
      </div>
    </section>
  )
}

/** What was handed in last, with the way to correct it; the whole has a page of its own. */
export function HandedInList({ visit, desk, handedIn }: Props & { handedIn: readonly HandedIn[] }) {
  const { language, today } = visit
  const t = deskTexts[language]
  return (
    <section class="sec" aria-labelledby="iesniegts">
      <h2 id="iesniegts">{t.handedIn}</h2>
      <div>
        {handedIn.length ? (
          <ul class="index tasks-list">
            {handedIn.map((one) => {
              const { planId: plan, number, milestone, organisationId: organisation, period } = one
              const form =
                milestone === null
                  ? address(language, 'assessmentForm', { plan, number, organisation, period })
                  : address(language, 'updateForm', { plan, number, milestone, organisation, period })
              const read =
                milestone === null
                  ? `${address(language, 'commitment', { plan, number })}#vertejumi`
                  : address(language, 'updates', { plan, number, milestone })
              const title = named(one.title, language)
              return (
                <li key={one.recordSeq}>
                  <span class="no">{milestone === null ? number : `${number}.${milestone}`}</span>
                  <div>
                    <a href={read} {...langOf(title)}>
                      {bare(title)}
                    </a>
                    <span class="meta">
                      <Dotted
                        facts={[
                          t.publishedOn(shortDate(language, one.on)),
                          one.version > 1 ? t.version(one.version) : null,
                          desk.mine.length > 1 ? named(desk.at.organisations.get(organisation)?.nameOn(today), language) : null,
                        ]}
                      />
                      <MadeUp when={one.demonstration} language={language} />
                    </span>
                  </div>
                  <a href={form}>
                    {t.correct}
                    <span class="sr">
                      {' '}
                      <Name of={title} />
                    </span>
                  </a>
                </li>
              )
            })}
          </ul>
        ) : (
          <p>{t.nothingHandedIn}</p>
        )}
        <p class="gap">
          <a href={address(language, 'handedIn')}>{t.handedInAll}</a>
        </p>
      </div>
    </section>
  )
}
