import { eq, inArray, sql } from 'drizzle-orm'
import { type OwnRows, ownRows } from '../platform/ownRows.ts'
import { subscriber, subscription, subscriptionRequest } from './tables.ts'

/** What a person's address follows. */
export const followOwnRows: readonly OwnRows[] = [
  // Its id opens the links of letters.
  ownRows(subscriber, ({ email }) => eq(subscriber.email, email), ['id', 'letterId']),
  ownRows(
    subscription,
    ({ email }) =>
      inArray(subscription.subscriberId, sql`(select ${subscriber.id} from ${subscriber} where ${subscriber.email} = ${email})`),
    ['subscriberId'],
  ),
  ownRows(subscriptionRequest, ({ email }) => eq(subscriptionRequest.email, email), ['id']),
]
