import { createHash, randomBytes } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { type Actor, tellPerson } from '../../../people/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { House } from '../../../platform/house.ts'
import { type Language, plainText } from '../../../platform/languages/languages.ts'
import { append } from '../../../record/index.ts'
import { address } from '../../../web/addresses.ts'
import { fingerprint } from '../addIdea.ts'
import { comment, idea } from '../tables.ts'
import { letterTexts } from './letterTexts.ts'
import { type ModerationAct, moderationCase, moderationEntry, type ReasonKind } from './tables.ts'
import { moderatingRole, type Thing } from './things.ts'
import { reasonWords } from './words.ts'

/** Why a moderator acts: the kind of reason, and in their words, which everyone reads. */
export type Why = { reason: ReasonKind | null; explanation: string | null; language: Language }

/** How the record calls each act. */
const actNames: Record<ModerationAct, string> = {
  publish: 'publishContribution',
  hide: 'hideContribution',
  restore: 'restoreContribution',
  keep: 'keepContribution',
  'black-out': 'blackOutContribution',
}

/** Only these can be appealed against. */
const appealable: readonly ModerationAct[] = ['hide', 'black-out']

export const hashOfAppeal = (token: string): string => createHash('sha256').update(token).digest('hex')

/**
 * Writes what a moderator did: into the record, into the public log, and to the author by letter, with the reason and
 * how to appeal. What was reported about the thing is answered by it. Gives the entry of the log.
 */
export async function writeEntry(
  tx: Database,
  house: House,
  actor: Actor,
  thing: Thing,
  { act, why, more = {} }: { act: ModerationAct; why: Why; more?: Record<string, string | number> },
): Promise<number> {
  const [now, today] = [house.clock.now(), house.clock.today()]
  const role = moderatingRole(actor)
  const token = appealable.includes(act) ? randomBytes(24).toString('base64url') : null
  const [entry] = await tx
    .insert(moderationEntry)
    .values({
      ...why,
      planId: thing.idea.planId,
      ideaId: thing.ideaId,
      commentId: thing.commentId,
      act,
      role,
      actorId: actor.personId,
      appealHash: token && hashOfAppeal(token),
      actedOn: today,
      actedAt: now,
      demonstration: house.demonstration !== null,
      recordSeq: 0,
    })
    .returning({ id: moderationEntry.id })
  if (!entry) throw new Error('the entry was not stored')
  const recordSeq = await append(tx, now, {
    actor: { role, for: null },
    act: actNames[act],
    object: thing.object,
    content: {
      ...(house.demonstration ? { demonstration: true } : {}),
      entry: entry.id,
      reason: why.reason,
      ...(why.explanation ? { fingerprint: fingerprint(entry.id, why.explanation) } : {}),
      ...more,
    },
  })
  await tx.update(moderationEntry).set({ recordSeq }).where(eq(moderationEntry.id, entry.id))
  if (thing.commentId === null) await tx.update(idea).set({ recordSeq }).where(eq(idea.id, thing.ideaId))
  else await tx.update(comment).set({ recordSeq }).where(eq(comment.id, thing.commentId))
  await tx
    .update(moderationCase)
    .set({ closedAt: now })
    .where(
      and(
        eq(moderationCase.ideaId, thing.ideaId),
        thing.commentId === null ? isNull(moderationCase.commentId) : eq(moderationCase.commentId, thing.commentId),
        isNull(moderationCase.closedAt),
      ),
    )
  if (act !== 'keep') await tellAuthor(tx, house, thing, { act, why, entryId: entry.id, token })
  return entry.id
}

type Told = { act: Exclude<ModerationAct, 'keep'>; why: Why; entryId: number; token: string | null }

/** Tells the author, in the language in which they wrote; nobody where the author is not known any more. */
async function tellAuthor(tx: Database, house: House, thing: Thing, { act, why, entryId, token }: Told): Promise<void> {
  if (thing.authorId === null) return
  const { language } = thing
  const t = letterTexts[language]
  const { planId, number } = thing.idea
  const { url } = house.configuration
  const body = [
    aboutThing(thing),
    t[act],
    ...(why.reason ? [t.reason(reasonWords[language][why.reason])] : []),
    ...(why.explanation ? [why.explanation] : []),
    ...(token
      ? [t.appeal(`${url}${address(language, 'moderationAppeal', { entry: entryId })}?${new URLSearchParams({ token })}`)]
      : [url + address(language, 'idea', { plan: planId, idea: number })]),
    t.rules(url + address(language, 'moderationRules')),
  ].join('\n\n')
  await tellPerson(house, tx, thing.authorId, 'moderation', { language, subject: t[`${act}Subject`](number), body })
}

/** What a letter is about, in the language of the text. */
export function aboutThing({ language, idea: { number, title }, comment: said }: Thing): string {
  const t = letterTexts[language]
  return (said ? t.comment : t.idea)(number, plainText(title, language))
}
