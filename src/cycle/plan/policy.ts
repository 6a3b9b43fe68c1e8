import { anAdministrator, anyone, either, type Policy, theSecretariat } from '../../people/index.ts'

/** Who may do what with plans: everyone reads them, the secretariat keeps them. */
export const planPolicy = {
  seePlan: anyone,
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
