import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyPlace, koprade, kopradeWith, leaveNothing, type Server, startServer } from './koprade.ts'

leaveNothing()

/* One demonstration through its life, each part going on from the one before. */

const place = emptyPlace()
const settings = { KOPRADE_DATA: place }
let server: Server
const start = async (more: Record<string, string> = {}): Promise<void> => {
  server = await startServer('demo', { ...settings, ...more })
}
beforeAll(() => start({ KOPRADE_TODAY: '2019-09-12' }))
afterAll(() => server?.stop('SIGKILL'))

const home = async (): Promise<string> => (await fetch(`${server.url}/en`)).text()
const moveTo = (to: string): Promise<Response> =>
  fetch(`${server.url}/en/demonstration/date`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: server.url },
    body: new URLSearchParams({ to }),
  })

describe('a demonstration', () => {
  it('prints its address, and for each role a link that signs in as it', async () => {
    const { out } = server.said()
    const links = out
      .split('\n')
      .filter((line) => line.includes('\t'))
      .map((line) => line.split('\t'))
    expect(links.map(([role]) => role)).toEqual([
      'participant',
      'representative',
      'officer',
      'forum-member',
      'moderator',
      'secretariat',
      'administrator',
    ])
    for (const [role, url = ''] of links) {
      const answer = await fetch(url, { redirect: 'manual' })
      expect(answer.status, role).toBe(303)
      const cookie = answer.headers
        .getSetCookie()
        .map((set) => set.split(';')[0])
        .join('; ')
      expect(await (await fetch(`${server.url}/lv`, { headers: { cookie } })).text(), role).toContain('<span class="who">')
    }
  })

  it('stands on the day that KOPRADE_TODAY names', async () => {
    expect(await home()).toContain('Today is 12 September 2019 here.')
  })

  it('does not let a second process near its data', async () => {
    for (const words of ['demo', 'serve', 'demo --reset']) {
      const { code, out, err } = await koprade(words, { ...settings, PORT: '0' })
      expect([code, out], words).toEqual([1, ''])
      expect(err, words).toMatch(
        /is running\. Stop it first|in use by another Koprade\. Stop it first, or choose another place with KOPRADE_DATA/,
      )
    }
    expect(await home()).toContain('Today is 12 September 2019 here.')
  })
})

describe('commands beside a running server', () => {
  it('export record prints every entry, a line each, in a chain', async () => {
    const { code, out, err } = await koprade('export record', settings)
    expect([code, err]).toEqual([0, ''])
    const entries = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { seq: number; prev: string; hash: string })
    expect(entries.length).toBeGreaterThan(20)
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1))
    expect(entries.map(({ prev }) => prev)).toEqual(['0'.repeat(64), ...entries.slice(0, -1).map(({ hash }) => hash)])
  })

  it('check record and migrate say that all is well', async () => {
    expect(await koprade('check record', settings)).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/^The record is sound: \d+ entries/),
    })
    expect(await koprade('migrate', settings)).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/^The database is up to date: \d+ migrations/),
    })
  })

  it('admin create prints an address on that server, which signs in once', async () => {
    const words = ['admin', 'create', '--email', 'Jana.Berzina@example.org', '--name', 'Jana Bērziņa']
    const { code, out, err } = await kopradeWith(words, settings)
    expect([code, err]).toEqual([0, ''])
    const url = new URL(out.trim())
    expect(url.origin).toBe(server.url)
    const confirm = () =>
      fetch(url.origin + url.pathname, { method: 'POST', redirect: 'manual', headers: { Origin: server.url }, body: url.searchParams })
    expect([(await confirm()).status, (await confirm()).status]).toEqual([303, 410])
  })

  it('what the server refuses, the command tells, with its exit code', async () => {
    const { code, out, err } = await kopradeWith(['admin', 'create', '--email', 'nobody', '--name', 'Nobody'], settings)
    expect([code, out, err]).toEqual([1, '', 'Enter an e-mail address, such as first.last@example.org.\n'])
  })
})

describe('a second start', () => {
  it('after SIGTERM, which ends it within seconds, keeps the moved date, and KOPRADE_TODAY does not move it back', async () => {
    expect((await moveTo('2019-10-02')).status).toBe(303)
    expect(await server.stop('SIGTERM')).toMatchObject({ code: 0, err: '' })
    await start({ KOPRADE_TODAY: '2019-09-12' })
    expect(await home()).toContain('Today is 2 October 2019 here.')
    expect((await moveTo('2019-09-20')).status).toBe(422)
    expect(await home()).toContain('Today is 2 October 2019 here.')
  })

  it('after kill -9 keeps what was done', async () => {
    expect((await moveTo('2019-10-05')).status).toBe(303)
    await server.stop('SIGKILL')
    await start()
    expect(await home()).toContain('Today is 5 October 2019 here.')
    expect(await koprade('check record', settings)).toMatchObject({ code: 0 })
  })
})

describe('a server that is asked to stop', () => {
  it('answers a form that is still on its way, and takes no new ones', async () => {
    const body = 'to=2019-10-09'
    const sending = request(`${server.url}/en/demonstration/date`, {
      method: 'POST',
      headers: { Origin: server.url, 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': body.length },
    })
    sending.write(body.slice(0, 5))
    const answered = once(sending, 'response')
    await once(sending, 'socket')
    await home()
    const ended = server.stop('SIGINT')
    await expect
      .poll(() =>
        fetch(`${server.url}/healthz`).then(
          () => 'open',
          () => 'closed',
        ),
      )
      .toBe('closed')
    sending.end(body.slice(5))
    const [answer] = (await answered) as [IncomingMessage]
    expect(answer.statusCode).toBe(303)
    answer.resume()
    expect(await ended).toMatchObject({ code: 0, err: '' })
    expect((await ended).milliseconds).toBeLessThan(5_000)
  })
})

describe('data at rest', () => {
  it('are no real instance: serve refuses them', async () => {
    const { code, err } = await koprade('serve', { ...settings, PORT: '0' })
    expect(code).toBe(1)
    expect(err).toContain('These data are a demonstration. Run ./koprade demo, or set KOPRADE_DATA')
  })

  it('that someone has tampered with are found out', async () => {
    const lite = await PGlite.create(join(place, 'db'))
    await lite.exec(`set session_replication_role = replica`)
    await lite.exec(`update record_entry set entry = replace(entry, '2019-10-02', '2019-10-03') where entry like '%2019-10-02%'`)
    await lite.close()
    const { code, out, err } = await koprade('check record', settings)
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/^entry \d+ was changed: its hash is wrong$/m)
    expect(err).toMatch(/^The record is NOT sound: \d+ problems? in \d+ entries\.$/m)
  })

  it('demo --reset throws away and loads anew', async () => {
    server = await startServer('demo --reset', settings)
    expect(await home()).toContain('Today is 10 September 2019 here.')
    expect(await koprade('check record', settings)).toMatchObject({ code: 0 })
  })
})
