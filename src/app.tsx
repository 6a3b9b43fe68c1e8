import type { Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { publishScheduledAnswers } from './cycle/ideas/index.ts'
import { publishScheduledNotices } from './cycle/inform/index.ts'
import type { House } from './platform/house.ts'
import type { Answering } from './platform/http/listen.ts'
import { atDayBreak } from './platform/jobs/atDayBreak.ts'
import { faultOf, type Log } from './platform/log.ts'
import { notFound, Refusal, type RefusalStatus } from './platform/refusal.ts'
import { newestNumber } from './record/index.ts'
import { ballotsRoutes } from './routes/ballots.ts'
import { callRoutes } from './routes/calls.ts'
import { eventRoutes } from './routes/events.ts'
import { feedsRoutes } from './routes/feeds.ts'
import { forumRoutes } from './routes/forum.ts'
import { ideasRoutes } from './routes/ideas.ts'
import { peopleRoutes } from './routes/people.ts'
import { readingRoutes } from './routes/reading.ts'
import type { Route } from './routes/route.ts'
import { surveysRoutes } from './routes/surveys.ts'
import { workRoutes } from './routes/work.ts'
import { languageOf, strangerAt, visitOf } from './visits.ts'
import { type AddressName, addresses } from './web/addresses.ts'
import { type KeptPages, keptPages } from './web/keptPages.ts'
import { keepTyped } from './web/pages/keptForm.tsx'
import { brokenPage, mayActForAnother, refusalPage } from './web/pages/problems.tsx'
import { answeringAtOnce, createServer, quiet, type Requests, type Surroundings } from './web/server.ts'
import { webText } from './web/texts.ts'
import type { AnyVisit } from './web/visit.ts'
/**
 * What answers at each address (web/addresses.ts says how each is written in each language).
 * The first that fits answers: a fixed word stands before a value.
 */
export const routes: readonly Route[] = [
  ...readingRoutes,
  ...feedsRoutes,
  ...ideasRoutes,
  ...callRoutes,
  ...eventRoutes,
  ...forumRoutes,
  ...surveysRoutes,
  ...ballotsRoutes,
  ...peopleRoutes,
  ...workRoutes,
]

/** What answers a server's requests: the application, and before it what is kept for visitors. */
export function answeringFor(house: House, surroundings: Surroundings = quiet): Answering {
  const kept = keptPagesOf(house, surroundings.log)
  return { fetch: createApp(house, surroundings, kept).fetch, atOnce: answeringAtOnce(kept, surroundings.log) }
}

/**
 * What is kept goes by the record's newest number, so it is asked for first of all. What is scheduled for a day is
 * published before that: it is there when the first page of its day is drawn, whether or not a job has run.
 */
function keptPagesOf(house: House, log: Log): KeptPages {
  const newest = newestNumber(house.db)
  const noticesAreOut = atDayBreak(house.clock, log, 'notices', () => publishScheduledNotices(house))
  const answersAreOut = atDayBreak(house.clock, log, 'answers', () => publishScheduledAnswers(house))
  return keptPages(house, () => noticesAreOut().then(answersAreOut).then(newest))
}

/** The whole program as one HTTP application. */
export function createApp(
  house: House,
  surroundings: Surroundings = quiet,
  kept: KeptPages = keptPagesOf(house, surroundings.log),
): Hono<Requests> {
  const app = createServer(house, kept, surroundings)
  for (const route of routes)
    for (const path of Object.values(addresses[route.name])) app.on(route.method, path, (context) => answer(house, context, route))
  // After all routes, so that another pattern which fits the same address is tried first.
  for (const route of routes)
    for (const path of Object.values(addresses[route.name])) app.all(path, (context) => notDoneHere(house, context, route.name))
  app.notFound((context) => nothingThere(house, context))
  app.onError(async (error, context) => {
    const visit = await visitOf(house, context, 'home').catch(() => strangerAt(house, context))
    if (error instanceof HTTPException) return refusalPage(visit, refusalOf(error))
    surroundings.log.error({ requestId: visit.requestId, route: context.get('route'), ...faultOf(error, surroundings.log) }, 'fault')
    return brokenPage(visit)
  })
  return app
}

async function answer(house: House, context: Context<Requests>, { name, handler, kept }: Route): Promise<Response> {
  // Set first: when the database fails, the log still tells where.
  context.set('route', addresses[name][languageOf(context, context.req.path)])
  const visit = await visitOf(house, context, name)
  try {
    const response = await handler(visit as never)
    if (kept && visit.actor.personId === null) context.set('kept', true)
    return response
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const refusal = whenHalfSignedIn(visit, error)
    const mayGoOn = refusal.status === 401 || (refusal.status === 403 && mayActForAnother(visit))
    return mayGoOn && context.req.method === 'POST' ? keepTyped(visit, refusal) : refusalPage(visit, refusal)
  }
}

/** Whose second step is due acts as a participant: what is refused to them may be theirs once they have signed in fully. */
const whenHalfSignedIn = (visit: AnyVisit, refusal: Refusal): Refusal =>
  refusal.status === 403 && visit.session?.secondStep === 'due'
    ? new Refusal(401, (language) => webText(language).finishSignInText)
    : refusal

/** The address is known, the method is not. */
async function notDoneHere(house: House, context: Context<Requests>, name: AddressName): Promise<Response> {
  const methods = routes.flatMap((route) => (route.name === name ? (route.method === 'GET' ? ['GET', 'HEAD'] : [route.method]) : []))
  const visit = await visitOf(house, context, name)
  context.set('route', addresses[name][visit.language])
  const page = refusalPage({ ...visit, name: 'home', values: {} }, new Refusal(405))
  page.headers.set('Allow', methods.join(', '))
  return page
}

async function nothingThere(house: House, context: Context<Requests>): Promise<Response> {
  const { path } = context.req
  // Only inside our languages: “//elsewhere/” without its last slash would lead to another site.
  if (/^\/(lv|en)(\/[^/\\]+)*\/$/.test(path) && context.req.method === 'GET') return context.redirect(path.slice(0, -1), 301)
  return refusalPage(await visitOf(house, context, 'home'), notFound())
}

/** What the HTTP library refuses, in our words. */
function refusalOf(error: HTTPException): Refusal {
  if (error.status === 403) return new Refusal(403, (language) => webText(language).foreignFormText)
  const known: readonly RefusalStatus[] = [400, 401, 404, 405, 409, 410, 413, 422, 429, 503]
  return new Refusal(known.find((status) => status === error.status) ?? 400)
}
