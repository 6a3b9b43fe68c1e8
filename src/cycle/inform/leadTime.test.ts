import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day, type PartialDate, partialDate } from '../../platform/dates/partialDate.ts'
import { type Announcement, judgeLead, leadOf, leadOfFirst, OGP_NOTICE_DAYS } from './leadTime.ts'

/** A version published on a day, with the start of each of its opportunities by number; `-` before it: cancelled. */
const version = (publishedOn: string, starts: Record<number, string>): Announcement => ({
  publishedOn: day(publishedOn),
  opportunities: Object.entries(starts).map(([number, start]) => ({
    number: Number(number),
    startsOn: partialDate(start.replace(/^-/, '')),
    cancelled: start.startsWith('-'),
  })),
})

describe('how long before an opportunity it was announced', () => {
  it.each([
    ['to the day', [version('2019-09-02', { 1: '2019-09-16' })], 14, 14],
    ['in a month', [version('2019-09-02', { 1: '2019-10' })], 29, 59],
    ['in a month that has begun', [version('2019-09-02', { 1: '2019-09' })], -1, 28],
    ['after it began', [version('2019-09-02', { 1: '2019-08-01' })], -32, -32],
    ['put off: nobody loses notice', [version('2019-09-02', { 1: '2019-09-16' }), version('2019-09-10', { 1: '2019-09-20' })], 18, 18],
    ['brought forward: announced anew', [version('2019-09-02', { 1: '2019-10-20' }), version('2019-10-10', { 1: '2019-10-12' })], 2, 2],
    ['added later', [version('2019-09-02', {}), version('2019-09-10', { 1: '2019-09-12' })], 2, 2],
  ])('%s', (_, versions, least, most) => {
    expect(leadOf(versions, 1)).toMatchObject({ least, most })
  })

  it('is nothing for one that is not there', () => {
    expect(leadOf([version('2019-09-02', { 1: '2019-09-16' })], 2)).toBeNull()
    expect(leadOf([], 1)).toBeNull()
  })
})

describe('the standard', () => {
  const judged = (...versions: Announcement[]): string => {
    const lead = leadOfFirst(versions)
    return lead ? judgeLead(lead, OGP_NOTICE_DAYS) : 'none'
  }

  it('asks for fourteen days before the first opportunity', () => {
    expect(judged(version('2019-09-02', { 1: '2019-09-16', 2: '2019-10' }))).toBe('met')
    expect(judged(version('2019-09-03', { 1: '2019-09-16', 2: '2019-10' }))).toBe('missed')
    expect(judged(version('2019-09-01', { 1: '2019-10' }))).toBe('met')
  })

  it('can’t be judged where the first day is not known exactly enough', () => {
    expect(judged(version('2019-09-02', { 1: '2019-09', 2: '2019-09-16' }))).toBe('unclear')
    // Whenever in September it was, the notice was later than that.
    expect(judged(version('2019-10-01', { 1: '2019-09' }))).toBe('missed')
    // The discussion is the first whatever the month brings, and it was announced too late.
    expect(judged(version('2019-09-10', { 1: '2019-09', 2: '2019-09-16' }))).toBe('missed')
  })

  it('does not count what will not take place, nor what was added long after the first', () => {
    expect(judged(version('2019-09-02', { 1: '-2019-09-05', 2: '2019-10-01' }))).toBe('met')
    expect(judged(version('2019-09-02', { 1: '-2019-09-05' }))).toBe('none')
    expect(judged(version('2019-09-02', { 1: '2019-09-20' }), version('2019-11-01', { 1: '2019-09-20', 2: '2019-11-03' }))).toBe('met')
  })
})

const days = fc.integer({ min: 0, max: 700 }).map((n) => addDays(day('2019-01-01'), n))
const dates: fc.Arbitrary<PartialDate> = fc.oneof(
  days,
  days.map((d) => partialDate(d.slice(0, 7))),
  fc.constantFrom('2019-Q2', '2019-H2', '2019').map(partialDate),
)

describe('whatever is announced', () => {
  it('a verdict is given only where every day that the dates can mean agrees with it', () => {
    fc.assert(
      fc.property(days, fc.array(dates, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 60 }), (publishedOn, starts, needed) => {
        const announcement = { publishedOn, opportunities: starts.map((startsOn, i) => ({ number: i + 1, startsOn, cancelled: false })) }
        const lead = leadOfFirst([announcement])
        if (!lead) throw new Error('no lead')
        expect(lead.least).toBeLessThanOrEqual(lead.most)
        const verdict = judgeLead(lead, needed)
        if (lead.least === lead.most) expect(verdict).toBe(lead.least >= needed ? 'met' : 'missed')
        else if (verdict === 'unclear') expect(lead.least < needed && lead.most >= needed).toBe(true)
      }),
    )
  })

  it('putting an opportunity off never shortens its notice', () => {
    fc.assert(
      fc.property(days, fc.nat(200), fc.nat(200), fc.nat(200), (publishedOn, ahead, later, after) => {
        const start = addDays(publishedOn, ahead)
        const first = version(publishedOn, { 1: start })
        const put = version(addDays(publishedOn, after), { 1: addDays(start, later) })
        expect(leadOf([first, put], 1)?.least).toBeGreaterThanOrEqual(leadOf([first], 1)?.least ?? 0)
      }),
    )
  })
})
