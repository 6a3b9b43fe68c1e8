import { anAdministrator, either, everyoneSignedIn, type Policy, type Rule, theSecretariat } from './permission.ts'
import type { Session } from './sessions.ts'
import { type AssignableRole, assignableRoles } from './tables.ts'

/** Roles whose holders run the house: only an administrator gives or takes them. */
const rolesThatRunTheHouse: readonly AssignableRole[] = ['secretariat', 'administrator']

type AboutRoles = { roles: readonly AssignableRole[] }

/** The secretariat, as long as no role that runs the house is touched. */
const theSecretariatForOtherRoles: Rule<AboutRoles> = (actor, { roles }) =>
  theSecretariat(actor, undefined) && !roles.some((role) => rolesThatRunTheHouse.includes(role))

/** A mailbox alone must not open a way around a second step that is there: it is changed after it was done. */
const theirOwnWhenSignedInFully: Rule<{ secondStep: Session['secondStep']; canDoIt: boolean }> = (actor, { secondStep, canDoIt }) =>
  everyoneSignedIn(actor, undefined) && !(secondStep === 'due' && canDoIt)

/** One's own is reset by nobody: it is changed on one's account page. */
const anAdministratorForAnother: Rule<{ personId: string }> = (actor, { personId }) =>
  anAdministrator(actor, undefined) && actor.personId !== personId

/** Who may do what with people, roles and organisations, and with their own account. */
export const peoplePolicy = {
  seePeople: either(theSecretariat, anAdministrator),
  invitePerson: either(anAdministrator, theSecretariatForOtherRoles),
  giveRole: either(anAdministrator, theSecretariatForOtherRoles),
  endRole: either(anAdministrator, theSecretariatForOtherRoles),
  removePerson: either(anAdministrator, theSecretariatForOtherRoles),
  resetSecondStep: anAdministratorForAnother,
  useOwnAccount: everyoneSignedIn,
  changeWaysIn: theirOwnWhenSignedInFully,
  takeOwnData: theirOwnWhenSignedInFully,
  eraseOneself: theirOwnWhenSignedInFully,
  editOrganisations: theSecretariat,
  seeJobs: anAdministrator,
  retryLetters: anAdministrator,
} satisfies Policy

/** The roles that this rule lets the actor give, in their usual order. */
export const rolesToGive = (actor: Parameters<Rule<AboutRoles>>[0]): AssignableRole[] =>
  assignableRoles.filter((role) => peoplePolicy.giveRole(actor, { roles: [role] }))
