import { type Day, daysBetween, lastDay } from '../../../platform/dates/partialDate.ts'
import { dateRange, shortDate } from '../../../platform/languages/dates.ts'
import { type Language, plainText } from '../../../platform/languages/languages.ts'
import { address } from '../../../web/addresses.ts'
import { DateTime } from '../../../web/components/DateTime.tsx'
import { Local } from '../../../web/components/Local.tsx'
import type { AnyVisit } from '../../../web/visit.ts'
import { type Deadline, DueChanged } from '../../plan/index.ts'
import { endedBy, ReportedStatus } from '../statusWords.tsx'
import type { PeriodDeadlines } from '../timeliness.ts'
import type { UpdateFacts } from './updateFacts.ts'
import { updateFormTexts } from './updateTexts.ts'

/** One deadline with its kind, and how many days are left or have gone. */
function Due({ deadline, today, language }: { deadline: Deadline; today: Day; language: Language }) {
  const t = updateFormTexts[language]
  if (!deadline.due) return null
  const days = daysBetween(today, lastDay(deadline.due))
  return (
    <li>
      <DateTime date={deadline.due} language={language} />{' '}
      <span>({deadline.kind === 'working' ? t.working : plainText(deadline.basis, language) || t.legalAct})</span>
      <small class="meta">{days >= 0 ? t.daysLeft(days) : t.daysAgo(-days)}</small>
      <DueChanged deadline={deadline} language={language} />
    </li>
  )
}

/** Until when a report is due, by law and by the working plan, which are different things. */
export function DueDates({ deadlines, today, language }: { deadlines: PeriodDeadlines; today: Day; language: Language }) {
  const { legal, working } = deadlines
  if (!legal && !working) return <>{updateFormTexts[language].noDeadline}</>
  return (
    <ul class="due">
      {legal ? <Due deadline={legal} today={today} language={language} /> : null}
      {working ? <Due deadline={working} today={today} language={language} /> : null}
    </ul>
  )
}

/** What an officer needs beside the form: what was promised and when, until when to report, what was reported before. */
export function AboutMilestone({ visit, facts }: { visit: AnyVisit; facts: UpdateFacts }) {
  const { language, today } = visit
  const { subject, previous, deadlines } = facts
  const { milestone } = subject
  const t = updateFormTexts[language]
  const planned = dateRange(language, milestone.plannedStart, milestone.plannedEnd)
  const note = plainText(milestone.plannedNote, language)
  return (
    <aside class="side" aria-labelledby="par">
      <h2 id="par">{t.aboutMilestone}</h2>
      <dl class="facts">
        <div>
          <dt>{t.promised}</dt>
          <dd>
            <Local content={milestone.title} language={language} />
          </dd>
        </div>
        <div>
          <dt>{t.planned}</dt>
          <dd>
            {planned || note || t.notKnown}
            {planned && note ? ` (${note})` : ''}
          </dd>
        </div>
        <div>
          <dt>{t.dueBy}</dt>
          <dd>
            <DueDates deadlines={deadlines} today={today} language={language} />
          </dd>
        </div>
        <div>
          <dt>{t.previously}</dt>
          <dd>
            {previous ? (
              <>
                <ReportedStatus state={previous.state} ended={endedBy(subject.plannedEnd, previous.publishedOn)} language={language} />
                <br />
                {t.reportedOn} {shortDate(language, previous.publishedOn)},{' '}
                <a
                  href={address(language, 'updates', {
                    plan: subject.plan.id,
                    number: subject.commitment.number,
                    milestone: milestone.number,
                  })}
                >
                  {t.read}
                </a>
              </>
            ) : (
              t.neverReported
            )}
          </dd>
        </div>
        <div>
          <dt>{t.forWhom}</dt>
          <dd>
            <Local content={facts.institution} language={language} quiet />
          </dd>
        </div>
        {subject.parties.some((party) => party.part === 'partner') ? (
          <div>
            <dt>{t.partners}</dt>
            <dd>{t.partnersApart}</dd>
          </div>
        ) : null}
      </dl>
    </aside>
  )
}
