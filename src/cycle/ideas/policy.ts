import { anOfficerOf, anyone, either, everyoneSignedIn, holds, type Policy, type Rule, theSecretariat } from '../../people/index.ts'

/** A moderator, or the secretariat. */
const aModerator: Rule<unknown> = either((actor) => holds(actor, 'moderator'), theSecretariat)

/** What is answered, by the institutions that are named to answer it; none = the secretariat answers itself. */
type ToAnswer = { institutions: readonly string[] }

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
  answerIdeas: either(
    theSecretariat,
    anOfficerOf<ToAnswer>(({ institutions }) => institutions),
  ),
  assignAnswers: theSecretariat,
  moveOwnSupport: everyoneSignedIn,
  /** By the link in the letter to its author. */
  objectToMerge: anyone,
  /** By the link in such a letter. */
  stopIdeaLetters: anyone,
} satisfies Policy
