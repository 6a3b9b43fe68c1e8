import { scaleUtc } from 'd3-scale'
import { addDays, compareDates, type Day, firstDay, lastDay, type PartialDate } from '../../platform/dates/partialDate.ts'
import { breakLines, widthOf } from './text.ts'

/** One milestone as drawn: what was planned above, what happened below. */
export type DrawnMilestone = {
  label: string
  planned: { start: PartialDate | null; end: PartialDate | null }
  actual: { start: PartialDate | null; end: PartialDate | null } | null
  /** Words beside the bar, such as "+87 days", or "continues". */
  remark: string | null
  /** Does it still go on today? */
  continues: boolean
}

type Props = {
  id: string
  title: string
  milestones: readonly DrawnMilestone[]
  plan: { start: PartialDate; end: PartialDate; label: string }
  today: Day
}

const at = (d: Day): Date => new Date(`${d}T00:00:00Z`)

/** The drawn time: whole years around everything that is known. */
function years({ milestones, plan }: Props): { from: number; to: number } {
  const dates = [plan.start, plan.end, ...milestones.flatMap((m) => [m.planned.start, m.planned.end, m.actual?.start, m.actual?.end])]
  const known = dates.filter((d): d is PartialDate => Boolean(d)).sort(compareDates)
  const first = known[0] ?? plan.start
  const last = known.map(lastDay).sort().at(-1) ?? lastDay(plan.end)
  return { from: Number(first.slice(0, 4)), to: Number(last.slice(0, 4)) + 1 }
}

/** A planned or actual stretch: from its first day to the day after its last; one known end draws as a short mark. */
function stretch(range: { start: PartialDate | null; end: PartialDate | null }): { from: Day; to: Day } | null {
  const { start, end } = range
  if (start && end) return { from: firstDay(start), to: addDays(lastDay(end), 1) }
  if (end) return { from: addDays(lastDay(end), -6), to: addDays(lastDay(end), 1) }
  if (start) return { from: firstDay(start), to: addDays(firstDay(start), 7) }
  return null
}

function Drawing(props: Props & { width: number; left: number; labelWidth: number; above: boolean; class: string }) {
  const { id, title, milestones, plan, today, width, left, labelWidth, above } = props
  const { from, to } = years(props)
  const x = scaleUtc([new Date(Date.UTC(from, 0, 1)), new Date(Date.UTC(to, 0, 1))], [left, width - 6])
  const px = (d: Day) => Math.round(x(at(d)) * 10) / 10
  const lines = milestones.map((m, i) => breakLines(`${i + 1}. ${m.label}`, labelWidth, 2, true))
  const heights = lines.map((l) => (above ? 34 + l.length * 20 + 40 : Math.max(76, 30 + l.length * 20)))
  const tops = heights.map((_, i) => 28 + heights.slice(0, i).reduce((sum, h) => sum + h, 0))
  const bottom = 28 + heights.reduce((sum, h) => sum + h, 0)
  const planFrom = px(firstDay(plan.start))
  const planTo = px(addDays(lastDay(plan.end), 1))
  const todayX = px(today)
  return (
    <svg class={`chart ${props.class}`} viewBox={`0 0 ${width} ${bottom + 24}`} role="img" aria-labelledby={id}>
      <title id={id}>{title}</title>
      <path class="ft" d={`M${planFrom} 28H${planTo}V${bottom}H${planFrom}z`} opacity=".55" />
      <text class="q m" x={(planFrom + planTo) / 2} y="18">
        {plan.label}
      </text>
      {Array.from({ length: to - from + 1 }, (_, i) => from + i).map((year) => {
        const yearX = Math.round(x(new Date(Date.UTC(year, 0, 1))) * 10) / 10
        return (
          <g key={year}>
            <path class="lr" d={`M${yearX} 28V${bottom + 6}`} />
            {year < to ? (
              <text class="q" x={yearX + 4} y={bottom + 18}>
                {year}
              </text>
            ) : null}
          </g>
        )
      })}
      {todayX > left && todayX < width - 6 ? <path class="li dash" d={`M${todayX} 28V${bottom}`} /> : null}
      {milestones.map((m, i) => {
        const top = tops[i] ?? 28
        const labelLines = lines[i] ?? []
        const barTop = above ? top + 14 + labelLines.length * 20 : top + 26
        const planned = stretch(m.planned)
        const actual = m.actual ? stretch(m.actual) : null
        const actualEnd = actual ? (m.continues && today > actual.to ? px(today) : px(actual.to)) : null
        const remarkX = actualEnd ?? (planned ? px(planned.to) : left)
        const fits = m.remark ? remarkX + 8 + widthOf(m.remark, true) < width : true
        return (
          <g key={m.label}>
            {labelLines.map((line, n) => (
              <text class="b halo" x="0" y={above ? top + 22 + n * 20 : top + 40 + n * 20} key={line}>
                {line}
              </text>
            ))}
            {planned ? <path class="lo fp" d={`M${px(planned.from)} ${barTop}H${px(planned.to)}v12H${px(planned.from)}z`} /> : null}
            {actual && actualEnd !== null ? (
              <path class="fa" d={`M${px(actual.from)} ${barTop + 16}H${actualEnd}v12H${px(actual.from)}z`} />
            ) : null}
            {m.remark ? (
              <text class={fits ? 'b halo' : 'b halo e'} x={fits ? remarkX + 7 : width - 2} y={fits ? barTop + 27 : barTop + 44}>
                {m.remark}
              </text>
            ) : null}
          </g>
        )
      })}
    </svg>
  )
}

/** Planned against actual time of a commitment's milestones, in a wide and a narrow drawing. The same data stand in a table beside it. */
export function MilestonesDrawing(props: Props) {
  return (
    <>
      <Drawing {...props} id={`${props.id}-w`} width={904} left={330} labelWidth={300} above={false} class="wide-only" />
      <Drawing {...props} id={`${props.id}-n`} width={340} left={0} labelWidth={330} above class="small-only" />
    </>
  )
}
