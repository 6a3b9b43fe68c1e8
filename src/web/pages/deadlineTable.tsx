import { type Deadline, DueChanged } from '../../cycle/plan/index.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { DateTime } from '../components/DateTime.tsx'
import { Local } from '../components/Local.tsx'
import { Status } from '../components/Status.tsx'
import { homeTexts } from './home/texts.ts'
import { deadlineWords } from './planState.ts'
import { planTexts } from './planTexts.ts'

/** Deadlines with their basis: what the law sets and what an institution works by are different things, and both are shown. */
export function DeadlineTable({ deadlines, language, today }: { deadlines: readonly Deadline[]; language: Language; today: Day }) {
  const t = homeTexts[language]
  const p = planTexts[language]
  return (
    <table class="ds-table stack">
      <thead>
        <tr>
          <th scope="col">{t.date}</th>
          <th scope="col">{t.what}</th>
          <th scope="col">{t.basis}</th>
          <th scope="col">{t.state}</th>
        </tr>
      </thead>
      <tbody>
        {deadlines.map((deadline) => (
          <tr key={deadline.id}>
            <th scope="row">
              {deadline.due ? <DateTime date={deadline.due} language={language} /> : p.noDate}
              <DueChanged deadline={deadline} language={language} />
            </th>
            <td>
              <Local content={deadline.title} language={language} />
            </td>
            <td>
              {deadline.basisUrl ? (
                <a href={deadline.basisUrl}>
                  <Local content={deadline.basis} language={language} quiet />
                </a>
              ) : (
                <Local content={deadline.basis} language={language} />
              )}
              <br />
              <span class="meta">{deadline.kind === 'legal' ? p.legal : p.working}</span>
            </td>
            <td>
              <Status {...deadlineWords(language, deadline.due, today)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
