import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { ParticipantSector } from '../../../people/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import type { LocalText } from '../../../platform/languages/languages.ts'
import type { GrandChallenge, OgpValue } from '../../plan/index.ts'
import { countsOf } from '../similar/readQuestion.ts'
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

/**
 * So many are gathered and put in order; of more, the order's own index is gone along until a page is full. More where words
 * are sought, since going along then reads each idea's words, and not the index alone.
 */
const GATHERED = 500
const GATHERED_BY_WORDS = 4_000
/** Among so many of the newest ideas is looked whether there are more than are gathered. */
const LOOKED_AT = 20_000

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

/** What the index of facets is asked for, and whether more than the plan is asked; a theme has its plan. */
function facetsOf({ planId, ...filter }: IdeaFilter): { facets: string[]; narrows: boolean } {
  const { kind, topic, themeId, answererId } = filter
  const state = stateOf({ planId, ...filter })
  const facets = [
    ...(kind ? [`k:${kind}`] : []),
    ...(state ? [`s:${state}`] : []),
    ...(topic ? [topic] : []),
    ...(themeId === null ? [] : [`t:${themeId}`]),
    ...(answererId === null ? [] : [`a:${answererId}`]),
  ]
  return { facets: [...(themeId === null ? [`p:${planId}`] : []), ...facets], narrows: facets.length > 0 }
}

const quoted = (stem: string): string => `'${stem.replace(/['\\]/g, '$&$&')}'`

/** The sought words as PostgreSQL's tsquery. */
const queryOf = (stems: IdeaFilter['stems']): SQL => sql`${stems.map((word) => `(${word.map(quoted).join('|')})`).join('&')}::tsquery`

/** Seen by everyone today, and all that is asked for. */
function conditions(filter: IdeaFilter): SQL {
  const { facets, narrows } = facetsOf(filter)
  return sql.join(
    [
      sql`${idea.visibility} = 'published' and ${idea.planId} = ${filter.planId} and ${idea.publishedOn} <= ${filter.today}`,
      // What was merged is found by its words; else it stands with what it went into, as the counters count.
      ...(filter.stems.length ? [] : [sql`${idea.mergedIntoId} is null`]),
      ...(narrows ? [sql`${idea.facets} @> ${sql.param(facets, idea.facets)}`] : []),
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
 * order; is much asked for, the index of the order is gone along, where what is asked for comes soon. Five queries at most.
 */
export async function listIdeas(db: Database, filter: IdeaFilter, after: IdeaPlace | null): Promise<IdeaPage> {
  const counted = await countedAlready(db, filter)
  return db.transaction(async (tx) => {
    // The planner believes that going through the table finds enough soon: not where the ideas of a kind lie together.
    // The places of a common word's ideas are many: with little memory only their pages are noted, and all on them read.
    await tx.execute(
      sql`select set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true), set_config('work_mem', '32MB', true)`,
    )
    const isSearch = filter.stems.length > 0
    const most = isSearch && !(await isCommonWord(tx, filter)) ? GATHERED_BY_WORDS : GATHERED
    const many = counted === null ? !isSearch && (await areMany(tx, filter)) : counted > most
    const gathered = many ? null : await gather(tx, filter, after, most)
    if (gathered && gathered.total <= most) return { total: gathered.total, more: false, ...(await pageOf(tx, filter, gathered.ids)) }
    const ids = await alongTheIndex(tx, filter, after)
    return { total: counted ?? most, more: counted === null, ...(await pageOf(tx, filter, ids)) }
  })
}

/** How many there are where the plan's counters tell it: narrowed by kind and state alone. */
async function countedAlready(db: Database, filter: IdeaFilter): Promise<number | null> {
  const { planId, kind, topic, themeId, answererId, stems } = filter
  if (topic || themeId !== null || answererId !== null || stems.length) return null
  const state = stateOf(filter)
  const counts = await countsByState(db, planId)
  return counts
    .filter((one) => (kind === null || one.kind === kind) && (state === null || one.answerState === state))
    .reduce((sum, one) => sum + one.ideas, 0)
}

/** Are there surely more than are gathered? Found out without finding them all, which is what takes long where there are many. */
async function areMany(tx: Database, filter: IdeaFilter): Promise<boolean> {
  const { rows } = (await tx.execute(sql`
    select count(*)::int as ideas from (
      select from (
        select ${idea.facets}, ${idea.mergedIntoId} from ${idea}
        where ${idea.visibility} = 'published' and ${idea.planId} = ${filter.planId} and ${idea.publishedOn} <= ${filter.today}
        order by ${idea.publishedOn} desc, ${idea.id} desc limit ${LOOKED_AT}) newest
      where merged_into_id is null and facets @> ${sql.param(facetsOf(filter).facets, idea.facets)} limit ${GATHERED + 1}) found`)) as unknown as {
    rows: { ideas: number }[]
  }
  return (rows[0]?.ideas ?? 0) > GATHERED
}

/** Is one word sought that very many ideas have? Then a page of them comes soon along the index, and few are gathered to see that they are many. */
async function isCommonWord(tx: Database, filter: IdeaFilter): Promise<boolean> {
  const [word, ...others] = filter.stems
  if (!word || others.length || facetsOf(filter).narrows) return false
  return Math.max(0, ...(await countsOf(tx, word)).values()) > GATHERED_BY_WORDS
}

/** Which place in its order an idea has, and the ideas after a place. */
const orderedBy = ({ order }: IdeaFilter, after: IdeaPlace | null) => {
  const { by, descends } = orders[order]
  const [compare, direction] = [sql.raw(descends ? '<' : '>'), sql.raw(descends ? 'desc' : 'asc')]
  const value = after && sql.param(order === 'support' ? Number(after.value) : after.value, by)
  return {
    by,
    isAfter: (column: SQL | typeof by, id: SQL | typeof idea.id): SQL =>
      after ? sql`(${column}, ${id}) ${compare} (${value}, ${after.id})` : sql`true`,
    sorted: (column: SQL | typeof by, id: SQL | typeof idea.id): SQL => sql`order by ${column} ${direction}, ${id} ${direction}`,
  }
}

/** Finds all by the indexes of facets and words, but not more than so many and one, and those of a page. */
async function gather(tx: Database, filter: IdeaFilter, after: IdeaPlace | null, most: number): Promise<{ total: number; ids: number[] }> {
  const { by, isAfter, sorted } = orderedBy(filter, after)
  const [value, id] = [sql`value`, sql`id`]
  const { rows } = (await tx.execute(sql`
    with found as materialized (select ${idea.id} as id, ${by} as value from ${idea} where ${conditions(filter)} limit ${most + 1})
    select (select count(*)::int from found) as total,
      to_jsonb(array(select id from found where ${isAfter(value, id)} ${sorted(value, id)} limit ${IDEAS_A_PAGE + 1})) as ids`)) as unknown as {
    rows: { total: number; ids: number[] }[]
  }
  return rows[0] ?? { total: 0, ids: [] }
}

/** The ideas of a page in the order of the index, which has all that a list without words asks for. */
async function alongTheIndex(tx: Database, filter: IdeaFilter, after: IdeaPlace | null): Promise<number[]> {
  const { by, isAfter, sorted } = orderedBy(filter, after)
  // Else all that is asked for would be found first, and put in order.
  await tx.execute(sql`select set_config('enable_bitmapscan', 'off', true)`)
  const { rows } = (await tx.execute(sql`
    select ${idea.id} as id from ${idea}
    where ${conditions(filter)} ${filter.order === 'late' ? sql`and ${idea.answerState} = 'waiting'` : sql``} and ${isAfter(by, idea.id)}
    ${sorted(by, idea.id)} limit ${IDEAS_A_PAGE + 1}`)) as unknown as { rows: { id: number }[] }
  return rows.map((row) => row.id)
}

/** The ideas of a page, of which there is one more where another page begins. */
async function pageOf(tx: Database, filter: IdeaFilter, ids: readonly number[]): Promise<{ ideas: ListedIdea[]; next: IdeaPlace | null }> {
  const shown = ids.slice(0, IDEAS_A_PAGE)
  const rows = shown.length ? await tx.select(listed).from(idea).where(inArray(idea.id, shown)) : []
  const byId = new Map(rows.map((row) => [row.id, row]))
  const ideas = shown.flatMap((id) => byId.get(id) ?? [])
  const last = ideas.at(-1)
  const value = last && { support: String(last.supports), newest: last.publishedOn ?? '', late: last.answerDue }[filter.order]
  return { ideas, next: last && value && ids.length > IDEAS_A_PAGE ? { value, id: last.id } : null }
}

/** How many of a plan's ideas everyone sees, by kind and by what became of them. One row of each at most. */
export const countsByState = (
  db: Database,
  planId: string,
): Promise<Pick<typeof ideaCount.$inferSelect, 'kind' | 'answerState' | 'ideas'>[]> =>
  db
    .select({ kind: ideaCount.kind, answerState: ideaCount.answerState, ideas: ideaCount.ideas })
    .from(ideaCount)
    .where(eq(ideaCount.planId, planId))

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
