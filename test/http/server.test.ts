import { Writable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { readConfiguration } from '../../src/platform/configuration.ts'
import { openLog } from '../../src/platform/log.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'

type App = ReturnType<typeof createApp>
let house: TestHouse
let app: App
const lines: string[] = []
let stopping = false
const log = openLog({ logLevel: 'debug' }, new Writable({ write: (line, _, next) => next(void lines.push(String(line))) }))
beforeAll(async () => {
  house = await openTestHouse()
  app = createApp(house, { log, isStopping: () => stopping })
})
afterAll(() => house.close())
beforeEach(() => {
  lines.length = 0
})

const OWN = 'http://localhost'
const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
const logged = (): Record<string, unknown> => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown>
/** A house whose database fails, in front of the same pages. */
const broken = (to = log): App =>
  createApp(
    {
      ...house,
      db: new Proxy(house.db, {
        get: () => () => {
          throw new Error('relation "secret of jana@example.org" does not exist')
        },
      }),
    },
    { log: to, isStopping: () => false },
  )

describe('for the machines that watch', () => {
  it('healthz says that the process lives, readyz that it can work', async () => {
    for (const [path, word] of [
      ['/healthz', 'alive\n'],
      ['/readyz', 'ready\n'],
    ] as const) {
      const answer = await app.request(path)
      expect([answer.status, await answer.text(), answer.headers.get('Cache-Control')]).toEqual([200, word, 'no-store'])
    }
  })

  it('readyz is 503 while it stops, healthz is not', async () => {
    stopping = true
    expect([(await app.request('/readyz')).status, (await app.request('/healthz')).status]).toEqual([503, 200])
    stopping = false
  })

  it('readyz is 503 without a database, healthz is not', async () => {
    const { db } = await openTestHouse().then(async (other) => {
      await other.close()
      return other
    })
    const without = createApp({ ...house, db })
    const answer = await without.request('/readyz')
    expect([answer.status, await answer.text()]).toEqual([503, 'no database\n'])
    expect((await without.request('/healthz')).status).toBe(200)
  })

  it('a demonstration asks not to be found, a real instance shows its public pages', async () => {
    expect(await (await app.request('/robots.txt')).text()).toBe('User-agent: *\nDisallow: /\n')
    const real = await (await createApp({ ...house, demonstration: null }).request('/robots.txt')).text()
    expect(real).toContain('Disallow: /lv/sekretariats\n')
    expect(real).not.toContain('Disallow: /\n')
  })
})

describe('the first page', () => {
  it.each([
    ['lv', '/lv'],
    ['en-GB,en;q=0.9,lv;q=0.5', '/en'],
    ['de,lv;q=0.2,en;q=0.1', '/lv'],
    ['de', '/lv'],
    ['*', '/lv'],
    [';;;q=', '/lv'],
  ])('for a reader of “%s” is %s', async (wish, to) => {
    const answer = await app.request('/', { headers: { 'Accept-Language': wish } })
    expect([answer.status, answer.headers.get('Location'), answer.headers.get('Vary')]).toEqual([302, to, 'Accept-Language'])
  })

  it.each(['/lv/zurnals/', '//evil.example/', '/lv//evil.example/', '/\\evil.example/'])('%s never leads to another site', async (path) => {
    const answer = await app.request(new Request(OWN + path))
    expect([null, '/lv/zurnals']).toContain(answer.headers.get('Location'))
  })
})

describe('every answer', () => {
  it.each(['/lv/zurnals', '/healthz', '/', '/nowhere', '/lv/sekretariats/cilveki', '/assets/none.css'])(
    '%s has a number and the headers',
    async (path) => {
      const answer = await app.request(path, { headers: { 'X-Request-Id': 'mine' } })
      expect(answer.headers.get('X-Request-Id')).toMatch(/^[\da-f-]{36}$/)
      expect(answer.headers.get('Content-Security-Policy')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      )
      expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
      expect(answer.headers.get('X-Frame-Options')).toBe('DENY')
      expect(answer.headers.get('Referrer-Policy')).toBe('strict-origin-when-cross-origin')
      expect(answer.headers.get('X-Powered-By')).toBeNull()
      expect(answer.headers.get('Access-Control-Allow-Origin')).toBeNull()
      expect(answer.headers.get('Strict-Transport-Security')).toBeNull()
    },
  )

  it('insists on https where the site is on https', async () => {
    const secure = createApp({
      ...house,
      configuration: readConfiguration({ KOPRADE_URL: 'https://koprade.example.lv', KOPRADE_LOG: 'silent' }),
    })
    expect((await secure.request('/healthz')).headers.get('Strict-Transport-Security')).toBe('max-age=31536000')
  })

  it.each(['/lv/zurnals', '/lv/meklet', '/lv/sekretariats'])('%s is compressed for who can read it, and still a page', async (path) => {
    const answer = await app.request(path, { headers: { 'Accept-Encoding': 'gzip' } })
    expect([answer.headers.get('Content-Encoding'), answer.headers.get('Content-Type')]).toEqual(['gzip', 'text/html; charset=utf-8'])
  })
})

describe('a form', () => {
  const send = (headers: Record<string, string>, at = app): Promise<Response> =>
    Promise.resolve(at.request('/lv/ieiet', { method: 'POST', headers: { ...form, ...headers }, body: 'email=' }))

  it.each([
    ['from our own page', { Origin: OWN }, 422],
    ['that the browser calls our own', { Origin: OWN, 'Sec-Fetch-Site': 'same-origin' }, 422],
    ['from another site', { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['from a neighbouring site', { Origin: 'https://other.localhost', 'Sec-Fetch-Site': 'same-site' }, 403],
    ['from nowhere', { Origin: 'null' }, 403],
    ['without a word of where from', {}, 403],
  ])('%s', async (_, headers, status) => {
    const answer = await send(headers as Record<string, string>)
    expect(answer.status).toBe(status)
    if (status === 403) expect(await answer.text()).toContain('Veidlapa nāk no citas vietnes')
  })

  it('is taken behind a proxy from the address people use', async () => {
    const proxied = createApp({
      ...house,
      configuration: readConfiguration({ KOPRADE_URL: 'https://koprade.example.lv', KOPRADE_LOG: 'silent' }),
    })
    expect((await send({ Origin: 'https://koprade.example.lv' }, proxied)).status).toBe(422)
    expect((await send({ Origin: 'https://koprade.example.lv.evil.example' }, proxied)).status).toBe(403)
  })

  it.each(['text/plain', 'application/json', ''])('whose kind is “%s” is none of ours', async (kind) => {
    const answer = await app.request('/lv/ieiet', {
      method: 'POST',
      headers: { Origin: OWN, ...(kind ? { 'Content-Type': kind } : {}) },
      body: '{"email":"a@example.org"}',
    })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(house.letters).toEqual([])
  })

  it('of a megabyte is refused with 413 and says so, a field of one too', async () => {
    const headers = { Origin: OWN, Accept: 'text/html' }
    const other = await app.request('/lv/ieiet', {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'text/plain' },
      body: 'a'.repeat(1_000_000),
    })
    expect([other.status, (await other.text()).includes('Pārāk liels apjoms')]).toEqual([413, true])
    const field = await app.request('/lv/ieiet', {
      method: 'POST',
      headers: { ...headers, ...form },
      body: `email=${'a'.repeat(1_000_000)}`,
    })
    expect([413, 422]).toContain(field.status)
  })

  it('sent to where none is taken is 405 and names what is', async () => {
    const answer = await app.request('/lv/zurnals', { method: 'POST', headers: { ...form, Origin: OWN }, body: 'a=b' })
    expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'GET, HEAD'])
  })
})

describe('a program that asks for JSON', () => {
  it.each([
    ['/en/nowhere', 404, 'There is no such page'],
    ['/lv/nekur', 404, 'Šādas lapas nav'],
    ['/en/secretariat/people', 401, 'Sign in first'],
    ['/en/record?before=x', 400, 'The request can’t be understood'],
  ])('is told of %s in a problem document', async (path, status, title) => {
    const answer = await app.request(path, { headers: { Accept: 'application/json' } })
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([status, 'application/problem+json'])
    const problem = (await answer.json()) as Record<string, unknown>
    expect(problem).toEqual({
      type: 'about:blank',
      status,
      title,
      detail: expect.stringMatching(/\S/),
      instance: `urn:request:${answer.headers.get('X-Request-Id')}`,
    })
  })

  it('is told of a form from another site, and of a fault, in the same way', async () => {
    const foreign = await app.request('/en/sign-in', {
      method: 'POST',
      headers: { ...form, Accept: 'application/json', Origin: 'https://evil.example' },
      body: 'a=b',
    })
    expect([foreign.status, ((await foreign.json()) as { status: number }).status]).toEqual([403, 403])
    const fault = await broken().request('/en/record', { headers: { Accept: 'application/problem+json' } })
    expect([fault.status, ((await fault.json()) as { status: number }).status]).toEqual([500, 500])
  })
})

describe('a fault of ours', () => {
  it('is a page with a number and nothing of the fault, in both languages', async () => {
    for (const [path, words] of [
      ['/lv/zurnals', 'Kaut kas nogāja greizi'],
      ['/en/record', 'Something went wrong'],
    ] as const) {
      const answer = await broken().request(path)
      const page = await answer.text()
      expect(answer.status).toBe(500)
      expect(page).toContain(words)
      expect(page).toContain(answer.headers.get('X-Request-Id') ?? 'no number')
      expect(page).not.toMatch(/relation|jana@|at Object|\.ts:/)
    }
  })

  it('is logged with its number and place, its message only where one debugs', async () => {
    await broken().request('/lv/zurnals')
    expect(lines.join('')).toContain('jana@example.org')
    const quietLines: string[] = []
    const info = openLog({ logLevel: 'info' }, new Writable({ write: (line, _, next) => next(void quietLines.push(String(line))) }))
    await broken(info).request('/lv/zurnals')
    expect(quietLines.join('')).not.toContain('jana@')
    const fault = quietLines.map((line) => JSON.parse(line) as Record<string, unknown>).find(({ msg }) => msg === 'fault')
    expect(fault).toMatchObject({
      level: 'error',
      route: '/lv/zurnals',
      fault: 'Error',
      requestId: expect.stringMatching(/^[\da-f-]{36}$/),
      at: expect.arrayContaining([expect.stringContaining('server.test.ts')]),
    })
  })
})

describe('the log of a request', () => {
  it('tells pattern, status, time and queries, and nothing of who or what', async () => {
    await app.request('/lv/zurnals/123456?object=jana.berzina%40example.org', {
      headers: {
        'User-Agent': 'Tell-tale',
        'X-Forwarded-For': '192.0.2.7',
        Cookie: 'koprade.session_token=secret',
        Referer: 'https://tell.example/',
      },
    })
    const { time, ms, requestId, queries, ...rest } = logged()
    expect(rest).toEqual({ level: 'info', msg: 'request', method: 'GET', route: '/lv/zurnals/:seq', status: 404 })
    expect([typeof time, typeof ms, typeof requestId, typeof queries]).toEqual(['string', 'number', 'string', 'number'])
    expect(lines.join('')).not.toMatch(/123456|jana|Tell-tale|192\.0|secret|tell\.example/)
  })

  it('calls an address that is none “none”', async () => {
    await app.request('/jana.berzina@example.org')
    expect(logged()).toMatchObject({ route: 'none', status: 404 })
  })

  it('is quiet about health and assets', async () => {
    await app.request('/healthz')
    expect(logged()).toMatchObject({ level: 'debug', route: '/healthz' })
  })
})
