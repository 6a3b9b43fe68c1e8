import type { CommitmentWithParts } from '../../../cycle/plan/index.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { address } from '../../addresses.ts'
import { Local } from '../../components/Local.tsx'
import { Section } from '../../components/Section.tsx'
import { Status } from '../../components/Status.tsx'
import { countStates, shownStateWords } from '../commitmentStates.ts'
import { planTexts } from '../planTexts.ts'
import { newsOfStates, SumOfStates } from '../sumOfStates.tsx'
import type { PlanFacts } from './facts.ts'
import { plansTexts } from './texts.ts'

type Props = { facts: PlanFacts; language: Language; today: Day }

/** How a plan goes: sentences first, then the same by state, drawn and in numbers. */
export function KeyFigures({ facts, language, today }: Props) {
  const t = plansTexts[language]
  const { plan, commitments, standing } = facts
  const counts = countStates(commitments, standing, today)
  return (
    <Section id="sokas" label={t.howItGoes}>
      {commitments.length ? (
        <>
          <p class="big">{plan.approvedOn ? newsOfStates(counts, language) : `${planTexts[language].notApprovedYet}.`}</p>
          <ul class="sum gap prose">
            {plan.approvedOn ? (
              <li>
                <SumOfStates counts={counts} language={language} />
              </li>
            ) : null}
            {figures(facts, language).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          {plan.approvedOn ? (
            <table class="ds-table by-state gap">
              <caption>{t.byState}</caption>
              <thead class="sr">
                <tr>
                  <th scope="col">{t.byState}</th>
                  <th scope="col">{t.number}</th>
                  <th scope="col">{t.share}</th>
                </tr>
              </thead>
              <tbody>
                {counts.map(({ state, count }) => (
                  <tr key={state}>
                    <th scope="row">
                      <a href={`${address(language, 'commitments', { plan: plan.id })}?${new URLSearchParams({ state })}`}>
                        <Status {...shownStateWords(language, state)} />
                      </a>
                    </th>
                    <td class="n">{count}</td>
                    <td>
                      <Share part={count} of={commitments.length} title={t.ofAll(count, commitments.length)} known={state !== 'awaiting'} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          ) : null}
        </>
      ) : (
        <>
          <p class="big">{t.noneYet}</p>
          <div class="prose gap">
            {plan.commitmentsExpected ? (
              <p>
                {t.expected} <Local content={plan.commitmentsExpected} language={language} />.
              </p>
            ) : null}
            <p class="note">{t.noneYetWhy}</p>
          </div>
        </>
      )}
    </Section>
  )
}

/** A share as a bar; what is not known is grey. */
function Share({ part, of, title, known }: { part: number; of: number; title: string; known: boolean }) {
  const width = Math.round((part / of) * 3000) / 10
  return (
    <svg class="chart bar" viewBox="0 0 300 14" preserveAspectRatio="none" role="img">
      <title>{title}</title>
      <path class="fr" d="M0 6h300v2H0z" />
      <path class={known ? 'fa' : 'fg'} d={`M0 0h${width}v14H0z`} />
    </svg>
  )
}

/** Milestones, institutions and evidence, each with what is not known of it. */
function figures({ plan, commitments, standing }: PlanFacts, language: Language): string[] {
  const t = plansTexts[language]
  const stands = commitments.flatMap(({ commitment }) => standing.get(commitment.id) ?? [])
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
  const complete = sum(stands.map((one) => one.complete))
  const total = sum(stands.map((one) => one.total))
  const withoutMilestones = commitments.filter(({ milestones }) => milestones.length === 0).length
  const leads = new Set(leadsIn(commitments))
  const others = new Set(commitments.flatMap(({ parties }) => parties.map((party) => party.organisationId)).filter((id) => !leads.has(id)))
  const withoutLead = commitments.filter((one) => leadsIn([one]).length === 0).length
  const evidence = stands.flatMap((one) => [...one.milestones.values()].flatMap(({ update }) => update?.evidence ?? []))
  const themes = [
    [total ? t.milestones(complete, total) : '', withoutMilestones ? t.withoutMilestones(withoutMilestones) : ''],
    [leads.size ? t.takingPart(leads.size, others.size) : '', withoutLead ? t.withoutLead(withoutLead) : ''],
    plan.approvedOn ? [evidence.length ? t.evidence(evidence.length) : t.noEvidence] : [],
  ]
  return themes.map((sentences) => sentences.filter(Boolean).join(' ')).filter(Boolean)
}

const leadsIn = (commitments: readonly CommitmentWithParts[]): string[] =>
  commitments.flatMap(({ parties }) => parties.flatMap(({ part, organisationId }) => (part === 'lead' ? [organisationId] : [])))
