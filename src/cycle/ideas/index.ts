export { addComment } from './discussion/addComment.ts'
export { afterComment, commentByLetter } from './discussion/byLetter.ts'
export { COMMENT_LIMIT, MOST_LINKS, nameProblems, readComment, readSector } from './discussion/commentInput.ts'
export { type IdeaOfCall, ideaByNumber, refuseUnlessOpen, takesMore } from './discussion/lockIdea.ts'
export { type Comment, commentInView, oneThread, type Thread, threadsOf } from './discussion/readComments.ts'
export { BLACKED } from './moderation/blackOut.ts'
export { countUnseen, historyOf, lastEntriesOf } from './moderation/queries.ts'
export { reportThing } from './moderation/reportThing.ts'
export { reasonKinds } from './moderation/tables.ts'
export { moderationTasks } from './moderation/tasks.ts'
export { moderationRefusals, reasonWords } from './moderation/words.ts'
export { ideasData } from './personalData.ts'
export { ideasPolicy } from './policy.ts'
export { filesOfIdea, ideaFileById, ideasById, mergedInto, supportsBySector, themeById } from './reading/aboutIdea.ts'
export {
  choicesOf,
  countIdeas,
  countLate,
  type IdeaFilter,
  type IdeaPlace,
  ideaOrders,
  type ListedIdea,
  listIdeas,
} from './reading/listIdeas.ts'
export { ideaTexts } from './reading/publicTexts.ts'
export { type WholeIdea, wholeList } from './reading/wholeList.ts'
export { SUPPORT_BY_LETTER, supportByLetter } from './support/byLetter.ts'
export { usualSector } from './support/sectorOf.ts'
export { supportIdea, supportOf, takeBackSupport } from './support/supportIdea.ts'
export { type AnswerState, answerStates, type Channel, type CommentKind, type ContributionKind, contributionKinds } from './tables.ts'
export { ideaRefusals } from './words.ts'
