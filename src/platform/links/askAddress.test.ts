import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Server as TcpServer } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { askAddress } from './askAddress.ts'
import { publicReach, type Reach } from './reach.ts'

/* Real servers on this machine. The reach of these tests allows one of its addresses and no other. */

type Seen = Pick<IncomingMessage, 'method' | 'url' | 'headers'>
let seen: Seen[]
let bodiesEnded: Promise<void>[]
let server: Server
let port: number
/** At another loopback address, which stands for what only the house itself can reach. */
let inside: TcpServer
let insideKnocks: number

beforeAll(async () => {
  server = createServer(answer)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
  inside = createTcpServer((socket) => {
    insideKnocks += 1
    socket.destroy()
  })
  inside.listen(port, '127.0.0.2')
  await once(inside, 'listening')
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
  inside.close()
})
beforeEach(() => {
  seen = []
  bodiesEnded = []
  insideKnocks = 0
})

type Answering = (more: string, request: IncomingMessage, reply: ServerResponse) => void
const isHead = ({ method }: IncomingMessage): boolean => method === 'HEAD'
const status = (code: number, reply: ServerResponse): void => void reply.writeHead(code).end()
const to = (location: string, reply: ServerResponse): void => void reply.writeHead(302, { Location: location }).end()

/** What stands at the server's addresses, by their first part. */
const answers: Readonly<Record<string, Answering>> = {
  status: (code, _, reply) => status(Number(code), reply),
  'not-by-head': (code, request, reply) => status(isHead(request) ? Number(code) : 200, reply),
  'breaks-off-head': (_, request, reply) => (isHead(request) ? void request.socket.destroy() : status(206, reply)),
  'breaks-off': (_, request) => void request.socket.destroy(),
  step: (left, _, reply) => (left === '0' ? status(200, reply) : to(`/step/${Number(left) - 1}`, reply)),
  loop: (_, __, reply) => to('/loop', reply),
  inside: (_, __, reply) => to(`http://127.0.0.2:${port}/admin`, reply),
  'inside-by-name': (_, __, reply) => to(`http://inside.test:${port}/admin`, reply),
  elsewhere: (_, __, reply) => to(`http://other.test:${port}/status/200`, reply),
  'same-name': (_, __, reply) => to(`http://moving.test:${port}/status/200`, reply),
  'no-web': (_, __, reply) => to('file:///etc/hostname', reply),
  silent: () => undefined,
  endless: (_, request, reply) => {
    if (isHead(request)) return status(405, reply)
    reply.writeHead(200)
    const writing = setInterval(() => reply.write('x'.repeat(50_000)), 1)
    bodiesEnded.push(once(reply, 'close').then(() => clearInterval(writing)))
  },
}

function answer(request: IncomingMessage, reply: ServerResponse): void {
  seen.push({ method: request.method, url: request.url, headers: request.headers })
  const [, what = '', more = ''] = new URL(request.url ?? '', 'http://here.test').pathname.split('/')
  const answering = answers[what]
  if (answering) answering(more, request, reply)
  else status(404, reply)
}

const notFound = () => Promise.reject(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }))
const named = (names: Readonly<Record<string, string[]>>): Reach => ({
  resolve: (host) => {
    const addresses = names[host]
    return addresses ? Promise.resolve(addresses.map((address) => ({ address, family: 4 }))) : notFound()
  },
  allowsAddress: (ip) => ip === '127.0.0.1',
  allowsPort: () => true,
})
const names = {
  'here.test': ['127.0.0.1'],
  'other.test': ['127.0.0.1'],
  'inside.test': ['127.0.0.2'],
  'both.test': ['127.0.0.2', '127.0.0.1'],
}
const PATIENCE = { request: 5_000, whole: 10_000 }
const ask = (path: string, { host = 'here.test', reach = named(names), patience = PATIENCE } = {}) =>
  askAddress(`http://${host}:${port}/${path}`, 'Koprade test', reach, patience)
const asked = (): string[] => seen.map(({ method, url }) => `${method} ${url}`)

describe('what is there', () => {
  it('is asked for once, by its head, as itself and with nothing that tells of anyone', async () => {
    const answered = await askAddress(`http://jana:parole@here.test:${port}/status/200?a=b#c`, 'Koprade test', named(names), PATIENCE)
    expect(answered).toEqual({ state: 'there', problem: null, asIfCutOff: false })
    expect(asked()).toEqual(['HEAD /status/200?a=b'])
    expect(seen[0]?.headers).toEqual({ host: `here.test:${port}`, 'user-agent': 'Koprade test', accept: '*/*', connection: 'close' })
  })

  it.each(['not-by-head/405', 'not-by-head/404', 'not-by-head/500', 'breaks-off-head'])(
    'is found where a head is answered wrongly: %s',
    async (path) => {
      expect(await ask(path)).toMatchObject({ state: 'there' })
      expect(asked()).toEqual([`HEAD /${path}`, `GET /${path}`])
      expect(seen[1]?.headers.range).toBe('bytes=0-1023')
    },
  )

  it('is not read: a body without end is hung up on', async () => {
    expect(await ask('endless')).toMatchObject({ state: 'there' })
    expect(bodiesEnded).toHaveLength(1)
    await Promise.all(bodiesEnded)
  })

  it('may be shorter than what is asked for', async () => {
    expect(await ask('status/416')).toMatchObject({ state: 'there' })
  })

  it('is found behind five redirects, to other sites too, and no more', async () => {
    expect(await ask('step/5')).toMatchObject({ state: 'there' })
    expect(await ask('elsewhere')).toMatchObject({ state: 'there' })
    expect(await ask('step/6')).toMatchObject({ state: 'unclear', problem: 'redirects' })
    seen = []
    expect(await ask('loop')).toMatchObject({ state: 'unclear', problem: 'redirects' })
    expect(seen).toHaveLength(6)
  })
})

describe('what is gone', () => {
  it.each([400, 404, 410, 500, 502])('answers %i', async (status) => {
    expect(await ask(`status/${status}`)).toEqual({ state: 'gone', problem: `${status}`, asIfCutOff: false })
  })

  it('has no name, no door, no answer in time, or hangs up; the same would be seen by a house that is cut off', async () => {
    const closed = createTcpServer()
    closed.listen(0, '127.0.0.1')
    await once(closed, 'listening')
    const { port: closedPort } = closed.address() as AddressInfo
    closed.close()
    await once(closed, 'close')
    const gone = (problem: string) => ({ state: 'gone', problem, asIfCutOff: true })
    expect(await ask('status/200', { host: 'nobody.test' })).toEqual(gone('host'))
    expect(await askAddress(`http://127.0.0.1:${closedPort}/`, 'Koprade test', named(names), PATIENCE)).toEqual(gone('refused'))
    expect(await ask('breaks-off')).toEqual(gone('closed'))
    expect(await ask('silent', { patience: { request: 200, whole: 5_000 } })).toEqual(gone('silent'))
    expect(await ask('silent', { patience: { request: 5_000, whole: 200 } })).toEqual(gone('silent'))
  })
})

describe('what a program can’t tell', () => {
  it.each([401, 403, 429, 503])('answers %i', async (status) => {
    expect(await ask(`status/${status}`)).toEqual({ state: 'unclear', problem: `${status}`, asIfCutOff: false })
  })

  it('is asked only once when it is overloaded', async () => {
    await ask('status/429')
    await ask('status/503')
    expect(asked()).toEqual(['HEAD /status/429', 'HEAD /status/503'])
  })

  it('has a certificate that does not hold, or no secure connection at all', async () => {
    // A mail server that shows the certificate it brings along, signed by itself.
    const unsigned = new SMTPServer({ secure: true, logger: false })
    unsigned.on('error', () => undefined)
    unsigned.listen(0, '127.0.0.1')
    await once(unsigned.server, 'listening')
    const { port: securePort } = unsigned.server.address() as AddressInfo
    const unclear = { state: 'unclear', problem: 'certificate', asIfCutOff: false }
    expect(await askAddress(`https://here.test:${securePort}/`, 'Koprade test', named(names), PATIENCE)).toEqual(unclear)
    await new Promise<void>((resolve) => unsigned.close(resolve))
    expect(await askAddress(`https://here.test:${port}/`, 'Koprade test', named(names), PATIENCE)).toEqual(unclear)
  })

  it('is no address, or none of the web', async () => {
    for (const address of ['http://', 'mailto:jana@example.org', 'file:///etc/hostname', `ftp://here.test:${port}/`])
      expect(await askAddress(address, 'Koprade test', named(names), PATIENCE)).toMatchObject({ state: 'unclear' })
    expect(await ask('no-web')).toMatchObject({ state: 'unclear', problem: 'not-public' })
  })
})

describe('where the house does not ask', () => {
  const refused = { state: 'unclear', problem: 'not-public', asIfCutOff: false }

  it.each(['inside', 'inside-by-name'])('a redirect does not lead it: %s', async (path) => {
    expect(await ask(path)).toEqual(refused)
    expect(asked()).toEqual([`HEAD /${path}`])
    expect(insideKnocks).toBe(0)
  })

  it('a name does not lead it; of several addresses it takes those that it may', async () => {
    expect(await ask('status/200', { host: 'inside.test' })).toEqual(refused)
    expect(await ask('status/200', { host: 'both.test' })).toMatchObject({ state: 'there' })
    expect(insideKnocks).toBe(0)
  })

  it('a name that means something else the next moment does not lead it', async () => {
    let times = 0
    const reach: Reach = {
      ...named(names),
      resolve: async () => {
        times += 1
        return [{ address: times === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }]
      },
    }
    expect(await ask('same-name', { host: 'moving.test', reach })).toEqual(refused)
    expect([times, insideKnocks]).toEqual([2, 0])
  })

  it('no way of writing this machine leads there, where its reach is the public web', async () => {
    const anyPort: Reach = { ...publicReach, allowsPort: () => true }
    for (const host of ['127.0.0.1', '127.1', '2130706433', '0x7f000001', '0.0.0.0', '[::1]', '[::ffff:127.0.0.1]', 'localhost'])
      expect(await ask('status/200', { host, reach: anyPort }), host).toEqual(refused)
    expect(seen).toHaveLength(0)
  })

  it('a port does not lead it that is not one of the web', async () => {
    expect(await ask('status/200', { reach: { ...named(names), allowsPort: publicReach.allowsPort } })).toEqual(refused)
    expect(seen).toHaveLength(0)
  })
})
