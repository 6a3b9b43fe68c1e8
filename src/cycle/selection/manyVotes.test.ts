import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testServer } from '../../../test/support/database.ts'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { aPlan } from '../plan/testSupport.ts'
import { countBallot, mixOpenBallots } from './countBallot.ts'
import { publishedBallot, publishedVotes, turnoutSoFar } from './queries.ts'
import { newToken, receiptOf } from './receipts.ts'
import { aBallot, at, choose, invite, rowsOf, voterLine } from './testSupport.ts'

const VOTERS = 1000
const root = resolve(import.meta.dirname, '../../..')

describe.runIf(testServer)('many votes at once on a server', () => {
  let house: TestHouse
  const lines = Array.from({ length: VOTERS }, (_, index) =>
    voterLine(index + 1, 'resident').replace(/\d+/, (n) => n.padStart(4, '0')),
  ).join('\n')
  beforeAll(async () => {
    house = await openTestHouse()
    await aPlan(house, { adopted: false })
    await invite(house, VOTERS)
  })
  afterAll(() => house.close())

  it('are each taken once, while some are sent twice and the rows are mixed', async () => {
    const id = await aBallot(house, { voters: lines })
    const tokens = Array.from({ length: VOTERS }, newToken)
    const taken: string[] = []
    const send = async (voter: number, token: string): Promise<void> =>
      choose(house, id, voter, [(voter % 4) + 1], token).then(
        () => void taken.push(receiptOf(id, token)),
        (refusal: Refusal) => expect(refusal.status).toBe(409),
      )
    const sendings = tokens.flatMap((token, index) => [
      send(index + 1, token),
      // Every tenth voter's organisation votes from two rooms at once, each with a token of its own.
      ...(index % 10 ? [] : [send(index + 1, newToken())]),
    ])
    await mixOpenBallots(house)
    await Promise.all(sendings)
    expect(taken).toHaveLength(VOTERS)
    expect(await turnoutSoFar(house.db, id)).toEqual({ entitled: VOTERS, voted: VOTERS, recused: 0 })
    const closed = at(house, '2019-09-13T09:00:00+03:00')
    await countBallot(closed, id)
    const ballot = await publishedBallot(house.db, id, closed.clock)
    const votes = ballot ? await publishedVotes(house.db, ballot) : []
    expect(votes.map(({ key }) => key).toSorted()).toEqual(taken.toSorted())
    expect(ballot?.result?.voted).toBe(VOTERS)
  })

  it('race the close: each is either counted or refused', async () => {
    const id = await aBallot(house, { voters: lines })
    let closed = false
    const clock = {
      today: () => house.clock.today(),
      now: () => new Date(closed ? '2019-09-12T17:00:30+03:00' : '2019-09-12T17:00:29+03:00'),
    }
    const racing = { ...house, clock: { ...clock, today: () => '2019-09-12' as never } }
    const taken: string[] = []
    const sendings = Array.from({ length: 200 }, async (_, index) => {
      const token = newToken()
      await choose(racing, id, index + 1, [1], token).then(
        () => taken.push(receiptOf(id, token)),
        (refusal: Refusal) => expect(refusal.status).toBe(409),
      )
      if (taken.length === 100) closed = true
    })
    await Promise.all([...sendings, ...Array.from({ length: 20 }, () => countBallot(racing, id))])
    closed = true
    await countBallot(racing, id)
    const ballot = await publishedBallot(house.db, id, racing.clock)
    const votes = ballot ? await publishedVotes(house.db, ballot) : []
    expect(votes.map(({ key }) => key).toSorted()).toEqual(taken.toSorted())
    expect(ballot?.result?.voted).toBe(taken.length)
    expect(taken.length).toBeGreaterThanOrEqual(100)
  })

  it('survive the end of the process that took them', async () => {
    const id = await aBallot(house, { voters: lines })
    const [found] = await rowsOf(house, 'select current_database() as name')
    const url = new URL(testServer ?? '')
    url.pathname = `/${found?.['name']}`
    const confirmed: string[] = []
    const process_: ChildProcess = spawn(
      process.execPath,
      ['--import', 'tsx', join(root, 'test/support/castVotes.ts'), url.href, String(id), String(VOTERS)],
      { stdio: ['ignore', 'pipe', 'inherit'], cwd: root },
    )
    const ended = once(process_, 'exit')
    if (process_.stdout)
      for await (const line of createInterface({ input: process_.stdout })) {
        confirmed.push(line)
        if (confirmed.length === 150) process_.kill('SIGKILL')
      }
    await ended
    expect(confirmed.length).toBeGreaterThanOrEqual(150)
    expect(confirmed.length).toBeLessThan(VOTERS)
    const keys = new Set((await rowsOf(house, `select key from ballot_vote where ballot_id = ${id}`)).map(({ key }) => key))
    expect(confirmed.filter((key) => !keys.has(key))).toEqual([])
    expect((await turnoutSoFar(house.db, id)).voted).toBe(keys.size)
  })
})
