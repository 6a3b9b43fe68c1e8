import { filesOfTable } from '../../platform/files/filesOfTable.ts'
import { evidence } from './tables.ts'

/** The files of evidence, published or in a draft. */
export const evidenceFiles = filesOfTable(evidence)
