import { request as askOpenly, type RequestOptions } from 'node:http'
import { request as askSecurely } from 'node:https'
import { isIP, type LookupFunction, type TcpSocketConnectOpts } from 'node:net'
import { publicReach, type Reach } from './reach.ts'

/** What an address answered: the status of HTTP, or why there was none. */
export type Problem =
  | `${number}`
  /** No such host. */
  | 'host'
  /** The names could not be asked for at all. */
  | 'names'
  | 'refused'
  /** No answer in time. */
  | 'silent'
  /** The connection ended before an answer. */
  | 'closed'
  /** No way leads there from here. */
  | 'unreachable'
  | 'certificate'
  /** Not to be understood as HTTP. */
  | 'garbled'
  /** It leads on and on. */
  | 'redirects'
  /** It leads to where the house does not ask (reach.ts). */
  | 'not-public'

/**
 * Whether there is something at an address. `unclear` is what a program can't tell: a site that lets only
 * people in, one that is overloaded, a certificate that does not hold.
 */
export type Answer = {
  state: 'there' | 'gone' | 'unclear'
  problem: Problem | null
  /** The same would come of it if this machine had no way out. */
  asIfCutOff: boolean
}

/** So many milliseconds for one request, and for all that one address takes. */
export type Patience = { request: number; whole: number }
const PATIENCE: Patience = { request: 15_000, whole: 60_000 }
const MOST_REDIRECTS = 5

type Asking = { agent: string; reach: Reach; patience: Patience; end: AbortSignal }
type Reply = { status: number; location: string | null }

/** Our own word for an address that is not to be asked. */
class NotPublic extends Error {
  readonly code = 'NOT_PUBLIC'
}

/**
 * Asks an address elsewhere whether something is there, and follows where it leads. It sends no cookies and no
 * passwords, reads no contents, and connects only where the reach allows: each name is resolved by the connection
 * itself, so that what was checked is what is connected to, on every redirect anew. It never throws.
 */
export async function askAddress(address: string, agent: string, reach: Reach = publicReach, patience = PATIENCE): Promise<Answer> {
  const asking = { agent, reach, patience, end: AbortSignal.timeout(patience.whole) }
  try {
    let at = new URL(address)
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const { status, location } = await ask(at, asking)
      const next = location !== null && status >= 300 && status < 400 && URL.canParse(location, at.href) ? new URL(location, at) : null
      if (!next) return ofStatus(status)
      at = next
    }
    return ofProblem('redirects')
  } catch (error) {
    return ofProblem(problemOf(error))
  }
}

/** Many servers answer a HEAD wrongly, or not at all: what it does not settle is asked again as readers ask. */
async function ask(url: URL, asking: Asking): Promise<Reply> {
  const reply = await send('HEAD', url, asking).catch((error: unknown) => {
    if (problemOf(error) === 'closed') return null
    throw error
  })
  // Who is overloaded is not asked twice.
  if (reply && (reply.status < 400 || reply.status === 429 || reply.status === 503)) return reply
  return send('GET', url, asking)
}

function send(method: 'HEAD' | 'GET', url: URL, { agent, reach, patience, end }: Asking): Promise<Reply> {
  const secure = url.protocol === 'https:'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const port = Number(url.port || (secure ? 443 : 80))
  if ((!secure && url.protocol !== 'http:') || !reach.allowsPort(port)) return Promise.reject(new NotPublic())
  // An address that stands in the link itself is connected to without asking for names.
  if (isIP(host) && !reach.allowsAddress(host)) return Promise.reject(new NotPublic())
  const options: RequestOptions & Pick<TcpSocketConnectOpts, 'autoSelectFamilyAttemptTimeout'> = {
    method,
    host,
    port,
    path: url.pathname + url.search,
    agent: false,
    lookup: lookupWithin(reach),
    // Node gives each of a host's addresses a quarter of a second; from far away that is too little.
    autoSelectFamilyAttemptTimeout: Math.ceil(patience.request / 3),
    signal: AbortSignal.any([end, AbortSignal.timeout(patience.request)]),
    headers: {
      Host: url.host,
      'User-Agent': agent,
      Accept: '*/*',
      ...(method === 'GET' ? { Range: 'bytes=0-1023', 'Accept-Encoding': 'identity' } : {}),
    },
  }
  return new Promise((resolve, reject) => {
    const asked = (secure ? askSecurely : askOpenly)(options, (reply) => {
      resolve({ status: reply.statusCode ?? 0, location: reply.headers.location ?? null })
      // The headers say all that is asked; a body may be long, and some never end.
      asked.destroy()
    })
    asked.on('error', reject)
    asked.end()
  })
}

/** Resolves a name for a connection to those of its addresses that the reach allows. */
const lookupWithin =
  (reach: Reach): LookupFunction =>
  (host, options, callback) => {
    reach.resolve(host).then(
      (found) => {
        const allowed = found.filter(({ address }) => reach.allowsAddress(address))
        const [first] = allowed
        if (!first) callback(new NotPublic(), '')
        else if (options.all) callback(null, allowed)
        else callback(null, first.address, first.family)
      },
      (error: NodeJS.ErrnoException) => callback(error, ''),
    )
  }

/** 416: it is there, and shorter than what was asked for. */
const isThere = (status: number): boolean => (status >= 200 && status < 400) || status === 416
/** Something answers, but not to a program, or not now. */
const unclear: ReadonlySet<number> = new Set([401, 403, 407, 429, 503])

function ofStatus(status: number): Answer {
  if (isThere(status)) return { state: 'there', problem: null, asIfCutOff: false }
  return { state: unclear.has(status) ? 'unclear' : 'gone', problem: `${status}`, asIfCutOff: false }
}

const failures: ReadonlySet<Problem> = new Set<Problem>(['host', 'refused', 'silent', 'closed'])
const whenCutOff: ReadonlySet<Problem> = new Set<Problem>([...failures, 'names', 'unreachable'])

const ofProblem = (problem: Problem): Answer => ({
  state: failures.has(problem) ? 'gone' : 'unclear',
  problem,
  asIfCutOff: whenCutOff.has(problem),
})

const byCode: Readonly<Record<string, Problem>> = {
  NOT_PUBLIC: 'not-public',
  ENOTFOUND: 'host',
  ENODATA: 'host',
  ECONNREFUSED: 'refused',
  ETIMEDOUT: 'silent',
  ECONNRESET: 'closed',
  EPIPE: 'closed',
  ENETUNREACH: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  EPROTO: 'certificate',
}

function problemOf(error: unknown): Problem {
  if (!(error instanceof Error)) return 'garbled'
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'silent'
  const code = 'code' in error ? String(error.code) : ''
  if (byCode[code]) return byCode[code]
  if (code.startsWith('EAI_')) return 'names'
  return /CERT|SIGNATURE|ISSUER|^ERR_TLS|^ERR_SSL/.test(code) ? 'certificate' : 'garbled'
}
