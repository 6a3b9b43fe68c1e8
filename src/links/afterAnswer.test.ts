import { describe, expect, it } from 'vitest'
import { day } from '../platform/dates/partialDate.ts'
import type { Answer } from '../platform/links/askAddress.ts'
import { afterAnswer } from './afterAnswer.ts'

const there: Answer = { state: 'there', problem: null, asIfCutOff: false }
const gone: Answer = { state: 'gone', problem: '404', asIfCutOff: false }
const unclear: Answer = { state: 'unclear', problem: '403', asIfCutOff: false }

/** Answers one after the other from 1 March on, each when the one before it asks for it. */
function standingAfter(...answers: Answer[]) {
  let standing: Parameters<typeof afterAnswer>[0] = { failures: 0, failingSince: null, deadSince: null }
  let now = new Date('2026-03-01T08:00:00Z')
  const told: string[] = []
  for (const answer of answers) {
    const today = day(now.toISOString().slice(0, 10))
    const { next, act } = afterAnswer(standing, answer, today, now)
    if (act) told.push(`${today} ${act}`)
    standing = next
    now = next.nextCheckAt
  }
  return { ...standing, told, next: now.toISOString().slice(0, 10) }
}

describe('a link', () => {
  it('is dead after three failures in a row, since the first of them, and that is told once', () => {
    expect(standingAfter(there, gone, gone)).toMatchObject({ failures: 2, failingSince: '2026-03-08', deadSince: null, told: [] })
    expect(standingAfter(there, gone, gone, gone)).toMatchObject({ deadSince: '2026-03-08', told: ['2026-03-10 findDeadLink'] })
    expect(standingAfter(there, gone, gone, gone, gone, gone)).toMatchObject({
      failures: 5,
      deadSince: '2026-03-08',
      told: ['2026-03-10 findDeadLink'],
    })
  })

  it.each([
    ['there', there],
    ['unclear', unclear],
  ])('does not die when an answer between was %s', (_, between) => {
    expect(standingAfter(gone, gone, between, gone, gone)).toMatchObject({ failures: 2, deadSince: null, told: [] })
  })

  it('never dies of what a program can’t tell', () => {
    expect(standingAfter(...Array.from({ length: 20 }, () => unclear))).toMatchObject({ deadSince: null, told: [] })
  })

  it.each([
    ['there', there],
    ['unclear', unclear],
  ])('is not called dead any more once an answer is %s, and that is told once', (_, answer) => {
    expect(standingAfter(gone, gone, gone, answer, answer)).toMatchObject({
      failures: 0,
      failingSince: null,
      deadSince: null,
      told: ['2026-03-03 findDeadLink', '2026-03-04 findLinkAgain'],
    })
  })

  it('dies a second time since the failures of that time', () => {
    expect(standingAfter(gone, gone, gone, there, gone, gone, gone)).toMatchObject({ deadSince: '2026-03-11' })
  })

  it('is asked again after a week, a day when it failed, three days when it is unclear', () => {
    expect([standingAfter(there).next, standingAfter(gone).next, standingAfter(unclear).next]).toEqual([
      '2026-03-08',
      '2026-03-02',
      '2026-03-04',
    ])
  })
})
