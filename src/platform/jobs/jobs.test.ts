import { Writable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { openLog, silentLog } from '../log.ts'
import { regularJob } from '../tables.ts'
import { doRegularJobs, type RegularJob, regularJobStates } from './regularJobs.ts'
import { repeat } from './repeat.ts'

let house: TestHouse
let now: Date
let done: number
const clock = { today: () => house.clock.today(), now: () => now }
const job: RegularJob = {
  name: 'count',
  everyMinutes: 5,
  work: async () => {
    done += 1
  },
}

beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  now = new Date('2026-03-02T08:00:00Z')
  done = 0
  await house.db.delete(regularJob)
})
const run = (...jobs: RegularJob[]) => doRegularJobs({ ...house, clock }, silentLog, jobs)
const later = (minutes: number): void => {
  now = new Date(now.getTime() + minutes * 60_000)
}

describe('a regular job', () => {
  it('is done at once and then when it is due again', async () => {
    await run(job)
    await run(job)
    expect(done).toBe(1)
    later(4)
    await run(job)
    expect(done).toBe(1)
    later(1)
    await run(job)
    expect(done).toBe(2)
    expect(await regularJobStates(house.db)).toEqual([
      { name: 'count', dueAt: new Date('2026-03-02T08:10:00Z'), startedAt: now, endedAt: now, problem: null },
    ])
  })

  it('is done by one of several processes', async () => {
    await Promise.all(Array.from({ length: 5 }, () => run(job)))
    expect(done).toBe(1)
  })

  it('that fails leaves a code without values, does not stop the others, and comes again', async () => {
    let broken = true
    const failing: RegularJob = {
      name: 'broken',
      everyMinutes: 5,
      work: async (db) => {
        if (broken) await db.execute(`select 'ilze@example.org'::int`)
      },
    }
    await run(failing, job)
    expect(done).toBe(1)
    expect(await regularJobStates(house.db)).toMatchObject([
      { name: 'broken', problem: '22P02' },
      { name: 'count', problem: null },
    ])
    broken = false
    later(5)
    await run(failing)
    expect((await regularJobStates(house.db))[0]).toMatchObject({ name: 'broken', problem: null })
  })
})

describe('repeated work', () => {
  it('goes on after a round that failed, and the log tells no values', async () => {
    const lines: string[] = []
    const log = openLog({ logLevel: 'info' }, new Writable({ write: (line, _, next) => next(void lines.push(String(line))) }))
    let rounds = 0
    const running = await new Promise<ReturnType<typeof repeat>>((resolve) => {
      const made = repeat('letters', 1, log, async () => {
        rounds += 1
        if (rounds === 1) throw new Error('could not write to ilze@example.org')
        if (rounds === 3) resolve(made)
      })
    })
    await running.stop()
    expect(rounds).toBeGreaterThanOrEqual(3)
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'error', job: 'letters', fault: 'Error' })
    expect(lines[0]).not.toContain('ilze')
  })

  it('that is told to stop ends what it does, is never done twice at once, and begins nothing new', async () => {
    let [atOnce, most, rounds] = [0, 0, 0]
    let begun = (): void => undefined
    const first = new Promise<void>((resolve) => {
      begun = resolve
    })
    let finish = (): void => undefined
    const held = new Promise<void>((resolve) => {
      finish = resolve
    })
    const running = repeat('slow', 1, silentLog, async (isStopping) => {
      atOnce += 1
      rounds += 1
      most = Math.max(most, atOnce)
      begun()
      await held
      expect(isStopping()).toBe(true)
      atOnce -= 1
    })
    await first
    const stopped = running.stop()
    finish()
    await stopped
    expect([atOnce, most, rounds]).toEqual([0, 1, 1])
  })
})
