import { and, eq, isNotNull } from 'drizzle-orm'
import type { Database } from '../platform/database/database.ts'
import type { House } from '../platform/house.ts'
import type { Language } from '../platform/languages/languages.ts'
import { Refusal } from '../platform/refusal.ts'
import { address } from '../web/addresses.ts'
import { allow } from './permission.ts'
import { peoplePolicy } from './policy.ts'
import { rolesOf } from './queries.ts'
import { type LockedPerson, lockPerson } from './roles.ts'
import { type Asker, runsTheHouse } from './sessions.ts'
import { authenticatorApp, passkey } from './tables.ts'
import { type WayChange, waysTexts } from './waysTexts.ts'

/** Since when the person's authenticator app has been in use, or null. */
export async function appInUseSince(db: Database, personId: string): Promise<Date | null> {
  const [row] = await db
    .select({ confirmedAt: authenticatorApp.confirmedAt })
    .from(authenticatorApp)
    .where(and(eq(authenticatorApp.personId, personId), isNotNull(authenticatorApp.secret)))
  return row?.confirmedAt ?? null
}

/** Has the person set up anything that a second step can be done with? */
export async function hasSecondStep(db: Database, personId: string): Promise<boolean> {
  const [key] = await db.select({ id: passkey.id }).from(passkey).where(eq(passkey.personId, personId)).limit(1)
  return key !== undefined || (await appInUseSince(db, personId)) !== null
}

/** Locks the asker's own row before they change how they get in. Refuses while their second step is due and could be done. */
export async function lockOwnWays(tx: Database, { actor, session }: Asker): Promise<LockedPerson> {
  if (actor.personId === null || !session) throw new Refusal(401)
  const whose = await lockPerson(tx, actor.personId)
  allow(peoplePolicy.changeWaysIn, actor, { secondStep: session.secondStep, canDoIt: await hasSecondStep(tx, whose.id) })
  return whose
}

/** Refuses when someone who must sign in in two steps has nothing left for the second. E-mail, the first, always stays. */
export async function keepASecondStep(house: House, tx: Database, personId: string): Promise<void> {
  const held = (await rolesOf(tx, [personId])).get(personId) ?? []
  if (house.demonstration || !held.some(runsTheHouse) || (await hasSecondStep(tx, personId))) return
  throw new Refusal(409, (language) => waysTexts[language].lastSecondStep)
}

/** Writes to a person that a way into their account has changed: whoever did not do it should hear of it. */
export async function tellOwner(house: House, tx: Database, whose: LockedPerson, change: WayChange, language: Language): Promise<void> {
  const t = waysTexts[language]
  const page = `${house.configuration.url}${address(language, 'account')}`
  await house.mailer.queue(tx, { to: whose.email, language, subject: t.changedSubject, body: t.changedLetter(t[change], page) })
}
