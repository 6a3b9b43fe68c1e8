import { LRUCache } from 'lru-cache'

/**
 * Reads public facts, or gives those that were read for someone before. `name` tells what is read, with every value
 * that it depends on beside the record and the plan's day. What is given is shared: nobody changes it.
 */
export type Recall = <Facts extends object>(name: string, read: () => Promise<Facts>) => Promise<Facts>

/** The facts of so many pages are remembered at once. */
const MOST = 200

/**
 * A memory for one version of the record and one day; with the next version another one begins. Those who ask for
 * the same thing at once wait for one reading. What could not be read is not remembered.
 */
export function newMemory(): Recall {
  const remembered = new LRUCache<string, Promise<object>>({ max: MOST })
  return <Facts extends object>(name: string, read: () => Promise<Facts>): Promise<Facts> => {
    const known = remembered.get(name)
    if (known) return known as Promise<Facts>
    const reading = read()
    remembered.set(name, reading)
    reading.catch(() => remembered.delete(name))
    return reading
  }
}

/** Remembers nothing: for requests that act. */
export const readAnew: Recall = (_name, read) => read()
