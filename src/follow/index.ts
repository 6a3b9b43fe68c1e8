export { readNews } from './news.ts'
export { type Entry, entryOf } from './newsEntry.tsx'
export { newsTexts } from './newsTexts.ts'
export { everything, oneCommitment, oneOrganisation, onePlan, type Scope, type ScopeKind } from './scope.ts'
