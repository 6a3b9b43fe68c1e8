import { and, arrayOverlaps, inArray, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../platform/database/database.ts'
import type { Day } from '../platform/dates/partialDate.ts'
import type { PublicText, PublicTextKind } from '../platform/publicText.ts'
import { searchText, searchWord } from './tables.ts'
import { neighboursOf, oneErrorApart, stemsOf, wordsIn } from './words.ts'

/** More words than these are not looked for. */
export const MOST_WORDS = 12

/** So many results of each kind stand on the first page, and so many on the page of one kind. */
const OF_EACH_KIND = 5
export const ON_A_PAGE = 20

/** Shorter words have too many neighbours to guess which was meant. */
const SHORTEST_MENDED = 4
const MOST_MEANT = 20

/** Words that are in nearly every text: not looked for while there are others. */
const small = new Set(
  'un vai ar par no uz ir lai pie pēc līdz kas kā ka to tas tā arī the of and or in to for a an on is by at with'.split(' '),
)

/** What is looked for: for each word the stems that will do. */
export type Sought = {
  stems: readonly (readonly string[])[]
  /** Words that stand nowhere, and the stems of similar ones that are looked for instead. */
  mended: readonly { word: string; stems: readonly string[] }[]
  /** There were more words than are looked for. */
  cut: boolean
}

/** Reads what someone typed. Signs and operators are no words; everything found has all words. Two queries at most. */
export async function readSought(db: Database, typed: string): Promise<Sought | null> {
  const words = [...new Set(wordsIn(typed).map(({ word }) => word.toLowerCase()))]
  const weighty = words.filter((word) => !small.has(word))
  const all = (weighty.length ? weighty : words).map((word) => ({ word, stems: stemsOf(word) })).filter(({ stems }) => stems.length)
  const sought = all.slice(0, MOST_WORDS)
  if (!sought.length) return null
  const known = new Set(
    await knownStems(
      db,
      sought.flatMap(({ stems }) => stems),
    ),
  )
  const strange = sought.filter(
    ({ word, stems }) => [...word].length >= SHORTEST_MENDED && !/\d/.test(word) && !stems.some((stem) => known.has(stem)),
  )
  const near = strange.length
    ? await nearStems(
        db,
        strange.flatMap(({ stems }) => stems),
      )
    : []
  const meant = new Map(
    strange.flatMap(({ word, stems }) => {
      const similar = near.filter((stem) => stems.some((one) => oneErrorApart(one, stem))).slice(0, MOST_MEANT)
      return similar.length ? [[word, similar] as const] : []
    }),
  )
  return {
    stems: sought.map(({ word, stems }) => meant.get(word) ?? stems),
    mended: [...meant].map(([word, stems]) => ({ word, stems })),
    cut: all.length > sought.length,
  }
}

async function knownStems(db: Database, stems: string[]): Promise<string[]> {
  const rows = await db.select({ stem: searchWord.stem }).from(searchWord).where(inArray(searchWord.stem, stems))
  return rows.map((row) => row.stem)
}

async function nearStems(db: Database, stems: string[]): Promise<string[]> {
  const rows = await db
    .select({ stem: searchWord.stem })
    .from(searchWord)
    .where(arrayOverlaps(searchWord.neighbours, [...new Set(stems.flatMap(neighboursOf))]))
    .orderBy(searchWord.stem)
    .limit(500)
  return rows.map((row) => row.stem)
}

/** What a search is narrowed to. */
export type Narrowed = {
  today: Day
  planId: string | null
  /** Institutions and organisations that are spoken of on that day; others are not found. */
  organisationIds: readonly string[]
  /** Only what one of them does, or what belongs to the commitments it takes part in. */
  takesPart: { organisationId: string; commitmentIds: readonly number[] } | null
  kind: PublicTextKind | null
  page: number
}

/** A thing that was found, with the text of it that fits best, and how many of its kind were found. */
export type Found = Omit<PublicText, 'part' | 'knownFrom' | 'knownUntil'> & { ofKind: number }

/** The things in whose texts all sought words stand: the best of each kind, or one page of one kind. One query. */
export async function findTexts(db: Database, sought: Sought, narrowed: Narrowed): Promise<Found[]> {
  const query = sought.stems.map((stems) => `(${stems.map((stem) => `'${stem}'`).join('|')})`).join('&')
  const t = searchText
  const oneOf = (column: typeof t.organisationId | typeof t.commitmentId, values: readonly (string | number)[]): SQL =>
    values.length ? inArray(column as typeof t.organisationId, [...values] as string[]) : sql`false`
  const { planId, takesPart, kind, page, today } = narrowed
  const where = and(
    sql`${t.words} @@ ${query}::tsquery`,
    sql`(${t.knownFrom} is null or ${t.knownFrom} <= ${today})`,
    sql`(${t.knownUntil} is null or ${t.knownUntil} > ${today})`,
    sql`(${t.kind} not in ('institution', 'organisation') or ${oneOf(t.organisationId, narrowed.organisationIds)})`,
    planId === null ? undefined : sql`${t.planId} = ${planId}`,
    takesPart === null
      ? undefined
      : sql`(${t.organisationId} = ${takesPart.organisationId} or (${t.kind} in ('commitment', 'milestone') and ${oneOf(t.commitmentId, takesPart.commitmentIds)}))`,
  )
  const first = kind === null ? 1 : (page - 1) * ON_A_PAGE + 1
  const last = kind === null ? OF_EACH_KIND : page * ON_A_PAGE
  const { rows } = (await db.execute(sql`
    with matched as (
      select object, part, kind, ts_rank(words, ${query}::tsquery) as rank from ${t} where ${where}
    ), things as (
      select distinct on (object) object, part, kind, rank from matched order by object, rank desc, part desc
    ), placed as (
      select *, (count(*) over (partition by kind))::int as of_kind,
        row_number() over (partition by kind order by rank desc, object) as place
      from things ${kind === null ? sql`` : sql`where kind = ${kind}`}
    )
    select t.object, t.kind, t.plan_id as "planId", t.commitment_id as "commitmentId", t.commitment_number as "commitmentNumber",
      t.milestone_number as "milestoneNumber", t.organisation_id as "organisationId", t.title, t.body, t.demonstration,
      p.of_kind as "ofKind"
    from placed p join ${t} t on t.object = p.object and t.part = p.part
    where p.place between ${first} and ${last}
    order by p.kind, p.place`)) as unknown as { rows: Found[] }
  return rows
}
