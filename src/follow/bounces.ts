import { eq, sql } from 'drizzle-orm'
import type { Database } from '../platform/database/database.ts'
import type { House } from '../platform/house.ts'
import { noteReturned, recipientOf } from '../platform/mail/letters.ts'
import type { Returned } from '../platform/mail/returned.ts'
import { leaveAll } from './subscriptions.ts'
import { subscriber } from './tables.ts'

/** So many letters have to come back, each within so many days of the one before, for an address to rest. */
export const BOUNCES_BEFORE_REST = 3
export const BOUNCES_WITHIN_DAYS = 30

/** Notes that a letter to an address came back, or was refused because nobody is there; after the third it is written to no more. */
export async function noteBounce(tx: Database, email: string, now: Date): Promise<void> {
  const time = now.toISOString()
  const bounces = sql`case when ${subscriber.bouncedAt} > ${time}::timestamptz - make_interval(days => ${BOUNCES_WITHIN_DAYS}) then ${subscriber.bounces} + 1 else 1 end`
  await tx
    .update(subscriber)
    .set({
      bounces,
      bouncedAt: now,
      restsSince: sql`case when ${bounces} >= ${BOUNCES_BEFORE_REST} then coalesce(${subscriber.restsSince}, ${time}::timestamptz) else ${subscriber.restsSince} end`,
    })
    .where(eq(subscriber.email, email))
}

/** Does what a message to the return address asks for; false when it is about no letter that is known. */
export async function takeReturned(house: House, returned: Returned): Promise<boolean> {
  if (returned.kind === 'bounced')
    return house.db.transaction(async (tx) => {
      const email = await noteReturned(tx, returned.letter, returned.status)
      if (email !== null) await noteBounce(tx, email, house.clock.now())
      return email !== null
    })
  const email = await recipientOf(house.db, returned.letter)
  if (email !== null) await leaveAll(house, { email })
  return email !== null
}
