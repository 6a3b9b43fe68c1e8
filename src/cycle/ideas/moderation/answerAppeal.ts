import { eq } from 'drizzle-orm'
import { type Actor, allow, emailOf } from '../../../people/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { House } from '../../../platform/house.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { notFound, Refusal } from '../../../platform/refusal.ts'
import { append } from '../../../record/index.ts'
import { fingerprint } from '../addIdea.ts'
import { ideasPolicy } from '../policy.ts'
import { letterTexts } from './letterTexts.ts'
import { type AppealOutcome, moderationAppeal, moderationEntry } from './tables.ts'
import { isThereAnother, lockThing, moderatingRole, show, type Thing } from './things.ts'
import { moderationRefusals } from './words.ts'
import { aboutThing, writeEntry } from './writeEntry.ts'

/** What is decided about an appeal. */
export type AppealAnswer = { outcome: AppealOutcome; answer: string; language: Language }

/**
 * Decides about an appeal and tells its author. Who acted first does not decide where there is anyone else who may; where
 * there is nobody, the log says so. A hidden text whose author is right can be seen again; what was blacked out is gone
 * for good, so that there the decision is told alone.
 */
export async function answerAppeal(house: House, actor: Actor, id: number, { outcome, answer, language }: AppealAnswer): Promise<void> {
  allow(ideasPolicy.moderate, actor, undefined)
  await house.db.transaction(async (tx) => {
    const [appeal] = await tx.select().from(moderationAppeal).where(eq(moderationAppeal.id, id)).for('update')
    if (!appeal) throw notFound()
    if (appeal.outcome !== null) throw new Refusal(409)
    const [entry] = await tx.select().from(moderationEntry).where(eq(moderationEntry.id, appeal.entryId))
    if (!entry) throw notFound()
    const byAnother = entry.actorId !== actor.personId
    if (!byAnother && actor.personId !== null && (await isThereAnother(tx, actor.personId)))
      throw new Refusal(422, (reader) => moderationRefusals[reader].anotherDecides)
    const thing = await lockThing(tx, entry)
    const [now, role] = [house.clock.now(), moderatingRole(actor)]
    const recordSeq = await append(tx, now, {
      actor: { role, for: null },
      act: 'answerAppeal',
      object: thing.object,
      content: {
        ...(house.demonstration ? { demonstration: true } : {}),
        entry: entry.id,
        outcome,
        byAnother,
        fingerprint: fingerprint(appeal.id, answer),
      },
    })
    await tx
      .update(moderationAppeal)
      .set({
        outcome,
        answer,
        answerLanguage: language,
        answeredOn: house.clock.today(),
        answeredByRole: role,
        byAnother,
        recordSeq,
      })
      .where(eq(moderationAppeal.id, id))
    await tellAuthor(tx, house, thing, { outcome, answer })
    if (outcome === 'rejected' || entry.act !== 'hide' || thing.visibility !== 'hidden') return
    await writeEntry(tx, house, actor, thing, { act: 'restore', why: { reason: null, explanation: null, language } })
    await show(tx, thing, 'published', house.clock.today())
  })
}

async function tellAuthor(tx: Database, house: House, thing: Thing, { outcome, answer }: Omit<AppealAnswer, 'language'>): Promise<void> {
  const to = thing.authorId === null ? null : await emailOf(tx, thing.authorId)
  if (to === null) return
  const t = letterTexts[thing.language]
  const body = [aboutThing(thing), t[outcome], answer].join('\n\n')
  await house.mailer.queue(tx, { to, language: thing.language, subject: t[`${outcome}Subject`](thing.idea.number), body })
}
