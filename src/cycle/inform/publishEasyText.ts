import { and, desc, eq } from 'drizzle-orm'
import { type Actor, allow } from '../../people/index.ts'
import type { Database } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { append } from '../../record/index.ts'
import type { EasyText } from './easyQueries.ts'
import { type EasyThing, objectOf, originalOf } from './easyThings.ts'
import { informPolicy } from './policy.ts'
import { easyText } from './tables.ts'

/** An easy text as it was typed; version 0 = none was published in this language yet. */
export type EasyInput = { language: Language; title: string; body: string; version: number }

/**
 * Publishes the next version of a thing's easy text. What was left as it was leaves no trace, unless the original has
 * changed meanwhile: then it says that the text still holds.
 */
export async function publishEasyText(house: House, actor: Actor, thing: EasyThing, input: EasyInput): Promise<void> {
  allow(informPolicy.writeEasyTexts, actor, undefined)
  const [object, today] = [objectOf(thing), house.clock.today()]
  const { language, title, body } = input
  await house.db.transaction(async (tx) => {
    const original = await originalOf(tx, thing, today)
    if (!original) throw notFound()
    const before = await newestVersion(tx, object, language)
    if (before?.title === title && before.body === body && before.originalSeq === original.seq) return
    if ((before?.version ?? 0) !== input.version) throw new Refusal(409)
    const version = input.version + 1
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: 'secretariat', for: null },
      act: 'publishEasyText',
      object,
      content: {
        ...(house.demonstration ? { demonstration: true } : {}),
        language,
        version,
        publishedOn: today,
        original: original.seq,
        title,
        body,
      },
    })
    const made = await tx
      .insert(easyText)
      .values({
        object,
        language,
        version,
        title,
        body,
        originalSeq: original.seq,
        publishedOn: today,
        demonstration: house.demonstration !== null,
        recordSeq,
      })
      .onConflictDoNothing()
      .returning({ id: easyText.id })
    // Two who publish at once stand in a queue at the record's head.
    if (!made.length) throw new Refusal(409)
  })
}

async function newestVersion(tx: Database, object: string, language: Language): Promise<EasyText | null> {
  const [row] = await tx
    .select()
    .from(easyText)
    .where(and(eq(easyText.object, object), eq(easyText.language, language)))
    .orderBy(desc(easyText.version))
    .limit(1)
  return row ?? null
}
