import type { ComponentChildren } from 'preact'
import { eventsBetween, type ListedEvent } from '../../cycle/events/index.ts'
import { type AnnouncedOpportunity, type OpportunityScope, opportunitiesBy } from '../../cycle/inform/index.ts'
import type { CommitmentStanding } from '../../cycle/monitoring/index.ts'
import type { CommitmentWithParts } from '../../cycle/plan/index.ts'
import { actsFor } from '../../people/index.ts'
import type { Database } from '../../platform/database/database.ts'
import { addDays, type Day, dateParts, daysBetween, firstDay, lastDay } from '../../platform/dates/partialDate.ts'
import { byDateShort, dateRange, hoursOfDay } from '../../platform/languages/dates.ts'
import { type Language, plainText } from '../../platform/languages/languages.ts'
import { address } from '../addresses.ts'
import { Beginning } from '../components/Beginning.tsx'
import { Local } from '../components/Local.tsx'
import { MadeUp } from '../components/MadeUp.tsx'
import { bare, langOf, type Named, named } from '../named.ts'
import type { AnyVisit } from '../visit.ts'
import { homeTexts } from './home/texts.ts'
import { planName } from './planName.ts'
import type { PlanNow } from './planNow.ts'
import { stepStage, stepTime } from './planState.ts'
import { planTexts } from './planTexts.ts'

/** How many days ahead something already stands among what one can do. */
const SOON = 45

/** Something one can do: until when or when, what, and where. */
export type Row = { key: string; order: Day; when: string; left: string; title: Named; href: string; text: ComponentChildren }

/** The announced opportunities to take part that are open or begin soon; the cancelled ones are told apart where rows are made. One query. */
export const opportunitiesSoon = (db: Database, scope: OpportunityScope, today: Day): Promise<AnnouncedOpportunity[]> =>
  opportunitiesBy(db, scope, today, addDays(today, SOON))

/** The events that take place soon. One query. */
export const meetingsSoon = (db: Database, scope: OpportunityScope, today: Day): Promise<ListedEvent[]> =>
  eventsBetween(db, scope, today, addDays(today, SOON))

/** Events as things to do. */
export const meetingRows = (meetings: readonly ListedEvent[], language: Language): Row[] =>
  meetings.map(({ event, version }) => ({
    key: `e${event.id}`,
    order: version.startsOn,
    when: dateRange(language, version.startsOn, version.startsOn),
    left: hoursOfDay(language, version.hours),
    title: named(version.title, language),
    href: address(language, 'event', { event: event.id }),
    text: (
      <>
        <Beginning content={version.body} language={language} />
        <MadeUp when={event.demonstration} language={language} />
      </>
    ),
  }))

/** Announced opportunities as things to do; one that is a meeting of the same plan at the same time stands there as the meeting. */
export const opportunityRows = (
  announced: readonly AnnouncedOpportunity[],
  meetings: readonly ListedEvent[],
  language: Language,
  today: Day,
): Row[] =>
  announced.flatMap(({ notice, opportunity }): Row[] => {
    const { number, title, startsOn, hours, how, cancelled } = opportunity
    const isAMeeting = meetings.some(
      ({ event, version }) => event.planId === notice.planId && version.startsOn === startsOn && version.hours === hours,
    )
    if (cancelled || isAMeeting) return []
    const end = opportunity.endsOn ?? startsOn
    const countsDown = firstDay(startsOn) <= today && dateParts(end).precision === 'day'
    return [
      {
        key: `o${notice.id}-${number}`,
        order: lastDay(end),
        when: dateRange(language, startsOn, end),
        left: hours ? hoursOfDay(language, hours) : countsDown ? planTexts[language].daysLeftAlone(daysBetween(today, lastDay(end))) : '',
        title: named(title, language),
        href: `${address(language, 'notice', { notice: notice.id })}#iespeja-${number}`,
        text: (
          <>
            <Beginning content={how} language={language} />
            <MadeUp when={notice.demonstration} language={language} />
          </>
        ),
      },
    ]
  })

/**
 * The steps of a plan that ask for the public's word now or soon, unless an announced opportunity says more of them.
 * A day is counted down only where a day is known.
 */
function invitations(now: PlanNow, announced: readonly AnnouncedOpportunity[], language: Language, today: Day): Row[] {
  const t = planTexts[language]
  return now.phases.flatMap((phase): Row[] => {
    const { start, end } = stepTime(phase)
    const stage = stepStage(phase, today)
    if (!phase.invitation || !start || !end || stage === 'over' || firstDay(start) > addDays(today, SOON)) return []
    if (announced.some(({ opportunity }) => opportunity.phaseId === phase.id)) return []
    const note = phase.actualStart ? '' : plainText(phase.plannedNote, language)
    const toTheDay = dateParts(end).precision === 'day'
    return [
      {
        key: `f${phase.id}`,
        order: lastDay(end),
        when: note || dateRange(language, start, end),
        left: phase.hours
          ? hoursOfDay(language, phase.hours)
          : stage === 'now' && toTheDay && !note
            ? t.daysLeftAlone(daysBetween(today, lastDay(end)))
            : '',
        title: named(phase.title, language),
        href: address(language, 'plan', { plan: now.plan.id }),
        text: <Local content={phase.invitation} language={language} />,
      },
    ]
  })
}

/** A step without an announcement of its own that is held as a meeting of its name on its day. */
const isSameMeeting = ({ version }: ListedEvent, title: Named, day: Day): boolean =>
  version.startsOn === day && Object.values(version.title).some(({ text }) => text === bare(title))

/** The nearest day by which institutions and partners report on a plan. */
export const contributionDue = (now: PlanNow, today: Day) =>
  now.deadlines
    .filter(({ duty, due }) => duty === 'contribution' && due && lastDay(due) >= today && lastDay(due) <= addDays(today, SOON))
    .at(-1)

/** What one can do about a plan now or soon, the nearest first. `announced` and `meetings` may hold other plans' too. */
export function thingsToDo(
  now: PlanNow,
  { announced, meetings }: { announced: readonly AnnouncedOpportunity[]; meetings: readonly ListedEvent[] },
  commitments: readonly CommitmentWithParts[],
  standing: ReadonlyMap<number, CommitmentStanding>,
  visit: AnyVisit,
): Row[] {
  const { language, today, actor } = visit
  const t = homeTexts[language]
  const own = announced.filter(({ notice }) => notice.planId === now.plan.id)
  const met = meetings.filter(({ event }) => event.planId === now.plan.id)
  const rows = [
    ...meetingRows(met, language),
    ...opportunityRows(own, met, language, today),
    ...invitations(now, own, language, today).filter(({ title, order }) => !met.some((one) => isSameMeeting(one, title, order))),
  ]
  const due = contributionDue(now, today)
  const ofPlan = commitments.filter(({ commitment }) => commitment.planId === now.plan.id)
  if (now.plan.approvedOn && due?.due && ofPlan.length) {
    const known = ofPlan.filter(({ commitment }) => standing.get(commitment.id)?.state !== 'awaiting').length
    const hasDesk = actsFor(actor, 'officer').length + actsFor(actor, 'representative').length > 0
    rows.push({
      key: `d${due.id}`,
      order: lastDay(due.due),
      when: byDateShort(language, due.due),
      left: planTexts[language].daysLeftAlone(daysBetween(today, lastDay(due.due))),
      title: t.reportProgress(planName(language, now.plan, 'genitive')),
      href: hasDesk ? address(language, 'desk') : address(language, 'contributions', { plan: now.plan.id }),
      text: t.reportProgressText(known, ofPlan.length),
    })
  }
  return inOrder(rows)
}

/** The nearest first; what ends together keeps its order. */
export const inOrder = (rows: readonly Row[]): Row[] => [...rows].sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))

/** What one can do now or soon, and until when. */
export function WhatYouCanDo({ rows, language }: { rows: readonly Row[]; language: Language }) {
  const t = homeTexts[language]
  return (
    <section class="sec" aria-labelledby="tagad">
      <h2 id="tagad">{t.whatYouCanDo}</h2>
      {rows.length ? (
        <ul class="rows">
          {rows.map((row) => (
            <li key={row.key}>
              <p class="when">
                <b>{row.when}</b>
                {row.left ? <span>{row.left}</span> : null}
              </p>
              <div>
                <h3>
                  <a href={row.href} {...langOf(row.title)}>
                    {bare(row.title)}
                  </a>
                </h3>
                <p>{row.text}</p>
              </div>
            </li>
          ))}
        </ul>
      ) : (
        <p class="prose">{t.nothingToDo}</p>
      )}
    </section>
  )
}
