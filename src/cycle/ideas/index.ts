export { addIdea, countIdea, fingerprint, ideaObject } from './addIdea.ts'
export { forgetPerson } from './forgetPerson.ts'
export {
  commentsBy,
  commentTextsBy,
  ideaFilesBy,
  ideasSentBy,
  ideasSupportedBy,
  ideaTextsBy,
  type OwnComment,
  type OwnIdea,
  type OwnPart,
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
