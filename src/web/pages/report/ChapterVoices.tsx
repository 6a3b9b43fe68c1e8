import { Voice } from '../../../cycle/monitoring/index.ts'
import { type Finding, findingScales } from '../../../cycle/plan/index.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { Local } from '../../components/Local.tsx'
import { webText } from '../../texts.ts'
import { referenceDayOf } from '../commitment/facts.ts'
import { HowSure, OutsideLink } from '../commitment/parts.tsx'
import { latestOfEach } from '../commitment/Voices.tsx'
import type { ReportedCommitment } from './facts.ts'
import { reportTexts } from './texts.ts'

type Props = { facts: ReportedCommitment; language: Language }

/** Both sides in their own words, of one size and side by side; a side that has not spoken is a gap. */
export function ChapterVoices({ facts, language }: Props) {
  const t = reportTexts[language]
  return (
    <div class="two">
      <Side facts={facts} voice="self" title={t.institution} none={t.noSelf} language={language} />
      <Side facts={facts} voice="partner" title={t.partnersVoice} none={t.noPartner} language={language} />
    </div>
  )
}

function Side({ facts, voice, title, none, language }: Props & { voice: 'self' | 'partner'; title: string; none: string }) {
  const { commitment, milestones, organisations, periods } = facts
  const said = latestOfEach(facts).filter((assessment) => assessment.voice === voice)
  return (
    <div class="voice">
      <h4>{title}</h4>
      {said.length ? null : <p class="unknown">{none}</p>}
      {said.map((assessment) => (
        <Voice
          key={assessment.id}
          assessment={assessment}
          organisations={organisations}
          referenceDay={referenceDayOf(periods, assessment.periodId)}
          commitmentEnd={commitment.periodEnd}
          milestones={milestones}
          language={language}
        />
      ))}
    </div>
  )
}

/** What the independent reviewer found, in OGP's own scales. */
export function Reviewer({ findings, language }: { findings: readonly Finding[]; language: Language }) {
  if (!findings.length) return <p class="unknown">{reportTexts[language].noFinding}</p>
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
          <dl class="facts">
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
