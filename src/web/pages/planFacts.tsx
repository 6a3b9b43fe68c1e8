import type { Plan } from '../../cycle/plan/index.ts'
import { dateParts, lastDay } from '../../platform/dates/partialDate.ts'
import { dateRange } from '../../platform/languages/dates.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { DateTime } from '../components/DateTime.tsx'
import { Local } from '../components/Local.tsx'
import { Status } from '../components/Status.tsx'
import { planTexts } from './planTexts.ts'

/** A plan's period in words. */
export const periodText = (language: Language, plan: Pick<Plan, 'periodStart' | 'periodEnd'>): string =>
  dateRange(language, plan.periodStart, plan.periodEnd)

/** The years a plan is for, after its name in a sentence: 2020. un 2021. gadam / for 2020 and 2021. */
export function yearsOf(language: Language, plan: Pick<Plan, 'periodStart' | 'periodEnd'>): string {
  const [first, last] = [dateParts(plan.periodStart).year, dateParts(lastDay(plan.periodEnd)).year]
  const two = last === first + 1
  if (language === 'lv') return first === last ? `${first}. gadam` : two ? `${first}. un ${last}. gadam` : `${first}.–${last}. gadam`
  return first === last ? `for ${first}` : two ? `for ${first} and ${last}` : `for ${first}–${last}`
}

/** Stands where a state would stand: on a draft nobody reports. */
export function NotApproved({ language }: { language: Language }) {
  return <Status icon="none" colour="" word={planTexts[language].notApprovedYet} />
}

/** By which act and when a plan was approved, or that it has not been. */
export function Approval({ plan, language }: { plan: Plan; language: Language }) {
  if (!plan.approvedOn) return <>{planTexts[language].notApproved}</>
  return (
    <>
      <DateTime date={plan.approvedOn} language={language} />,{' '}
      {plan.approvalUrl ? (
        <a href={plan.approvalUrl}>
          <Local content={plan.approvalAct} language={language} quiet />
        </a>
      ) : (
        <Local content={plan.approvalAct} language={language} />
      )}
    </>
  )
}
