import { accessibilityData } from '../../../accessibility/index.ts'
import { documentsData } from '../../../cycle/documents/index.ts'
import { eventsData } from '../../../cycle/events/index.ts'
import { ideasData } from '../../../cycle/ideas/index.ts'
import { informData } from '../../../cycle/inform/index.ts'
import { monitoringData } from '../../../cycle/monitoring/index.ts'
import { planData } from '../../../cycle/plan/index.ts'
import { reportingData } from '../../../cycle/reporting/index.ts'
import { selectionData } from '../../../cycle/selection/index.ts'
import { surveyData } from '../../../cycle/survey/index.ts'
import { deskData } from '../../../desk/index.ts'
import { followData } from '../../../follow/index.ts'
import { forumData } from '../../../forum/index.ts'
import { linksData } from '../../../links/index.ts'
import { peopleData } from '../../../people/index.ts'
import type { DataMap } from '../../../platform/dataMap.ts'
import { platformData } from '../../../platform/personalData.ts'
import { recordData } from '../../../record/index.ts'
import { searchData } from '../../../search/index.ts'

/**
 * What every table holds about people: the parts of all modules. test/rules/dataMap.test.ts fails when a
 * table, a column or a module's part is missing.
 */
export const dataMap: DataMap = [
  ...peopleData,
  ...platformData,
  ...documentsData,
  ...monitoringData,
  ...accessibilityData,
  ...recordData,
  ...planData,
  ...informData,
  ...ideasData,
  ...eventsData,
  ...surveyData,
  ...selectionData,
  ...forumData,
  ...reportingData,
  ...searchData,
  ...linksData,
  ...followData,
  ...deskData,
]
