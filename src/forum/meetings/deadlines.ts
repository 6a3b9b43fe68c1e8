import { addDays, type Day } from '../../platform/dates/partialDate.ts'
import type { Meeting } from '../queries.ts'
import type { ForumRules } from '../rules/forumRules.ts'

/** Whether something was published by the day that the forum's rules set. */
export type DeadlineState = 'kept' | 'missed' | 'waits' | 'overdue'
export type MeetingDeadline = { what: 'agenda' | 'papers' | 'minutes'; due: Day; publishedOn: Day | null; state: DeadlineState }

function judged(what: MeetingDeadline['what'], due: Day, publishedOn: Day | null, today: Day): MeetingDeadline {
  const state = publishedOn ? (publishedOn <= due ? 'kept' : 'missed') : today > due ? 'overdue' : 'waits'
  return { what, due, publishedOn, state }
}

/** A meeting's deadlines by the forum's rules. Papers are as late as the last one of them; without any there is no deadline. */
export function deadlinesOf(
  { startsOn, agendaPublishedOn, closedOn, minutesPublishedOn }: Meeting,
  papers: readonly { publishedOn: Day }[],
  rules: Pick<ForumRules, 'agendaDays' | 'papersDays' | 'minutesDays'>,
  today: Day,
): MeetingDeadline[] {
  const lastPaper = papers
    .map(({ publishedOn }) => publishedOn)
    .sort()
    .at(-1)
  return [
    judged('agenda', addDays(startsOn, -rules.agendaDays), agendaPublishedOn, today),
    ...(lastPaper ? [judged('papers', addDays(startsOn, -rules.papersDays), lastPaper, today)] : []),
    ...(closedOn ? [judged('minutes', addDays(closedOn, rules.minutesDays), minutesPublishedOn, today)] : []),
  ]
}
