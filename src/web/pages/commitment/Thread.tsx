import { daysLate, type PublishedUpdate } from '../../../cycle/monitoring/index.ts'
import type { Deadline, Finding } from '../../../cycle/plan/index.ts'
import { type Day, firstDay, hasPassed, lastDay } from '../../../platform/dates/partialDate.ts'
import { byDateShort, shortDate } from '../../../platform/languages/dates.ts'
import { type Language, plainText } from '../../../platform/languages/languages.ts'
import { address } from '../../addresses.ts'
import { type CommitmentFacts, newestVersions } from './facts.ts'
import { commitmentTexts } from './texts.ts'

type Knot = { title: string; note: string; href: string | null; reached: '' | 'now' | 'next' }

type Props = {
  facts: CommitmentFacts
  /** The newest version of each update. */
  updates: readonly PublishedUpdate[]
  findings: readonly Finding[]
  deadlines: readonly Deadline[]
  /** How many ideas stand behind it. */
  ideas: number
  language: Language
  today: Day
}

/** The commitment's way from an idea to the report: filled knots have happened, open ones are to come or not known. */
export function Thread(props: Props) {
  const { language } = props
  const t = commitmentTexts[language]
  const knots = [idea(props), decision(props), milestones(props), evidence(props), assessments(props), report(props)]
  return (
    <nav class="pav" aria-label={t.thread}>
      <ol class="thread run">
        {knots.map((knot) => (
          <li key={knot.title} {...(knot.reached ? { class: knot.reached } : {})}>
            <b>{knot.href ? <a href={knot.href}>{knot.title}</a> : knot.title}</b> <span>{knot.note}</span>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** The ideas it grew from; of older plans they are not known. */
function idea({ ideas, language }: Props): Knot {
  const t = commitmentTexts[language]
  if (ideas) return { title: t.ideas(ideas), note: t.ideasAnswered, href: '#no-idejam', reached: '' }
  return { title: t.idea, note: t.ideasNotRegistered, href: null, reached: 'next' }
}

function decision({ facts: { plan }, language }: Props): Knot {
  const t = commitmentTexts[language]
  if (!plan.approvedOn) return { title: t.decision, note: t.decisionToCome, href: null, reached: 'next' }
  const act = plainText(plan.approvalAct, language).replace(/ \(.*\)$/, '')
  return { title: t.decision, note: [act, shortDate(language, plan.approvedOn)].filter(Boolean).join(', '), href: '#vesture', reached: '' }
}

function milestones({ facts, language, today }: Props): Knot {
  const t = commitmentTexts[language]
  const standings = facts.milestones.flatMap((milestone) => {
    const standing = facts.standing.milestones.get(milestone.id)
    return standing ? [{ milestone, standing }] : []
  })
  if (!standings.length) return { title: t.milestones, note: t.milestonesUnknown, href: '#punkti', reached: 'next' }
  const say = [t.inTime, t.afterTime, t.done, t.substantial, t.inProgress, t.late, t.notStarted, t.awaiting, t.withdrawn]
  const counts = say.map(() => 0)
  const count = (position: number) => counts.splice(position, 1, (counts[position] ?? 0) + 1)
  const others = { substantial: 3, limited: 4, late: 5, 'not-started': 6, awaiting: 7, withdrawn: 8 } as const
  for (const { milestone, standing } of standings) {
    if (standing.state !== 'complete') count(others[standing.state])
    else {
      const days = daysLate(milestone.plannedEnd, standing.update?.actualEnd ?? null)
      count(days === null ? 2 : days === 0 ? 0 : 1)
    }
  }
  if (!facts.plan.approvedOn)
    return { title: t.milestonesCount(standings.length), note: t.decisionToCome, href: '#punkti', reached: 'next' }
  const over = standings.every(({ standing }) => standing.state === 'complete' || standing.state === 'withdrawn')
  const start = facts.commitment.periodStart ?? facts.plan.periodStart
  return {
    title: t.milestonesCount(standings.length),
    note: say.flatMap((words, position) => (counts[position] ? [words(counts[position] ?? 0)] : [])).join(', '),
    href: '#punkti',
    reached: over ? '' : firstDay(start) <= today ? 'now' : 'next',
  }
}

function evidence({ updates, language }: Props): Knot {
  const t = commitmentTexts[language]
  const items = new Map(updates.flatMap((update) => update.evidence.map((item) => [item.id, item] as const)))
  if (!items.size) return { title: t.evidence, note: t.noneYet, href: '#pieradijumi', reached: 'next' }
  const latest = [...items.values()]
    .map((item) => item.addedOn)
    .sort()
    .at(-1)
  return {
    title: t.evidenceCount(items.size),
    note: latest ? t.latest(shortDate(language, latest)) : '',
    href: '#pieradijumi',
    reached: '',
  }
}

function assessments({ facts, findings, language }: Props): Knot {
  const t = commitmentTexts[language]
  const voices = newestVersions(facts.assessments, (assessment) => assessment.assessmentId)
  const count = new Set(voices.map((voice) => voice.organisationId)).size + (findings.length ? 1 : 0)
  if (!count) return { title: t.assessments, note: t.noneYet, href: '#vertejumi', reached: 'next' }
  const who = [
    voices.some((voice) => voice.voice === 'self') ? t.institutionVoice : null,
    voices.some((voice) => voice.voice === 'partner') ? t.partnersVoice : null,
    findings.length ? t.reviewerVoice : null,
  ]
  return { title: t.assessmentsCount(count), note: who.filter(Boolean).join(', '), href: '#vertejumi', reached: '' }
}

function report({ facts: { plan }, deadlines, language, today }: Props): Knot {
  const t = commitmentTexts[language]
  if (!plan.approvedOn) return { title: t.report, note: t.noneYet, href: null, reached: 'next' }
  const due = deadlines.find((deadline) => deadline.duty === 'report' && deadline.kind === 'legal' && deadline.due)?.due
  return {
    title: t.report,
    note: !due
      ? t.reportDateUnknown
      : hasPassed(due, today)
        ? t.reportOverdue(shortDate(language, lastDay(due)))
        : t.reportDue(byDateShort(language, due)),
    href: address(language, 'report', { plan: plan.id }),
    reached: 'next',
  }
}
