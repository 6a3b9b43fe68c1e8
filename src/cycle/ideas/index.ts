export { type AddedComment, addComment } from './discussion/addComment.ts'
export { afterComment, commentByLetter } from './discussion/byLetter.ts'
export {
  awaitedComment,
  COMMENT_LIMIT,
  type CommentInput,
  MOST_LINKS,
  nameProblems,
  readComment,
  readSector,
} from './discussion/commentInput.ts'
export { type IdeaOfCall, ideaByNumber, refuseUnlessOpen, takesMore } from './discussion/lockIdea.ts'
export { type Comment, commentInView, oneThread, type Thread, threadsOf } from './discussion/readComments.ts'
export { answerAppeal } from './moderation/answerAppeal.ts'
export { BLACKED, blackOut, textsOf } from './moderation/blackOut.ts'
export { type Decision, moderate } from './moderation/moderate.ts'
export {
  countUnseen,
  historyOf,
  IN_QUEUE,
  type LogEntry,
  lastEntriesOf,
  moderationLog,
  moderationQueue,
  openReportsOf,
  type Queued,
} from './moderation/queries.ts'
export { reportThing } from './moderation/reportThing.ts'
export { appealableBy, sendAppeal } from './moderation/sendAppeal.ts'
export { appealOutcomes, reasonKinds } from './moderation/tables.ts'
export { moderationTasks } from './moderation/tasks.ts'
export { type Thing, thingOf } from './moderation/things.ts'
export { actWords, moderationRefusals, reasonWords } from './moderation/words.ts'
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
export { supportByLetter } from './support/byLetter.ts'
export { usualSector } from './support/sectorOf.ts'
export { supportIdea, supportOf, takeBackSupport } from './support/supportIdea.ts'
export {
  type AnswerState,
  type AuthorKind,
  answerStates,
  authorKinds,
  type Channel,
  type CommentKind,
  type ContributionKind,
  call,
  commentKinds,
  contributionKinds,
  idea,
  ideaFile,
  theme,
  type Visibility,
} from './tables.ts'
export { ideaRefusals } from './words.ts'
