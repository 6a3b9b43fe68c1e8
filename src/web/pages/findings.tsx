import { type Finding, findingScales } from '../../cycle/plan/index.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { Local } from '../components/Local.tsx'
import { webText } from '../texts.ts'
import { HowSure, OutsideLink } from './parts.tsx'

/** What the independent reviewer found, report by report, in OGP's own scales; `shape` lays the scales out side by side or one below another. */
export function Findings({ findings, shape, language }: { findings: readonly Finding[]; shape: 'five' | 'facts'; language: Language }) {
  return (
    <>
      {findings.map((finding) => (
        <div class="said" key={finding.id}>
          <p class="meta">
            {finding.reportUrl ? (
              <OutsideLink href={finding.reportUrl}>
                <Local content={finding.report} language={language} quiet />
              </OutsideLink>
            ) : (
              <Local content={finding.report} language={language} />
            )}
            <HowSure certainty={finding.certainty} language={language} />
          </p>
          <dl class={shape}>
            {findingScales(language, finding).map(({ scale, word }) => (
              <div key={scale}>
                <dt>{scale}</dt>
                <dd>{word ?? <span class="unknown">{webText(language).notKnown}</span>}</dd>
              </div>
            ))}
          </dl>
          {finding.note ? (
            <p class="note">
              <Local content={finding.note} language={language} />
            </p>
          ) : null}
        </div>
      ))}
    </>
  )
}
