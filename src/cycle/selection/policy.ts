import { everyoneSignedIn, type Policy, theSecretariat } from '../../people/index.ts'

/** Who may do what with ballots. */
export const selectionPolicy = {
  editBallots: theSecretariat,
  publishBallots: theSecretariat,
  withdrawOptions: theSecretariat,
  /** Whoever signs in may ask to vote; who is entitled in which ballot was fixed when it was published. */
  vote: everyoneSignedIn,
} satisfies Policy
