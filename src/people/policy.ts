import { anAdministrator, either, type Policy, type Rule, theSecretariat } from './permission.ts'
import { type AssignableRole, assignableRoles } from './tables.ts'

/** Roles whose holders run the house: only an administrator gives or takes them. */
const rolesThatRunTheHouse: readonly AssignableRole[] = ['secretariat', 'administrator']

type AboutRoles = { roles: readonly AssignableRole[] }

/** The secretariat, as long as no role that runs the house is touched. */
const theSecretariatForOtherRoles: Rule<AboutRoles> = (actor, { roles }) =>
  theSecretariat(actor, undefined) && !roles.some((role) => rolesThatRunTheHouse.includes(role))

/** Who may do what with people, roles and organisations. */
export const peoplePolicy = {
  seePeople: either(theSecretariat, anAdministrator),
  invitePerson: either(anAdministrator, theSecretariatForOtherRoles),
  giveRole: either(anAdministrator, theSecretariatForOtherRoles),
  endRole: either(anAdministrator, theSecretariatForOtherRoles),
  removePerson: either(anAdministrator, theSecretariatForOtherRoles),
  editOrganisations: theSecretariat,
  seeJobs: anAdministrator,
  retryLetters: anAdministrator,
} satisfies Policy

/** The roles that this rule lets the actor give, in their usual order. */
export const rolesToGive = (actor: Parameters<Rule<AboutRoles>>[0]): AssignableRole[] =>
  assignableRoles.filter((role) => peoplePolicy.giveRole(actor, { roles: [role] }))
