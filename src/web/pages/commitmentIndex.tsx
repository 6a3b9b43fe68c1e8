import { type CommitmentStanding, CommitmentStatus } from '../../cycle/monitoring/index.ts'
import type { CommitmentWithParts } from '../../cycle/plan/index.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { address } from '../addresses.ts'
import { Local } from '../components/Local.tsx'
import { Name } from '../components/Name.tsx'
import { leadsLine, type Names } from './leadsLine.ts'
import { planTexts } from './planTexts.ts'

type Props = {
  commitments: readonly CommitmentWithParts[]
  standing: ReadonlyMap<number, CommitmentStanding>
  names: Names
  language: Language
  today: Day
}

/** Commitments at a glance: number, title, who leads, how it stands, where anything stands yet. */
export function CommitmentIndex({ commitments, standing, names, language, today }: Props) {
  const t = planTexts[language]
  return (
    <ol class="index gap">
      {commitments.map(({ commitment, parties }) => {
        const s = standing.get(commitment.id)
        return (
          <li key={commitment.id}>
            <span class="no">{commitment.number}</span>
            <div>
              <a href={address(language, 'commitment', { plan: commitment.planId, number: commitment.number })}>
                <Local content={commitment.title} language={language} quiet />
              </a>
              <span class="meta">
                <Name of={leadsLine(parties, names, language) ?? t.leadUnknown} />
              </span>
            </div>
            {s ? <CommitmentStatus standing={s} periodEnd={commitment.periodEnd} today={today} language={language} /> : null}
          </li>
        )
      })}
    </ol>
  )
}
