import { addDays, daysBetween, firstDay, lastDay } from '../../../platform/dates/partialDate.ts'
import { byDateShort, dateRange, hoursOfDay } from '../../../platform/languages/dates.ts'
import { plainText } from '../../../platform/languages/languages.ts'
import { address } from '../../addresses.ts'
import { Local } from '../../components/Local.tsx'
import type { AnyVisit } from '../../visit.ts'
import { inSentence } from '../home.tsx'
import { stepStage, stepTime } from '../planState.ts'
import { planTexts } from '../planTexts.ts'
import type { HomeFacts } from './homeFacts.ts'
import { homeTexts } from './texts.ts'

type Row = { key: string; order: string; when: string; left: string; title: string; href: string; text: preact.ComponentChildren }

/** What one can do now or soon, and until when. */
export function WhatYouCanDo({ facts, visit }: { facts: HomeFacts; visit: AnyVisit }) {
  const { language, today } = visit
  const t = homeTexts[language]
  const p = planTexts[language]
  const soon = addDays(today, 45)
  const rows: Row[] = []
  for (const now of facts.plans) {
    for (const phase of now.phases) {
      const { start, end } = stepTime(phase)
      const stage = stepStage(phase, today)
      if (!phase.invitation || !start || !end || stage === 'over' || firstDay(start) > soon) continue
      rows.push({
        key: `f${phase.id}`,
        order: lastDay(end),
        when: dateRange(language, start, end),
        left: phase.hours ? hoursOfDay(language, phase.hours) : stage === 'now' ? p.daysLeftAlone(daysBetween(today, lastDay(end))) : '',
        title: plainText(phase.title, language),
        href: address(language, 'plan', { plan: now.plan.id }),
        text: <Local content={phase.invitation} language={language} />,
      })
    }
    const due = now.deadlines.filter((d) => d.duty === 'contribution' && d.due && lastDay(d.due) >= today && lastDay(d.due) <= soon).at(-1)
    if (!due?.due) continue
    const reported = facts.commitments.filter(
      (c) => c.commitment.planId === now.plan.id && facts.standing.get(c.commitment.id)?.state !== 'awaiting',
    ).length
    const total = facts.commitments.filter((c) => c.commitment.planId === now.plan.id).length
    rows.push({
      key: `d${due.id}`,
      order: lastDay(due.due),
      when: byDateShort(language, due.due),
      left: p.daysLeftAlone(daysBetween(today, lastDay(due.due))),
      title: t.reportProgress(inSentence(language, now)),
      href: visit.actor.personId ? address(language, 'desk') : address(language, 'contributions', { plan: now.plan.id }),
      text: t.reportProgressText(reported, total),
    })
  }
  rows.sort((a, b) => (a.order < b.order ? -1 : 1))
  if (facts.current)
    rows.push({
      key: 'check',
      order: '9',
      when: t.anyTime,
      left: '',
      title: t.readAndCheck,
      href: address(language, 'commitments', { plan: facts.current.plan.id }),
      text: t.readAndCheckText,
    })
  return (
    <section class="sec" aria-labelledby="tagad">
      <h2 id="tagad">{t.whatYouCanDo}</h2>
      {rows.length ? (
        <ul class="rows">
          {rows.map((row) => (
            <li key={row.key}>
              <p class="when">
                <b>{row.when}</b>
                {row.left ? <span>{row.left}</span> : null}
              </p>
              <div>
                <h3>
                  <a href={row.href}>{row.title}</a>
                </h3>
                <p>{row.text}</p>
              </div>
            </li>
          ))}
        </ul>
      ) : (
        <p class="prose">{t.nothingToDo}</p>
      )}
    </section>
  )
}
