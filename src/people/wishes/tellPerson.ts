import { asc, eq, inArray, lte } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import { groupBy } from '../../platform/groupBy.ts'
import type { House } from '../../platform/house.ts'
import type { Letter } from '../../platform/mail/mailer.ts'
import { address } from '../../web/addresses.ts'
import { emailOf } from '../queries.ts'
import { heldLetter, type LetterKind, person } from '../tables.ts'
import { heldTexts } from './heldTexts.ts'
import { dayOfLetter, wishes } from './wishes.ts'

/** So many people get what was held for them at once; the rest a moment later. */
const AT_ONCE = 100

/** What someone is told, without their address. */
export type ToTell = Pick<Letter, 'language' | 'subject' | 'body'>

/**
 * Tells someone what they need not be told: by a letter at once, with other things on its day, or not at all, as they
 * wish. In the transaction of what caused it. Nobody is told whose account is gone.
 */
export async function tellPerson(house: House, tx: Database, personId: string, kind: LetterKind, letter: ToTell): Promise<void> {
  const to = await emailOf(tx, personId)
  if (to === null) return
  const rhythm = await wishes(tx, personId, kind)
  if (rhythm === 'immediate') await house.mailer.queue(tx, { ...letter, to })
  else if (rhythm !== 'none') await holdForEach(house, tx, [{ personId, rhythm }], kind, letter)
}

/** Holds what several people are told, who want it on a day with other things. */
export async function holdForEach(
  house: House,
  tx: Database,
  people: readonly { personId: string; rhythm: 'daily' | 'weekly' }[],
  kind: LetterKind,
  letter: ToTell,
): Promise<void> {
  const today = house.clock.today()
  if (people.length)
    await tx
      .insert(heldLetter)
      .values(people.map(({ personId, rhythm }) => ({ ...letter, personId, kind, dueOn: dayOfLetter(rhythm, today) })))
}

/** Sends everyone what was held for them up to today, in one letter for each language; several processes may do it at once. */
export async function sendHeldLetters(house: House): Promise<void> {
  const today = house.clock.today()
  const due = await house.db
    .selectDistinct({ personId: heldLetter.personId })
    .from(heldLetter)
    .where(lte(heldLetter.dueOn, today))
    .orderBy(asc(heldLetter.personId))
    .limit(AT_ONCE)
  for (const { personId } of due) await house.db.transaction((tx) => sendHeld({ ...house, db: tx }, personId))
}

async function sendHeld(house: House, personId: string): Promise<void> {
  const { db: tx } = house
  const [whose] = await tx
    .select({ email: person.email, removedAt: person.removedAt })
    .from(person)
    .where(eq(person.id, personId))
    .for('no key update')
  const held = await tx.select().from(heldLetter).where(eq(heldLetter.personId, personId)).orderBy(asc(heldLetter.id))
  const due = held.filter(({ dueOn }) => dueOn <= house.clock.today())
  if (!due.length) return
  await tx.delete(heldLetter).where(
    inArray(
      heldLetter.id,
      due.map(({ id }) => id),
    ),
  )
  // What was written while its person was being erased is told to nobody.
  if (!whose || whose.removedAt) return
  for (const [language, letters] of groupBy(due, (one) => one.language)) {
    const t = heldTexts[language]
    const said = letters.map(({ subject, body }) => `${subject}\n\n${body}`)
    const body = [...said, t.ending(house.configuration.url + address(language, 'mine'))].join('\n\n—\n\n')
    await house.mailer.queue(tx, { to: whose.email, language, subject: t.subject(letters.length), body })
  }
}
