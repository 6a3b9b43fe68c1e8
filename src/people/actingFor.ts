import { eq } from 'drizzle-orm'
import type { House } from '../platform/house.ts'
import { wrongField } from '../platform/refusal.ts'
import { allow } from './permission.ts'
import { peoplePolicy } from './policy.ts'
import type { Asker } from './sessions.ts'
import { session as sessions } from './tables.ts'
import { waysTexts } from './waysTexts.ts'

/** Chooses for which institution or organisation this session acts from now on. */
export async function chooseActingFor(house: House, { actor, session }: Asker, organisationId: string): Promise<void> {
  allow(peoplePolicy.useOwnAccount, actor, undefined)
  if (!session?.mayActFor.includes(organisationId)) throw wrongField('organisation', (language) => waysTexts[language].actForYourOwn)
  await house.db.update(sessions).set({ actingFor: organisationId }).where(eq(sessions.id, session.id))
}
