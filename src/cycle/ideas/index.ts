export { ideasData } from './personalData.ts'
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
