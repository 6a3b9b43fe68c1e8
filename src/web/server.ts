import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import { countQueries } from '../platform/database/countQueries.ts'
import type { Database } from '../platform/database/database.ts'
import type { House } from '../platform/house.ts'
import { wishedLanguage } from '../platform/http/acceptLanguage.ts'
import type { Answering } from '../platform/http/listen.ts'
import { languages } from '../platform/languages/languages.ts'
import { faultOf, type Log, silentLog } from '../platform/log.ts'
import { addresses } from './addresses.ts'
import { assetAnswer } from './assetFiles.ts'
import { assetUrl } from './assets.ts'
import { encodedPages } from './encoding.ts'
import type { KeptPages } from './keptPages.ts'
import type { Recall } from './recall.ts'

/**
 * What travels with a request: its number, the pattern of the address that answered it, the record's newest
 * number when it came in with a memory of what it holds, whether the answer may be kept for other
 * visitors, and what it was that happened.
 */
export type Requests = {
  Variables: { requestId: string; route: string; recordEntries?: number; recall?: Recall; kept?: boolean; event?: string }
}

/** What the server knows besides the house. */
export type Surroundings = { log: Log; isStopping: () => boolean }

/** For tests: nothing is logged and nothing stops. */
export const quiet: Surroundings = { log: silentLog, isStopping: () => false }

/** Bodies that are no forms: nothing here needs one yet. Forms have limits of their own where they are read. */
const MOST_OTHER_BYTES = 100_000
const READY_WITHIN = 2_000

/** The HTTP application without its pages: what every request goes through, and what answers for the machine. */
export function createServer(house: House, kept: KeptPages, { log, isStopping }: Surroundings): Hono<Requests> {
  const app = new Hono<Requests>()
  app.use('*', numbered(log))
  app.use('*', compress())
  app.use('*', encodedPages)
  for (const language of languages) app.use(`/${language}/*`, kept.keep)
  app.use('*', headers(house))
  app.use('*', ownForms(house))
  app.use('*', limitedBody)
  app.use('*', withoutNul)
  app.get('/healthz', (context) => said(context, 200, 'alive'))
  app.get('/readyz', async (context) => {
    if (isStopping()) return said(context, 503, 'stopping')
    return (await databaseAnswers(house.db)) ? said(context, 200, 'ready') : said(context, 503, 'no database')
  })
  app.get('/robots.txt', (context) => {
    context.set('route', '/robots.txt')
    return context.text(robots(house))
  })
  app.get(
    '/favicon.ico',
    async (context) => (await asset(context, assetUrl('mark.svg').slice('/assets/'.length), 'public, max-age=86400')) ?? context.notFound(),
  )
  app.get(
    '/assets/:file',
    async (context) => (await asset(context, context.req.param('file'), 'public, max-age=31536000, immutable')) ?? context.notFound(),
  )
  app.get('/', (context) => {
    context.set('route', '/')
    context.header('Vary', 'Accept-Language')
    context.header('Cache-Control', 'private, no-cache')
    return context.redirect(`/${wishedLanguage(context.req.header('accept-language')) ?? 'lv'}`, 302)
  })
  return app
}

/** Numbers each request, for the log and for whoever reports a fault. A number from outside is not taken. */
function numbered(log: Log): MiddlewareHandler<Requests> {
  return async (context, next) => {
    const requestId = randomUUID()
    context.set('requestId', requestId)
    const start = performance.now()
    const { queries } = await countQueries(() => next())
    context.header('X-Request-Id', requestId)
    // The pattern and not the address: addresses and queries may hold what people typed.
    const route = context.get('route') ?? 'none'
    const event = context.get('event')
    const level = route.startsWith('/assets/') || route === '/healthz' || route === '/readyz' ? 'debug' : 'info'
    log[level](
      {
        requestId,
        method: context.req.method,
        route,
        status: context.res.status,
        ms: millisecondsSince(start),
        queries,
        ...(event ? { event } : {}),
      },
      'request',
    )
  }
}

const millisecondsSince = (start: number): number => Math.round(performance.now() - start)

/** Answers what is kept before the application is asked, numbered and logged as every request is. */
export function answeringAtOnce({ answerAtOnce }: KeptPages, log: Log): Answering['atOnce'] {
  return async (request, response) => {
    const start = performance.now()
    const requestId = randomUUID()
    const answered = await answerAtOnce(request, response, { 'x-request-id': requestId }).catch((error: unknown) => {
      log.error({ requestId, ...faultOf(error, log) }, 'fault')
      return null
    })
    if (!answered) return response.headersSent
    log.info({ requestId, method: 'GET', ...answered, ms: millisecondsSince(start), queries: 1 }, 'request')
    return true
  }
}

function headers(house: House): MiddlewareHandler<Requests> {
  const secure = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    xFrameOptions: 'DENY',
    crossOriginEmbedderPolicy: false,
    referrerPolicy: 'strict-origin-when-cross-origin',
    strictTransportSecurity: house.configuration.url.startsWith('https:') ? 'max-age=31536000' : false,
    permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
  })
  return async (context, next) => {
    let own: string | null = null
    await secure(context, async () => {
      await next()
      own = context.res.headers.get('Content-Security-Policy')
    })
    // A file from outside brings a stricter policy of its own.
    if (own !== null) context.res.headers.set('Content-Security-Policy', own)
    // A page that may stand in others' pages says so in its policy; the older header can't say it.
    if (/frame-ancestors \*/.test(own ?? '')) context.res.headers.delete('X-Frame-Options')
  }
}

/**
 * Forms are taken from our own pages only. Behind a proxy our origin is the address people use. One address is
 * open to others: mail programs unsubscribe from nowhere and without cookies (RFC 8058), by a signed link alone.
 */
function ownForms(house: House): MiddlewareHandler<Requests> {
  const own = csrf({
    origin: (origin, context) => origin === new URL(house.configuration.url).origin || origin === new URL(context.req.url).origin,
  }) as MiddlewareHandler<Requests>
  const open: readonly string[] = [...Object.values(addresses.unsubscribe), ...Object.values(addresses.ideaLettersStop)]
  return (context, next) => (open.includes(context.req.path) ? next() : own(context, next))
}

const isForm = (context: Context): boolean =>
  /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(context.req.header('content-type') ?? '')

const limited = bodyLimit({
  maxSize: MOST_OTHER_BYTES,
  onError: () => {
    throw new HTTPException(413)
  },
})

/** What has no body is not asked for it: that alone would make a whole request of the library's own. */
const limitedBody: MiddlewareHandler<Requests> = (context, next) =>
  ['GET', 'HEAD'].includes(context.req.method) || isForm(context) ? next() : limited(context, next)

/** The database can hold every character but this one; no address of ours has it. */
const withoutNul: MiddlewareHandler<Requests> = async (context, next) => {
  if (/%00/.test(context.req.url)) throw new HTTPException(400)
  await next()
}

function said(context: Context<Requests>, status: 200 | 503, word: string): Response {
  context.set('route', context.req.path)
  return new Response(`${word}\n`, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' } })
}

async function databaseAnswers(db: Database): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), READY_WITHIN)
  })
  const answered = db.execute(sql`select 1 where not pg_is_in_recovery()`).then(
    (result) => (result as unknown as { rows: unknown[] }).rows.length === 1,
    () => false,
  )
  try {
    return await Promise.race([answered, tooLate])
  } finally {
    clearTimeout(timer)
  }
}

async function asset(context: Context<Requests>, name: string, cacheControl: string): Promise<Response | null> {
  context.set('route', '/assets/:file')
  return assetAnswer(name, context.req.header('accept-encoding') ?? '', cacheControl)
}

/** A demonstration is no source and should not be found; of a real instance only the public pages should. */
function robots(house: House): string {
  if (house.demonstration) return 'User-agent: *\nDisallow: /\n'
  const own = [
    '/lv/ieiet',
    '/en/sign-in',
    '/lv/sekot',
    '/en/follow',
    '/lv/mani-darbi',
    '/en/my-tasks',
    '/lv/vertejums',
    '/en/assessment',
    '/lv/mans-konts',
    '/en/my-account',
    '/lv/sekretariats',
    '/en/secretariat',
    '/lv/moderacija/rinda',
    '/en/moderation/queue',
    '/lv/moderacija/iebildumi',
    '/en/moderation/appeals',
  ]
  return `User-agent: *\n${own.map((path) => `Disallow: ${path}\n`).join('')}`
}
