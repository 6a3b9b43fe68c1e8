import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeOnServer, testServer } from '../support/database.ts'
import { emptyPlace, koprade, leaveNothing, type Server, startServer } from './koprade.ts'

leaveNothing()

/* Several processes on one PostgreSQL server, from an empty database on. */

describe.runIf(testServer)('on one PostgreSQL server', () => {
  let database: Awaited<ReturnType<typeof makeOnServer>>
  let settings: Record<string, string>
  const servers: Server[] = []
  beforeAll(async () => {
    database = await makeOnServer()
    settings = { DATABASE_URL: database.url, KOPRADE_DATA: emptyPlace() }
  })
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop('SIGKILL')))
    await database?.drop()
  })

  it('several processes that bring an empty database up to date at once all succeed', async () => {
    const ended = await Promise.all([1, 2, 3, 4].map(() => koprade('migrate', settings)))
    const [first] = ended
    expect(first?.out).toMatch(/^The database is up to date: \d+ migrations\.\n$/)
    expect(ended).toEqual(ended.map(() => ({ code: 0, out: first?.out, err: '' })))
  })

  it('two servers run side by side, and commands beside them', async () => {
    servers.push(...(await Promise.all([startServer('serve', settings), startServer('serve', settings)])))
    for (const { url } of servers) expect(await (await fetch(`${url}/readyz`)).text()).toBe('ready\n')
    expect(await koprade('check record', settings)).toMatchObject({ code: 0, err: '' })
    for (const ended of await Promise.all(servers.splice(0).map((server) => server.stop()))) expect(ended.code).toBe(0)
  })

  it('real data are no demonstration, and a demonstration can be reset', async () => {
    expect(await koprade('demo --reset', { ...settings, PORT: '0' })).toMatchObject({ code: 1, err: expect.stringContaining('are real') })
    const other = await makeOnServer()
    try {
      const mine = { DATABASE_URL: other.url, KOPRADE_DATA: emptyPlace() }
      await (await startServer('demo', mine)).stop()
      const again = await startServer('demo --reset', mine)
      expect(await (await fetch(`${again.url}/en`)).text()).toContain('Today is 10 September 2019 here.')
      expect((await again.stop()).code).toBe(0)
      expect(await koprade('check record', mine)).toMatchObject({ code: 0 })
    } finally {
      await other.drop()
    }
  })
})
