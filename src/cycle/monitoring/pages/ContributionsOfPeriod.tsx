import { isInstitution, type NamedOrganisation } from '../../../people/index.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import { dateRange, shortDate } from '../../../platform/languages/dates.ts'
import { type Language, plainText } from '../../../platform/languages/languages.ts'
import { compareTexts } from '../../../platform/languages/numbers.ts'
import { address } from '../../../web/addresses.ts'
import { DateTime } from '../../../web/components/DateTime.tsx'
import { Local } from '../../../web/components/Local.tsx'
import { MadeUp } from '../../../web/components/MadeUp.tsx'
import { OrganisationLink } from '../../../web/components/OrganisationLink.tsx'
import { type Deadline, DueChanged } from '../../plan/index.ts'
import type { Contribution, PeriodContributions } from '../contributions.ts'
import { TimelinessStatus } from '../timelinessWords.tsx'
import { contributionsTexts } from './contributionsTexts.ts'

type Props = PeriodContributions & {
  organisations: ReadonlyMap<string, NamedOrganisation>
  reminded: ReadonlyMap<string, Day>
  language: Language
  today: Day
}

/** One reporting period as a section of its own. */
export function ContributionsOfPeriod(props: Props) {
  const { period, language } = props
  const id = `periods-${period.position}`
  return (
    <section class="sec" aria-labelledby={id}>
      <h2 id={id}>{contributionsTexts[language].period(dateRange(language, period.startsOn, period.referenceDay))}</h2>
      <div>
        <ContributionTables {...props} />
      </div>
    </section>
  )
}

/** Both deadlines of a period with their basis, then institutions and organisations with what came from each. */
export function ContributionTables(props: Props) {
  const { deadlines, contributors, organisations, language } = props
  const t = contributionsTexts[language]
  const institutions = contributors.filter(({ organisationId }) => isInstitution(organisations.get(organisationId)?.sector ?? 'government'))
  const others = contributors.filter((row) => !institutions.includes(row))
  return (
    <>
      <dl class="facts">
        <DeadlineRow name={t.legal} deadline={deadlines.legal} language={language} />
        <DeadlineRow name={t.working} deadline={deadlines.working} language={language} />
      </dl>
      <ContributorTable {...props} contributors={institutions} caption={t.institutions} head={t.institution} institutions={true} />
      <ContributorTable {...props} contributors={others} caption={t.organisations} head={t.organisation} institutions={false} />
    </>
  )
}

function DeadlineRow({ name, deadline, language }: { name: string; deadline: Deadline | null; language: Language }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {deadline?.due ? (
          <>
            <DateTime date={deadline.due} language={language} />
            <span class="meta">
              {' '}
              {deadline.basisUrl ? (
                <a href={deadline.basisUrl}>
                  <Local content={deadline.basis} language={language} quiet />
                </a>
              ) : (
                <Local content={deadline.basis} language={language} />
              )}
            </span>
            <DueChanged deadline={deadline} language={language} />
          </>
        ) : (
          contributionsTexts[language].noDeadline
        )}
      </dd>
    </div>
  )
}

/** Those who are awaited or have handed in something, each in a row; where nobody is awaited any more, the others by name alone. */
function ContributorTable(props: Props & { caption: string; head: string; institutions: boolean }) {
  const { contributors, deadlines, period, organisations, reminded, language, today, caption, head } = props
  const t = contributionsTexts[language]
  if (!contributors.length) return null
  // The name of the time that is reported on.
  const [on = today] = [period.referenceDay, today].sort()
  const named = contributors
    .map((row) => ({ ...row, name: organisations.get(row.organisationId)?.nameOn(on) ?? {} }))
    .sort((a, b) => compareTexts(language, plainText(a.name, language), plainText(b.name, language)))
  const missing = named.filter(({ timeliness }) => timeliness === 'missing')
  const rows = named.filter((row) => !missing.includes(row))
  return (
    <>
      {rows.length ? (
        <table class="ds-table stack gap contributors">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              <th scope="col">{t.commitments}</th>
              <th scope="col">{t.state}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const when = reminded.get(row.organisationId)
              return (
                <tr key={row.organisationId}>
                  <th scope="row">
                    <OrganisationLink id={row.organisationId} name={row.name} institution={props.institutions} language={language} />
                  </th>
                  <td data-l={t.commitments}>
                    <Came contributions={row.contributions} language={language} />
                  </td>
                  <td data-l={t.state}>
                    <TimelinessStatus
                      timeliness={row.timeliness}
                      on={row.completeOn}
                      deadlines={row.deadlines}
                      today={today}
                      language={language}
                    />
                    <OwnDeadline own={row.deadlines.working} working={deadlines.working} language={language} />
                    {row.given ? <span class="meta block">{t.given(row.given, row.contributions.length)}</span> : null}
                    {when ? <span class="meta block">{t.reminded(shortDate(language, when))}</span> : null}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      ) : null}
      {missing.length ? (
        <>
          <p class="lab gap">{t.nothingFrom(caption)}</p>
          <ul class="names">
            {missing.map(({ organisationId, name }) => (
              <li key={organisationId}>
                <OrganisationLink id={organisationId} name={name} institution={props.institutions} language={language} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  )
}

/** The working deadline of one to whom it was extended alone, with the reason. */
function OwnDeadline({ own, working, language }: { own: Deadline | null; working: Deadline | null; language: Language }) {
  if (!own?.due || own.due === working?.due) return null
  return (
    <span class="meta block">
      {contributionsTexts[language].ownDeadline(shortDate(language, own.due))}
      <DueChanged deadline={own} language={language} />
    </span>
  )
}

/** What has come, commitment by commitment, and then those on which nothing has. */
function Came({ contributions, language }: { contributions: readonly Contribution[]; language: Language }) {
  const t = contributionsTexts[language]
  const missing = contributions.filter(({ on }) => on === null)
  return (
    <ul>
      {contributions.map((contribution) =>
        contribution.on ? (
          <CameOn key={contribution.commitment.id} contribution={contribution} on={contribution.on} language={language} />
        ) : null,
      )}
      {missing.length ? (
        <li>
          <span class="unknown">{t.nothingOn}</span>{' '}
          {missing.map(({ commitment }, index) => (
            <span key={commitment.id}>
              {index ? ', ' : ''}
              <a href={address(language, 'commitment', { plan: commitment.planId, number: commitment.number })}>
                {t.commitmentNumber(commitment.number)}
              </a>
            </span>
          ))}
        </li>
      ) : null}
    </ul>
  )
}

function CameOn({ contribution, on, language }: { contribution: Contribution; on: Day; language: Language }) {
  const t = contributionsTexts[language]
  const { commitment, reported, milestones, assessed, demonstration } = contribution
  const came = [...(reported ? [t.reported(reported, milestones)] : []), ...(assessed ? [t.assessed] : [])]
  return (
    <li>
      <DateTime date={on} language={language} />{' '}
      <a href={address(language, 'commitment', { plan: commitment.planId, number: commitment.number })}>
        {t.commitment(commitment.number)}
      </a>
      {`: ${came.join(', ')}`}
      <MadeUp when={demonstration} language={language} />
    </li>
  )
}
