export { type Author, type IdeaContent } from './addIdea.ts'
export { type Call, type CallState, callState, daysLeft } from './calls/callState.ts'
export { type NoticeLead, noticeLead } from './calls/noticeLead.ts'
export { openingProblems, publishCall } from './calls/publishCall.ts'
export { type CallCorrection, callById, callsOf, callsOfPlans, correctionsOf, openCall, openCallsOf, sentSoFar } from './calls/queries.ts'
export { callObject } from './calls/saveCall.ts'
export { callTasks } from './calls/tasks.ts'
export { kindNames, participantNames } from './kindWords.ts'
export { ideasData } from './personalData.ts'
export { ideasPolicy } from './policy.ts'
export { askToConfirm, SEND_IDEA, sendIdeaByLetter } from './sending/confirmIdea.ts'
export { draftTokenFor, draftTokenOf } from './sending/draftCookie.ts'
export { enteredChannels, enterIdea, readEntered } from './sending/enterIdea.ts'
export {
  DRAFTS_KEPT_SECONDS,
  type DraftKey,
  discardDraft,
  discardSent,
  draftOf,
  fieldsToKeep,
  forgetDrafts,
  type IdeaDraft,
  lockDraft,
  saveDraft,
} from './sending/ideaDrafts.ts'
export { FOR_ORGANISATION, hasManyLinks, type IdeaToSend, limits, MOST_FILES, readIdea, sendingProblem, TRAP } from './sending/ideaInput.ts'
export { bringIn, undoImport } from './sending/imports/bringIn.ts'
export { type ImportColumn, importColumns, neededColumns } from './sending/imports/columns.ts'
export { forgetImports, importById, importsOf, organisationsByWord, rowsOf } from './sending/imports/queries.ts'
export { readRow } from './sending/imports/readRow.ts'
export { columnName, startImport } from './sending/imports/startImport.ts'
export { sentBy } from './sending/queries.ts'
export { askedFields, mayStayEmpty, questions } from './sending/questionTexts.ts'
export { sendIdea } from './sending/sendIdea.ts'
export { sendingProblems } from './sending/sendingProblems.ts'
export type { TypedIdea } from './similar/readQuestion.ts'
export { type Similar, type SimilarCommitment, type SimilarIdea, similarTo } from './similar/similarTo.ts'
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
