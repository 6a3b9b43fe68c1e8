import { anAdministrator, anyone, either, type Policy, theSecretariat } from '../people/index.ts'

/** Who may do what about accessibility: anyone reads the statement and writes about barriers, those who run the house answer. */
export const accessibilityPolicy = {
  seeStatement: anyone,
  publishStatement: either(theSecretariat, anAdministrator),
  sendFeedback: anyone,
  seeFeedback: either(theSecretariat, anAdministrator),
  answerFeedback: either(theSecretariat, anAdministrator),
} satisfies Policy
