import { eq } from 'drizzle-orm'
import { type Actor, allow } from '../people/index.ts'
import type { Database } from '../platform/database/database.ts'
import type { House } from '../platform/house.ts'
import { notFound, Refusal } from '../platform/refusal.ts'
import { feedbackTexts } from './feedbackTexts.ts'
import { accessibilityPolicy } from './policy.ts'
import type { Feedback } from './queries.ts'
import { accessibilityFeedback } from './tables.ts'

/** A new message, locked. Refuses with 409 when someone has acted on it already. */
async function lockNew(tx: Database, id: number): Promise<Feedback> {
  const [row] = await tx.select().from(accessibilityFeedback).where(eq(accessibilityFeedback.id, id)).for('update')
  if (!row) throw notFound()
  if (row.state !== 'new') throw new Refusal(409)
  return row
}

/** Answers a message by letter, in the language in which it was written. Refuses where no address was given. */
export async function answerFeedback(house: House, actor: Actor, id: number, answer: string): Promise<void> {
  allow(accessibilityPolicy.answerFeedback, actor, undefined)
  await house.db.transaction(async (tx) => {
    const { email, language, text } = await lockNew(tx, id)
    if (!email) throw new Refusal(422, (l) => feedbackTexts[l].noAddress)
    const t = feedbackTexts[language]
    await house.mailer.queue(tx, { to: email, language, subject: t.answerSubject, body: t.answerLetter(answer, text) })
    await tx
      .update(accessibilityFeedback)
      .set({ state: 'answered', answer, handledAt: house.clock.now() })
      .where(eq(accessibilityFeedback.id, id))
  })
}

/** Closes a message without a letter: what it tells was done, or there is nobody to answer. */
export async function closeFeedback(house: House, actor: Actor, id: number): Promise<void> {
  allow(accessibilityPolicy.answerFeedback, actor, undefined)
  await house.db.transaction(async (tx) => {
    await lockNew(tx, id)
    await tx.update(accessibilityFeedback).set({ state: 'closed', handledAt: house.clock.now() }).where(eq(accessibilityFeedback.id, id))
  })
}
