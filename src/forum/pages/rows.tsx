import type { Day } from '../../platform/dates/partialDate.ts'
import { hoursOfDay, shortDate } from '../../platform/languages/dates.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { address } from '../../web/addresses.ts'
import { DateTime } from '../../web/components/DateTime.tsx'
import { Local } from '../../web/components/Local.tsx'
import { MadeUp } from '../../web/components/MadeUp.tsx'
import { Status } from '../../web/components/Status.tsx'
import type { Decision, ListedMeeting } from '../meetings/queries.ts'
import type { Meeting } from '../queries.ts'
import { forumTexts } from './forumTexts.ts'

/** How a meeting stands. */
export function MeetingState({ meeting, today, language }: { meeting: Meeting; today: Day; language: Language }) {
  const t = forumTexts[language]
  if (meeting.state === 'cancelled') return <Status icon="stop" colour="" word={t.cancelled} />
  if (meeting.state === 'closed') return <Status icon="done" colour="good" word={t.closed} />
  if (meeting.state === 'open') return <Status icon="half" colour="go" word={t.open} />
  return (
    <Status icon={meeting.startsOn < today ? 'wait' : 'none'} colour="" word={meeting.startsOn < today ? t.awaitsOpening : t.announced} />
  )
}

/** Meetings as rows: when, where, how they stand. */
export function MeetingRows({ meetings, today, language }: { meetings: readonly ListedMeeting[]; today: Day; language: Language }) {
  const t = forumTexts[language]
  return (
    <ul class="rows">
      {meetings.map(({ meeting, version }) => (
        <li key={meeting.id}>
          <p class="when">
            <b>
              <DateTime date={version.startsOn} language={language} />
            </b>
            <span>{hoursOfDay(language, version.hours)}</span>
          </p>
          <div>
            <h3>
              <a href={address(language, 'forumMeeting', { forum: meeting.forumId, meeting: meeting.id })}>
                {t.meeting(shortDate(language, version.startsOn))}
              </a>
              <MadeUp when={meeting.demonstration} language={language} />
            </h3>
            <p class="meta">
              <Local content={version.place} language={language} quiet />
            </p>
            <p>
              <MeetingState meeting={meeting} today={today} language={language} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}

/** What became of a decision, with the numbers of a vote. */
export function Outcome({ decision, language }: { decision: Decision; language: Language }) {
  const t = forumTexts[language]
  const { all } = decision.tally
  const extra =
    decision.way === 'consensus' ? t.byConsensus : decision.way === 'consent' ? t.byConsent : t.numbers(all.for, all.against, all.abstain)
  return decision.state === 'adopted' ? (
    <Status icon="done" colour="good" word={t.adoptedWord} extra={extra} />
  ) : (
    <Status icon="stop" colour="bad" word={t.fellWord} extra={extra} />
  )
}

/** Decisions as rows, by their numbers. */
export function DecisionRows({ decisions, language }: { decisions: readonly Decision[]; language: Language }) {
  const t = forumTexts[language]
  return (
    <ul class="rows">
      {decisions.map((decision) => (
        <li key={decision.id}>
          <p class="when">
            <b>{t.decision(decision.number)}</b>
            <span>
              <DateTime date={decision.decidedOn} language={language} />
            </span>
          </p>
          <div>
            <h3>
              <a href={address(language, 'forumDecision', { forum: decision.forumId, decision: decision.number })}>
                <Local content={decision.title} language={language} />
              </a>
            </h3>
            <p>
              <Outcome decision={decision} language={language} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
