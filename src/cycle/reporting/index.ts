export { reportingPolicy } from './policy.ts'
export { type ReportSection, reportSectionsOf } from './queries.ts'
export { sectionTexts } from './sectionTexts.ts'
export type { SectionKind } from './tables.ts'
