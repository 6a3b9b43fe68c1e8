import { eq } from 'drizzle-orm'
import { person } from '../../../people/index.ts'
import type { House } from '../../../platform/house.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { idInLink } from '../letterLinks.ts'
import { ideaLettersStopped } from './tables.ts'

/** Ends the letters about ideas that someone supports, by the link in one of them. Doing it twice is as good as once. */
export async function stopIdeaLetters(house: House, token: string): Promise<void> {
  const personId = await idInLink(house, 'ideaLettersStop', token)
  if (personId === null) throw new Refusal(403)
  await house.db.transaction(async (tx) => {
    const [known] = await tx.select({ id: person.id }).from(person).where(eq(person.id, personId))
    if (known) await tx.insert(ideaLettersStopped).values({ personId, stoppedAt: house.clock.now() }).onConflictDoNothing()
  })
}
