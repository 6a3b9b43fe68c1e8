import { and, eq, isNull } from 'drizzle-orm'
import type { Database } from '../platform/database/database.ts'
import type { House } from '../platform/house.ts'
import { type Language, plainText } from '../platform/languages/languages.ts'
import { address, languageOfPath } from '../web/addresses.ts'
import { linkLives, makeSignInToken } from './authentication.ts'
import { organisationNamesAt } from './queries.ts'
import { type AssignableRole, person } from './tables.ts'
import { peopleTexts } from './texts.ts'

/** Addresses are compared and kept in lower case, as the authentication library does. */
export const asKept = (email: string): string => email.trim().toLowerCase()

/**
 * Where to go on after signing in: a path of our own pages, or null. Whatever could lead to
 * another site, in whichever spelling, is none.
 */
export function ownPath(text: string | null | undefined): string | null {
  if (!text || text.length > 2000 || !text.startsWith('/')) return null
  const own = 'http://own.invalid'
  const url = URL.canParse(text, own) ? new URL(text, own) : null
  if (!url || url.origin !== own || languageOfPath(url.pathname) === null) return null
  return url.pathname + url.search
}

/** When a link that is made now ends. */
const endOf = (house: House, seconds: number): Date => new Date(house.clock.now().getTime() + seconds * 1000)

/** The page with the confirming button, with the token in it. */
export function confirmUrl(house: House, language: Language, token: string, next: string | null): string {
  const query = new URLSearchParams({ token, ...(next ? { next } : {}) })
  return `${house.configuration.url}${address(language, 'signInConfirm')}?${query}`
}

/**
 * Sends a sign-in letter to a person on the list. Nobody learns from it who is on the list:
 * an unknown address gets no letter, and the caller hears the same.
 */
export async function sendSignInLink(house: House, input: { email: string; language: Language; next: string | null }): Promise<void> {
  const email = asKept(input.email)
  await house.db.transaction(async (tx) => {
    const [known] = await tx
      .select({ id: person.id })
      .from(person)
      .where(and(eq(person.email, email), isNull(person.removedAt)))
    if (!known) return
    const token = await makeSignInToken(house, tx, email, linkLives.signIn)
    const t = peopleTexts[input.language]
    const link = confirmUrl(house, input.language, token, input.next)
    await house.mailer.queue(tx, {
      to: email,
      language: input.language,
      subject: t.signInSubject,
      body: t.signInLetter(link, linkLives.signIn / 60),
      expiresAt: endOf(house, linkLives.signIn),
    })
  })
}

/** Sends the first letter to someone who was invited, in the transaction of the invitation. */
export async function sendInvitation(
  house: House,
  tx: Database,
  to: { email: string; name: string; language: Language; role: AssignableRole | 'participant'; organisation: string | null },
): Promise<void> {
  const t = peopleTexts[to.language]
  const token = await makeSignInToken(house, tx, to.email, linkLives.invitation)
  const { organisation } = to
  const names = organisation ? await organisationNamesAt(tx, [organisation], house.clock.today()) : null
  const role = organisation ? `${t[to.role]}, ${plainText(names?.get(organisation), to.language) || organisation}` : t[to.role]
  const page = `${house.configuration.url}${address(to.language, 'signIn')}`
  await house.mailer.queue(tx, {
    to: to.email,
    language: to.language,
    subject: t.invitationSubject,
    body: t.invitationLetter(to.name, role, confirmUrl(house, to.language, token, null), page, linkLives.invitation / 86_400),
    expiresAt: endOf(house, linkLives.invitation),
  })
}
