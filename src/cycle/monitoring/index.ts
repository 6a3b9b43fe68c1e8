export { contributionsOn, type PeriodContributions, type ReportingRecord, reportingRecordOf } from './contributions.ts'
export { evidenceFiles } from './evidenceFiles.ts'
export type { Evidence } from './evidenceInView.ts'
export { evidenceByIds, evidenceList, type ListedEvidence } from './evidenceListing.ts'
export { type HandedIn, newestHandedIn } from './handedIn.ts'
export { newestAssessments, newestUpdates } from './newest.ts'
export { DueDates } from './pages/AboutMilestone.tsx'
export { ContributionTables } from './pages/ContributionsOfPeriod.tsx'
export { UpdateText } from './pages/UpdateText.tsx'
export { Voice } from './pages/Voice.tsx'
export { monitoringData } from './personalData.ts'
export { monitoringPolicy } from './policy.ts'
export { monitoringLinks } from './publicLinks.ts'
export { monitoringTexts } from './publicTexts.ts'
export {
  assessmentsOf,
  type CommitmentStanding,
  type MilestoneStanding,
  type PublishedAssessment,
  type PublishedUpdate,
  type SourceState,
  sourceStatesOn,
  standing,
  standingOf,
  type UpdateWithoutEvidence,
  updatesOn,
} from './queries.ts'
export { type Remindable, remindable } from './remindable.ts'
export { daysLate } from './states.ts'
export { CommitmentStatus, endedBy, MilestoneStatus, ReportedStatus, stateTexts, stateWords } from './statusWords.tsx'
export type { ReportedState } from './tables.ts'
export { contributionsDue } from './tasks.ts'
export { deadlinesFor, deadlinesOfOne } from './timeliness.ts'
export { TimelinessStatus } from './timelinessWords.tsx'
export { VerdictStatus, verdictWord } from './verdictWords.tsx'
