import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type MailServer, openMailServer } from '../support/smtpServer.ts'
import { emptyPlace, koprade, kopradeWith, leaveNothing, type Server, startServer } from './koprade.ts'

leaveNothing()

/* A real instance from its first minute, each part going on from the one before. */

const settings = { KOPRADE_DATA: emptyPlace() }
const administrator = ['admin', 'create', '--email', 'jana.berzina@example.org', '--name', 'Jana Bērziņa']
let mail: MailServer
let server: Server
beforeAll(async () => {
  mail = await openMailServer()
})
afterAll(async () => {
  await server?.stop('SIGKILL')
  await mail.close()
})

const post = (path: string, values: Record<string, string>): Promise<Response> =>
  fetch(server.url + path, { method: 'POST', redirect: 'manual', headers: { Origin: server.url }, body: new URLSearchParams(values) })

describe('a real instance', () => {
  it('gets its first administrator on the command line, before any server and any mail, also after a start that was killed', async () => {
    const halfMade = join(settings.KOPRADE_DATA, 'db-making')
    mkdirSync(halfMade)
    writeFileSync(join(halfMade, 'PG_VERSION'), '17')
    const { code, out, err } = await kopradeWith(administrator, { ...settings, KOPRADE_URL: 'https://koprade.example.lv/' })
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^https:\/\/koprade\.example\.lv\/lv\/ieiet\/apstiprinat\?token=\w+\n$/)
  })

  it('is no demonstration: demo refuses it, and does not throw it away', async () => {
    for (const words of ['demo', 'demo --reset']) {
      const { code, err } = await koprade(words, { ...settings, PORT: '0' })
      expect(code, words).toBe(1)
      expect(err, words).toContain('These data are real and no demonstration')
    }
    expect(await koprade('check record', settings)).toMatchObject({ code: 0 })
  })

  it('lets nobody in when its port is in use, and says which', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo
    const { code, out, err } = await koprade('serve', { ...settings, PORT: String(port), KOPRADE_LOG: 'error' })
    other.close()
    expect([code, out]).toEqual([1, ''])
    expect(err).toBe(`Port ${port} on 127.0.0.1 is in use. Stop what runs there, or choose another with PORT.\n`)
  })

  it('runs on the real date, without links and banner, and tells what is missing for real use', async () => {
    server = await startServer('serve', settings)
    const { out, err } = server.said()
    expect(out).toBe(`Koprade runs at ${server.url}\n`)
    expect(err).toContain('KOPRADE_SMTP_URL is not set: letters wait')
    expect(err).toContain('does not wait for the disk')
    const page = await (await fetch(`${server.url}/lv`)).text()
    expect(page).not.toContain('emonstrācij')
    expect((await fetch(`${server.url}/lv/demonstracija/pasts`)).status).toBe(404)
    for (const [path, word] of [
      ['/healthz', 'alive\n'],
      ['/readyz', 'ready\n'],
    ] as const)
      expect(await (await fetch(server.url + path)).text()).toBe(word)
  })

  it('keeps a letter while there is no mail server, and sends it once there is one', async () => {
    expect((await post('/lv/ieiet', { email: 'jana.berzina@example.org' })).status).toBe(303)
    expect(await server.stop()).toMatchObject({ code: 0 })
    server = await startServer('serve', { ...settings, KOPRADE_SMTP_URL: mail.url, KOPRADE_MAIL_FROM: 'Koprade <koprade@example.lv>' })
    await expect.poll(() => mail.arrived.length, { timeout: 10_000 }).toBe(1)
    expect(mail.arrived[0]).toMatchObject({ to: ['jana.berzina@example.org'], headers: { subject: 'Saite ieiešanai Kopradē' } })
    const token = /token=(\w+)/.exec(mail.arrived[0]?.text ?? '')?.[1] ?? ''
    expect((await post('/lv/ieiet/apstiprinat', { token })).headers.get('Location')).toBe('/lv/ieiet/otrais-solis')
  })

  it('logs requests as lines of JSON without what people typed', async () => {
    await server.stop()
    server = await startServer('serve', { ...settings, KOPRADE_LOG: 'info' })
    await post('/lv/ieiet', { email: 'jana.berzina@example.org' })
    await fetch(`${server.url}/lv/zurnals/99999?object=jana.berzina`, {
      headers: { 'User-Agent': 'Tell-tale', 'X-Forwarded-For': '192.0.2.7' },
    })
    const { err, code } = await server.stop()
    expect(code).toBe(0)
    const lines = err
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(lines.find(({ route }) => route === '/lv/zurnals/:seq')).toMatchObject({
      level: 'info',
      method: 'GET',
      status: 404,
      msg: 'request',
    })
    expect(lines.map(({ msg }) => msg)).toEqual(expect.arrayContaining(['ready', 'stopping', 'stopped']))
    expect(err).not.toMatch(/jana|berzina|99999|Tell-tale|192\.0\.2|127\.0\.0\.1/i)
  })
})
