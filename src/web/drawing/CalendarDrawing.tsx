import { scaleUtc } from 'd3-scale'
import { addDays, type Day, daysBetween } from '../../platform/dates/partialDate.ts'
import { dayAndMonth, monthName } from '../../platform/languages/dates.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { widthOf } from './text.ts'

/** A step on a plan's line: a day or a stretch of days. */
export type DrawnStep = { label: string; when: string; from: Day; to: Day }

export type DrawnPlan = { title: string; note: string; steps: readonly DrawnStep[] }

type Props = {
  id: string
  title: string
  todayLabel: string
  plans: readonly DrawnPlan[]
  from: Day
  to: Day
  today: Day
  language: Language
}

const WIDTH = 904
const LEFT = 132
const RIGHT = 902
const ROW = 114
const FIRST = 92

const at = (d: Day): Date => new Date(`${d}T00:00:00Z`)

type Box = { from: number; to: number }
type Placed = { step: DrawnStep; x: number; y: number; anchor: '' | 'm' | 'e' }

/** Puts each label above or below its knot where it touches no other; one that fits nowhere is left to the table. */
function placeLabels(steps: readonly (DrawnStep & { x: number })[], y: number): Placed[] {
  const taken: Record<'above' | 'below', Box[]> = { above: [], below: [] }
  const placed: Placed[] = []
  for (const step of steps) {
    const width = widthOf(`${step.when} ${step.label}`) + 14
    const tries = (['above', 'below'] as const).flatMap((side) => [
      { side, anchor: '' as const, from: step.x - 6, to: step.x - 6 + width },
      { side, anchor: 'm' as const, from: step.x - width / 2, to: step.x + width / 2 },
      { side, anchor: 'e' as const, from: step.x + 6 - width, to: step.x + 6 },
    ])
    const free = tries.find(
      (t) => t.from > LEFT - 70 && t.to < RIGHT + 4 && taken[t.side].every((box) => t.to < box.from || t.from > box.to),
    )
    if (!free) continue
    taken[free.side].push({ from: free.from, to: free.to })
    const x = free.anchor === '' ? step.x - 4 : free.anchor === 'e' ? step.x + 4 : step.x
    placed.push({ step, x, y: free.side === 'above' ? y - 18 : y + 32, anchor: free.anchor })
  }
  return placed
}

function monthsBetween(from: Day, to: Day): { first: Day; name: number; year: number }[] {
  const months = []
  let year = Number(from.slice(0, 4))
  let month = Number(from.slice(5, 7))
  for (;;) {
    const first = `${year}-${String(month).padStart(2, '0')}-01` as Day
    if (first > to) return months
    if (first >= from) months.push({ first, name: month, year })
    month = month === 12 ? 1 : month + 1
    if (month === 1) year += 1
  }
}

/** The plans' steps in the time around today: filled = happened, open and dotted = still to come. The same steps stand in a table beside it. */
export function CalendarDrawing({ id, title, todayLabel, plans, from, to, today, language }: Props) {
  const scale = scaleUtc([at(from), at(to)], [LEFT + 30, RIGHT])
  const x = (d: Day) => Math.round(Math.min(RIGHT, Math.max(LEFT, scale(at(d)))) * 10) / 10
  const bottom = FIRST + (plans.length - 1) * ROW + 56
  const todayX = x(today)
  const months = monthsBetween(from, to)
  const every = Math.max(1, Math.ceil(months.length / 7))
  return (
    <svg class="chart" viewBox={`0 0 ${WIDTH} ${bottom + 24}`} role="img" aria-labelledby={id}>
      <title id={id}>{title}</title>
      {months
        .filter((_, i) => i % every === 0)
        .map((month) => (
          <g key={month.first}>
            <path class="lr" d={`M${x(month.first)} 24V${bottom}`} />
            <text class="q" x={x(month.first) + 6} y={bottom + 16}>
              {month.name === 1 ? month.year : monthName(language, month.name)}
            </text>
          </g>
        ))}
      {plans.map((plan, row) => {
        const y = FIRST + row * ROW
        const within = plan.steps.filter((step) => step.to >= from && step.from <= to)
        return (
          <g key={plan.title}>
            <text class="b" x="0" y={y + 5}>
              {plan.title}
            </text>
            <text class="q" x="0" y={y + 24}>
              {plan.note}
            </text>
            {within
              .filter((step) => step.to > step.from)
              .map((step) => (
                <path
                  class="ft"
                  d={`M${x(step.from)} ${y - 11}H${Math.max(x(step.from) + 2, x(addDays(step.to, 1)) - 3)}v22H${x(step.from)}z`}
                  key={step.label}
                />
              ))}
            {todayX > LEFT ? <path class="la w4" d={`M${LEFT} ${y}H${todayX}`} /> : null}
            <path class="la dash" d={`M${todayX} ${y}H${RIGHT}`} />
          </g>
        )
      })}
      <path class="li" d={`M${todayX} 30V${bottom}`} />
      <text class="halo b" x={todayX + 8} y="38">
        {todayLabel}
      </text>
      {plans.map((plan, row) => {
        const y = FIRST + row * ROW
        const knots = plan.steps
          .filter((step) => step.to >= from && step.from <= to)
          .map((step) => ({ ...step, x: daysBetween(step.from, step.to) > 7 ? (x(step.from) + x(step.to)) / 2 : x(step.from) }))
        return (
          <g key={plan.title}>
            {knots.map((step) =>
              step.to > step.from && daysBetween(step.from, step.to) > 7 ? null : (
                <circle cx={step.x} cy={y} r="7" class={step.to < today ? 'fa ks' : 'fp ks'} key={`${step.label}${step.from}`} />
              ),
            )}
            {placeLabels(knots, y).map(({ step, x: labelX, y: labelY, anchor }) => (
              <text class={`halo ${anchor}`.trim()} x={labelX} y={labelY} key={`${step.label}${step.from}`}>
                <tspan class="b">{step.when}</tspan> {step.label}
              </text>
            ))}
          </g>
        )
      })}
    </svg>
  )
}

/** The label of a step on a drawing: a day without its year, else nothing (the band says it). */
export const drawnWhen = (language: Language, from: Day, to: Day): string => (from === to ? dayAndMonth(language, from) : '')
