import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { and, count, eq, gt, inArray, lt } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { Refusal } from '../../platform/refusal.ts'
import { addressInLanguage } from '../../web/addresses.ts'
import type { Actor } from '../actor.ts'
import { asKept } from '../signInLinks.ts'
import { awaitedAct, person } from '../tables.ts'
import { awaitedTexts } from './texts.ts'

/** After so many days an act that was not confirmed is forgotten. */
export const CONFIRM_ACT_WITHIN_DAYS = 3
const DAY = 24 * 60 * 60 * 1000

/** So many acts of one address wait at most: nobody can fill another's mailbox. */
const MOST_AWAITED = 10

/** Something that can be done without an account, once its sender's address is confirmed. The content is what the module gave, from JSON. */
export type ConfirmableAct = {
  /** What it is, as a sentence for the confirming page, such as `Nosūtīt ideju “…”`. Refuses when it can't be done any more. */
  describe: (house: House, content: unknown, language: Language) => Promise<string>
  /** Does it as this participant, in the transaction that uses the link up; gives the page to go on to. */
  perform: (house: House, actor: Actor, content: unknown, language: Language) => Promise<string>
}

/** All such acts by name; routes/confirmableActs.ts puts them together. */
export type ConfirmableActs = Readonly<Record<string, ConfirmableAct>>

/** Who wants to do what. The letter is told the link that confirms, and for how many days it works. */
export type AwaitedWish = {
  email: string
  name: string
  language: Language
  act: string
  content: unknown
  subject: string
  letter: (link: string, days: number) => string
}

const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/**
 * Keeps what someone wants to do and asks their address to confirm it. The same happens whether the address has an
 * account or not, and nothing when too much of it waits: nobody learns anything from it.
 */
export async function awaitConfirmation(house: House, wish: AwaitedWish): Promise<void> {
  await house.db.transaction(async (tx) => {
    const now = house.clock.now()
    const email = asKept(wish.email)
    if ((await waiting(tx, email, now)) >= MOST_AWAITED) return
    const token = randomBytes(24).toString('base64url')
    const expiresAt = new Date(now.getTime() + CONFIRM_ACT_WITHIN_DAYS * DAY)
    const { name, language, act, content, subject } = wish
    await tx.insert(awaitedAct).values({ id: hashOfToken(token), email, name, language, act, content, expiresAt })
    const link = `${house.configuration.url}${addressInLanguage(language, 'actConfirm', {})}?${new URLSearchParams({ token })}`
    await house.mailer.queue(tx, { to: email, language, subject, body: wish.letter(link, CONFIRM_ACT_WITHIN_DAYS), expiresAt })
  })
}

async function waiting(tx: Database, email: string, now: Date): Promise<number> {
  const [row] = await tx
    .select({ acts: count() })
    .from(awaitedAct)
    .where(and(eq(awaitedAct.email, email), gt(awaitedAct.expiresAt, now)))
  return row?.acts ?? 0
}

const openAct = (token: string, now: Date) => and(eq(awaitedAct.id, hashOfToken(token)), gt(awaitedAct.expiresAt, now))

/** What a confirming link is about. Looking does not use it up. Null when it was used, or its time is up. */
export async function awaitedBy(house: House, token: string): Promise<typeof awaitedAct.$inferSelect | null> {
  const [found] = await house.db.select().from(awaitedAct).where(openAct(token, house.clock.now()))
  return found ?? null
}

/**
 * Uses a confirming link up and does what it confirms; an address that nobody has yet becomes a participant's. Gives
 * who it is and where to go on. Refuses with 410 what was used or is too late; whatever the act itself refuses leaves
 * the link as it was.
 */
export async function confirmAct(house: House, acts: ConfirmableActs, token: string): Promise<{ personId: string; href: string }> {
  return house.db.transaction(async (tx) => {
    const now = house.clock.now()
    await lockWhose(tx, token, now)
    const [wish] = await tx.delete(awaitedAct).where(openAct(token, now)).returning()
    const act = wish && acts[wish.act]
    if (!act) throw new Refusal(410, (language) => awaitedTexts[language].linkGoneText)
    const { id, name } = await participantWith(tx, wish, now)
    const actor: Actor = { personId: id, name, roles: [{ role: 'participant', organisationId: null }] }
    return { personId: id, href: await act.perform({ ...house, db: tx }, actor, wish.content, wish.language) }
  })
}

/** Locks the account of the link's address, where there is one, before the link itself: who erases it takes both in this order. */
async function lockWhose(tx: Database, token: string, now: Date): Promise<void> {
  const address = tx.select({ email: awaitedAct.email }).from(awaitedAct).where(openAct(token, now))
  await tx.select({ id: person.id }).from(person).where(inArray(person.email, address)).for('no key update')
}

async function participantWith(
  tx: Database,
  { email, name }: { email: string; name: string },
  now: Date,
): Promise<{ id: string; name: string }> {
  const [found] = await tx
    .insert(person)
    .values({ id: randomUUID(), name, email, emailVerified: true, createdAt: now, updatedAt: now })
    .onConflictDoUpdate({ target: person.email, set: { emailVerified: true } })
    .returning({ id: person.id, name: person.name })
  if (!found) throw new Error('no participant')
  return found
}

/** Forgets what nobody confirmed in time. */
export async function forgetUnconfirmedActs(db: Database, now: Date): Promise<void> {
  await db.delete(awaitedAct).where(lt(awaitedAct.expiresAt, now))
}
