import { eq, inArray, sql } from 'drizzle-orm'
import { TIME_ZONE } from '../platform/clock.ts'
import type { Database } from '../platform/database/database.ts'
import { addDays, type Day, day as dayOf, daysBetween } from '../platform/dates/partialDate.ts'
import type { House } from '../platform/house.ts'
import { recordState, type Since } from '../record/index.ts'
import { gatherNews, type News } from './news.ts'
import { everything, type Scope } from './scope.ts'
import { scopesOf } from './scopeKeys.ts'
import { type Frequency, newsNumber, newsState, scopeNews } from './tables.ts'

export type NewsState = typeof newsState.$inferSelect

/** Daily letters go from this hour on in Riga, weekly ones on Mondays from then on. */
export const LETTER_HOUR = 8

/** So many entries of the record are gone through in one transaction: the first time there may be many. */
const ENTRIES_AT_ONCE = 200
/** More of one kind than so few entries can bring. */
export const MOST_OF_A_KIND = 10_000

const hourInRiga = new Intl.DateTimeFormat('en-GB', { timeZone: TIME_ZONE, hour: '2-digit', hourCycle: 'h23' })
const aMonday = dayOf('2018-01-01')

/**
 * The days of the last daily and weekly letters whose time has come. In a demonstration, whose day
 * stands still, it has come as soon as the day has.
 */
export function letterDays({ clock, demonstration }: House): { daily: Day; weekly: Day } {
  const today = clock.today()
  const early = demonstration === null && Number(hourInRiga.format(clock.now())) < LETTER_HOUR
  const daily = early ? addDays(today, -1) : today
  return { daily, weekly: addDays(daily, -(((daysBetween(aMonday, daily) % 7) + 7) % 7)) }
}

/** The last news that letters of a frequency tell. */
export const upTo = (state: NewsState, frequency: Frequency): number =>
  ({ immediate: state.newest, daily: state.dailyUpTo, weekly: state.weeklyUpTo })[frequency]

/**
 * Gives every piece of news its number when it becomes known: because it was published, whatever day
 * it is about, or because the day came from which it is known. Each gets one, once; an edit or a later day
 * gives no second one. Costs two small queries when nothing has changed. The first time all that is known
 * is numbered, and nobody is told of it.
 */
export async function numberNews(house: House): Promise<NewsState> {
  for (;;) {
    const [state] = await house.db.select().from(newsState)
    const { entries } = await recordState(house.db)
    const { daily, weekly } = letterDays(house)
    if (state && state.seq >= entries && state.day >= house.clock.today() && state.dailyOn >= daily && state.weeklyOn >= weekly)
      return state
    await house.db.transaction((tx) => takeStep({ ...house, db: tx }))
  }
}

/** Goes on by some entries of the record; once through with them to the plan's day, and then to the day's letters. */
async function takeStep(house: House): Promise<void> {
  const { db, clock } = house
  const today = clock.today()
  const { daily, weekly } = letterDays(house)
  const start = { id: 1, seq: -1, day: today, newest: 0, dailyOn: daily, dailyUpTo: 0, weeklyOn: weekly, weeklyUpTo: 0 }
  await db.insert(newsState).values(start).onConflictDoNothing()
  const [state] = await db.select().from(newsState).for('update')
  if (!state) throw new Error('the news have no state')
  // First the number, then the rows: what an act adds in between is read again next time.
  const { entries } = await recordState(db)
  const seq = Math.max(state.seq, Math.min(entries, state.seq + ENTRIES_AT_ONCE))
  const through = seq >= entries
  const day = through && today > state.day ? today : state.day
  const asOf: House = { ...house, clock: { ...clock, today: () => day } }
  const newest = await numberSince(asOf, { seq: state.seq, upTo: seq, day: state.day }, state.newest)
  await db
    .update(newsState)
    .set({
      seq,
      day,
      newest,
      ...(through && daily > state.dailyOn ? { dailyOn: daily, dailyUpTo: newest } : {}),
      ...(through && weekly > state.weeklyOn ? { weeklyOn: weekly, weeklyUpTo: newest } : {}),
    })
    .where(eq(newsState.id, 1))
}

/** Numbers what became known since then and has no number yet, the oldest first. Gives the last number. */
async function numberSince(house: House, since: Since, last: number): Promise<number> {
  const found = await newsSince(house, since, MOST_OF_A_KIND)
  const fresh = await withoutNumber(house.db, new Map(found.map((news) => [newsId(news), news])))
  const rows = [...fresh].reverse().map(([id, news], index) => ({
    number: last + index + 1,
    newsId: id,
    scopes: scopesOf(news),
    afterSeq: since.seq,
    afterDay: since.day,
  }))
  for (const some of chunks(rows)) await house.db.insert(newsNumber).values(some)
  const newest = new Map(rows.flatMap(({ number, scopes }) => scopes.map((key) => [key, number] as const)))
  for (const some of chunks([...newest]))
    await house.db
      .insert(scopeNews)
      .values(some.map(([key, number]) => ({ scope: key, newest: number })))
      .onConflictDoUpdate({ target: scopeNews.scope, set: { newest: sql`excluded.newest` } })
  return last + rows.length
}

/** What became known since then, the latest first, of each kind so many at most; what there are few of also when it was known before. */
export async function newsSince(house: House, since: Since, limit: number): Promise<News[]> {
  const all = await everything(house)
  const scope: Scope = { ...all, ideas: { planIds: all.plans.map(({ id }) => id) } }
  const found = await gatherNews(house, scope, limit, since)
  // With a commitment that becomes known all that was told of it before becomes known.
  const uncovered = scope.commitments.filter(({ commitment: { knownFrom } }) => knownFrom !== null && knownFrom > since.day)
  if (!uncovered.length) return found
  return [
    ...found,
    ...(await gatherNews(house, { ...scope, kind: 'commitment', wholePlans: [], commitments: uncovered, callsOf: [], ideas: null }, limit)),
  ]
}

/** How a piece of news is named for ever: its kind and its row, which is never given to another. */
export const newsId = (news: News): string => `${news.kind}/${news.id}`

async function withoutNumber(db: Database, found: ReadonlyMap<string, News>): Promise<Map<string, News>> {
  const fresh = new Map(found)
  for (const ids of chunks([...found.keys()])) {
    const known = await db.select({ id: newsNumber.newsId }).from(newsNumber).where(inArray(newsNumber.newsId, ids))
    for (const { id } of known) fresh.delete(id)
  }
  return fresh
}

const AT_ONCE = 1000
const chunks = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / AT_ONCE) }, (_, index) => items.slice(index * AT_ONCE, (index + 1) * AT_ONCE))
