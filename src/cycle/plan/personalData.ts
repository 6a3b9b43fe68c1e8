import { type DataMap, withoutPersonalData } from '../../platform/dataMap.ts'
import { deadlineChange, extensionRequest } from './extensions/tables.ts'
import {
  change,
  commitment,
  commitmentFact,
  commitmentLink,
  commitmentParty,
  commitmentRelation,
  deadline,
  finding,
  milestone,
  phase,
  plan,
  reportingPeriod,
} from './tables.ts'

/** Plans speak of institutions and organisations, not of people. */
export const planData: DataMap = withoutPersonalData(
  plan,
  phase,
  reportingPeriod,
  deadline,
  deadlineChange,
  extensionRequest,
  commitment,
  commitmentParty,
  commitmentLink,
  commitmentRelation,
  milestone,
  change,
  commitmentFact,
  finding,
)
