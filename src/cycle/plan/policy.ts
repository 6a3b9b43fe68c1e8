import { anAdministrator, anOfficerOf, aRepresentativeOf, either, type Policy, theSecretariat } from '../../people/index.ts'

/** Who takes part in a plan: the institution or organisation in whose name something is asked. */
type Contributor = { organisationId: string }
const itself = ({ organisationId }: Contributor): string[] => [organisationId]

/** Who may do what with plans: the secretariat keeps them; who takes part asks it for more time; everyone reads them. */
export const planPolicy = {
  seeManagement: either(theSecretariat, anAdministrator),
  createPlan: theSecretariat,
  editPlan: theSecretariat,
  editPhases: theSecretariat,
  removePhase: theSecretariat,
  editDeadlines: theSecretariat,
  extendDeadlines: theSecretariat,
  askForExtension: either(anOfficerOf(itself), aRepresentativeOf(itself)),
  answerRequests: theSecretariat,
  createCommitment: theSecretariat,
  editCommitment: theSecretariat,
  createMilestone: theSecretariat,
  editMilestone: theSecretariat,
} satisfies Policy
