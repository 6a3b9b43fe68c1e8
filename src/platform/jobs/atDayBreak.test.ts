import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { day } from '../dates/partialDate.ts'
import { openLog } from '../log.ts'
import { atDayBreak } from './atDayBreak.ts'

/** A clock that the test moves, a log that it reads, and work of which it says when and how it ends. */
function setting() {
  let today = day('2019-09-10')
  const lines: string[] = []
  const log = openLog({ logLevel: 'info' }, new Writable({ write: (line, _, next) => next(void lines.push(String(line))) }))
  const begun: { end: () => void; fail: () => void }[] = []
  const work = () => new Promise<void>((end, fail) => void begun.push({ end, fail: () => fail(new Error('ilze@example.org')) }))
  const dayHasBegun = atDayBreak({ today: () => today, now: () => new Date() }, log, 'notices', work)
  const moveTo = (text: string): void => {
    today = day(text)
  }
  return { begun, lines, dayHasBegun, moveTo }
}

describe('what belongs to a day', () => {
  it('is done once, by whoever comes first; all others of that moment wait for it', async () => {
    const { begun, dayHasBegun, moveTo } = setting()
    const served: number[] = []
    const asked = [1, 2, 3].map((n) => dayHasBegun().then(() => served.push(n)))
    await Promise.resolve()
    expect([begun.length, served.length]).toEqual([1, 0])
    begun[0]?.end()
    await Promise.all(asked)
    await dayHasBegun()
    expect([begun.length, served.length]).toEqual([1, 3])
    moveTo('2019-09-11')
    const next = dayHasBegun()
    expect(begun.length).toBe(2)
    begun[1]?.end()
    await next
  })

  it('stops nobody when it fails; the log says so without values', async () => {
    const { begun, lines, dayHasBegun } = setting()
    const asked = dayHasBegun()
    begun[0]?.fail()
    await asked
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'error', job: 'notices', fault: 'Error' })
    expect(lines[0]).not.toContain('ilze')
  })
})
