import { anyone, either, holds, type Policy, type Rule, theSecretariat } from '../../people/index.ts'

/** A moderator, or the secretariat. */
const aModerator: Rule<unknown> = either((actor) => holds(actor, 'moderator'), theSecretariat)

/** Who may do what with surveys. */
export const surveyPolicy = {
  editSurveys: theSecretariat,
  publishSurveys: theSecretariat,
  closeSurveys: theSecretariat,
  invite: theSecretariat,
  /** Who may answer which survey is a matter of its own identity mode. */
  answer: anyone,
  judgeTexts: aModerator,
} satisfies Policy
