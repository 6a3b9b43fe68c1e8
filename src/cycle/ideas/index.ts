export { type Author, addIdea, fingerprint, type IdeaContent, ideaObject } from './addIdea.ts'
export { changedSince, saveBatch } from './answers/answerBatches.ts'
export { readSharedAnswer } from './answers/answerInput.ts'
export { AnswerStatus, answerWords, stateNames } from './answers/answerWords.tsx'
export { countBehind, type IdeaBehind, ideasBehind } from './answers/behind.ts'
export { type Coverage, coverageOf, unansweredIn } from './answers/coverage.ts'
export { publishBatch, publishScheduledAnswers, scheduleBatch, unscheduleBatch } from './answers/publishBatch.ts'
export { type Answer, answerersOf, answersTo, latestAnswers } from './answers/queries.ts'
export { answerTasks } from './answers/tasks.ts'
export { tellSupporters } from './answers/tellSupporters.tsx'
export { type Call, type CallState, callState, closedFrom, daysLeft } from './calls/callState.ts'
export { type NoticeLead, noticeLead } from './calls/noticeLead.ts'
export { callTexts } from './calls/publicTexts.ts'
export { openingProblems, publishCall } from './calls/publishCall.ts'
export { type CallCorrection, callById, callsOf, callsOfPlans, correctionsOf, openCallsOf, sentSoFar } from './calls/queries.ts'
export { callObject } from './calls/saveCall.ts'
export { callTasks } from './calls/tasks.ts'
export { countIdea } from './countIdea.ts'
export { addComment } from './discussion/addComment.ts'
export { afterComment, commentByLetter } from './discussion/byLetter.ts'
export { COMMENT_LIMIT, MOST_LINKS, nameProblems, readComment, readSector } from './discussion/commentInput.ts'
export { type IdeaOfCall, ideaByNumber, refuseUnlessOpen } from './discussion/lockIdea.ts'
export { type Comment, commentInView, oneThread, type Thread, threadsOf } from './discussion/readComments.ts'
export { forgetPerson } from './forgetPerson.ts'
export { kindNames, participantNames } from './kindWords.ts'
export { BLACKED } from './moderation/blackOut.ts'
export { countUnseen, historyOf, lastEntriesOf } from './moderation/queries.ts'
export { reportThing } from './moderation/reportThing.ts'
export { reasonKinds } from './moderation/tables.ts'
export { moderationTasks } from './moderation/tasks.ts'
export { moderationRefusals, reasonWords } from './moderation/words.ts'
export {
  commentsBy,
  commentTextsBy,
  ideaFilesBy,
  ideasSentBy,
  ideasSupportedBy,
  ideaTextsBy,
  OWN_A_PAGE,
  type OwnComment,
  type OwnIdea,
  type OwnPart,
} from './ownIdeas.ts'
export { ideasOwnRows } from './ownRows.ts'
export { ideasData } from './personalData.ts'
export { ideasPolicy } from './policy.ts'
export { filesOfIdea, ideaFileById, ideasById, supportsBySector } from './reading/aboutIdea.ts'
export { choicesOf, type IdeaFilter, type IdeaPlace, ideaOrders, type ListedIdea, listIdeas } from './reading/listIdeas.ts'
export {
  type AnswersTogether,
  type IdeasAsked,
  ideasByNumbers,
  newestAnswers,
  newestBatches,
  newestIdeas,
  newestMerges,
  type ToldAnswer,
  type ToldIdea,
  type ToldMerge,
} from './reading/newest.ts'
export { ideaTexts } from './reading/publicTexts.ts'
export { type WholeIdea, wholeList } from './reading/wholeList.ts'
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
export { sentIdea } from './sending/queries.ts'
export { askedFields, mayStayEmpty, questions } from './sending/questionTexts.ts'
export { sendIdea } from './sending/sendIdea.ts'
export { sendingProblems } from './sending/sendingProblems.ts'
export type { TypedIdea } from './similar/readQuestion.ts'
export { similarTo } from './similar/similarTo.ts'
export { SUPPORT_BY_LETTER, supportByLetter } from './support/byLetter.ts'
export { usualSector } from './support/sectorOf.ts'
export { supportIdea, supportOf, takeBackSupport } from './support/supportIdea.ts'
export {
  type AnswerState,
  answerStates,
  type Channel,
  type CommentKind,
  type ContributionKind,
  call,
  contributionKinds,
  idea,
  type Visibility,
} from './tables.ts'
export { type IdeaName, mergedInto, mergedIntoEach, mergeOf } from './themes/mergeQueries.ts'
export { sumsOf, type Theme, themeById, themesByIds, themesOf } from './themes/themeQueries.ts'
export { ideaRefusals } from './words.ts'
