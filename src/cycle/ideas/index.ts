export { addIdea, fingerprint, ideaObject } from './addIdea.ts'
export { ideasData } from './personalData.ts'
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
