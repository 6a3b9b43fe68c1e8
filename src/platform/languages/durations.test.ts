import { expect, it } from 'vitest'
import { durationInWords } from './durations.ts'

const DAY = 24 * 60 * 60

it.each([
  [90 * DAY, '90 dienu', '90 days'],
  [DAY, '1 dienu', '1 day'],
  [7 * DAY, '7 dienas', '7 days'],
  [21 * DAY, '21 dienu', '21 days'],
  [30 * DAY, '30 dienu', '30 days'],
  [36 * 60 * 60, '36 stundas', '36 hours'],
  [15 * 60, '15 minūšu', '15 minutes'],
  [61 * 60, '61 minūti', '61 minutes'],
  [1, '1 minūti', '1 minute'],
])('%i seconds are kept „%s”, “%s”', (seconds, latvian, english) => {
  expect([durationInWords('lv', seconds), durationInWords('en', seconds)]).toEqual([latvian, english])
})
