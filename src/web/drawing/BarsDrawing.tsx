import { breakLines } from './text.ts'

/** A bar: what it counts, how many, and its colour: accent, grey for what did not happen, red for what is overdue. What can't be told by its number is said in words. */
export type DrawnBar = { label: string; value: number; colour: 'fa' | 'fg' | 'fbad'; said?: string }

type Props = { id: string; title: string; bars: readonly DrawnBar[] }

type Shape = { width: number; left: number; row: number; labelWidth: number; above: boolean; class: string }

function Drawing({ id, title, bars, ...shape }: Props & Shape) {
  const { width, left, row, labelWidth, above } = shape
  const most = Math.max(1, ...bars.map(({ value }) => value))
  const length = (value: number) => Math.round(((width - left - 44) * value * 10) / most) / 10
  return (
    <svg class={`chart ${shape.class}`} viewBox={`0 0 ${width} ${bars.length * row}`} role="img" aria-labelledby={id}>
      <title id={id}>{title}</title>
      {bars.map(({ label, value, colour, said }, index) => {
        const top = index * row
        const barTop = above ? top + 24 : top + 5
        return (
          <g key={label}>
            <text x="0" y={top + 17}>
              {breakLines(label, labelWidth, 1)[0]}
            </text>
            {value > 0 ? <path class={colour} d={`M${left} ${barTop}h${length(value)}v15h-${length(value)}z`} /> : null}
            <text class={value > 0 ? 'b' : 'q'} x={left + length(value) + 8} y={barTop + 12}>
              {said ?? value}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

/** Numbers as bars, each with its label and its value, in a wide and a narrow drawing. The same numbers stand in a table beside it. */
export function BarsDrawing(props: Props) {
  return (
    <>
      <Drawing {...props} id={`${props.id}-w`} width={720} left={390} row={25} labelWidth={375} above={false} class="wide-only" />
      <Drawing {...props} id={`${props.id}-n`} width={340} left={0} row={50} labelWidth={335} above class="small-only" />
    </>
  )
}
