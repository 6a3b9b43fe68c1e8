import { isDeepStrictEqual } from 'node:util'
import { callsOfPlans } from '../cycle/ideas/index.ts'
import { announcedOpportunities } from '../cycle/inform/index.ts'
import { deadlinesOf, listPlans, type Phase, type Plan, phasesOf, planById, reportablePeriodsIn } from '../cycle/plan/index.ts'
import { plainText } from '../platform/languages/languages.ts'
import { notFound } from '../platform/refusal.ts'
import { timesOf } from '../record/index.ts'
import { address, addressInLanguage } from '../web/addresses.ts'
import type { AnyVisit, Handler } from '../web/visit.ts'
import { asDocument } from './answer.ts'
import { callEvent, deadlineEvent, opportunityEvent, type PlanEvent, periodEvent, phaseEvent } from './calendarEvents.ts'
import { calendarTexts } from './calendarTexts.ts'
import { icalendar } from './icalendar.ts'

const MEDIA_TYPE = 'text/calendar'

/** Deadlines, steps, reporting periods and opportunities to take part of all plans and of none. */
export const allCalendar: Handler<'calendar'> = (visit) =>
  asDocument(visit, MEDIA_TYPE, async () => {
    const t = calendarTexts[visit.language]
    const plans = await listPlans(visit.house.db, visit.today)
    return calendarOf(visit, plans, true, t.all, address(visit.language, 'home'))
  })

/** Those of one plan. */
export const planCalendar: Handler<'planCalendar'> = (visit) =>
  asDocument(visit, MEDIA_TYPE, async () => {
    const { house, language, today, values } = visit
    const plan = await planById(house.db, values.plan, today)
    if (!plan) throw notFound()
    const name = calendarTexts[language].ofPlan(plainText(plan.shortTitle, language))
    return calendarOf(visit, [plan], false, name, address(language, 'plan', { plan: plan.id }))
  })

async function calendarOf(visit: AnyVisit, plans: readonly Plan[], general: boolean, name: string, page: string): Promise<string> {
  const { house, language } = visit
  const site = new URL(house.configuration.url)
  const whole = (path: string): string => new URL(path, site).href
  const events = await eventsOf(visit, plans, general)
  const times = await timesOf(
    house.db,
    events.map(({ recordSeq }) => recordSeq),
  )
  return icalendar({
    name,
    description: calendarTexts[language].about,
    language,
    source: whole(addressInLanguage(language, visit.name, visit.values)),
    page: whole(page),
    events: events.map(({ id, path, recordSeq, ...event }) => ({
      ...event,
      uid: `${id}@${site.hostname}`,
      url: whole(path),
      // The number of the record's entry that wrote the event last rises with each change of it.
      sequence: recordSeq,
      modified: new Date(times.get(recordSeq) ?? 0),
    })),
  })
}

async function eventsOf({ house, language, today }: AnyVisit, plans: readonly Plan[], general: boolean): Promise<PlanEvent[]> {
  const byId = new Map(plans.map((plan) => [plan.id, plan]))
  const planIds = [...byId.keys()]
  const deadlines = await deadlinesOf(house.db, planIds, today)
  const phases = await phasesOf(house.db, planIds, today)
  const periods = await reportablePeriodsIn(house.db, planIds, today)
  const calls = await callsOfPlans(house.db, planIds, today)
  const announced = await announcedOpportunities(house.db, { planIds, general }, today)
  const made = <T extends { planId: string }>(rows: readonly T[], make: (plan: Plan, row: T) => PlanEvent | null): PlanEvent[] =>
    rows.flatMap((row) => {
      const plan = byId.get(row.planId)
      return (plan && make(plan, row)) ?? []
    })
  const opportunities = announced.map((one) => ({
    phaseId: one.opportunity.phaseId,
    event: opportunityEvent(language, byId.get(one.notice.planId ?? '') ?? null, one),
  }))
  /** A step that is an opportunity at the same time stands there once, as the opportunity that says more. */
  const isToldBetter = (phase: Phase, { span }: PlanEvent): boolean =>
    opportunities.some((one) => one.phaseId === phase.id && one.event.status !== 'cancelled' && isDeepStrictEqual(one.event.span, span))
  return [
    ...made(deadlines, (plan, deadline) => deadlineEvent(language, plan, deadline)),
    ...made(phases, (plan, phase) => {
      const event = phaseEvent(language, plan, phase, today)
      return event && !isToldBetter(phase, event) ? event : null
    }),
    ...made(periods, (plan, period) => periodEvent(language, plan, period)),
    ...opportunities.map(({ event }) => event),
    ...made(calls, (plan, call) => callEvent(language, plan, call)),
  ]
}
