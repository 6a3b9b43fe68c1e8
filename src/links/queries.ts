import { and, asc, desc, eq, inArray, isNotNull, lte, sql } from 'drizzle-orm'
import type { Database } from '../platform/database/database.ts'
import type { Day } from '../platform/dates/partialDate.ts'
import { groupBy } from '../platform/groupBy.ts'
import type { House } from '../platform/house.ts'
import { linkId } from './findLinks.ts'
import { link, linkUse } from './tables.ts'

/** Links that are dead, by their address, each with the day since when. */
export type DeadLinks = ReadonlyMap<string, Day>

/** Which of these addresses are dead. One query; none where nobody checks links: then nothing is claimed of them. */
export async function deadLinks({ db, configuration }: House, addresses: readonly (string | null | undefined)[]): Promise<DeadLinks> {
  const ids = [...new Set(addresses.filter((address) => address != null))].map(linkId)
  if (!configuration.checkLinks || !ids.length) return new Map()
  const rows = await db
    .select({ address: link.address, deadSince: link.deadSince })
    .from(link)
    .where(and(inArray(link.id, ids), isNotNull(link.deadSince)))
  return new Map(rows.flatMap(({ address, deadSince }) => (deadSince ? [[address, deadSince] as const] : [])))
}

/** What the secretariat looks through: links that are dead, and those of which no program can tell. */
export const linkLists = ['dead', 'unclear'] as const
export type LinkList = (typeof linkLists)[number]

/** A link with the places that name it: the first few of them. */
export type ListedLink = typeof link.$inferSelect & { places: string[]; more: boolean }

const ON_A_PAGE = 50
const PLACES = 10

/** A page of a list, those that died last first. Two queries. */
export async function listLinks(db: Database, list: LinkList, page: number): Promise<{ links: ListedLink[]; more: boolean }> {
  const rows = await db
    .select()
    .from(link)
    .where(list === 'dead' ? isNotNull(link.deadSince) : eq(link.state, 'unclear'))
    .orderBy(...(list === 'dead' ? [desc(link.deadSince), asc(link.id)] : [asc(link.id)]))
    .limit(ON_A_PAGE + 1)
    .offset((page - 1) * ON_A_PAGE)
  const links = rows.slice(0, ON_A_PAGE)
  const places = await placesOf(
    db,
    links.map(({ id }) => id),
  )
  return {
    links: links.map((row) => {
      const named = places.get(row.id) ?? []
      return { ...row, places: named.slice(0, PLACES).map(({ place }) => place), more: named.length > PLACES }
    }),
    more: rows.length > ON_A_PAGE,
  }
}

/** The first places that name each of these links, and one more where there are more. */
async function placesOf(db: Database, ids: readonly string[]) {
  if (!ids.length) return new Map<string, { linkId: string; place: string }[]>()
  const numbered = db
    .select({
      linkId: linkUse.linkId,
      place: linkUse.place,
      number: sql<number>`row_number() over (partition by ${linkUse.linkId} order by ${linkUse.place})`.as('number'),
    })
    .from(linkUse)
    .where(inArray(linkUse.linkId, [...ids]))
    .groupBy(linkUse.linkId, linkUse.place)
    .as('numbered')
  const rows = await db
    .select({ linkId: numbered.linkId, place: numbered.place })
    .from(numbered)
    .where(lte(numbered.number, PLACES + 1))
    .orderBy(asc(numbered.linkId), asc(numbered.place))
  return groupBy(rows, (row) => row.linkId)
}
