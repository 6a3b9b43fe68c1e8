import type { AddressName } from '../web/addresses.ts'
import type { Handler } from '../web/visit.ts'

/** What answers at an address, in one way of asking. */
export type Route = { method: 'GET' | 'POST'; name: AddressName; handler: Handler<never>; kept?: true }
/** What is only looked at. */
export const get = <N extends AddressName>(name: N, handler: Handler<N>): Route => ({
  method: 'GET',
  name,
  handler: handler as Handler<never>,
})
/** What depends on the record, the plan's day and its address alone, so that it is drawn once for all visitors (web/keptPages.ts). */
export const kept = <N extends AddressName>(name: N, handler: Handler<N>): Route => ({ ...get(name, handler), kept: true })
/** What a form is sent to. */
export const post = <N extends AddressName>(name: N, handler: Handler<N>): Route => ({
  method: 'POST',
  name,
  handler: handler as Handler<never>,
})
