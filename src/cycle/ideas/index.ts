export { changedSince, saveBatch } from './answers/answerBatches.ts'
export { readSharedAnswer } from './answers/answerInput.ts'
export { AnswerStatus, answerWords, stateNames } from './answers/answerWords.tsx'
export { countBehind, type IdeaBehind, ideasBehind } from './answers/behind.ts'
export { type Coverage, coverageOf, unansweredIn } from './answers/coverage.ts'
export { publishBatch, publishScheduledAnswers, scheduleBatch, unscheduleBatch } from './answers/publishBatch.ts'
export { type Answer, answerersOf, answersTo } from './answers/queries.ts'
export { answerTasks } from './answers/tasks.ts'
export { tellSupporters } from './answers/tellSupporters.tsx'
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
export { type IdeaName, mergedInto, mergedIntoEach, mergeOf } from './themes/mergeQueries.ts'
export { sumsOf, type Theme, themeById, themesByIds, themesOf } from './themes/themeQueries.ts'
