import type { Database } from '../../platform/database/database.ts'
import { addDays } from '../../platform/dates/partialDate.ts'
import { localText } from '../../platform/languages/languages.ts'
import type { Task, TasksAsked } from '../../platform/task.ts'
import { address } from '../../web/addresses.ts'
import { eventsWithoutMinutes } from './minutesQueries.ts'
import { draftedEvents } from './queries.ts'
import { type EventKind, eventKinds } from './tables.ts'
import { eventKindNames } from './words.ts'

/** Minutes are published so many days after the event at the latest. */
const MINUTES_WITHIN_DAYS = 14

/** The kinds of an event as the line above a task. */
const within = (kind: EventKind) => localText(eventKindNames.lv[kind], eventKindNames.en[kind])

/** What the secretariat has begun to announce, and the minutes of held events that are not published. Two queries. */
export async function eventTasks(db: Database, { house, today }: TasksAsked): Promise<Task[]> {
  if (!house.includes('secretariat')) return []
  const { events } = await draftedEvents(db, 1)
  const missing = await eventsWithoutMinutes(db, addDays(today, 1))
  const ofSecretariat = {
    place: '',
    doer: { role: 'secretariat', organisationId: null },
    legal: null,
    workingAtFirst: null,
    remark: null,
  } as const
  return [
    ...events.map((event): Task => {
      const kind = eventKinds.find((one) => one === event.draft?.['kind']?.[0])
      return {
        ...ofSecretariat,
        id: `event.${event.id}`,
        kind: 'event-draft',
        planId: event.planId,
        title: localText(event.draft?.['title.lv']?.[0]?.trim() || undefined, event.draft?.['title.en']?.[0]?.trim() || undefined),
        within: kind ? within(kind) : null,
        working: null,
        begunAt: event.draftSavedAt,
        href: (language) => address(language, 'eventEdit', { event: event.id }),
        publicHref: null,
      }
    }),
    ...missing.map(
      ({ event, title, begunAt }): Task => ({
        ...ofSecretariat,
        id: `minutes.${event.id}`,
        kind: 'event-minutes',
        planId: event.planId,
        title,
        within: null,
        working: event.heldOn && addDays(event.heldOn, MINUTES_WITHIN_DAYS),
        begunAt,
        href: (language) => address(language, 'eventMinutesEdit', { event: event.id }),
        publicHref: (language) => address(language, 'event', { event: event.id }),
      }),
    ),
  ]
}
