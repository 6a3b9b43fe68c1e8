import { and, asc, desc, eq, inArray, lt, type SQL, sql } from 'drizzle-orm'
import type { ParticipantSector } from '../../../people/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import type { LocalText } from '../../../platform/languages/languages.ts'
import type { GrandChallenge, OgpValue } from '../../plan/index.ts'
import { type AnswerState, type ContributionKind, idea, ideaCount, theme } from '../tables.ts'

/** How a list is ordered: by support, the newest first, or those whose answer is the most overdue. */
export const ideaOrders = ['support', 'newest', 'late'] as const
export type IdeaOrder = (typeof ideaOrders)[number]

/** What a list is narrowed to; null = not at all. Ordered by overdue answers it has those alone that wait for one. */
export type IdeaFilter = {
  planId: string
  state: AnswerState | null
  kind: ContributionKind | null
  topic: OgpValue | GrandChallenge | null
  themeId: number | null
  /** The institution that answers. */
  answererId: string | null
  /** For each sought word the stems that will do. */
  stems: readonly (readonly string[])[]
  order: IdeaOrder
  today: Day
}

/** Where a page of a list begins: after the idea with this value of what the list is ordered by. */
export type IdeaPlace = { value: string; id: number }

export type ListedIdea = {
  id: number
  number: number
  kind: ContributionKind
  title: LocalText
  problem: LocalText
  proposal: LocalText
  authorName: string | null
  organisationId: string | null
  sector: ParticipantSector
  language: 'lv' | 'en'
  sentOn: Day
  publishedOn: Day | null
  topics: string[]
  themeId: number | null
  mergedIntoId: number | null
  answerState: AnswerState
  answererId: string | null
  answerDue: Day
  answeredOn: Day | null
  supports: number
  comments: number
  demonstration: boolean
}

/** How many there are, or that there are more than were counted; the ideas of this page, and where the next begins. */
export type IdeaPage = { total: number; more: boolean; ideas: ListedIdea[]; next: IdeaPlace | null }

export const IDEAS_A_PAGE = 20

/** So many are gathered and put in order; of more, the order's own index is gone along until a page is full. */
const GATHERED = 2_000

const listed = {
  id: idea.id,
  number: idea.number,
  kind: idea.kind,
  title: idea.title,
  problem: idea.problem,
  proposal: idea.proposal,
  authorName: idea.authorName,
  organisationId: idea.organisationId,
  sector: idea.sector,
  language: idea.language,
  sentOn: idea.sentOn,
  publishedOn: idea.publishedOn,
  topics: sql<string[]>`${idea.values} || ${idea.challenges}`,
  themeId: idea.themeId,
  mergedIntoId: idea.mergedIntoId,
  answerState: idea.answerState,
  answererId: idea.answererId,
  answerDue: idea.answerDue,
  answeredOn: idea.answeredOn,
  supports: idea.supports,
  comments: idea.comments,
  demonstration: idea.demonstration,
}

/** The state a list is narrowed to, by its filter or by its order. */
const stateOf = ({ state, order }: IdeaFilter): AnswerState | null => (order === 'late' ? 'waiting' : state)

/** What the index of facets and that of words are asked for; the plan goes without saying where nothing else is asked. */
function facetsOf(filter: IdeaFilter): string[] {
  const { planId, kind, topic, themeId, answererId } = filter
  const state = stateOf(filter)
  return [
    `p:${planId}`,
    ...(kind ? [`k:${kind}`] : []),
    ...(state ? [`s:${state}`] : []),
    ...(topic ? [topic] : []),
    ...(themeId === null ? [] : [`t:${themeId}`]),
    ...(answererId === null ? [] : [`a:${answererId}`]),
  ]
}

const quoted = (stem: string): string => `'${stem.replace(/['\\]/g, '$&$&')}'`

/** The sought words as PostgreSQL's tsquery. */
const queryOf = (stems: IdeaFilter['stems']): SQL => sql`${stems.map((word) => `(${word.map(quoted).join('|')})`).join('&')}::tsquery`

/** Seen by everyone today, and all that is asked for. */
function conditions(filter: IdeaFilter): SQL {
  const facets = facetsOf(filter)
  return sql.join(
    [
      sql`${idea.visibility} = 'published' and ${idea.planId} = ${filter.planId} and ${idea.publishedOn} <= ${filter.today}`,
      // What was merged is found by its words; else it stands with what it went into, as the counters count.
      ...(filter.stems.length ? [] : [sql`${idea.mergedIntoId} is null`]),
      ...(facets.length > 1 ? [sql`${idea.facets} @> ${sql.param(facets, idea.facets)}`] : []),
      ...(filter.stems.length ? [sql`${idea.words} @@ ${queryOf(filter.stems)}`] : []),
    ],
    sql` and `,
  )
}

/** What each order goes by, and the way it goes. */
const orders = {
  support: { by: idea.supports, descends: true },
  newest: { by: idea.publishedOn, descends: true },
  late: { by: idea.answerDue, descends: false },
} as const

/**
 * A page of a plan's ideas. Is little asked for, the indexes of facets and words find it all, which is then put in
 * order; is much asked for, the index of the order is gone along, where what is asked for comes soon. Three queries at most.
 */
export async function listIdeas(db: Database, filter: IdeaFilter, after: IdeaPlace | null): Promise<IdeaPage> {
  const counted = await countedAlready(db, filter)
  if (counted !== null && counted > GATHERED) return { total: counted, more: false, ...(await alongTheIndex(db, filter, after)) }
  return db.transaction(async (tx) => {
    // With a limit the planner believes that going through the table finds enough soon: not where the ideas of a kind lie together.
    await tx.execute(sql`set local enable_seqscan = off`)
    const found = (await tx.execute(
      sql`select ${idea.id} as id from ${idea} where ${conditions(filter)} limit ${GATHERED + 1}`,
    )) as unknown as { rows: { id: number }[] }
    const ids = found.rows.map((row) => row.id)
    if (ids.length > GATHERED) return { total: counted ?? GATHERED, more: counted === null, ...(await alongTheIndex(tx, filter, after)) }
    return { total: ids.length, more: false, ...(await pageOf(tx, filter, inArray(idea.id, ids.length ? ids : [0]), after)) }
  })
}

/** How many there are where the plan's counters tell it: narrowed by kind and state alone. */
async function countedAlready(db: Database, filter: IdeaFilter): Promise<number | null> {
  const { planId, kind, topic, themeId, answererId, stems } = filter
  if (topic || themeId !== null || answererId !== null || stems.length) return null
  const state = stateOf(filter)
  const counts = await countIdeas(db, planId)
  return counts
    .filter((one) => (kind === null || one.kind === kind) && (state === null || one.answerState === state))
    .reduce((sum, one) => sum + one.ideas, 0)
}

const alongTheIndex = (db: Database, filter: IdeaFilter, after: IdeaPlace | null) => pageOf(db, filter, conditions(filter), after)

async function pageOf(
  db: Database,
  filter: IdeaFilter,
  where: SQL | undefined,
  after: IdeaPlace | null,
): Promise<{ ideas: ListedIdea[]; next: IdeaPlace | null }> {
  const { by, descends } = orders[filter.order]
  const compare = sql.raw(descends ? '<' : '>')
  const direction = descends ? desc : asc
  const rows = await db
    .select(listed)
    .from(idea)
    .where(
      and(
        where,
        // The order's index has the state before the day.
        filter.order === 'late' ? eq(idea.answerState, 'waiting') : undefined,
        after === null
          ? undefined
          : sql`(${by}, ${idea.id}) ${compare} (${sql.param(orderedValue(filter.order, after.value), by)}, ${after.id})`,
      ),
    )
    .orderBy(direction(by), direction(idea.id))
    .limit(IDEAS_A_PAGE + 1)
  const ideas = rows.slice(0, IDEAS_A_PAGE)
  const last = ideas.at(-1)
  const value = last && { support: String(last.supports), newest: last.publishedOn ?? '', late: last.answerDue }[filter.order]
  return { ideas, next: last && value && rows.length > IDEAS_A_PAGE ? { value, id: last.id } : null }
}

const orderedValue = (order: IdeaOrder, value: string): number | string => (order === 'support' ? Number(value) : value)

/** How many of a plan's ideas everyone sees, by kind and by what became of them. One row of each at most. */
export const countIdeas = (
  db: Database,
  planId: string,
): Promise<Pick<typeof ideaCount.$inferSelect, 'kind' | 'answerState' | 'ideas'>[]> =>
  db
    .select({ kind: ideaCount.kind, answerState: ideaCount.answerState, ideas: ideaCount.ideas })
    .from(ideaCount)
    .where(eq(ideaCount.planId, planId))

/** More overdue answers are not counted. */
const MOST_LATE = 10_000

/** How many of a plan's ideas wait longer than they should, as far as that is counted. */
export async function countLate(db: Database, planId: string, today: Day): Promise<number> {
  const some = db
    .select({ id: idea.id })
    .from(idea)
    .where(and(eq(idea.planId, planId), eq(idea.visibility, 'published'), eq(idea.answerState, 'waiting'), lt(idea.answerDue, today)))
    .limit(MOST_LATE)
    .as('some')
  const [row] = await db.select({ late: sql<number>`count(*)::int` }).from(some)
  return row?.late ?? 0
}

/** So many themes and institutions are offered for choosing. */
const MOST_CHOICES = 100

/** The themes of a plan that are not taken apart, and the institutions that answer its ideas. Two queries, each by an index. */
export async function choicesOf(
  db: Database,
  planId: string,
): Promise<{ themes: { id: number; title: LocalText }[]; answerers: string[] }> {
  const themes = await db
    .select({ id: theme.id, title: theme.title })
    .from(theme)
    .where(and(eq(theme.planId, planId), sql`${theme.endedOn} is null`))
    .orderBy(asc(theme.position))
    .limit(MOST_CHOICES)
  // From one institution to the next by the index: as many steps as there are institutions, however many ideas.
  const answerers = (await db.execute(sql`
    with recursive each_of as (
      (select ${idea.answererId} as id from ${idea} where ${idea.planId} = ${planId} and ${idea.answererId} is not null order by ${idea.answererId} limit 1)
      union all
      select (select i.answerer_id from ${idea} i where i.plan_id = ${planId} and i.answerer_id > each_of.id order by i.answerer_id limit 1)
      from each_of where each_of.id is not null
    )
    select id from each_of where id is not null limit ${MOST_CHOICES}`)) as unknown as { rows: { id: string }[] }
  return { themes, answerers: answerers.rows.map((row) => row.id) }
}
