import type { Language } from '../../platform/languages/languages.ts'
import { Local } from '../../web/components/Local.tsx'
import { Status } from '../../web/components/Status.tsx'
import { asCounted, placesAt } from '../meetings/places.ts'
import type { Attendance, Item } from '../meetings/queries.ts'
import type { Meeting, SeatWithTerms } from '../queries.ts'
import { quorumOf } from '../rules/count.ts'
import type { ForumRules } from '../rules/forumRules.ts'
import { sideOf, sides } from '../rules/forumRules.ts'
import type { TermsById } from '../seatNames.ts'
import { sideNames } from '../words.ts'
import { forumTexts } from './forumTexts.ts'

type Props = {
  meeting: Meeting
  seats: readonly SeatWithTerms[]
  attendance: readonly Attendance[]
  items: readonly Item[]
  rules: ForumRules
  terms: TermsById
  language: Language
}

/** Who was there, seat by seat, and whether there was a quorum at each item. */
export function AttendanceShown({ meeting, seats, attendance, items, rules, terms, language }: Props) {
  const t = forumTexts[language]
  if (!attendance.length) return <p class="unknown">{t.noAttendance}</p>
  const rows = items.map((item) => {
    const places = asCounted(
      placesAt(seats, attendance, { position: item.position, day: meeting.startsOn, chairSeatId: meeting.chairSeatId }),
      () => 'for',
    )
    const presentOf = (side: (typeof sides)[number]) =>
      places.filter((place) => place.side === side && place.vote !== 'absent' && place.vote !== 'vacant').length
    return { item, quorum: quorumOf(rules, places), presentOf }
  })
  const codeOf = (seatId: number) => seats.find(({ seat }) => seat.id === seatId)?.seat
  return (
    <>
      <table class="ds-table stack">
        <caption class="sr">{t.quorum}</caption>
        <thead>
          <tr>
            <th scope="col">{t.item}</th>
            {sides.map((side) => (
              <th key={side} scope="col" class="n">
                {sideNames[language][side]}
              </th>
            ))}
            <th scope="col">{t.quorum}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ item, quorum, presentOf }) => (
            <tr key={item.id}>
              <th scope="row">
                {item.position}. <Local content={item.title} language={language} quiet />
              </th>
              {sides.map((side) => (
                <td key={side} data-label={sideNames[language][side]} class="n">
                  {presentOf(side)}
                </td>
              ))}
              <td data-label={t.quorum}>
                {quorum.met ? (
                  <Status icon="done" colour="good" word={t.quorumYes} extra={t.of(quorum.present, quorum.of)} />
                ) : (
                  <Status icon="stop" colour="bad" word={t.quorumNo} extra={t.of(quorum.present, quorum.of)} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <details class="ds-details">
        <summary>{t.who}</summary>
        <ul class="plain-list">
          {attendance.map(({ seatId, termId, fromItem, untilItem }) => {
            const seat = codeOf(seatId)
            return (
              <li key={seatId}>
                {seat ? t.ofSeat(seat.code, terms.get(termId)?.name ?? '–') : null}
                <span class="meta">
                  {' · '}
                  {seat ? sideNames[language][sideOf(seat.sector)] : null}
                  {' · '}
                  {fromItem === 1 && untilItem === null ? t.wholeMeeting : t.items(fromItem, untilItem)}
                  {seatId === meeting.chairSeatId ? ` · ${t.chairs}` : null}
                </span>
              </li>
            )
          })}
        </ul>
      </details>
    </>
  )
}
