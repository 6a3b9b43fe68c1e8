import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Context, MiddlewareHandler } from 'hono'
import { LRUCache } from 'lru-cache'
import { carriesSession, comesFromThisMachine, isFromThisMachine } from '../people/index.ts'
import type { House } from '../platform/house.ts'
import { namesVersion } from '../platform/http/ifNoneMatch.ts'
import { builtFrom } from './assets.ts'
import { type Bytes, type Encodable, type Encoding, effort, encodable, encodingFor } from './encoding.ts'
import { newMemory, type Recall } from './recall.ts'
import type { Requests } from './server.ts'

/** A page as it was drawn for visitors: the pattern of its address, its version, its headers and its body. */
type KeptPage = {
  route: string
  etag: string
  headers: Record<string, string>
  body: Encodable
  ready: Map<Encoding | null, Promise<Answer>>
}

type Answer = { status: 200 | 304; headers: Record<string, string>; body: Bytes | null }

/** What the size of a page is counted with beside its body: headers, address, and both compressed forms. */
const sizeOf = ({ body: { plain } }: KeptPage): number => Math.ceil(plain.length * 1.5) + 2_000

/** What was answered at once, for the log: the pattern of the address, and the status. */
export type AnsweredAtOnce = { route: string; status: number }

/** What is kept of one version, and how requests meet it. */
export type KeptPages = {
  /** Answers a visitor from what is kept, before the application is asked, with a few headers more; null when the application has to. */
  answerAtOnce: (request: IncomingMessage, response: ServerResponse, more: Record<string, string>) => Promise<AnsweredAtOnce | null>
  /** Tells requests their version, and keeps what the routes draw that call their pages kept. */
  keep: MiddlewareHandler<Requests>
}

/**
 * Keeps what visitors are shown. A page that its route calls kept depends on the record, the plan's day and its
 * address alone: the record's newest number and the day are its version, asked anew for every request, so that
 * nobody gets a page from before an act that was finished before they asked. A reader who has that version is
 * told so and sent nothing. What changes nothing in the record changes no kept page.
 *
 * `newest` tells that number. Whoever is signed in gets pages of their own, which are not kept; the facts in
 * them are the same, and are read once a version for all.
 */
export function keptPages(house: House, newest: () => Promise<number>): KeptPages {
  const { pageCacheBytes } = house.configuration
  const pages = pageCacheBytes > 0 ? new LRUCache<string, KeptPage>({ maxSize: pageCacheBytes, sizeCalculation: sizeOf }) : null
  /** The numbers that requests were told before the application was asked. */
  const told = new WeakMap<object, number>()
  let version = ''
  let recall = newMemory()

  /** The version at this number on this day; what is kept of another one goes. */
  function turnTo(seq: number): { now: string; recall: Recall } {
    const now = `${seq} ${house.clock.today()}`
    if (now !== version) {
      pages?.clear()
      recall = newMemory()
      version = now
    }
    return { now, recall }
  }

  const answerAtOnce: KeptPages['answerAtOnce'] = async (request, response, more) => {
    if (!pages || request.method !== 'GET' || !/^\/(lv|en)(?![\w-])/.test(request.url ?? '')) return null
    if (carriesSession(request.headers.cookie)) return null
    const seq = await newest().catch(() => null)
    if (seq === null) return null
    told.set(request, seq)
    turnTo(seq)
    const page = pages.get(keyOf(house, isFromThisMachine(request), request.url ?? ''))
    if (!page) return null
    const { status, headers, body } = await asAskedFor(
      page,
      request.headers['if-none-match'],
      request.headers['accept-encoding']?.toString(),
    )
    response.writeHead(status, { ...headers, ...more }).end(body)
    return { route: page.route, status }
  }

  const keep: MiddlewareHandler<Requests> = async (context, next) => {
    const { incoming } = (context.env ?? {}) as { incoming?: object }
    // Where the database does not answer, the page itself says so.
    const seq = (incoming && told.get(incoming)) ?? (await newest().catch(() => null))
    if (seq === null) return next()
    context.set('recordEntries', seq)
    if (context.req.method !== 'GET') return next()
    const { now, recall } = turnTo(seq)
    context.set('recall', recall)
    if (carriesSession(context.req.header('cookie'))) return next()
    const { pathname, search } = new URL(context.req.url)
    const key = keyOf(house, comesFromThisMachine(context), pathname + search)
    const etag = etagOf(house, now, key)
    const known = pages?.get(key)
    if (!known) {
      await next()
      if (!context.get('kept') || context.res.status !== 200 || context.res.headers.has('Set-Cookie')) return
    }
    const page = known ?? (await drawn(context, etag))
    // Another act may have come in between: what was drawn is then newer than its version, and goes with it.
    if (!known && version === now) pages?.set(key, page)
    context.set('route', page.route)
    const { body, ...answer } = await asAskedFor(page, context.req.header('if-none-match'), context.req.header('accept-encoding'))
    context.res = undefined
    context.res = new Response(body, answer)
  }

  return { answerAtOnce, keep }
}

/** What a kept page depends on beside its version. A demonstration shows its letters to this very machine alone. */
const keyOf = (house: House, here: boolean, pathAndQuery: string): string => `${house.demonstration && here ? 'here ' : ''}${pathAndQuery}`

const etagOf = ({ configuration }: House, version: string, key: string): string =>
  createHash('sha256')
    .update(JSON.stringify([builtFrom, configuration.url, version, key]))
    .digest('base64url')
    .slice(0, 22)

/** The page that a route has just drawn. */
async function drawn(context: Context<Requests>, etag: string): Promise<KeptPage> {
  const { res } = context
  const body = encodable(Buffer.from(await res.arrayBuffer()), effort.page)
  // Weak: the same page travels compressed in several ways.
  const known = { etag: `W/"${etag}"`, 'cache-control': 'public, no-cache', vary: 'Cookie, Accept-Encoding' }
  return { route: context.get('route'), etag, headers: { ...Object.fromEntries(res.headers), ...known }, body, ready: new Map() }
}

/** A page as this reader asks for it: nothing when they have its version, else in a coding they read. */
function asAskedFor(page: KeptPage, ifNoneMatch: string | undefined, acceptEncoding: string | undefined): Answer | Promise<Answer> {
  if (namesVersion(ifNoneMatch, page.etag)) return { status: 304, headers: page.headers, body: null }
  const encoding = encodingFor(acceptEncoding)
  const known = page.ready.get(encoding)
  if (known) return known
  const made = inCoding(page, encoding)
  page.ready.set(encoding, made)
  return made
}

/** The whole answer in a coding: made once, for all who read it. */
async function inCoding({ headers, body }: KeptPage, encoding: Encoding | null): Promise<Answer> {
  const bytes = encoding ? await body.inCoding(encoding) : body.plain
  const travelling = { ...(encoding ? { 'content-encoding': encoding } : {}), 'content-length': String(bytes.length) }
  return { status: 200, headers: { ...headers, ...travelling }, body: bytes }
}
