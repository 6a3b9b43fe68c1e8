import { REGISTER, registerForEvent } from '../cycle/events/index.ts'
import { commentByLetter, SEND_IDEA, SUPPORT_BY_LETTER, sendIdeaByLetter, supportByLetter } from '../cycle/ideas/index.ts'
import { ANSWER_SURVEY, answerSurveyAct } from '../cycle/survey/index.ts'
import type { ConfirmableActs } from '../people/index.ts'

/** What people without an account can do by a link in a letter. */
export const confirmableActs: ConfirmableActs = {
  [SEND_IDEA]: sendIdeaByLetter,
  [SUPPORT_BY_LETTER]: supportByLetter,
  comment: commentByLetter,
  [REGISTER]: registerForEvent,
  [ANSWER_SURVEY]: answerSurveyAct,
}
