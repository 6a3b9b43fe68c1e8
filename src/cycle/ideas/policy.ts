import { anyone, either, everyoneSignedIn, holds, type Policy, type Rule, theSecretariat } from '../../people/index.ts'

/** A moderator, or the secretariat. */
const aModerator: Rule<unknown> = either((actor) => holds(actor, 'moderator'), theSecretariat)

/** Who may do what with calls and with what is sent to them. */
export const ideasPolicy = {
  editCalls: theSecretariat,
  openCalls: theSecretariat,
  closeCalls: theSecretariat,
  /** By a link in a letter where one has not signed in. */
  sendIdeas: anyone,
  enterForOthers: theSecretariat,
  supportIdeas: everyoneSignedIn,
  comment: everyoneSignedIn,
  report: anyone,
  moderate: aModerator,
  groupIdeas: theSecretariat,
  mergeIdeas: theSecretariat,
} satisfies Policy
