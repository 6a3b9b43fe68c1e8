export { certaintyWords } from './certaintyWords.ts'
export { difference, enteredCertainty, originalDates, type Values } from './changes.ts'
export { deadlineFor, firstDue, isExtendable } from './extensions/deadlineFor.ts'
export { extensionTexts } from './extensions/extensionTexts.ts'
export { type ExtensionRequest, requestsAbout } from './extensions/queries.ts'
export { findingScales } from './findingScales.ts'
export { FormReader } from './input/formReader.ts'
export { newestChanges, newestFacts, newestFindings } from './newest.ts'
export { challengeNames, valueNames } from './ogpWords.ts'
export { AnswerGiven } from './pages/extensions/AnswerGiven.tsx'
export { DueChanged } from './pages/extensions/DueChanged.tsx'
export { commitmentIdsWith, participants, participates, partsTaken } from './participants.ts'
export { planData } from './personalData.ts'
export { isPeriodClosed, type PlanStage, planStage } from './planStage.ts'
export { type PlansAtWork, plansAtWork, planWithAll } from './plansAtWork.ts'
export { planLinks } from './publicLinks.ts'
export { planTexts } from './publicTexts.ts'
export {
  type Change,
  type Commitment,
  type CommitmentWithParts,
  changesOf,
  commitmentByNumber,
  commitmentsOf,
  commitmentsOn,
  commitmentsWith,
  countCommitmentsOn,
  type Deadline,
  deadlinesOf,
  type Fact,
  type Finding,
  factsOf,
  findingsOf,
  linksOf,
  listPlans,
  type Milestone,
  newestPlans,
  type Party,
  type Phase,
  type Plan,
  phasesOf,
  planById,
  plansById,
  type ReportingPeriod,
  relatedTo,
  reportablePeriodsIn,
  reportingPeriodsOf,
  takesPart,
} from './queries.ts'
export {
  type Certainty,
  type CommitmentCertainty,
  certainties,
  commitment,
  type GrandChallenge,
  grandChallenges,
  milestone,
  type OgpValue,
  ogpValues,
  phase,
  plan,
  reportingPeriod,
} from './tables.ts'
export { planTasks } from './tasks.ts'
export { editedText, editedTitle, originalText, type TypedText } from './translations.ts'
