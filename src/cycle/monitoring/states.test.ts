import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day, lastDay, type PartialDate, partialDate } from '../../platform/dates/partialDate.ts'
import { commitmentState, daysLate, type MilestoneState, milestoneState, wordOfLeads } from './states.ts'
import { type ReportedState, reportedStates } from './tables.ts'

const reported = fc.constantFrom(...reportedStates)
const shown: fc.Arbitrary<MilestoneState> = fc.constantFrom(...reportedStates, 'awaiting', 'late')
const dates: fc.Arbitrary<PartialDate> = fc
  .record({ year: fc.integer({ min: 2015, max: 2025 }), month: fc.integer({ min: 1, max: 12 }), kind: fc.integer({ min: 0, max: 4 }) })
  .map(({ year, month, kind }) => {
    const part = String(month).padStart(2, '0')
    const quarter = `Q${Math.ceil(month / 3)}`
    const half = `H${month > 6 ? 2 : 1}`
    return partialDate([`${year}`, `${year}-${half}`, `${year}-${quarter}`, `${year}-${part}`, `${year}-${part}-15`][kind] ?? `${year}`)
  })
const maybeDate = fc.option(dates)
const today = fc.integer({ min: 0, max: 4000 }).map((days) => addDays(day('2015-01-01'), days))
const says = (state: ReportedState) => ({ state, actualEnd: null })

describe('a milestone', () => {
  it('awaits a report as long as nobody has told anything, however late it is', () => {
    fc.assert(fc.property(maybeDate, maybeDate, today, (own, whole, on) => milestoneState(null, own, whole, on) === 'awaiting'))
  })

  it('is never late before or on the last day of its end', () => {
    fc.assert(
      fc.property(reported, dates, maybeDate, fc.integer({ min: 0, max: 3000 }), (state, own, whole, before) => {
        expect(milestoneState(says(state), own, whole, addDays(lastDay(own), -before))).toBe(state)
      }),
    )
  })

  it('is late from the day after, unless it is complete or withdrawn', () => {
    fc.assert(
      fc.property(reported, dates, maybeDate, fc.integer({ min: 1, max: 3000 }), (state, own, whole, after) => {
        const expected = state === 'complete' || state === 'withdrawn' ? state : 'late'
        expect(milestoneState(says(state), own, whole, addDays(lastDay(own), after))).toBe(expected)
      }),
    )
  })

  it('goes by the commitment’s end only where it has none of its own; without any end it is never late', () => {
    fc.assert(
      fc.property(reported, dates, today, (state, whole, on) => {
        expect(milestoneState(says(state), null, whole, on)).toBe(milestoneState(says(state), whole, null, on))
        expect(milestoneState(says(state), null, null, on)).toBe(state)
      }),
    )
  })

  it('of commitment 2 of the third plan, which runs to the end of 2020, is not late before 2021', () => {
    const end = partialDate('2020')
    for (const state of ['not-started', 'limited', 'substantial'] as const) {
      expect(milestoneState(says(state), null, end, day('2019-09-10'))).toBe(state)
      expect(milestoneState(says(state), null, end, day('2020-12-31'))).toBe(state)
      expect(milestoneState(says(state), null, end, day('2021-01-01'))).toBe('late')
    }
  })
})

describe('a commitment', () => {
  const milestones = fc.array(shown, { minLength: 1, maxLength: 8 })
  const lead = fc.option(reported)

  it('counts how many of its milestones are complete; a withdrawn one is not counted', () => {
    fc.assert(
      fc.property(milestones, lead, (states, says) => {
        const { complete, total } = commitmentState(states, says)
        expect(complete).toBe(states.filter((state) => state === 'complete').length)
        expect(total).toBe(states.filter((state) => state !== 'withdrawn').length)
        const more = commitmentState([...states, 'withdrawn'], says)
        expect([more.complete, more.total]).toEqual([complete, total])
        if (total > 0) expect(more.state).toBe(commitmentState(states, says).state)
      }),
    )
  })

  it('is complete when all are, whatever the lead says, and otherwise never', () => {
    fc.assert(
      fc.property(milestones, lead, (states, says) => {
        const { state, complete, total } = commitmentState(states, says)
        expect(state === 'complete').toBe(total > 0 && complete === total)
      }),
    )
  })

  it('is late when any is, unless all are complete', () => {
    fc.assert(
      fc.property(milestones, lead, (states, says) => {
        expect(commitmentState(states, says).state === 'late').toBe(states.includes('late'))
      }),
    )
  })

  it('is substantial only when the lead says so, and never by its milestones alone', () => {
    fc.assert(
      fc.property(milestones, lead, (states, says) => {
        if (says !== 'substantial') expect(commitmentState(states, says).state).not.toBe('substantial')
      }),
    )
    expect(commitmentState(['complete', 'substantial'], null).state).toBe('limited')
    expect(commitmentState(['complete', 'awaiting'], 'substantial').state).toBe('substantial')
  })

  it('awaits reports when none of its milestones has one, also when the lead has assessed the whole', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), lead, (count, says) => {
        expect(commitmentState(Array<MilestoneState>(count).fill('awaiting'), says).state).toBe('awaiting')
      }),
    )
  })

  it('stands in the order of its rules, whichever way its milestones are ordered', () => {
    fc.assert(
      fc.property(milestones, lead, (states, says) => {
        expect(commitmentState([...states].reverse(), says)).toEqual(commitmentState(states, says))
      }),
    )
  })

  it('is withdrawn when all of it is; where no milestones are known, the lead’s word is all there is', () => {
    expect(commitmentState(['withdrawn', 'withdrawn'], 'complete').state).toBe('withdrawn')
    fc.assert(fc.property(lead, (says) => commitmentState([], says).state === (says ?? 'awaiting')))
  })
})

describe('the word of several leads', () => {
  it('is no more than the least of them says, in whatever order they spoke', () => {
    expect(wordOfLeads([])).toBeNull()
    expect(wordOfLeads(['substantial', 'limited'])).toBe('limited')
    expect(wordOfLeads(['complete', 'substantial'])).toBe('substantial')
    expect(wordOfLeads(['withdrawn', 'complete'])).toBe('complete')
    expect(wordOfLeads(['withdrawn', 'withdrawn'])).toBe('withdrawn')
    fc.assert(
      fc.property(fc.array(reported, { minLength: 1 }), (said) => {
        expect(said).toContain(wordOfLeads(said))
        expect(wordOfLeads([...said].reverse())).toBe(wordOfLeads(said))
      }),
    )
  })
})

describe('how late a complete milestone was', () => {
  it('is nothing when it ended by the last day of its planned end, and the days between otherwise', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -2000, max: 2000 }), (planned, days) => {
        expect(daysLate(planned, addDays(lastDay(planned), days))).toBe(Math.max(0, days))
      }),
    )
  })

  it('is not said where it is not known to the day', () => {
    expect(daysLate(partialDate('2018-Q4'), partialDate('2019-03-28'))).toBe(87)
    expect(daysLate(partialDate('2018-12-31'), partialDate('2019-03'))).toBeNull()
    expect(daysLate(partialDate('2018-12-31'), partialDate('2018'))).toBe(0)
    expect(daysLate(null, partialDate('2018'))).toBeNull()
    expect(daysLate(partialDate('2018'), null)).toBeNull()
  })
})
