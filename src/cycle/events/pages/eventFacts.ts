import { allow } from '../../../people/index.ts'
import { idInAddress } from '../../../platform/http/numberInAddress.ts'
import { notFound } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import type { PathStep } from '../../../web/Layout.tsx'
import { named } from '../../../web/named.ts'
import type { AnyVisit } from '../../../web/visit.ts'
import { publishedFields } from '../eventInput.ts'
import { eventsPolicy } from '../policy.ts'
import { type EventVersion, eventById, type KnownEvent } from '../queries.ts'
import type { TypedFields } from '../tables.ts'
import { editTexts } from './editTexts.ts'

/** An event as the secretariat works on it: its row, its versions and the newest of them. */
export type EventFacts = KnownEvent & { published: EventVersion | null }

/** The event at an address, for the secretariat alone. */
export async function readEventFacts(visit: AnyVisit): Promise<EventFacts> {
  allow(eventsPolicy.writeEvents, visit.actor, undefined)
  const found = await eventById(visit.house.db, idInAddress(visit.values.event), visit.today)
  if (!found) throw notFound()
  return { ...found, published: found.versions.at(-1) ?? null }
}

/** An announced event at an address, for the secretariat alone. */
export async function readAnnounced(visit: AnyVisit): Promise<EventFacts & { published: EventVersion }> {
  const { published, ...facts } = await readEventFacts(visit)
  if (!published) throw notFound()
  return { ...facts, published }
}

/** What the form shows when it is opened: the draft, else what was announced. */
export const storedFields = ({ event, published }: EventFacts): TypedFields =>
  event.draft ?? (published ? publishedFields(event.planId, published) : {})

/** The way to what lies below the secretariat's list of events. */
export const pathToEvents = ({ language }: AnyVisit): PathStep[] => [
  { title: editTexts[language].manage, href: address(language, 'manage') },
  { title: editTexts[language].title, href: address(language, 'eventsEdit') },
]

/** The way to what lies below an announced event. */
export const pathToEvent = (visit: AnyVisit, { event, published }: EventFacts & { published: EventVersion }): PathStep[] => [
  ...pathToEvents(visit),
  { title: named(published.title, visit.language), href: address(visit.language, 'event', { event: event.id }) },
]
