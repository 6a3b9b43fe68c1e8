import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context, MiddlewareHandler } from 'hono'
import { LRUCache } from 'lru-cache'
import { carriesSession, comesFromThisMachine } from '../people/index.ts'
import type { House } from '../platform/house.ts'
import { namesVersion } from '../platform/http/ifNoneMatch.ts'
import { builtFrom } from './assets.ts'
import type { Requests } from './server.ts'

/** A page as it was drawn for visitors, with the forms in which it travels as far as someone has asked for them. */
type KeptPage = { route: string; headers: [string, string][]; body: Bytes; encoded: Map<Encoding, Promise<Bytes>> }

type Bytes = Buffer<ArrayBuffer>
type Encoding = 'br' | 'gzip'
const encodings: readonly Encoding[] = ['br', 'gzip']
const brotli = promisify(brotliCompress)
const encode: Record<Encoding, (body: Bytes) => Promise<Bytes>> = {
  // Higher levels cost ten times the time for a twentieth of the size.
  br: (body) => brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
  gzip: promisify(gzip),
}

/** What the size of a page is counted with beside its body: headers, address, and both compressed forms. */
const sizeOf = ({ body }: KeptPage): number => Math.ceil(body.length * 1.5) + 2_000

/**
 * Keeps what visitors are shown. A page that its route calls kept depends on the record, the plan's day and its
 * address alone: the record's newest number and the day are its version, asked anew for every request, so that
 * nobody gets a page from before an act that was finished before they asked. A reader who has that version is
 * told so before anything is drawn. What changes nothing in the record changes no kept page.
 *
 * `newest` tells that number. Whoever is signed in gets pages of their own, which are not kept.
 */
export function keptPages(house: House, newest: () => Promise<number>): MiddlewareHandler<Requests> {
  const { pageCacheBytes } = house.configuration
  const pages = pageCacheBytes > 0 ? new LRUCache<string, KeptPage>({ maxSize: pageCacheBytes, sizeCalculation: sizeOf }) : null
  let version = ''
  return async (context, next) => {
    // Where the database does not answer, the page itself says so.
    const seq = await newest().catch(() => null)
    if (seq === null) return next()
    context.set('recordEntries', seq)
    if (context.req.method !== 'GET' || carriesSession(context.req.header('cookie'))) return next()
    const now = `${seq} ${house.clock.today()}`
    if (now !== version) {
      pages?.clear()
      version = now
    }
    const key = keyOf(house, context)
    const etag = etagOf(house, now, key)
    const has = namesVersion(context.req.header('if-none-match'), etag)
    const kept = pages?.get(key)
    if (kept) return answer(context, kept, etag, has)
    await next()
    if (!context.get('kept') || context.res.status !== 200 || context.res.headers.has('Set-Cookie')) return
    const drawn = { route: context.get('route'), headers: [...context.res.headers], body: Buffer.from(await context.res.arrayBuffer()) }
    const page: KeptPage = { ...drawn, encoded: new Map() }
    // Another act may have come in between: what was drawn is then newer than its version, and goes with it.
    if (version === now) pages?.set(key, page)
    context.res = undefined
    context.res = await answer(context, page, etag, has)
  }
}

/** What a kept page depends on beside its version. A demonstration shows its letters to this very machine alone. */
function keyOf(house: House, context: Context): string {
  const { pathname, search } = new URL(context.req.url)
  return `${house.demonstration && comesFromThisMachine(context) ? 'here ' : ''}${pathname}${search}`
}

const etagOf = ({ configuration }: House, version: string, key: string): string =>
  createHash('sha256')
    .update(JSON.stringify([builtFrom, configuration.url, version, key]))
    .digest('base64url')
    .slice(0, 22)

async function answer(context: Context<Requests>, page: KeptPage, etag: string, has: boolean): Promise<Response> {
  context.set('route', page.route)
  const headers = new Headers(page.headers)
  // Weak: the same page travels compressed in several ways.
  headers.set('ETag', `W/"${etag}"`)
  headers.set('Cache-Control', 'public, no-cache')
  headers.set('Vary', 'Cookie, Accept-Encoding')
  if (has) {
    for (const name of ['Content-Type', 'Content-Length']) headers.delete(name)
    return new Response(null, { status: 304, headers })
  }
  const encoding = encodings.find((one) => accepts(context.req.header('accept-encoding'), one))
  const body = encoding ? await encodedBody(page, encoding) : page.body
  if (encoding) headers.set('Content-Encoding', encoding)
  headers.set('Content-Length', String(body.length))
  return new Response(body, { headers })
}

function encodedBody(page: KeptPage, encoding: Encoding): Promise<Bytes> {
  const known = page.encoded.get(encoding)
  if (known) return known
  const made = encode[encoding](page.body)
  page.encoded.set(encoding, made)
  return made
}

/** Is a content coding named in an Accept-Encoding header, and not with a weight of nought (RFC 9110 §12.5.3)? */
const accepts = (header: string | undefined, encoding: Encoding): boolean =>
  new RegExp(`(?:^|,)\\s*${encoding}\\s*(?:;\\s*q=(?!0(?:\\.0*)?\\s*(?:,|$))[^,]*)?(?:,|$)`, 'i').test(header ?? '')
