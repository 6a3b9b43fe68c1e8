import type { Context } from 'hono'
import type { Actor, Session } from '../people/index.ts'
import type { Day } from '../platform/dates/partialDate.ts'
import type { House } from '../platform/house.ts'
import type { Language } from '../platform/languages/languages.ts'
import type { AddressName, AddressValues } from './addresses.ts'
import type { Named } from './named.ts'
import type { Recall } from './recall.ts'

/** What the frame around every page needs to know of the instance. */
export type Frame = {
  plans: readonly { id: string; title: Named; current: boolean }[]
  /** The forums that there are. */
  forums: readonly string[]
  recordEntries: number
  /** What the institution or organisation is called that the actor acts for. */
  actingFor: Named | null
}

/** One request, parsed as far as every page needs it. */
export type Visit<N extends AddressName = AddressName> = {
  house: House
  language: Language
  actor: Actor
  /** How the actor is signed in; null for a visitor. */
  session: Session | null
  /** The plan's day. */
  today: Day
  /** The address's name and its values as they stand in the path: hostile text until parsed. */
  name: N
  values: { [K in keyof AddressValues<N>]: string }
  query: URLSearchParams
  requestId: string
  /** What the frame around every page needs to know of the instance. */
  frame: Frame
  /** Reads public facts once for all who look at the same version of the record. */
  recall: Recall
  context: Context
}

/** A visit to any page, for parts that all pages share. */
export type AnyVisit = Omit<Visit, 'name' | 'values'> & { name: AddressName; values: Record<string, string> }

/** What everyone sees alike: a visit without the one who pays it. */
export type AnySeen = Pick<Visit, 'house' | 'language' | 'today' | 'query' | 'recall'>

/** The same at one address. */
export type Seen<N extends AddressName> = AnySeen & Pick<Visit<N>, 'values'>

/** Answers a request at one address. Throws Refusal for what can't be done. */
export type Handler<N extends AddressName> = (visit: Visit<N>) => Promise<Response>

/** Notes in the request's line of the log what happened, such as a sign-in: a fixed word, never a value of someone's. */
export const noteEvent = (visit: AnyVisit, event: string): void => visit.context.set('event', event)
