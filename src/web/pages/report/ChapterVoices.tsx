import { Voice } from '../../../cycle/monitoring/index.ts'
import type { Finding } from '../../../cycle/plan/index.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { referenceDayOf } from '../commitment/facts.ts'
import { latestOfEach } from '../commitment/Voices.tsx'
import { Findings } from '../findings.tsx'
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
  return <Findings findings={findings} shape="facts" language={language} />
}
