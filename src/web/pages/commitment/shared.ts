import { type Day, lastDay } from '../../../platform/dates/partialDate.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { address } from '../../addresses.ts'
import type { PathStep } from '../../Layout.tsx'
import { named } from '../../named.ts'
import { recordAbout } from '../../recordAbout.ts'
import { webText } from '../../texts.ts'
import type { ShownEvidence } from './EvidenceList.tsx'
import { type CommitmentFacts, newestVersions } from './facts.ts'
import { commitmentTexts } from './texts.ts'

/** The way to a commitment's page: its plan, the plan's commitments. */
export const pathToCommitment = ({ plan }: CommitmentFacts, language: Language): PathStep[] => [
  { title: named(plan.shortTitle, language), href: address(language, 'plan', { plan: plan.id }) },
  { title: webText(language).commitments, href: address(language, 'commitments', { plan: plan.id }) },
]

/** The way to what lies below a commitment's page. */
export const pathBelowCommitment = (facts: CommitmentFacts, language: Language): PathStep[] => [
  ...pathToCommitment(facts, language),
  {
    title: commitmentTexts[language].numbered(facts.commitment.number),
    href: address(language, 'commitment', { plan: facts.plan.id, number: facts.commitment.number }),
  },
]

/** The public record's entries on this commitment and what belongs to it. */
export const recordOf = ({ plan, commitment }: CommitmentFacts, language: Language, milestone?: number): string => {
  const object = `/plans/${plan.id}/commitments/${commitment.number}${milestone === undefined ? '' : `/milestones/${milestone}`}`
  return recordAbout(language, object)
}

/** The day whose names of organisations a commitment's page uses: today, and after the commitment has ended its last day. */
export function namesDay({ commitment, plan }: CommitmentFacts, today: Day): Day {
  const end = lastDay(commitment.periodEnd ?? plan.periodEnd)
  return end < today ? end : today
}

/** The evidence that the newest version of each update names, by milestone. */
export function evidenceOf(facts: CommitmentFacts, language: Language): ShownEvidence[] {
  const numbers = new Map(facts.milestones.map((milestone) => [milestone.id, milestone.number]))
  return newestVersions(facts.updates, (update) => update.updateId)
    .map((update) => ({ update, milestone: numbers.get(update.milestoneId) ?? 0 }))
    .sort((a, b) => a.milestone - b.milestone)
    .flatMap(({ update, milestone }) =>
      update.evidence.map((item) => ({
        item,
        milestone,
        who: facts.organisations.nameOn(update.publishedOn, update.organisationId, language),
        written: update.language,
      })),
    )
}
