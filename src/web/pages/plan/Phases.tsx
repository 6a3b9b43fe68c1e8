import type { Phase } from '../../../cycle/plan/index.ts'
import { addDays, type Day, daysBetween, firstDay, lastDay, type PartialDate } from '../../../platform/dates/partialDate.ts'
import { dateRange, dayAndMonth, hoursOfDay } from '../../../platform/languages/dates.ts'
import { type Language, plainText } from '../../../platform/languages/languages.ts'
import { Local } from '../../components/Local.tsx'
import { Section } from '../../components/Section.tsx'
import { Status } from '../../components/Status.tsx'
import { CalendarDrawing, type DrawnStep, drawnWhen } from '../../drawing/CalendarDrawing.tsx'
import { webText } from '../../texts.ts'
import { homeTexts } from '../home/texts.ts'
import { HowSure } from '../parts.tsx'
import type { PlanNow } from '../planNow.ts'
import { stepStage, stepWords } from '../planState.ts'
import { StepThread, stepsOf } from '../planSteps.tsx'
import { planTexts } from '../planTexts.ts'
import { plansTexts } from './texts.ts'

type Props = { now: PlanNow; language: Language; today: Day }

/** A plan's phases: what was planned and what happened, drawn on two lines and told in a table. */
export function Phases({ now, language, today }: Props) {
  const t = plansTexts[language]
  const p = planTexts[language]
  if (!now.phases.length)
    return (
      <Section id="posmi" label={p.timeline}>
        <p class="unknown">{t.noPhases}</p>
      </Section>
    )
  return (
    <Section id="posmi" label={p.timeline}>
      <div class="wide-only">
        <Drawn now={now} language={language} today={today} />
      </div>
      <div class="small-only">
        <StepThread steps={stepsOf(now, language, today)} language={language} today={today} />
      </div>
      <table class="ds-table stack gap">
        <caption>{t.phasesTable}</caption>
        <thead>
          <tr>
            <th scope="col">{homeTexts[language].step}</th>
            <th scope="col">{p.planned}</th>
            <th scope="col">{p.actual}</th>
            <th scope="col">{p.state}</th>
          </tr>
        </thead>
        <tbody>
          {now.phases.map((phase) => (
            <tr key={phase.id}>
              <th scope="row">
                <Local content={phase.title} language={language} />
                {/* The slides stand in the basis already. */}
                {phase.certainty === 'deck' && phase.basis ? null : <HowSure certainty={phase.certainty} language={language} />}
                {phase.basis ? (
                  <small class="remark under">
                    {p.basis}: <Local content={phase.basis} language={language} quiet />
                  </small>
                ) : null}
                {phase.skippedReason ? (
                  <small class="remark under">
                    {p.whySkipped}: <Local content={phase.skippedReason} language={language} />
                  </small>
                ) : null}
              </th>
              <td data-l={p.planned}>
                <PlannedTime phase={phase} language={language} />
              </td>
              <td data-l={p.actual}>
                {dateRange(language, phase.actualStart, phase.actualEnd) || (
                  <span class="unknown">{stepStage(phase, today) === 'over' ? webText(language).notKnown : t.notYet}</span>
                )}
              </td>
              <td>
                <Status {...stepWords(language, phase, today)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

/** When a phase was planned: its dates with the plan's own words for them, and the hours of its day. */
function PlannedTime({ phase, language }: { phase: Phase; language: Language }) {
  const { plannedStart, plannedEnd, plannedNote, hours } = phase
  const range = dateRange(language, plannedStart ?? plannedEnd, plannedEnd ?? plannedStart)
  if (!range && !plannedNote) return <span class="unknown">{webText(language).notKnown}</span>
  return (
    <>
      {range}
      {plannedNote ? (
        <>
          {' '}
          (<Local content={plannedNote} language={language} />)
        </>
      ) : null}
      {hours ? `, ${hoursOfDay(language, hours)}` : null}
    </>
  )
}

function Drawn({ now, language, today }: Props) {
  const t = plansTexts[language]
  const stepOf = (phase: Phase, start: PartialDate | null, end: PartialDate | null): DrawnStep[] => {
    const [from, to] = [start ?? end, end ?? start]
    if (!from || !to) return []
    const label = plainText(phase.label ?? phase.title, language)
    return [{ label, when: drawnWhen(language, from, to), from: firstDay(from), to: lastDay(to) }]
  }
  const planned = now.phases.flatMap((phase) => stepOf(phase, phase.plannedStart, phase.plannedEnd))
  const actual = now.phases.flatMap((phase) => stepOf(phase, phase.actualStart, phase.actualEnd))
  const days = [...planned, ...actual].flatMap(({ from, to }) => [from, to]).sort()
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return null
  const [from, to] = [first < today ? first : today, last > today ? last : today]
  const title = plainText(now.plan.shortTitle, language)
  const rows = [
    { title: t.plannedRow, note: '', steps: planned, planned: true },
    { title: t.actualRow, note: '', steps: actual },
  ]
  return (
    <CalendarDrawing
      id="posmu-laiks"
      title={t.phaseDrawing(title)}
      todayLabel={homeTexts[language].today(dayAndMonth(language, today))}
      plans={rows.filter(({ steps }) => steps.length > 0)}
      from={addDays(from, -6)}
      to={addDays(to, 45 + Math.round(daysBetween(from, to) / 8))}
      today={today}
      language={language}
    />
  )
}
