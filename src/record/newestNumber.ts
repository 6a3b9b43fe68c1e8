import type { Database } from '../platform/database/database.ts'
import { recordState } from './queries.ts'

/**
 * Tells the record's newest number to many who ask at once. Whoever asks gets the answer to a question that
 * was put after they asked, so an act that was finished before is always counted; those who ask while a
 * question is under way share the next one.
 */
export function newestNumber(db: Database): () => Promise<number> {
  let asked: Promise<number> | null = null
  let next: Promise<number> | null = null
  const ask = (): Promise<number> => {
    const question = recordState(db)
      .then(({ entries }) => entries)
      .finally(() => {
        asked = next
        next = null
      })
    return question
  }
  return () => {
    if (!asked) {
      asked = ask()
      return asked
    }
    next ??= asked.then(ask, ask)
    return next
  }
}
