import { anOfficerOf, anyone, aRepresentativeOf, type Policy, theSecretariat } from '../../people/index.ts'

/** A report or an assessment: the institution or organisation in whose name it is written. */
type Written = { organisationId: string }

/** Who may do what with reports of progress: each institution and organisation speaks for itself, and everyone reads. */
export const monitoringPolicy = {
  seeContributions: anyone,
  reportProgress: anOfficerOf<Written>((update) => [update.organisationId]),
  assessOwnWork: anOfficerOf<Written>((assessment) => [assessment.organisationId]),
  assessAsPartner: aRepresentativeOf<Written>((assessment) => [assessment.organisationId]),
  remindContributors: theSecretariat,
  withdrawEvidence: theSecretariat,
} satisfies Policy
