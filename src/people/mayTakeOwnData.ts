import type { House } from '../platform/house.ts'
import { Refusal } from '../platform/refusal.ts'
import { hasSecondStep } from './ownWays.ts'
import { allow } from './permission.ts'
import { peoplePolicy } from './policy.ts'
import type { Asker } from './sessions.ts'

/** Who asks for all that is kept about them. Refuses whoever has not done a second step that they could do: a mailbox alone is not enough. */
export async function mayTakeOwnData(house: House, { actor, session }: Asker): Promise<string> {
  const { personId } = actor
  if (personId === null || !session) throw new Refusal(401)
  allow(peoplePolicy.takeOwnData, actor, { secondStep: session.secondStep, canDoIt: await hasSecondStep(house.db, personId) })
  return personId
}
