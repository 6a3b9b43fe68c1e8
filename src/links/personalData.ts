import { type DataMap, withoutPersonalData } from '../platform/dataMap.ts'
import { link, linkFinding, linkUse } from './tables.ts'

/** Addresses elsewhere are copies of what documents, evidence and others name: what they hold about people is told there. */
export const linksData: DataMap = withoutPersonalData(link, linkUse, linkFinding)
