import type { ComponentChildren } from 'preact'
import { answerWords } from '../../../cycle/ideas/index.ts'
import { shortDate } from '../../../platform/languages/dates.ts'
import { address } from '../../addresses.ts'
import { Local } from '../../components/Local.tsx'
import type { AnyVisit } from '../../visit.ts'
import type { AnswerFacts, ShownIdea } from './answerFacts.ts'
import { answersTexts } from './texts.ts'

type Knot = { key: string; title: ComponentChildren; note: ComponentChildren; href: string | null; reached: '' | 'now' | 'next' }

/** An idea's way forward: theme, answer, commitment, milestones, the latest result. Filled knots have happened. */
export function IdeaThread({ idea, facts, visit: { language, today } }: { idea: ShownIdea; facts: AnswerFacts; visit: AnyVisit }) {
  const t = answersTexts[language]
  const { versions, theme, led } = facts
  const first = versions.at(-1)
  const latest = versions[0]
  const standing = led?.standing ?? null
  const reports = [...(standing?.milestones.values() ?? [])].flatMap(({ update }) => update ?? [])
  const newest = reports.sort((a, b) => (a.publishedOn < b.publishedOn ? 1 : -1))[0]
  const milestone = newest && led?.parts.milestones.find(({ id }) => id === newest.milestoneId)
  const at = led && { plan: led.parts.commitment.planId, number: led.parts.commitment.number }
  const knots: Knot[] = [
    { key: 'sent', title: t.sent, note: shortDate(language, idea.sentOn), href: null, reached: '' },
    ...(theme
      ? [
          {
            key: 'theme',
            title: t.theme,
            note: <Local content={theme.title} language={language} quiet />,
            href: `${address(language, 'themes', { plan: idea.planId })}#tema-${theme.id}`,
            reached: '' as const,
          },
        ]
      : []),
    latest && first
      ? {
          key: 'answer',
          title: answerWords(language, latest.state).word,
          note: shortDate(language, first.answeredOn),
          href: '#atbilde',
          reached: '',
        }
      : {
          key: 'answer',
          title: t.waitingKnot,
          note: shortDate(language, idea.answerDue),
          href: '#atbilde',
          reached: idea.answerDue < today ? 'now' : 'next',
        },
    ...(at && led
      ? [
          {
            key: 'commitment',
            title: t.commitment(at.number),
            note: <Local content={led.parts.commitment.title} language={language} quiet />,
            href: address(language, 'commitment', at),
            reached: '' as const,
          },
          {
            key: 'milestones',
            title: t.milestonesKnot,
            note: standing?.total ? t.milestonesOf(standing.complete, standing.total) : t.noMilestones,
            href: `${address(language, 'commitment', at)}#punkti`,
            reached: standing?.total && standing.complete === standing.total ? ('' as const) : ('next' as const),
          },
          {
            key: 'result',
            title: t.resultKnot,
            note: newest ? t.reportOf(shortDate(language, newest.publishedOn)) : t.noResult,
            href: milestone ? address(language, 'updates', { ...at, milestone: milestone.number }) : null,
            reached: newest ? ('' as const) : ('next' as const),
          },
        ]
      : []),
  ]
  return (
    <nav class="pav" aria-label={t.thread}>
      <ol class="thread run">
        {knots.map((knot) => (
          <li key={knot.key} {...(knot.reached ? { class: knot.reached } : {})}>
            <b>{knot.href ? <a href={knot.href}>{knot.title}</a> : knot.title}</b> <span>{knot.note}</span>
          </li>
        ))}
      </ol>
    </nav>
  )
}
