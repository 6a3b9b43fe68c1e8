import type { Language } from '../../../../platform/languages/languages.ts'
import { DateTime } from '../../../../web/components/DateTime.tsx'
import { Local } from '../../../../web/components/Local.tsx'
import { extensionTexts } from '../../extensions/extensionTexts.ts'
import type { Deadline } from '../../queries.ts'
import { DueChanged } from './DueChanged.tsx'

/** Beside the forms of an extension: both dates as they are, the working one's own history, and what an extension means. */
export function AboutExtending({
  deadline,
  deadlines,
  language,
}: {
  /** The working deadline, as it holds for whom the form is about. */
  deadline: Deadline
  deadlines: readonly Deadline[]
  language: Language
}) {
  const t = extensionTexts[language]
  const legal = deadlines.find(({ kind, duty, periodId }) => kind === 'legal' && duty === deadline.duty && periodId === deadline.periodId)
  return (
    <aside class="side" aria-labelledby="par">
      <h2 id="par">{t.about}</h2>
      <dl class="facts">
        {legal?.due ? (
          <div>
            <dt>{t.legal}</dt>
            <dd>
              <DateTime date={legal.due} language={language} />
              <span class="meta block">
                <Local content={legal.basis} language={language} quiet />
              </span>
            </dd>
          </div>
        ) : null}
        {deadline.due ? (
          <div>
            <dt>{t.working}</dt>
            <dd>
              <DateTime date={deadline.due} language={language} />
              <span class="meta block">
                <Local content={deadline.title} language={language} quiet />
              </span>
              <DueChanged deadline={deadline} language={language} />
            </dd>
          </div>
        ) : null}
      </dl>
      <div class="prose gap">
        <p>{t.legalStays}</p>
        <p>{t.firstStays}</p>
        <p>{t.allAreTold}</p>
      </div>
    </aside>
  )
}
