export { certaintyWords } from './certaintyWords.ts'
export { difference, enteredCertainty, originalDates, type Values } from './changes.ts'
export { findingScales } from './findingScales.ts'
export { FormReader } from './input/formReader.ts'
export { newestChanges, newestFacts, newestFindings } from './newest.ts'
export { challengeNames, valueNames } from './ogpWords.ts'
export { planData } from './personalData.ts'
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
  partsTaken,
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
export { editedText, editedTitle, originalText, type TypedText } from './translations.ts'
