import type { AddressName } from './web/addresses.ts'
import type { Handler } from './web/visit.ts'

/** What answers at an address. */
export type Route = { method: 'GET' | 'POST'; name: AddressName; handler: Handler<never>; kept?: true }
/** Shows. */
export const get = <N extends AddressName>(name: N, handler: Handler<N>): Route => ({
  method: 'GET',
  name,
  handler: handler as Handler<never>,
})
/** What depends on the record, the plan's day and its address alone, so that it is drawn once for all visitors (web/keptPages.ts). */
export const kept = <N extends AddressName>(name: N, handler: Handler<N>): Route => ({ ...get(name, handler), kept: true })
/** Takes a form. */
export const post = <N extends AddressName>(name: N, handler: Handler<N>): Route => ({
  method: 'POST',
  name,
  handler: handler as Handler<never>,
})
