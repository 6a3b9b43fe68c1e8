import { type ReportingRecord, TimelinessStatus } from '../../../cycle/monitoring/index.ts'
import { DueChanged, type Plan } from '../../../cycle/plan/index.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import { dateRange, shortDate } from '../../../platform/languages/dates.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { Local } from '../../components/Local.tsx'
import { MadeUp } from '../../components/MadeUp.tsx'
import { organisationTexts } from './texts.ts'

/** `notReal`: in the demonstration what came in is partly made up, so nothing follows for the real institution. */
type Props = { record: readonly ReportingRecord[]; plans: readonly Plan[]; language: Language; today: Day; notReal: boolean }

/** The record of reporting on time, a reporting period a row: both deadlines, what came, and how that stands to them. */
export function RecordTable({ record, plans, language, today, notReal }: Props) {
  const t = organisationTexts[language]
  if (!record.length) return <p class="unknown">{t.noRecord}</p>
  return (
    <>
      <table class="ds-table stack">
        <thead>
          <tr>
            <th scope="col">{t.period}</th>
            <th scope="col">{t.deadlines}</th>
            <th scope="col">{t.handedIn}</th>
            <th scope="col">{t.timely}</th>
          </tr>
        </thead>
        <tbody>
          {record.map(({ planId, period, deadlines, contributions, given, completeOn, timeliness, demonstration }) => (
            <tr key={period.id}>
              <th scope="row">
                {dateRange(language, period.startsOn, period.referenceDay)}
                <small class="remark under">
                  <Local content={plans.find((plan) => plan.id === planId)?.shortTitle} language={language} quiet />
                </small>
              </th>
              <td data-l={t.deadlines}>
                <Deadlines deadlines={deadlines} language={language} />
              </td>
              <td data-l={t.handedIn}>
                {t.given(given, contributions.length)}
                {completeOn ? `, ${t.completeOn(shortDate(language, completeOn))}` : null}
                <MadeUp when={demonstration} language={language} />
              </td>
              <td class="timely">
                <TimelinessStatus timeliness={timeliness} on={completeOn} deadlines={deadlines} today={today} language={language} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="note gap">{t.recordNote}</p>
      {notReal ? <p class="note">{t.recordNotReal}</p> : null}
    </>
  )
}

function Deadlines({ deadlines: { legal, working }, language }: { deadlines: ReportingRecord['deadlines']; language: Language }) {
  const t = organisationTexts[language]
  if (!legal?.due && !working?.due) return <span class="unknown">{t.noDeadline}</span>
  return (
    <>
      {legal?.due ? <span class="under">{t.legal(shortDate(language, legal.due))}</span> : null}
      {working?.due ? <span class="under">{t.working(shortDate(language, working.due))}</span> : null}
      {working ? <DueChanged deadline={working} language={language} /> : null}
    </>
  )
}
