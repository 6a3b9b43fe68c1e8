import type { PublishedAssessment, PublishedUpdate } from '../../../cycle/monitoring/index.ts'
import type { Change, Fact, Finding, Phase, ReportingPeriod } from '../../../cycle/plan/index.ts'
import { type Day, hasPassed, lastDay, type PartialDate } from '../../../platform/dates/partialDate.ts'
import type { CommitmentFacts } from './facts.ts'

/** Something that happened to a commitment, or in its plan, on a day. */
export type HappenedEvent = { date: PartialDate; seq: number } & (
  | { kind: 'phase'; phase: Phase }
  | { kind: 'period'; period: ReportingPeriod }
  | { kind: 'updates'; updates: readonly PublishedUpdate[] }
  | { kind: 'assessment'; assessment: PublishedAssessment }
  | { kind: 'change'; change: Change }
  | { kind: 'finding'; finding: Finding }
  | { kind: 'fact'; fact: Fact }
)

/** What else than the commitment's own rows its history tells. */
export type Surroundings = { phases: readonly Phase[]; facts: readonly Fact[]; findings: readonly Finding[] }

/** Everything that happened by today, the earliest first. Reports that came together (one institution, one day) are one event when `together`. */
export function happened(facts: CommitmentFacts, around: Surroundings, today: Day, together: boolean): HappenedEvent[] {
  const events: HappenedEvent[] = []
  for (const phase of around.phases) {
    const date = phase.actualEnd ?? phase.actualStart
    if (date && lastDay(date) <= today) events.push({ kind: 'phase', date, seq: phase.position, phase })
  }
  for (const period of facts.periods)
    if (hasPassed(period.referenceDay, today)) events.push({ kind: 'period', date: period.referenceDay, seq: 0, period })
  for (const updates of together ? reportedTogether(facts.updates) : facts.updates.map((update) => [update])) {
    const [first] = updates
    if (first) events.push({ kind: 'updates', date: first.publishedOn, seq: first.recordSeq, updates })
  }
  for (const assessment of facts.assessments)
    events.push({ kind: 'assessment', date: assessment.publishedOn, seq: assessment.recordSeq, assessment })
  for (const change of facts.changes) events.push({ kind: 'change', date: change.changedOn, seq: change.recordSeq, change })
  for (const finding of around.findings) events.push({ kind: 'finding', date: finding.knownFrom, seq: finding.recordSeq, finding })
  for (const fact of around.facts) if (fact.happenedOn) events.push({ kind: 'fact', date: fact.happenedOn, seq: fact.recordSeq, fact })
  return events.sort((a, b) => compare(lastDay(a.date), lastDay(b.date)) || a.seq - b.seq)
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Reports by who published them when, corrections apart; the earliest first. */
function reportedTogether(updates: readonly PublishedUpdate[]): PublishedUpdate[][] {
  const groups = new Map<string, PublishedUpdate[]>()
  for (const update of [...updates].reverse()) {
    const key = `${update.publishedOn} ${update.organisationId} ${update.number > 1}`
    groups.set(key, [...(groups.get(key) ?? []), update])
  }
  return [...groups.values()]
}
