import { type DocumentAt, documentList, documentsByIds, type ListFilter } from '../../../cycle/documents/index.ts'
import { evidenceByIds, evidenceList, type ListedEvidence } from '../../../cycle/monitoring/index.ts'
import { type DeadLinks, deadLinks } from '../../../links/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import { countIn, type DayList, keysIn, type ListKey, laterFirst, type Years, yearsIn } from '../../../platform/database/dayList.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import type { House } from '../../../platform/house.ts'

/* The list of a repository: its documents, and beside them the published evidence of progress, which is not copied
 * but read where it is. Both are ordered by the same day; of a day, documents stand before evidence. */

/** A document, or a published piece of evidence. */
export type Listed = ({ kind: 'document' } & DocumentAt) | ({ kind: 'evidence' } & ListedEvidence)

type Source = { kind: Listed['kind']; list: DayList }

/** The lists that a filter is about: evidence is of one kind, and in no stated language. */
function sourcesOf(db: Database, filter: ListFilter): Source[] {
  const withEvidence = (filter.kind ?? 'evidence') === 'evidence' && (filter.language ?? 'none') === 'none'
  return [
    { kind: 'document', list: documentList(filter) },
    ...(withEvidence ? [{ kind: 'evidence' as const, list: evidenceList(db, filter) }] : []),
  ]
}

type Place = { kind: Listed['kind']; key: ListKey }
const order = (a: Place, b: Place): number =>
  laterFirst({ ...a.key, id: 0 }, { ...b.key, id: 0 }) || (a.kind === b.kind ? b.key.id - a.key.id : a.kind === 'document' ? -1 : 1)

/** One page of a list, and how much the whole has. Seven queries at most. */
export async function pageOfList(db: Database, filter: ListFilter, page: number, size: number): Promise<{ rows: Listed[]; total: number }> {
  const places: Place[] = []
  let total = 0
  for (const { kind, list } of sourcesOf(db, filter)) {
    places.push(...(await keysIn(db, list, page * size)).map((key) => ({ kind, key })))
    total += await countIn(db, list)
  }
  const shown = places.sort(order).slice((page - 1) * size, page * size)
  return { rows: await readPlaces(db, shown, filter.today), total }
}

/** The years that can be chosen, the latest first: of the whole list in this order, whatever else it is narrowed to. */
export async function yearsOfList(db: Database, { planId, order, today }: ListFilter): Promise<number[]> {
  const whole: ListFilter = { planId, order, today, kind: null, language: null, year: null }
  const found: NonNullable<Years>[] = []
  for (const { list } of sourcesOf(db, whole)) {
    const years = await yearsIn(db, list)
    if (years) found.push(years)
  }
  if (!found.length) return []
  const [first, last] = [Math.min(...found.map((years) => years.first)), Math.max(...found.map((years) => years.last))]
  return Array.from({ length: last - first + 1 }, (_, index) => last - index)
}

/** The day on which something was last added to a list; null when it is empty. */
export async function lastAdded(db: Database, { planId, today }: ListFilter): Promise<Day | null> {
  const whole: ListFilter = { planId, order: 'added', today, kind: null, language: null, year: null }
  const days: Day[] = []
  for (const { list } of sourcesOf(db, whole)) {
    const [key] = await keysIn(db, list, 1)
    if (key?.day) days.push(key.day)
  }
  return days.sort().at(-1) ?? null
}

/** So many rows are read at once where a whole list is written out. */
const AT_ONCE = 200

/** The whole of a list in its order, part by part: however long it is, only a few hundred rows are in memory. */
export async function* wholeList(db: Database, filter: ListFilter): AsyncGenerator<Listed[]> {
  let part: Place[] = []
  for await (const place of merged(sourcesOf(db, filter).map((source) => placesOf(db, source)))) {
    part.push(place)
    if (part.length < AT_ONCE) continue
    yield await readPlaces(db, part, filter.today)
    part = []
  }
  if (part.length) yield await readPlaces(db, part, filter.today)
}

async function* placesOf(db: Database, { kind, list }: Source): AsyncGenerator<Place> {
  let after: ListKey | null = null
  for (;;) {
    const keys: ListKey[] = await keysIn(db, list, AT_ONCE, after)
    for (const key of keys) yield { kind, key }
    after = keys.at(-1) ?? null
    if (keys.length < AT_ONCE) return
  }
}

/** Places that come in order from several lists, as one. */
async function* merged(lists: readonly AsyncGenerator<Place>[]): AsyncGenerator<Place> {
  const heads = await Promise.all(lists.map(async (list) => ({ list, next: await list.next() })))
  for (;;) {
    const [head] = heads.filter(({ next }) => !next.done).sort((a, b) => order(a.next.value, b.next.value))
    if (!head) return
    yield head.next.value
    head.next = await head.list.next()
  }
}

/** What stands at these places, in their order. Three queries at most. */
async function readPlaces(db: Database, places: readonly Place[], today: Day): Promise<Listed[]> {
  const idsOf = (kind: Place['kind']): number[] => places.filter((place) => place.kind === kind).map((place) => place.key.id)
  const documents = new Map((await documentsByIds(db, idsOf('document'), today)).map((found) => [found.document.id, found]))
  const evidence = new Map((await evidenceByIds(db, idsOf('evidence'), today)).map((found) => [found.item.id, found]))
  return places.flatMap(({ kind, key }): Listed[] => {
    if (kind === 'document') {
      const found = documents.get(key.id)
      return found ? [{ kind, ...found }] : []
    }
    const found = evidence.get(key.id)
    return found ? [{ kind, ...found }] : []
  })
}

/** The address elsewhere that a row leads to; null when it leads to none. */
export const addressIn = (row: Listed): string | null => (row.kind === 'document' ? (row.version.main?.url ?? null) : row.item.url)

/** Which links of these rows are dead: one query. */
export const deadIn = (house: House, rows: readonly Listed[]): Promise<DeadLinks> => deadLinks(house, rows.map(addressIn))
