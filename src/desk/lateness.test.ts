import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, day } from '../platform/dates/partialDate.ts'
import type { Task } from '../platform/task.ts'
import { byLateness, daysLate, isLate, latenesses } from './lateness.ts'

const today = day('2019-09-10')
const due = (legal: string | null, working: string | null = null) => ({
  legal: legal ? day(legal) : null,
  working: working ? day(working) : null,
})
const is = (legal: string | null, working: string | null = null) =>
  latenesses.filter((lateness) => isLate(lateness, due(legal, working), today))

describe('how late a task is', () => {
  it('is counted from the legal deadline, else from the working one', () => {
    expect(daysLate(due('2019-09-01', '2019-09-12'), today)).toBe(9)
    expect(daysLate(due(null, '2019-09-12'), today)).toBe(-2)
    expect(daysLate(due('2019-09-10'), today)).toBe(0)
    expect(daysLate(due(null), today)).toBe(null)
  })

  it('by law and within the working deadline is both late by law and due soon, but not late', () => {
    expect(is('2019-09-01', '2019-09-12')).toEqual(['late-by-law', 'soon'])
    expect(is('2019-09-01', '2019-09-09')).toEqual(['late-by-law', 'late'])
    expect(is('2019-09-01')).toEqual(['late-by-law', 'late'])
    expect(is(null, '2019-09-09')).toEqual(['late'])
    expect(is('2019-09-10')).toEqual(['soon'])
    expect(is('2019-09-24')).toEqual(['soon'])
    expect(is('2019-09-25')).toEqual(['later'])
    expect(is(null)).toEqual(['undated'])
  })

  const days = fc.option(fc.integer({ min: -400, max: 400 }).map((n): Day => addDays(today, n)))
  it('is never late, soon, later and undated at once, but always one of them', () => {
    fc.assert(
      fc.property(days, days, (legal, working) => {
        const found = latenesses.filter((lateness) => lateness !== 'late-by-law' && isLate(lateness, { legal, working }, today))
        expect(found).toHaveLength(1)
      }),
    )
  })

  it('orders tasks so that nobody stands before one who is later, and nothing undated before a date', () => {
    const task = fc.record({
      legal: days,
      working: days,
      planId: fc.constant('lv-3'),
      place: fc.constantFrom('1', '1.10', '1.9'),
      id: fc.uuid(),
    })
    fc.assert(
      fc.property(fc.array(task), (tasks) => {
        const sorted = (tasks as unknown as Task[])
          .toSorted(byLateness(today))
          .map((one) => daysLate(one, today) ?? Number.NEGATIVE_INFINITY)
        expect(sorted).toEqual([...sorted].sort((a, b) => (a === b ? 0 : b > a ? 1 : -1)))
      }),
    )
    const at = (place: string) => ({ ...due('2019-09-01'), planId: 'lv-3', place, id: place }) as unknown as Task
    expect([at('1.10'), at('2'), at('1.9'), at('1')].sort(byLateness(today)).map(({ place }) => place)).toEqual(['1', '1.9', '1.10', '2'])
  })
})
