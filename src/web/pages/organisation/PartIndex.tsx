import { CommitmentStatus } from '../../../cycle/monitoring/index.ts'
import type { Plan } from '../../../cycle/plan/index.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import { shortDate } from '../../../platform/languages/dates.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { address } from '../../addresses.ts'
import { Local } from '../../components/Local.tsx'
import { MadeUp } from '../../components/MadeUp.tsx'
import { HowSure } from '../parts.tsx'
import { NotApproved } from '../planFacts.tsx'
import type { TakenPart } from './facts.ts'
import { organisationTexts, partNames } from './texts.ts'

type Props = { plan: Plan; parts: readonly TakenPart[]; language: Language; today: Day }

/** The commitments in which it takes part: as what, what it has said of each, how each stands. */
export function PartIndex({ plan, parts, language, today }: Props) {
  return (
    <ol class="index">
      {parts.map(({ commitment, party, standing, ...said }) => (
        <li key={commitment.id}>
          <span class="no">{commitment.number}</span>
          <div>
            <a href={address(language, 'commitment', { plan: commitment.planId, number: commitment.number })}>
              <Local content={commitment.title} language={language} quiet />
            </a>
            <span class="meta">
              {partNames[language][party.part]}
              {party.scope ? (
                <>
                  {': '}
                  <Local content={party.scope} language={language} />
                </>
              ) : null}
              <HowSure certainty={party.certainty} language={language} />
            </span>
            {plan.approvedOn ? <Said part={party.part} {...said} language={language} /> : null}
          </div>
          {plan.approvedOn ? (
            <CommitmentStatus standing={standing} periodEnd={commitment.periodEnd} today={today} language={language} />
          ) : (
            <NotApproved language={language} />
          )}
        </li>
      ))}
    </ol>
  )
}

/** What it has handed in on a commitment. Institutions report and assess themselves, partners assess. */
function Said({
  part,
  milestones,
  updates,
  assessments,
  language,
}: Pick<TakenPart, 'milestones' | 'updates' | 'assessments'> & { part: TakenPart['party']['part']; language: Language }) {
  const t = organisationTexts[language]
  const [update] = updates
  const [assessment] = assessments
  const on = assessment && shortDate(language, assessment.publishedOn)
  const reported = new Set(updates.map(({ milestoneId }) => milestoneId)).size
  const told =
    part === 'partner'
      ? [on ? t.assessed(on) : t.notAssessed]
      : [
          ...(update
            ? [t.reported(reported, milestones.length), t.reportedLast(shortDate(language, update.publishedOn))]
            : [t.notReported]),
          ...(on ? [t.selfAssessed(on)] : []),
        ]
  const text = told.join('; ')
  return (
    <span class="meta">
      {text.charAt(0).toLocaleUpperCase(language) + text.slice(1)}
      <MadeUp when={Boolean(update?.demonstration || assessment?.demonstration)} language={language} />
    </span>
  )
}
