import type { ComponentChildren } from 'preact'
import { dateRange } from '../../../platform/languages/dates.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { DateTime } from '../../components/DateTime.tsx'
import { MadeUp } from '../../components/MadeUp.tsx'
import { Name } from '../../components/Name.tsx'
import { bare, langOf, type Named, named } from '../../named.ts'
import type { HappenedEvent } from './events.ts'
import type { CommitmentFacts } from './facts.ts'
import { historyTexts } from './historyTexts.ts'
import { listed } from './texts.ts'

type Props = {
  events: readonly HappenedEvent[]
  facts: CommitmentFacts
  language: Language
  /** In a demonstration every change of the plan is made up. */
  demonstration: boolean
  /** What stands below an event, such as what it changed. */
  below?: (event: HappenedEvent) => ComponentChildren
}

/** Events as a thread with knots. */
export function Log({ events, facts, language, demonstration, below }: Props) {
  return (
    <ol class="thread log">
      {events.map((event) => {
        const { title, note, madeUp } = eventWords(language, event, facts, demonstration)
        return (
          <li key={`${event.kind}${event.date}${event.seq}`}>
            <span class="tab">
              {event.kind === 'phase' && event.phase.actualStart && event.phase.actualEnd ? (
                dateRange(language, event.phase.actualStart, event.phase.actualEnd)
              ) : (
                <DateTime date={event.date} language={language} />
              )}
            </span>
            <b {...langOf(title)}>{bare(title)}</b>
            {note || madeUp ? (
              <span>
                <Name of={note} />
                <MadeUp when={madeUp} language={language} />
              </span>
            ) : null}
            {below?.(event)}
          </li>
        )
      })}
    </ol>
  )
}

/** What a phase rests on: what was planned on the slides is decided by the act, on the day it was approved. */
const basisOf = ({ date, phase }: HappenedEvent & { kind: 'phase' }, { approvedOn, approvalAct }: CommitmentFacts['plan']) =>
  date === approvedOn && approvalAct ? approvalAct : phase.basis

/** An event in words. */
function eventWords(
  language: Language,
  event: HappenedEvent,
  facts: CommitmentFacts,
  demonstration: boolean,
): { title: Named; note: Named; madeUp: boolean } {
  const t = historyTexts[language]
  const { organisations } = facts
  const told = (title: Named, note: Named = '', madeUp = false) => ({ title, note, madeUp })
  switch (event.kind) {
    case 'phase':
      return told(named(event.phase.title, language), named(basisOf(event, facts.plan), language))
    case 'period': {
      const { startsOn, referenceDay, position } = event.period
      return told(t.periodEnds(position), t.covers(dateRange(language, startsOn, referenceDay)))
    }
    case 'updates': {
      const [first] = event.updates
      if (!first) return told('')
      const who = organisations.nameOn(first.publishedOn, first.organisationId, language)
      const numbers = event.updates.flatMap((update) => facts.milestones.find((m) => m.id === update.milestoneId)?.number ?? [])
      const about = t.onMilestones(
        listed(
          language,
          [...new Set(numbers)].sort((a, b) => a - b),
        ),
      )
      return told(first.number > 1 ? t.corrected(who) : t.reported(who), about, first.demonstration)
    }
    case 'assessment': {
      const { publishedOn, organisationId, voice, number } = event.assessment
      const who = organisations.nameOn(publishedOn, organisationId, language)
      const [first, later] = voice === 'self' ? [t.selfAssessed, t.selfCorrected] : [t.assessed, t.assessmentCorrected]
      return told(number > 1 ? later(who) : first(who), '', event.assessment.demonstration)
    }
    case 'change':
      return told(changeTitle(language, event.change.kind, milestoneNumber(facts, event.change.milestoneId)), '', demonstration)
    case 'finding':
      return told(t.findingKnown, named(event.finding.report, language))
    case 'fact':
      return told(t.factKnown, named(event.fact.text, language))
  }
}

const milestoneNumber = (facts: CommitmentFacts, id: number | null): number | null =>
  facts.milestones.find((milestone) => milestone.id === id)?.number ?? null

function changeTitle(language: Language, kind: 'edit' | 'amendment', milestone: number | null): string {
  const t = historyTexts[language]
  if (kind === 'amendment') return milestone === null ? t.amendedCommitment : t.amendedMilestone(milestone)
  return milestone === null ? t.editedCommitment : t.editedMilestone(milestone)
}
