export { forgetPerson } from './forgetPerson.ts'
export {
  filesSentBy,
  type OwnComment,
  type OwnIdea,
  type OwnPart,
  saidBy,
  sentBy,
  supportedBy,
  textsSaidBy,
  textsSentBy,
} from './ownIdeas.ts'
export { ideasOwnRows } from './ownRows.ts'
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
