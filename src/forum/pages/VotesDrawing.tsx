import type { Language } from '../../platform/languages/languages.ts'
import type { Decision, Vote } from '../meetings/queries.ts'
import type { Seat } from '../queries.ts'
import type { SeatVote } from '../rules/count.ts'
import { type Side, sideOf, sides } from '../rules/forumRules.ts'
import { sideNames } from '../words.ts'
import { forumTexts } from './forumTexts.ts'

/** A seat and what became of it in a vote. */
export type SeatInVote = { seat: Seat; vote: Vote }

type Mark = { circle: string; sign: string; line: string | null }

/** How a vote is drawn: a filled circle is for, a struck one against, one with a bar abstains; dotted is not there. */
const marks: Record<SeatVote, Mark> = {
  for: { circle: 'fa ks', sign: 'vi', line: 'm-8 .5 5.5 5.5L8-6.5' },
  against: { circle: 'fp ks0', sign: 'vo', line: 'm-6-6 12 12M6-6-6 6' },
  abstain: { circle: 'fp ks0', sign: 'vo', line: 'M-7 0H7' },
  'not-voting': { circle: 'fp ks0', sign: 'vo', line: null },
  recused: { circle: 'fr ks0', sign: 'vo', line: 'M-6 6 6-6' },
  absent: { circle: 'fp lo0 dash', sign: 'vo', line: null },
  vacant: { circle: 'fp lo0 dash', sign: 'vo', line: 'M-2 0H2' },
}

/** What a vote is called; in a consensus nobody votes. */
export function voteName(language: Language, vote: SeatVote, way: Decision['way']): string {
  const t = forumTexts[language]
  if (way !== 'vote' && vote === 'for') return t.shares
  if (way !== 'vote' && vote === 'against') return t.dissents
  const names: Record<SeatVote, string> = {
    for: t.for,
    against: t.against,
    abstain: t.abstain,
    'not-voting': t.notVoting,
    recused: t.recused,
    absent: t.absent,
    vacant: t.vacantVote,
  }
  return names[vote]
}

const Sign = ({ vote, small = false }: { vote: SeatVote; small?: boolean }) => {
  const { circle, sign, line } = marks[vote]
  return (
    <>
      <circle r={small ? 11 : 21} class={circle} />
      {line ? <path class={sign} d={line} {...(small ? { transform: 'scale(.65)' } : {})} /> : null}
    </>
  )
}

type Shape = { width: number; left: number; step: number; row: number; class: string }
const wide: Shape = { width: 904, left: 250, step: 72, row: 76, class: 'wide-only' }
const narrow: Shape = { width: 340, left: 56, step: 76, row: 76, class: 'small-only' }

function Drawing({ seats, language, shape, title }: { seats: readonly SeatInVote[]; language: Language; shape: Shape; title: string }) {
  const t = forumTexts[language]
  const isWide = shape === wide
  const inRow = Math.max(1, Math.floor((shape.width - shape.left + 40) / shape.step))
  const top = isWide ? 42 : 56
  const heights = sides.map((side) => Math.max(1, Math.ceil(ofSide(seats, side).length / inRow)) * shape.row + (isWide ? 28 : 58))
  const id = `seats-${shape.class}`
  return (
    <svg
      class={`chart ${shape.class}`}
      viewBox={`0 0 ${shape.width} ${heights.reduce((sum, height) => sum + height, 0)}`}
      role="img"
      aria-labelledby={id}
    >
      <title id={id}>{title}</title>
      {sides.map((side, index) => {
        const mine = ofSide(seats, side)
        const there = mine.filter(({ vote }) => vote.vote !== 'absent' && vote.vote !== 'vacant').length
        const offset = index === 0 ? 0 : (heights[0] ?? 0)
        return (
          <g key={side} transform={`translate(0 ${offset})`}>
            <text class="b" x="0" y={isWide ? 40 : 16}>
              {sideNames[language][side]}
            </text>
            <text class="q" {...(isWide ? { x: '0', y: '60' } : { x: String(shape.width), y: '16', 'text-anchor': 'end' })}>
              {t.presentOf(there, mine.length)}
            </text>
            {mine.map(({ seat, vote }, at) => (
              <g
                key={seat.id}
                transform={`translate(${shape.left + (at % inRow) * shape.step} ${top + Math.floor(at / inRow) * shape.row})`}
              >
                <Sign vote={vote.vote} />
                <text class="q m" y="40">
                  {seat.code}
                </text>
              </g>
            ))}
          </g>
        )
      })}
    </svg>
  )
}

const ofSide = (seats: readonly SeatInVote[], side: Side): SeatInVote[] => seats.filter(({ seat }) => sideOf(seat.sector) === side)

/** The seats by side and what each did, drawn wide and narrow, with a key. The same stands in tables beside it. */
export function VotesDrawing({ seats, language, way }: { seats: readonly SeatInVote[]; language: Language; way: Decision['way'] }) {
  const t = forumTexts[language]
  const used = (Object.keys(marks) as SeatVote[]).filter((kind) => seats.some(({ vote }) => vote.vote === kind))
  const title = t.drawing(seats.length)
  return (
    <>
      <ul class="key gap">
        {used.map((kind) => (
          <li key={kind}>
            <svg viewBox="-12 -12 24 24" class="kk" aria-hidden="true">
              <Sign vote={kind} small />
            </svg>
            {voteName(language, kind, way)}
          </li>
        ))}
      </ul>
      <figure>
        <Drawing seats={seats} language={language} shape={wide} title={title} />
        <Drawing seats={seats} language={language} shape={narrow} title={title} />
      </figure>
    </>
  )
}
