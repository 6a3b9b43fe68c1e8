import { AsyncLocalStorage } from 'node:async_hooks'
import type { Logger } from 'drizzle-orm'

const counting = new AsyncLocalStorage<{ queries: number }>()

/** Tells the counter of the running request about each query; keeps no text and no values. */
export const queryLogger: Logger = {
  logQuery() {
    const counter = counting.getStore()
    if (counter) counter.queries += 1
  },
}

/** Runs work and counts the queries it causes, so that a page whose queries grow with its rows is found. */
export async function countQueries<T>(work: () => Promise<T>): Promise<{ result: T; queries: number }> {
  const counter = { queries: 0 }
  const result = await counting.run(counter, work)
  return { result, queries: counter.queries }
}
