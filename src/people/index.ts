export { type Actor, actsFor, actsForAny, holds, holdsFor, visitor } from './actor.ts'
export { forgetEndedSessions, SESSION_SECONDS } from './authentication.ts'
export {
  awaitConfirmation,
  CONFIRM_ACT_WITHIN_DAYS,
  type ConfirmableAct,
  type ConfirmableActs,
  forgetUnconfirmedActs,
} from './awaited/awaitedActs.ts'
export { clientOf, comesFromThisMachine, isFromThisMachine } from './client.ts'
export { createAdministrator } from './createAdministrator.ts'
export { demonstrationColleague, demonstrationLinks, demonstrationRoles, seedDemonstrationPeople } from './demonstration.ts'
export { giveRole } from './giveRole.ts'
export { readEmail } from './input.ts'
export { invitePerson } from './invitePerson.ts'
export { COUNTED_SECONDS, secondsToWait } from './limits.ts'
export { mayTakeOwnData } from './mayTakeOwnData.ts'
export type { NameInTime } from './namesInTime.ts'
export { organisationsByName } from './organisationsByName.ts'
export { peopleOwnRows } from './ownRows.ts'
export { IDENTITY_COOKIE_SECONDS } from './pages/identityCookie.ts'
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
export { peopleData } from './personalData.ts'
export { peoplePolicy } from './policy.ts'
export { organisationTexts } from './publicTexts.ts'
export {
  addressesOf,
  emailOf,
  hasAccount,
  institutionSectors,
  isInstitution,
  type ListedOrganisation,
  listOrganisations,
  type NamedOrganisation,
  type OrganisationInTime,
  organisationById,
  organisationNamesAt,
  organisationObject,
  organisationsInTime,
  peopleActingFor,
} from './queries.ts'
export { type AlsoForget, eraseOneself, removePerson } from './removePerson.ts'
export { holdPerson } from './roles.ts'
export { carriesSession } from './sessionCookie.ts'
export { nobody, type Session, whoAsks } from './sessions.ts'
export { stillToDo } from './stillToDo.ts'
export {
  type LetterKind,
  type LetterRhythm,
  letterKinds,
  letterRhythms,
  organisation,
  organisationName,
  type ParticipantSector,
  participantSectors,
  person,
  type Role,
  roleAssignment,
  type Sector,
  sectors,
} from './tables.ts'
export { letterTasks } from './tasks.ts'
export { peopleTexts } from './texts.ts'
export { holdForEach, sendHeldLetters, tellPerson } from './wishes/tellPerson.ts'
export { type LetterWishes, rhythmsOf, saveWishes, stopLetters, wishesOf } from './wishes/wishes.ts'
