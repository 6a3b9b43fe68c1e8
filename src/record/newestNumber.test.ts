import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Database } from '../platform/database/database.ts'
import { newestNumber } from './newestNumber.ts'

/** A database whose questions are answered when the test says so. */
function slowDatabase() {
  const asked: { answer: (seq: number) => void; fail: () => void }[] = []
  const execute = () =>
    new Promise((resolve, reject) => {
      asked.push({ answer: (seq) => resolve({ rows: [{ seq: String(seq) }] }), fail: () => reject(new Error('gone')) })
    })
  const untilAsked = async (count: number): Promise<void> => {
    for (let turn = 0; turn < 10 && asked.length < count; turn += 1) await setImmediate()
    expect(asked).toHaveLength(count)
  }
  return { newest: newestNumber({ execute } as unknown as Database), asked, untilAsked }
}

describe('the newest number', () => {
  it('is asked for once for all who come in one turn', async () => {
    const { newest, asked, untilAsked } = slowDatabase()
    const told = Promise.all([newest(), newest(), newest()])
    await untilAsked(1)
    asked[0]?.answer(7)
    expect(await told).toEqual([7, 7, 7])
  })

  it('is never from a question that was put before one came', async () => {
    const { newest, asked, untilAsked } = slowDatabase()
    const early = newest()
    await untilAsked(1)
    const late = [newest(), newest()]
    await untilAsked(1)
    asked[0]?.answer(7)
    expect(await early).toBe(7)
    await untilAsked(2)
    asked[1]?.answer(8)
    expect(await Promise.all(late)).toEqual([8, 8])
  })

  it('is asked for again after a question that failed', async () => {
    const { newest, asked, untilAsked } = slowDatabase()
    const lost = newest()
    await untilAsked(1)
    const next = newest()
    asked[0]?.fail()
    await expect(lost).rejects.toThrow('gone')
    await untilAsked(2)
    asked[1]?.answer(9)
    expect(await next).toBe(9)
  })
})
