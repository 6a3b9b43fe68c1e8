import type { Day } from '../../platform/dates/partialDate.ts'
import { memberOn, type Seat, type SeatWithTerms } from '../queries.ts'
import type { Place, SeatVote } from '../rules/count.ts'
import { sideOf } from '../rules/forumRules.ts'
import type { Attendance } from './queries.ts'

/** A seat at an item: who sits on it, or why nobody does. */
export type PlaceAt = { seat: Seat; termId: number | null; there: boolean; chairs: boolean; vacant: boolean }

/** Is a seat there at an item? */
const isThere = ({ fromItem, untilItem }: Attendance, position: number): boolean =>
  fromItem <= position && (untilItem === null || position <= untilItem)

/** Every seat of a forum at an item of a meeting. */
export function placesAt(
  seats: readonly SeatWithTerms[],
  attendance: readonly Attendance[],
  at: { position: number; day: Day; chairSeatId: number | null },
): PlaceAt[] {
  return seats.map((one) => {
    const noted = attendance.find(({ seatId }) => seatId === one.seat.id)
    const there = noted !== undefined && isThere(noted, at.position)
    return {
      seat: one.seat,
      termId: there ? noted.termId : null,
      there,
      chairs: there && one.seat.id === at.chairSeatId,
      vacant: !there && memberOn(one, at.day) === null,
    }
  })
}

/** The seats as they are counted, with what those who are there chose. */
export const asCounted = (places: readonly PlaceAt[], voteOf: (place: PlaceAt) => SeatVote): Place[] =>
  places.map((place) => ({
    side: sideOf(place.seat.sector),
    vote: place.there ? voteOf(place) : place.vacant ? 'vacant' : 'absent',
    chairs: place.chairs,
  }))
