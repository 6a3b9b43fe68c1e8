import { describe, expect, it } from 'vitest'
import { day, partialDate } from '../../platform/dates/partialDate.ts'
import { localText } from '../../platform/languages/languages.ts'
import type { Deadline, ReportingPeriod } from '../plan/index.ts'
import { deadlinesFor, type PeriodDeadlines, timelinessOf } from './timeliness.ts'

const deadline = (kind: Deadline['kind'], due: string | null, more: Partial<Deadline> = {}): Deadline => ({
  id: 1,
  planId: 'lv-3',
  kind,
  duty: 'contribution',
  periodId: 2,
  title: localText('Ziņas'),
  due: due === null ? null : partialDate(due),
  basis: localText('Rīkojums'),
  basisUrl: null,
  knownFrom: null,
  certainty: 'seen',
  recordSeq: 1,
  changes: [],
  extensions: [],
  ...more,
})

const both: PeriodDeadlines = { legal: deadline('legal', '2019-09-01'), working: deadline('working', '2019-09-12') }
const none: PeriodDeadlines = { legal: null, working: null }

describe('a contribution to a report', () => {
  it.each([
    ['2019-08-29', 'on-time'],
    ['2019-09-01', 'on-time'],
    ['2019-09-02', 'within-working'],
    ['2019-09-10', 'within-working'],
    ['2019-09-12', 'within-working'],
    ['2019-09-13', 'late'],
  ] as const)('handed in on %s is judged by the legal deadline, with the working one beside it: %s', (on, expected) => {
    expect(timelinessOf(day(on), both, false, day('2019-10-01'))).toBe(expected)
  })

  it.each([
    ['2019-08-01', 'awaiting'],
    ['2019-09-10', 'awaiting'],
    ['2019-09-12', 'awaiting'],
    ['2019-09-13', 'overdue'],
  ] as const)('that has not come is, on %s, %s', (today, expected) => {
    expect(timelinessOf(null, both, false, day(today))).toBe(expected)
  })

  it('is not waited for any more once the next period is over', () => {
    expect(timelinessOf(null, both, true, day('2021-01-01'))).toBe('missing')
  })

  it('is not judged without a deadline, and judged by the only one there is', () => {
    expect(timelinessOf(day('2019-09-10'), none, false, day('2019-10-01'))).toBe('unjudged')
    expect(timelinessOf(null, none, false, day('2019-10-01'))).toBe('awaiting')
    expect(timelinessOf(day('2019-09-10'), { ...both, legal: null }, false, day('2019-10-01'))).toBe('on-time')
    expect(timelinessOf(day('2019-09-10'), { ...both, working: null }, false, day('2019-10-01'))).toBe('late')
  })

  it('has the deadlines of its own period and of no other duty', () => {
    const period: ReportingPeriod = {
      id: 2,
      planId: 'lv-3',
      position: 2,
      startsOn: day('2018-07-01'),
      referenceDay: day('2019-06-30'),
      recordSeq: 1,
    }
    const rows = [
      deadline('legal', '2018-09-01', { periodId: 1 }),
      deadline('legal', '2019-11-30', { duty: 'report', periodId: null }),
      deadline('working', null),
      deadline('legal', '2019-09-01'),
    ]
    expect(deadlinesFor(period, rows)).toEqual({ legal: rows[3], working: null })
  })
})
