import { breakLines } from '../../../web/drawing/text.ts'

/** A bar of an option: its length, as a part of the longest or of what is needed, and the words beside or below it. */
type Bar = { value: number; words: string }
export type DrawnChoice = { title: string; chosen: number | null; strong: boolean; first: Bar; second: Bar | null }

type Column = { heading: string; under: string }
type Props = {
  id: string
  title: string
  rows: readonly DrawnChoice[]
  chosenHeading: string
  othersHeading: string
  first: Column
  /** Of the second bar: whether there was enough, measured on what is needed. */
  second: (Column & { needed: number }) | null
  /** A line through the first bars, such as a quota, with its words. */
  line?: { at: number; words: string } | null
}

const ROW = { wide: 58, narrow: 112 }
const TOP = { wide: 70, narrow: 70 }
const BETWEEN = 56

/** Chosen options and the others, each with one or two bars, in a wide and a narrow drawing. The same stands in a table. */
export function ChoiceDrawing(props: Props) {
  return (
    <figure>
      <Wide {...props} />
      <Narrow {...props} />
    </figure>
  )
}

type Placed = DrawnChoice & { y: number }

function placed(rows: readonly DrawnChoice[], top: number, row: number): { rows: Placed[]; border: number | null; height: number } {
  const chosen = rows.filter((one) => one.chosen !== null)
  const others = rows.filter((one) => one.chosen === null)
  const gap = chosen.length && others.length ? BETWEEN : 0
  const border = gap ? top + chosen.length * row - 10 : null
  return {
    rows: [...chosen, ...others].map((one, index) => ({ ...one, y: top + index * row + (index >= chosen.length ? gap : 0) })),
    border,
    height: top + rows.length * row + gap,
  }
}

const rounded = (value: number): number => Math.round(value * 10) / 10
const rect = (x: number, y: number, width: number, height: number): string => `M${x} ${y}h${rounded(width)}v${height}h-${rounded(width)}z`

function mostOf({ rows, line }: Props): number {
  return Math.max(1, line?.at ?? 0, ...rows.map(({ first }) => first.value))
}

function Wide(props: Props) {
  const { id, title, first, second, line, chosenHeading, othersHeading } = props
  const { rows, border, height } = placed(props.rows, TOP.wide, ROW.wide)
  const room = second ? 196 : 440
  const scale = room / mostOf(props)
  return (
    <svg class="chart wide-only" viewBox={`0 0 904 ${height}`} role="img" aria-labelledby={`${id}-w`}>
      <title id={`${id}-w`}>{title}</title>
      <text class="b" x="330" y="18">
        {first.heading}
      </text>
      <text class="q" x="330" y="38">
        {first.under}
      </text>
      {second ? (
        <>
          <text class="b" x="590" y="18">
            {second.heading}
          </text>
          <text class="q e" x="852" y="38">
            {second.under}
          </text>
          <path class="li" d={`M852 46V${height}`} />
        </>
      ) : null}
      {line ? (
        <>
          <path class="li" d={`M${rounded(330 + line.at * scale)} 46V${height}`} />
          <text class="q" x={rounded(330 + line.at * scale) + 6} y="38">
            {line.words}
          </text>
        </>
      ) : null}
      {props.rows.some(({ chosen }) => chosen !== null) ? (
        <text class="b ta" x="0" y="38">
          {chosenHeading}
        </text>
      ) : null}
      {border === null ? null : (
        <>
          <path class="lr" d={`M0 ${border}H904`} />
          <text class="b q halo" x="0" y={border + 24}>
            {othersHeading}
          </text>
        </>
      )}
      {rows.map((row) => (
        <g key={row.title}>
          {row.chosen === null ? null : (
            <text class="b ta" x="0" y={row.y + 6}>
              {row.chosen}.
            </text>
          )}
          {breakLines(row.title, 290, 2, row.strong).map((words, index) => (
            <text key={words} class={row.strong ? 'b' : ''} x="26" y={row.y + 6 + index * 19}>
              {words}
            </text>
          ))}
          <Bars row={row} y={row.y} first={{ x: 330, scale }} second={second ? { x: 590, width: 262, needed: second.needed } : null} />
        </g>
      ))}
    </svg>
  )
}

function Narrow(props: Props) {
  const { id, title, first, second, line, othersHeading } = props
  const { rows, border, height } = placed(props.rows, TOP.narrow, ROW.narrow)
  const room = second ? 140 : 250
  const scale = room / mostOf(props)
  return (
    <svg class="chart small-only" viewBox={`0 0 340 ${height}`} role="img" aria-labelledby={`${id}-n`}>
      <title id={`${id}-n`}>{title}</title>
      <text class="b" x="0" y="18">
        {first.heading}
      </text>
      {second ? (
        <>
          <text class="b" x="186" y="18">
            {second.heading}
          </text>
          <text class="q e" x="332" y="38">
            {second.under}
          </text>
          <path class="li" d={`M332 40V${height}`} />
        </>
      ) : null}
      {line ? (
        <>
          <path class="li" d={`M${rounded(line.at * scale)} 40V${height}`} />
          <text class="q" x={rounded(line.at * scale) + 6} y="38">
            {line.words}
          </text>
        </>
      ) : null}
      {border === null ? null : (
        <>
          <path class="lr" d={`M0 ${border - 8}H340`} />
          <text class="b q halo" x="0" y={border + 14}>
            {othersHeading}
          </text>
        </>
      )}
      {rows.map((row) => {
        const lines = breakLines(`${row.chosen === null ? '' : `${row.chosen}. `}${row.title}`, 330, 2, row.strong)
        const bar = row.y + 11 + (lines.length - 1) * 19
        return (
          <g key={row.title}>
            {lines.map((words, index) => (
              <text key={words} class={row.strong ? 'b halo' : 'halo'} x="0" y={row.y + index * 19}>
                {words}
              </text>
            ))}
            <Bars row={row} y={bar} first={{ x: 0, scale }} second={second ? { x: 186, width: 146, needed: second.needed } : null} />
          </g>
        )
      })}
    </svg>
  )
}

type BarsProps = {
  row: DrawnChoice
  y: number
  first: { x: number; scale: number }
  /** Where the second bar stands; it is full when there is as much as is needed. */
  second: { x: number; width: number; needed: number } | null
}

/** The bars of one option, with their words. */
function Bars({ row, y, first, second }: BarsProps) {
  const length = row.first.value * first.scale
  const colour = row.chosen === null ? 'fg' : 'fa'
  return (
    <>
      <path class={colour} d={rect(first.x, y, length, 18)} />
      <text class={row.strong ? 'b halo' : 'halo'} x={rounded(first.x + 6 + length)} y={y + 14}>
        {row.first.words}
      </text>
      {second && row.second ? (
        <>
          <path class="fp lo" d={rect(second.x, y, second.width, 18)} />
          <path class={colour} d={rect(second.x, y, Math.min(1, row.second.value / second.needed) * second.width, 18)} />
          <text class={row.strong ? 'b' : ''} x={second.x} y={y + 36}>
            {row.second.words}
          </text>
        </>
      ) : null}
    </>
  )
}
