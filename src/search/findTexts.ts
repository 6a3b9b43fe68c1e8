import { type SQL, sql } from 'drizzle-orm'
import { participates } from '../cycle/plan/index.ts'
import type { Database } from '../platform/database/database.ts'
import type { Day } from '../platform/dates/partialDate.ts'
import { groupBy } from '../platform/groupBy.ts'
import { type PublicText, type PublicTextKind, publicTextKinds } from '../platform/publicText.ts'
import type { Sought } from './readSought.ts'
import { searchText } from './tables.ts'
import { queryOf } from './vectors.ts'

/** So many results of each kind stand on the first page, and so many on the page of one kind. */
const OF_EACH_KIND = 5
export const ON_A_PAGE = 20

/** So many texts of a kind are compared and counted, among all kinds and of one alone. */
const COMPARED = { ofEachKind: 200, ofOneKind: 1_000 }

/** What a search is narrowed to. */
export type Narrowed = {
  today: Day
  planId: string | null
  /** Only what one of them does, or what belongs to the commitments it takes part in. */
  takesPart: { organisationId: string; commitmentIds: readonly number[] } | null
  /** Only what became known from this day on, and not after that one. */
  from: Day | null
  to: Day | null
  kind: PublicTextKind | null
  page: number
}

/** A thing that was found, with the text of it that fits best. */
export type Found = Omit<PublicText, 'knownUntil'>

/** What was found of a kind: how many things, or that there are more than that; and some of them, the best or the newest first. */
export type FoundOfKind = { kind: PublicTextKind; count: number; more: boolean; found: Found[] }

/**
 * The things in whose texts all sought words stand: some of each kind, or one page of one kind. Of a kind
 * with few such texts all are compared: what has the words in its title comes first, then what is newer.
 * Comparing very many would take the longer the more there are: of such a kind the newest come first. One query, and
 * one more when there is such a kind.
 */
export function findTexts(db: Database, sought: Sought, narrowed: Narrowed): Promise<FoundOfKind[]> {
  const { kind, page } = narrowed
  const kinds = kind === null ? publicTextKinds : [kind]
  const place: Place =
    kind === null
      ? { first: 1, last: OF_EACH_KIND, compared: COMPARED.ofEachKind }
      : { first: (page - 1) * ON_A_PAGE + 1, last: page * ON_A_PAGE, compared: COMPARED.ofOneKind }
  return db.transaction(async (tx) => {
    // With a limit the planner believes that going through the table finds enough soon: not where the texts of a kind lie together.
    await tx.execute(sql`set local enable_seqscan = off`)
    const search = { tx, sought, narrowed }
    const best = groupBy(await bestOf(search, kinds, place), (row) => row.kind)
    const withMany = kinds.filter((one) => best.get(one)?.[0]?.more)
    const newest = groupBy(withMany.length ? await newestOf(search, withMany, place) : [], (row) => row.kind)
    return kinds.flatMap((one) => {
      const rows = best.get(one)
      const [first] = rows ?? []
      return rows && first ? [{ kind: one, count: first.count, more: first.more, found: newest.get(one) ?? rows }] : []
    })
  })
}

type Search = { tx: Database; sought: Sought; narrowed: Narrowed }
type Place = { first: number; last: number; compared: number }
type Compared = Found & { count: number; more: boolean }

/** The best of each kind among so many texts as are compared; and whether there are more. */
async function bestOf(
  { tx, sought, narrowed }: Search,
  kinds: readonly PublicTextKind[],
  { first, last, compared }: Place,
): Promise<Compared[]> {
  // Each kind by itself, so that the many texts of one don't hide the few of another.
  const ofKinds = kinds.map(
    (kind) => sql`(
      select object, part, ${kind}::text as kind, known_from, ts_rank(words, ${queryOf({ stems: sought.stems, kind })}) as rank
      from ${searchText} t where ${matches('t', sought, narrowed, kind, narrowed.from === null ? 'words' : 'days')} limit ${compared + 1})`,
  )
  const { rows } = (await tx.execute(sql`
    with matched as materialized (${sql.join(ofKinds, sql` union all `)}),
    texts as (select kind, count(*) > ${compared} as more from matched group by kind),
    things as (
      select distinct on (object) * from matched order by object, rank desc, known_from desc nulls last, part desc
    ), placed as (
      select *, row_number() over (partition by kind order by rank desc, known_from desc nulls last, object) as place,
        (count(*) over (partition by kind))::int as count
      from things
    )
    select ${columns}, p.count, texts.more
    from placed p join texts on texts.kind = p.kind join ${searchText} t on t.object = p.object and t.part = p.part
    where p.place between ${first} and ${last}
    order by p.kind, p.place`)) as unknown as { rows: Compared[] }
  return rows
}

/** Goes through the texts of each kind from the newest on until enough have the words: soon, since very many have. */
async function newestOf({ tx, sought, narrowed }: Search, kinds: readonly PublicTextKind[], { first, last }: Place): Promise<Found[]> {
  // Of a thing that has the words in several texts, the newest counts.
  const ofKinds = kinds.map(
    (kind) => sql`(
      select ${columns} from ${searchText} t
      where ${matches('t', sought, narrowed, kind, 'days')} and not exists (
        select 1 from ${searchText} o where o.object = t.object and ${matches('o', sought, narrowed, kind, 'days')}
          and (coalesce(o.known_from, '-infinity'), o.part) > (coalesce(t.known_from, '-infinity'), t.part))
      order by t.known_from desc nulls last, t.object
      limit ${last - first + 1} offset ${first - 1})`,
  )
  const { rows } = (await tx.execute(sql.join(ofKinds, sql` union all `))) as unknown as { rows: Found[] }
  const day = ({ knownFrom }: Found): string => knownFrom ?? ''
  return rows.sort((a, b) => (day(a) > day(b) ? -1 : day(a) < day(b) ? 1 : 0))
}

const columns = sql.raw(
  [
    ...['t.object', 't.part', 't.kind', 't.plan_id as "planId"', 't.commitment_id as "commitmentId"'],
    ...['t.commitment_number as "commitmentNumber"', 't.milestone_number as "milestoneNumber"'],
    ...['t.organisation_id as "organisationId"', 't.reference_day::text as "referenceDay"', 't.title', 't.body'],
    ...['t.file_hash as "fileHash"', 't.known_from::text as "knownFrom"', 't.demonstration'],
  ].join(', '),
)

/**
 * Has a text of a kind all the words, may it be seen, and is it what was asked for? Its kind stands in its words; by `days` it is
 * told beside its day too, where another index has it.
 */
function matches(alias: 't' | 'o', sought: Sought, narrowed: Narrowed, kind: PublicTextKind, by: 'words' | 'days'): SQL {
  const { today, planId, takesPart, from, to } = narrowed
  const t = sql.raw(alias)
  const latest = to !== null && to < today ? to : today
  const conditions = [
    sql`${t}.words @@ ${queryOf({ stems: sought.stems, planId, takesPart, kind })}`,
    from === null ? sql`(${t}.known_from is null or ${t}.known_from <= ${latest})` : sql`${t}.known_from between ${from} and ${latest}`,
    sql`(${t}.known_until is null or ${t}.known_until > ${today})`,
  ]
  if (by === 'days') conditions.push(sql`${t}.kind = ${kind}`)
  // Who takes part in nothing that is known by then is not found.
  if (kind === 'institution' || kind === 'organisation') conditions.push(participates(sql`${t}.organisation_id`, today))
  return sql.join(conditions, sql` and `)
}
