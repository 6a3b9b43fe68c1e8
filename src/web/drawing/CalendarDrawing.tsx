import { scaleUtc } from 'd3-scale'
import { addDays, type Day, dateParts, daysBetween, lastDay, type PartialDate } from '../../platform/dates/partialDate.ts'
import { byDayAndMonth, dayAndMonth, monthName } from '../../platform/languages/dates.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { widthOf } from './text.ts'

/** A step on a plan's line: a day or a stretch of days. `when` is the day in words, where there is one. */
export type DrawnStep = { label: string; when: string; from: Day; to: Day }

/** A line of steps. `planned`: they were only meant, so that no knot is filled whatever the day. */
export type DrawnPlan = { title: string; note: string; steps: readonly DrawnStep[]; planned?: boolean }

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
type Placed = { step: DrawnStep; words: string; x: number; y: number; anchor: '' | 'm' | 'e' }

/**
 * Puts each label above or below its knot where it touches no other and not today's line: those with a day
 * first, the day alone where the words do not fit; of the others the later one. What fits nowhere is left to the table.
 */
function placeLabels(steps: readonly (DrawnStep & { x: number })[], y: number, todayX: number): Placed[] {
  const line: Box = { from: todayX - 3, to: todayX + 3 }
  const taken: Record<'above' | 'below', Box[]> = { above: [line], below: [line] }
  const placed: Placed[] = []
  const dated = steps.filter((step) => step.when)
  for (const step of [...dated, ...steps.filter((one) => !one.when).reverse()]) {
    const tries = [step.label, ...(step.when ? [''] : [])].flatMap((words) => {
      const width = widthOf(`${step.when} ${words}`) + 14
      return (['above', 'below'] as const).flatMap((side) => [
        { words, side, anchor: '' as const, from: step.x - 6, to: step.x - 6 + width },
        { words, side, anchor: 'm' as const, from: step.x - width / 2, to: step.x + width / 2 },
        { words, side, anchor: 'e' as const, from: step.x + 6 - width, to: step.x + 6 },
      ])
    })
    const free = tries.find(
      (t) => t.from > LEFT - 70 && t.to < RIGHT + 4 && taken[t.side].every((box) => t.to < box.from || t.from > box.to),
    )
    if (!free) continue
    taken[free.side].push({ from: free.from, to: free.to })
    const x = free.anchor === '' ? step.x - 4 : free.anchor === 'e' ? step.x + 4 : step.x
    placed.push({ step, words: free.words, x, y: free.side === 'above' ? y - 18 : y + 32, anchor: free.anchor })
  }
  return placed
}

/** A stretch without a known last day: a band alone, with its label in the middle. */
const knotless = (step: DrawnStep): boolean => step.when === '' && daysBetween(step.from, step.to) > 7

type Month = { first: Day; name: number; year: number }

/** Which months are marked: all of a few, in a longer time halves of years. */
function marks(months: readonly Month[]): Month[] {
  if (months.length <= 9) return [...months]
  return months.filter((month) => month.name === 1 || (month.name === 7 && months.length <= 60))
}

/** January is called by its year; the first mark of a long time tells its year too. */
function monthText({ name, year }: Month, index: number, language: Language, isLong: boolean): string {
  if (name === 1) return String(year)
  return index === 0 && isLong ? `${monthName(language, name)} ${year}` : monthName(language, name)
}

function monthsBetween(from: Day, to: Day): Month[] {
  const months: Month[] = []
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
  const all = monthsBetween(from, to)
  const months = marks(all)
  const isLong = months.length < all.length
  return (
    <svg class="chart" viewBox={`0 0 ${WIDTH} ${bottom + 24}`} role="img" aria-labelledby={id}>
      <title id={id}>{title}</title>
      {months.map((month, index) => (
        <g key={month.first}>
          <path class="lr" d={`M${x(month.first)} 24V${bottom}`} />
          {x(month.first) + widthOf(monthName(language, month.name)) < RIGHT ? (
            <text class="q" x={x(month.first) + 6} y={bottom + 16}>
              {monthText(month, index, language, isLong)}
            </text>
          ) : null}
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
            {todayX > LEFT && !plan.planned ? <path class="la w4" d={`M${LEFT} ${y}H${todayX}`} /> : null}
            <path class="la dash" d={`M${plan.planned ? LEFT : todayX} ${y}H${RIGHT}`} />
          </g>
        )
      })}
      <path class="li" d={`M${todayX} 30V${bottom}`} />
      <text class={todayX > RIGHT - 150 ? 'halo b e' : 'halo b'} x={todayX > RIGHT - 150 ? todayX - 8 : todayX + 8} y="38">
        {todayLabel}
      </text>
      {plans.map((plan, row) => {
        const y = FIRST + row * ROW
        const knots = plan.steps
          .filter((step) => step.to >= from && step.from <= to)
          .map((step) => ({ ...step, x: knotless(step) ? (x(step.from) + x(step.to)) / 2 : x(step.to) }))
        return (
          <g key={plan.title}>
            {knots.map((step) =>
              knotless(step) ? null : (
                <circle
                  cx={step.x}
                  cy={y}
                  r="7"
                  class={step.to < today && !plan.planned ? 'fa ks' : 'fp ks'}
                  key={`${step.label}${step.from}`}
                />
              ),
            )}
            {placeLabels(knots, y, todayX).map(({ step, words, x: labelX, y: labelY, anchor }) => (
              <text class={`halo ${anchor}`.trim()} x={labelX} y={labelY} key={`${step.label}${step.from}`}>
                <tspan class="b">{step.when}</tspan> {words}
              </text>
            ))}
          </g>
        )
      })}
    </svg>
  )
}

/** The day of a step on a drawing, without its year; the end of a stretch that ends on a known day; else nothing (the band says it). */
export function drawnWhen(language: Language, start: PartialDate, end: PartialDate): string {
  if (dateParts(end).precision !== 'day') return ''
  return start === end ? dayAndMonth(language, lastDay(end)) : byDayAndMonth(language, lastDay(end))
}
