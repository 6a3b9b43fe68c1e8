import type { Context } from 'hono'
import { newestPlans } from './cycle/plan/index.ts'
import { forumsOn } from './forum/index.ts'
import { carriesSession, nobody, organisationNamesAt, visitor, whoAsks } from './people/index.ts'
import type { House } from './platform/house.ts'
import { wishedLanguage } from './platform/http/acceptLanguage.ts'
import { type Language, languages } from './platform/languages/languages.ts'
import { recordState } from './record/index.ts'
import { type AddressName, languageOfPath } from './web/addresses.ts'
import { named } from './web/named.ts'
import { currentPlan } from './web/pages/planState.ts'
import { type Recall, readAnew } from './web/recall.ts'
import type { Requests } from './web/server.ts'
import type { AnyVisit, Frame } from './web/visit.ts'

/** A request with all that every page needs to know: who asks, in which language, what stands around each page. */
export async function visitOf(house: House, context: Context<Requests>, name: AddressName): Promise<AnyVisit> {
  const language = languageOf(context, context.req.path)
  const asks = carriesSession(context.req.header('cookie')) ? whoAsks(house, context.req.raw.headers) : nobody
  const [{ actor, session }, frame] = await Promise.all([asks, frameOf(house, context)])
  const actingFor = session?.actingFor ?? null
  const names = actingFor === null ? null : await organisationNamesAt(house.db, [actingFor], house.clock.today())
  return {
    ...strangerAt(house, context),
    name,
    values: context.req.param() as Record<string, string>,
    actor,
    session,
    frame: { ...frame, actingFor: names && actingFor ? named(names.get(actingFor), language, actingFor) : null },
  }
}

/** A visit of which only the request itself is known, also when the database does not answer. */
export function strangerAt(house: House, context: Context<Requests>): AnyVisit {
  const url = new URL(context.req.url)
  return {
    house,
    language: languageOf(context, url.pathname),
    actor: visitor,
    session: null,
    today: house.clock.today(),
    name: 'home',
    values: {},
    query: url.searchParams,
    requestId: context.get('requestId'),
    frame: { plans: [], forums: [], recordEntries: 0, actingFor: null },
    recall: recallOf(context),
    context: context as unknown as Context,
  }
}

const recallOf = (context: Context<Requests>): Recall => context.get('recall') ?? readAnew

/** The language of an address, else the one that the browser wishes. */
export const languageOf = (context: Context, path: string): Language =>
  languageOfPath(path) ?? wishedLanguage(context.req.header('accept-language')) ?? languages[0]

/** The frame names the newest plans, and whether there are more. */
const PLANS_IN_FRAME = 7

async function frameOf(house: House, context: Context<Requests>): Promise<Omit<Frame, 'actingFor'>> {
  const today = house.clock.today()
  const language = languageOf(context, context.req.path)
  const plans = await recallOf(context)('newest plans', () => newestPlans(house.db, today, PLANS_IN_FRAME))
  const forums = await recallOf(context)('forums', () => forumsOn(house.db, today))
  const current = currentPlan(plans, today)
  return {
    plans: plans.map((plan) => ({ id: plan.id, title: named(plan.shortTitle, language), current: plan === current })),
    forums: forums.map(({ id }) => id),
    recordEntries: context.get('recordEntries') ?? (await recordState(house.db)).entries,
  }
}
