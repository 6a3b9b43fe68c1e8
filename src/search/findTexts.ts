import { type SQL, sql } from 'drizzle-orm'
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

/**
 * So many texts are compared and counted: of all kinds together when there are no more, else of each; and of one kind,
 * when only that was asked for.
 */
const COMPARED = { ofAllKinds: 600, ofEachKind: 200, ofOneKind: 1_000 }

/** What a search is narrowed to. */
export type Narrowed = {
  today: Day
  planId: string | null
  /** Institutions and organisations that are spoken of on that day; others are not found. */
  organisationIds: readonly string[]
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
 * The things in whose texts all sought words stand: some of each kind, or one page of one kind. Where few texts
 * have them all are compared: what has the words in its title comes first, then what is newer. Comparing very
 * many would take the longer the more there are: of a kind with very many the newest come first. One query for words
 * that few texts have, three at most.
 */
export async function findTexts(db: Database, sought: Sought, narrowed: Narrowed): Promise<FoundOfKind[]> {
  const search = { db, sought, narrowed }
  const { kind, page } = narrowed
  if (kind !== null)
    return byKinds(search, [kind], { first: (page - 1) * ON_A_PAGE + 1, last: page * ON_A_PAGE, compared: COMPARED.ofOneKind })
  const place = { first: 1, last: OF_EACH_KIND }
  // Few words are few enough to begin with all kinds at once; few days are found by kind and day.
  const all =
    narrowed.from === null && narrowed.to === null ? await bestOf(search, [null], { ...place, compared: COMPARED.ofAllKinds }) : null
  if (!all || all.some(({ more }) => more)) return byKinds(search, publicTextKinds, { ...place, compared: COMPARED.ofEachKind })
  return inOrder(
    groupBy(all, (row) => row.kind),
    new Map(),
  )
}

type Search = { db: Database; sought: Sought; narrowed: Narrowed }
type Place = { first: number; last: number; compared: number }
type Compared = Found & { count: number; more: boolean }

/** Each kind by itself, so that the many texts of one don't hide the few of another. */
async function byKinds(search: Search, kinds: readonly PublicTextKind[], place: Place): Promise<FoundOfKind[]> {
  const best = groupBy(await bestOf(search, kinds, place), (row) => row.kind)
  const withMany = kinds.filter((one) => best.get(one)?.[0]?.more)
  return inOrder(
    best,
    groupBy(withMany.length ? await newestOf(search, withMany, place) : [], (row) => row.kind),
  )
}

const inOrder = (best: ReadonlyMap<PublicTextKind, Compared[]>, newest: ReadonlyMap<PublicTextKind, Found[]>): FoundOfKind[] =>
  publicTextKinds.flatMap((kind) => {
    const rows = best.get(kind)
    const [first] = rows ?? []
    return rows && first ? [{ kind, count: first.count, more: first.more, found: newest.get(kind) ?? rows }] : []
  })

/** The best of each of these kinds, or of all at once (null), among so many texts as are compared; and whether there are more. */
async function bestOf(
  { db, sought, narrowed }: Search,
  kinds: readonly (PublicTextKind | null)[],
  { first, last, compared }: Place,
): Promise<Compared[]> {
  const by = narrowed.from === null && narrowed.to === null ? 'words' : 'both'
  const ofKinds = kinds.map(
    (kind, scan) => sql`(
      select ${scan}::int as scan, object, part, kind, known_from, ts_rank(words, ${queryOf({ stems: sought.stems, kind })}) as rank
      from ${searchText} t where ${matches('t', sought, narrowed, kind, by)} limit ${compared + 1})`,
  )
  const { rows } = (await db.execute(sql`
    with matched as materialized (${sql.join(ofKinds, sql` union all `)}),
    things as (
      select distinct on (object) * from matched order by object, rank desc, known_from desc nulls last, part desc
    ), placed as (
      select *, row_number() over (partition by kind order by rank desc, known_from desc nulls last, object) as place,
        (count(*) over (partition by kind))::int as count
      from things
    ), scans as (
      select scan, count(*) > ${compared} as more from matched group by scan
    )
    select ${columns}, p.count, scans.more
    from placed p join scans on scans.scan = p.scan join ${searchText} t on t.object = p.object and t.part = p.part
    where p.place between ${first} and ${last}
    order by p.kind, p.place`)) as unknown as { rows: Compared[] }
  return rows
}

/** Goes through the texts of each kind from the newest on until enough have the words: soon, since very many have. */
async function newestOf({ db, sought, narrowed }: Search, kinds: readonly PublicTextKind[], { first, last }: Place): Promise<Found[]> {
  // Of a thing that has the words in several texts, the newest counts.
  const ofKinds = kinds.map(
    (kind) => sql`(
      select ${columns} from ${searchText} t
      where ${matches('t', sought, narrowed, kind, 'day')} and not exists (
        select 1 from ${searchText} o where o.object = t.object and ${matches('o', sought, narrowed, kind, 'day')}
          and (coalesce(o.known_from, '-infinity'), o.part) > (coalesce(t.known_from, '-infinity'), t.part))
      order by t.known_from desc nulls last, t.object
      limit ${last - first + 1} offset ${first - 1})`,
  )
  const { rows } = (await db.execute(sql.join(ofKinds, sql` union all `))) as unknown as { rows: Found[] }
  return rows.sort((a, b) => ((a.knownFrom ?? '') > (b.knownFrom ?? '') ? -1 : (a.knownFrom ?? '') < (b.knownFrom ?? '') ? 1 : 0))
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
 * Has a text all the words, may it be seen, and is it what was asked for? Its kind stands both in its words and beside its
 * day: told where the index is that should be used, it keeps the database from using the other one too.
 */
function matches(alias: 't' | 'o', sought: Sought, narrowed: Narrowed, kind: PublicTextKind | null, by: 'words' | 'day' | 'both'): SQL {
  const { today, planId, takesPart, organisationIds, from, to } = narrowed
  const t = sql.raw(alias)
  const latest = to !== null && to < today ? to : today
  const conditions = [
    sql`${t}.words @@ ${queryOf({ stems: sought.stems, planId, takesPart, kind })}`,
    from === null ? sql`(${t}.known_from is null or ${t}.known_from <= ${latest})` : sql`${t}.known_from between ${from} and ${latest}`,
    sql`(${t}.known_until is null or ${t}.known_until > ${today})`,
  ]
  if (kind !== null && by !== 'words') conditions.push(sql`${t}.kind = ${kind}`)
  if (kind === null || kind === 'institution' || kind === 'organisation') {
    const known = organisationIds.length ? sql`${t}.organisation_id in ${organisationIds}` : sql`false`
    conditions.push(sql`(${t}.kind not in ('institution', 'organisation') or ${known})`)
  }
  return sql.join(conditions, sql` and `)
}
