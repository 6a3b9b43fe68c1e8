import { stopLetters } from '../../../people/index.ts'
import type { House } from '../../../platform/house.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { idInLink } from '../letterLinks.ts'

/** Ends the letters about ideas that someone supports, by the link in one of them: as if they had chosen so on their page. */
export async function stopIdeaLetters(house: House, token: string): Promise<void> {
  const personId = await idInLink(house, 'ideaLettersStop', token)
  if (personId === null) throw new Refusal(403)
  await house.db.transaction((tx) => stopLetters(tx, personId, 'supported'))
}
