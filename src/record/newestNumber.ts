import { setImmediate } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { Database } from '../platform/database/database.ts'
import { recordHead } from './tables.ts'

/**
 * Tells the record's newest number to many who ask at once. Whoever asks gets the answer to a question that is
 * put after they asked, so an act that was finished before is always counted. Requests that are read in one turn
 * of the event loop share a question, and those that come while one is under way the next.
 */
export function newestNumber(db: Database): () => Promise<number> {
  let gathering: Promise<number> | null = null
  let underWay: Promise<unknown> = Promise.resolve()
  const gather = async (): Promise<number> => {
    await underWay
    await setImmediate()
    const question = readNewest(db)
    gathering = null
    underWay = question.catch(() => undefined)
    return question
  }
  return () => {
    gathering ??= gather()
    return gathering
  }
}

/** Without values: PostgreSQL is then asked in one message and not in five. */
async function readNewest(db: Database): Promise<number> {
  const { rows } = (await db.execute(sql`select seq from ${recordHead}`)) as unknown as { rows: { seq: number | string }[] }
  return Number(rows[0]?.seq ?? 0)
}
