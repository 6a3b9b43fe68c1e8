import { anOfficerOf, aRepresentativeOf, either, everyoneSignedIn, type Policy, theSecretariat } from '../people/index.ts'

/** Whose task it is: an institution or organisation. */
type Whose = { organisationId: string }
const itself = ({ organisationId }: Whose): string[] => [organisationId]

/** Who may do what at a desk: everyone has one; who does what within an institution is between its people and the secretariat. */
export const deskPolicy = {
  seeDesk: everyoneSignedIn,
  delegateTasks: either(anOfficerOf(itself), aRepresentativeOf(itself), theSecretariat),
} satisfies Policy
