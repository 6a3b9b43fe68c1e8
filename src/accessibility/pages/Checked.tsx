import { onDate } from '../../platform/languages/dates.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { addresses } from '../../web/addresses.ts'
import { Status } from '../../web/components/Status.tsx'
import { uncheckedIn } from '../conformance.ts'
import { results } from '../results.ts'
import { statementTexts } from './statementTexts.ts'

/** What programs looked for on every page, how, when, and what they found; and what they can't find. */
export function Checked({ language }: { language: Language }) {
  const t = statementTexts[language]
  const unchecked = uncheckedIn(results, Object.keys(addresses)).length
  const tools = results.tools.map(({ name, version }) => `${name} ${version}`).join(', ')
  return (
    <>
      <div class="prose">
        <p>
          {t.checkedLead(results.pages, t.inLanguages(results.languages), onDate(language, results.checkedOn))} {t.tools(tools)}{' '}
          {unchecked ? t.uncheckedPages(unchecked) : null}
        </p>
      </div>
      <table class="ds-table stack gap">
        <thead>
          <tr>
            <th scope="col">{t.check}</th>
            <th scope="col">{t.how}</th>
            <th scope="col">{t.result}</th>
          </tr>
        </thead>
        <tbody>
          {results.checks.map(({ check, findings }) => (
            <tr key={check}>
              <th scope="row">{t[check]}</th>
              <td data-l={t.how}>{t[`${check}How`]}</td>
              <td data-l={t.result}>
                {findings.length ? (
                  <>
                    <Status icon="late" colour="bad" word={t.found(findings.length)} />
                    {findings.map(({ rule, pages }) => (
                      <small class="remark under" key={rule}>
                        {t.foundOn(rule, pages.length)}
                      </small>
                    ))}
                  </>
                ) : (
                  <Status icon="done" colour="good" word={t.nothingFound} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class="prose gap">
        <p>{t.rules(results.rules.passed)}</p>
        {results.rules.unclear.length ? <p>{t.unclear(results.rules.unclear.join(', '))}</p> : null}
        <p>{t.honest}</p>
      </div>
    </>
  )
}
