import { eq } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { append } from '../../record/index.ts'
import type { Actor } from '../actor.ts'
import { tellOwner } from '../ownWays.ts'
import { allow } from '../permission.ts'
import { peoplePolicy } from '../policy.ts'
import { personCommitment } from '../queries.ts'
import { type LockedPerson, lockPerson } from '../roles.ts'
import { endSessions } from '../sessions.ts'
import { authenticatorApp, passkey, recoveryCode } from '../tables.ts'

/** An administrator resets another's second step, such as after a lost phone. */
export async function resetSecondStep(house: House, actor: Actor, personId: string, language: Language): Promise<void> {
  allow(peoplePolicy.resetSecondStep, actor, { personId })
  await house.db.transaction(async (tx) => forgetSecondStep(house, tx, await lockPerson(tx, personId), language))
}

/**
 * Forgets all that a locked person's second step could be done with and signs them out everywhere. The
 * record tells it, since whoever does this could then let themselves in by a mailbox alone.
 */
export async function forgetSecondStep(house: House, tx: Database, whose: LockedPerson, language: Language): Promise<void> {
  for (const table of [passkey, authenticatorApp, recoveryCode]) await tx.delete(table).where(eq(table.personId, whose.id))
  await endSessions(tx, whose.id, 'all')
  await append(tx, house.clock.now(), {
    actor: { role: 'administrator', for: null },
    act: 'resetSecondStep',
    object: '/people',
    content: { person: personCommitment(whose.id, whose.recordSalt), ...(whose.demonstration ? { demonstration: true } : {}) },
  })
  await tellOwner(house, tx, whose, 'secondStepReset', language)
}
