import type { Plan } from '../../cycle/plan/index.ts'
import { dateRange } from '../../platform/languages/dates.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { DateTime } from '../components/DateTime.tsx'
import { Local } from '../components/Local.tsx'
import { planTexts } from './planTexts.ts'

/** A plan's period in words. */
export const periodText = (language: Language, plan: Pick<Plan, 'periodStart' | 'periodEnd'>): string =>
  dateRange(language, plan.periodStart, plan.periodEnd)

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
