export { type Author, type IdeaContent, ideaObject } from './addIdea.ts'
export { type Call, type CallState, callState, daysLeft } from './calls/callState.ts'
export { type NoticeLead, noticeLead } from './calls/noticeLead.ts'
export { openingProblems, publishCall } from './calls/publishCall.ts'
export { type CallCorrection, callById, callsOf, correctionsOf, openCall, openCallsOf, sentSoFar } from './calls/queries.ts'
export { callObject } from './calls/saveCall.ts'
export { callTasks } from './calls/tasks.ts'
export { kindNames, participantNames } from './kindWords.ts'
export { ideasData } from './personalData.ts'
export { ideasPolicy } from './policy.ts'
export {
  type AnswerState,
  type AuthorKind,
  answerStates,
  authorKinds,
  type ContributionKind,
  call,
  contributionKinds,
  idea,
  type Visibility,
} from './tables.ts'
