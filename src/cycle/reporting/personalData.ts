import { type DataMap, withoutPersonalData } from '../../platform/dataMap.ts'
import { reportSection } from './tables.ts'

/** Reports speak of plans, not of people. */
export const reportingData: DataMap = withoutPersonalData(reportSection)
