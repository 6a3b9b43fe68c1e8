import { Refusal } from '../platform/refusal.ts'
import { type Actor, holds, holdsFor } from './actor.ts'

/** Who may do something: yes or no for an actor and what it is done to. */
export type Rule<About = void> = (actor: Actor, about: About) => boolean

/** A module's part of the permission table: action → who may. */
export type Policy = Readonly<Record<string, Rule<never>>>

export const anyone: Rule<unknown> = () => true
export const everyoneSignedIn: Rule<unknown> = (actor) => actor.personId !== null
export const theSecretariat: Rule<unknown> = (actor) => holds(actor, 'secretariat')
export const anAdministrator: Rule<unknown> = (actor) => holds(actor, 'administrator')

/** An officer of one of these institutions. */
export const anOfficerOf =
  <About>(institutions: (about: About) => readonly string[]): Rule<About> =>
  (actor, about) =>
    institutions(about).some((id) => holdsFor(actor, 'officer', id))

/** A representative of one of these organisations. */
export const aRepresentativeOf =
  <About>(organisations: (about: About) => readonly string[]): Rule<About> =>
  (actor, about) =>
    organisations(about).some((id) => holdsFor(actor, 'representative', id))

/** Any of these. */
export const either =
  <About>(...rules: Rule<About>[]): Rule<About> =>
  (actor, about) =>
    rules.some((rule) => rule(actor, about))

/**
 * Lets the action pass or refuses it: 401 for a visitor who could sign in, 403 for anyone else.
 */
export function allow<About>(rule: Rule<About>, actor: Actor, about: About): void {
  if (!rule(actor, about)) throw new Refusal(actor.personId === null ? 401 : 403)
}
