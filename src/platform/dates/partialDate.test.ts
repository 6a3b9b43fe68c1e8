import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dateParts,
  firstDay,
  lastDay,
  lastDayOfMonth,
  type PartialDate,
  parsePartialDate,
  partialDate,
  precisionOf,
} from './partialDate.ts'

const aYear = fc.integer({ min: 1, max: 9999 })
const aMonth = fc.integer({ min: 1, max: 12 })

describe('a date of any precision', () => {
  it.each([
    ['2019-06-30', 'day', '2019-06-30', '2019-06-30'],
    ['2019-06', 'month', '2019-06-01', '2019-06-30'],
    ['2019-Q2', 'quarter', '2019-04-01', '2019-06-30'],
    ['2019-H1', 'half-year', '2019-01-01', '2019-06-30'],
    ['2020-02', 'month', '2020-02-01', '2020-02-29'],
    ['2019', 'year', '2019-01-01', '2019-12-31'],
  ])('%s is a %s from %s to %s', (text, precision, first, last) => {
    const date = partialDate(text)
    expect([precisionOf(date), firstDay(date), lastDay(date)]).toEqual([precision, first, last])
  })

  it.each(['', '19', '2019-13', '2019-00', '2019-Q5', '2019-H3', '2018-11-31', '2019-02-29', '2019-06-30 ', '0000', '2019-6-3'])(
    '“%s” is none',
    (text) => {
      expect(parsePartialDate(text)).toBeNull()
      expect(() => dateParts(text as PartialDate)).toThrow(RangeError)
    },
  )

  it('a month has as many days as in the calendar of the language itself', () => {
    fc.assert(
      fc.property(aYear, aMonth, (year, month) => {
        const last = new Date(0)
        last.setUTCFullYear(year, month, 0)
        expect(lastDayOfMonth(year, month)).toBe(last.getUTCDate())
      }),
    )
  })

  it('is the same however often it is asked for', () => {
    fc.assert(
      fc.property(aYear, aMonth, (year, month) => {
        const date = partialDate(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`)
        expect([firstDay(date), lastDay(date)]).toEqual([firstDay(date), lastDay(date)])
        expect(firstDay(date) < lastDay(date)).toBe(true)
        expect(dateParts(date)).toMatchObject({ year, firstMonth: month })
      }),
    )
  })
})
