import type { Call } from '../cycle/ideas/index.ts'
import { type AnnouncedOpportunity, participationNames, whenItIs } from '../cycle/inform/index.ts'
import { type Certainty, certaintyWords, type Deadline, type Phase, type Plan, type ReportingPeriod } from '../cycle/plan/index.ts'
import { addDays, type Day, firstDay, lastDay, type PartialDate, precisionOf } from '../platform/dates/partialDate.ts'
import { dateRange, hoursOfDay, shortDate } from '../platform/languages/dates.ts'
import { inLanguage, type Language, type LocalText, plainText } from '../platform/languages/languages.ts'
import { address } from '../web/addresses.ts'
import { webText } from '../web/texts.ts'
import { calendarTexts } from './calendarTexts.ts'
import type { CalendarEvent, Span } from './icalendar.ts'
import { momentInRiga } from './inRiga.ts'

/** An event of a plan, in words, before it has its address and the time of its last change. */
export type PlanEvent = {
  id: string
  /** The page that shows it, with a language. */
  path: string
  recordSeq: number
  span: Span
  summary: string
  description: string
  categories: readonly string[]
  status: CalendarEvent['status']
}

const isExact = (...dates: readonly PartialDate[]): boolean => dates.every((date) => precisionOf(date) === 'day')
const wholeDays = (from: PartialDate, to: PartialDate): Span => ({ firstDay: firstDay(from), dayAfter: addDays(lastDay(to), 1) })
const statusOf = (...dates: readonly PartialDate[]): CalendarEvent['status'] => (isExact(...dates) ? 'confirmed' : 'tentative')
const pathOf = (language: Language, plan: Plan): string => address(language, 'plan', { plan: plan.id })
const lines = (...all: readonly (string | null)[]): string => all.filter((line) => line).join('\n')

function titled(language: Language, title: LocalText, certainty: Certainty): string {
  const words = plainText(title, language)
  return certainty === 'demonstration' ? `${words} (${webText(language).demonstrationMark})` : words
}

function remarks(language: Language, plan: Plan | null, title: LocalText, certainty: Certainty): string[] {
  const t = calendarTexts[language]
  const sure = certaintyWords[language][certainty]
  return [
    ...(plan ? [t.plan(plainText(plan.shortTitle, language))] : []),
    ...(sure ? [t.howSure(sure)] : []),
    ...(inLanguage(title, language)?.missing ? [webText(language).notTranslated] : []),
  ]
}

/** A deadline as whole days: one, or all that its date can mean. Null when the act names no date. */
export function deadlineEvent(language: Language, plan: Plan, deadline: Deadline): PlanEvent | null {
  const { due, kind, title, basis, certainty } = deadline
  if (!due) return null
  const t = calendarTexts[language]
  return {
    id: `deadline-${deadline.id}`,
    path: pathOf(language, plan),
    recordSeq: deadline.recordSeq,
    span: wholeDays(due, due),
    summary: titled(language, title, certainty),
    description: lines(
      `${t.when(shortDate(language, due))} (${t[kind]})`,
      isExact(due) ? null : t.notExact,
      t.basis(plainText(basis, language)),
      ...remarks(language, plan, title, certainty),
    ),
    categories: [t.deadline, t[kind]],
    status: statusOf(due),
  }
}

/** A step: when it was, else when it is planned. Null when nothing is known of its time. */
export function phaseEvent(language: Language, plan: Plan, phase: Phase, today: Day): PlanEvent | null {
  const happened = phase.actualStart ?? phase.actualEnd
  const start = phase.actualStart ?? phase.plannedStart ?? phase.actualEnd ?? phase.plannedEnd
  const end = happened ? (phase.actualEnd ?? phase.actualStart) : (phase.plannedEnd ?? phase.plannedStart)
  if (!start || !end) return null
  const t = calendarTexts[language]
  const { title, basis, invitation, plannedNote, hours, certainty } = phase
  const exact = isExact(start, end)
  return {
    id: `phase-${phase.id}`,
    path: pathOf(language, plan),
    recordSeq: phase.recordSeq,
    span: spanOf(start, end, hours),
    summary: titled(language, title, certainty),
    description: lines(
      t.when(`${dateRange(language, start, end)}${hours ? `, ${hoursOfDay(language, hours)}` : ''}`),
      exact ? null : t.notExact,
      !happened && lastDay(end) < today ? t.planned : null,
      plannedNote && !happened ? plainText(plannedNote, language) : null,
      basis ? t.basis(plainText(basis, language)) : null,
      invitation ? t.invitation(plainText(invitation, language)) : null,
      ...remarks(language, plan, title, certainty),
    ),
    categories: [t.phase],
    // What is skipped is told to those who have it in a calendar.
    status: phase.skippedOn ? 'cancelled' : statusOf(start, end),
  }
}

/** The hours of a day where both are known, else whole days. */
function spanOf(start: PartialDate, end: PartialDate, hours: string | null): Span {
  return (isExact(start, end) && start === end && hours && hoursOn(start as Day, hours)) || wholeDays(start, end)
}

/** An opportunity to take part as it is announced now; who has it in a calendar is told when it is cancelled. */
export function opportunityEvent(language: Language, plan: Plan | null, { notice, version, opportunity }: AnnouncedOpportunity): PlanEvent {
  const t = calendarTexts[language]
  const { title, startsOn, hours, kind, place, url, how, outcome } = opportunity
  const end = opportunity.endsOn ?? startsOn
  const cancelled = version.withdrawn || opportunity.cancelled
  const certainty = notice.demonstration ? 'demonstration' : opportunity.certainty
  return {
    id: `opportunity-${notice.id}-${opportunity.number}`,
    path: `${address(language, 'notice', { notice: notice.id })}#iespeja-${opportunity.number}`,
    recordSeq: version.recordSeq,
    span: spanOf(startsOn, end, hours),
    summary: titled(language, title, certainty),
    description: lines(
      cancelled ? t.cancelled : null,
      t.when(whenItIs(language, opportunity)),
      isExact(startsOn, end) ? null : t.notExact,
      t.participation(participationNames[language][kind]),
      place ? t.place(plainText(place, language)) : null,
      url ? t.address(url) : null,
      t.how(plainText(how, language)),
      t.outcome(plainText(outcome, language)),
      ...remarks(language, plan, title, opportunity.certainty),
    ),
    categories: [t.opportunity],
    status: cancelled ? 'cancelled' : statusOf(startsOn, end),
  }
}

/** A call for ideas, from its first day to its last; one that was closed before ends on the day before its closing. */
export function callEvent(language: Language, plan: Plan, call: Call): PlanEvent {
  const t = calendarTexts[language]
  const lastOpen = call.closedOn ? addDays(call.closedOn, -1) : call.endsOn
  const never = lastOpen < call.startsOn
  const end = never ? call.startsOn : lastOpen
  return {
    id: `call-${call.id}`,
    path: address(language, 'call', { plan: plan.id, call: call.id }),
    recordSeq: call.recordSeq ?? 0,
    span: wholeDays(call.startsOn, end),
    summary: titled(language, call.title, call.demonstration ? 'demonstration' : 'seen'),
    description: lines(
      t.when(dateRange(language, call.startsOn, end)),
      t.invitation(plainText(call.body, language)),
      t.outcome(plainText(call.whatNext, language)),
      call.closingReason ? t.closed(plainText(call.closingReason, language)) : null,
      ...remarks(language, plan, call.title, 'seen'),
    ),
    categories: [t.call],
    status: never ? 'cancelled' : 'confirmed',
  }
}

/** The hours of a day in Riga, kept as 14:30–17:00. Null when they are written in another way or end before they begin. */
function hoursOn(day: Day, hours: string): Span | null {
  const [, from, until] = /^(\d{2}:\d{2})–(\d{2}:\d{2})$/.exec(hours) ?? []
  if (!from || !until || until <= from) return null
  return { from: new Date(momentInRiga(day, from)), until: new Date(momentInRiga(day, until)) }
}

/** A stretch of time that institutions report on. */
export function periodEvent(language: Language, plan: Plan, period: ReportingPeriod): PlanEvent {
  const t = calendarTexts[language]
  const { position, startsOn, referenceDay } = period
  return {
    id: `period-${period.id}`,
    path: pathOf(language, plan),
    recordSeq: period.recordSeq,
    span: wholeDays(startsOn, referenceDay),
    summary: t.periodTitle(position),
    description: lines(
      t.when(dateRange(language, startsOn, referenceDay)),
      t.stateOf(shortDate(language, referenceDay)),
      t.plan(plainText(plan.shortTitle, language)),
    ),
    categories: [t.period],
    status: 'confirmed',
  }
}
