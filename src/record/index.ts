export { append, type Json, NO_HASH, type PublicAct, type RecordEntry } from './append.ts'
export { exportRecord } from './export.ts'
export { entryBySeq, hashIsRight, latestEntries, recordState, timesOf } from './queries.ts'
export { type RecordProblem, verifyRecord } from './verify.ts'
