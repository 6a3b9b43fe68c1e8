import { eq } from 'drizzle-orm'
import type { Database } from './database/database.ts'
import { type Day, day } from './dates/partialDate.ts'
import { instance } from './tables.ts'

/** The plan's time zone: deadlines are days there. */
export const TIME_ZONE = 'Europe/Riga'

const inRiga = new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE, year: 'numeric', month: '2-digit', day: '2-digit' })

/** The day it was in Riga at a moment. */
export const dayInRiga = (moment: Date): Day => day(inRiga.format(moment))

/**
 * The two times of Koprade. `today` is the plan's day: dates, deadlines and phases go by it, and a
 * demonstration may move it. `now` is real: sign-in, tokens, retries and the record go by it.
 */
export type Clock = { today: () => Day; now: () => Date }

/** A clock that shows the real day in Riga. */
export const realClock: Clock = { today: () => dayInRiga(new Date()), now: () => new Date() }

/** The demonstration's clock: stands still on a day and goes forward only when told to. */
export type DemonstrationClock = Clock & {
  /** Moves the plan's day forward; false when the day is not later than today. */
  moveTo: (db: Database, to: Day) => Promise<boolean>
}

/** The demonstration's clock: the stored day wins over the one the settings name. */
export async function demonstrationClock(db: Database, start: Day): Promise<DemonstrationClock> {
  const [row] = await db.select({ planDay: instance.planDay }).from(instance).where(eq(instance.id, 1))
  let today = row?.planDay ?? start
  return {
    today: () => today,
    now: () => new Date(),
    moveTo: async (tx, to) => {
      if (to <= today) return false
      await tx.update(instance).set({ planDay: to }).where(eq(instance.id, 1))
      today = to
      return true
    },
  }
}
