import { anAdministrator, either, type Policy, theSecretariat } from '../../people/index.ts'

/** Who may do what with plans: the secretariat keeps them (everyone reads them). */
export const planPolicy = {
  seeManagement: either(theSecretariat, anAdministrator),
  createPlan: theSecretariat,
  editPlan: theSecretariat,
  editPhases: theSecretariat,
  removePhase: theSecretariat,
  editDeadlines: theSecretariat,
  createCommitment: theSecretariat,
  editCommitment: theSecretariat,
  createMilestone: theSecretariat,
  editMilestone: theSecretariat,
} satisfies Policy
