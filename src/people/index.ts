export { type Actor, actsFor, type HeldRole, holds, holdsFor, visitor } from './actor.ts'
export { addOrganisation } from './addOrganisation.ts'
export { actorOf, forgetEndedSessions } from './authentication.ts'
export { clientOf, comesFromThisMachine } from './client.ts'
export { createAdministrator } from './createAdministrator.ts'
export { demonstrationLinks, demonstrationRoles, seedDemonstrationPeople } from './demonstration.ts'
export { endRole } from './endRole.ts'
export { giveRole } from './giveRole.ts'
export { invitePerson } from './invitePerson.ts'
export { secondsToWait } from './limits.ts'
export {
  allow,
  anAdministrator,
  anOfficerOf,
  anyone,
  aRepresentativeOf,
  either,
  everyoneSignedIn,
  type Policy,
  type Rule,
  theSecretariat,
} from './permission.ts'
export { peoplePolicy } from './policy.ts'
export {
  institutionSectors,
  isInstitution,
  type ListedOrganisation,
  listOrganisations,
  type NamedOrganisation,
  type NameInTime,
  type OrganisationInTime,
  organisationById,
  organisationNamesAt,
  organisationObject,
  organisationsInTime,
  peopleActingFor,
  personCommitment,
} from './queries.ts'
export { removePerson } from './removePerson.ts'
export { renameOrganisation } from './renameOrganisation.ts'
export { organisation, organisationName, type Role, type Sector, sectors } from './tables.ts'
export { peopleTexts } from './texts.ts'
