import { eq, inArray, sql } from 'drizzle-orm'
import { monitoringTextsSince } from '../cycle/monitoring/index.ts'
import { planTextsSince } from '../cycle/plan/index.ts'
import { organisationTexts } from '../people/index.ts'
import type { Database } from '../platform/database/database.ts'
import type { PublicText } from '../platform/publicText.ts'
import { recordState } from '../record/index.ts'
import { searchState, searchText, searchWord } from './tables.ts'
import { neighboursOf, RULES, stemsIn } from './words.ts'

/** So many rows go into one statement. */
const AT_ONCE = 500

/**
 * Brings the texts that can be found up to the record's last number. Every public row names its entry, and
 * the record's head is free again only when the act is done: so what is newer than the number that the texts
 * are in is all that has changed, by whichever process or import. Costs one query when nothing has.
 */
export async function keepUp(db: Database, recordEntries: number): Promise<void> {
  const [state] = await db.select().from(searchState)
  if (state && state.rules === RULES && state.seq >= recordEntries) return
  await db.transaction(bringUpToDate)
}

async function bringUpToDate(tx: Database): Promise<void> {
  await tx.insert(searchState).values({ id: 1, seq: -1, rules: RULES }).onConflictDoNothing()
  const [state] = await tx.select().from(searchState).for('update')
  if (!state) throw new Error('the search has no state')
  // First the number, then the rows: what an act adds in between is read again next time.
  const { entries } = await recordState(tx)
  const anew = state.rules !== RULES || state.seq < 0
  if (!anew && state.seq >= entries) return
  if (anew) {
    await tx.delete(searchText)
    await tx.delete(searchWord)
  }
  const since = anew ? -1 : state.seq
  await replace(tx, await planTextsSince(tx, since))
  await replace(tx, await monitoringTextsSince(tx, since))
  await replace(tx, await organisationTexts(tx, since))
  await tx.update(searchState).set({ seq: entries, rules: RULES }).where(eq(searchState.id, 1))
}

/** Puts texts in the place of all that was there of the same things. */
async function replace(tx: Database, texts: readonly PublicText[]): Promise<void> {
  for (const objects of chunks([...new Set(texts.map((text) => text.object))]))
    await tx.delete(searchText).where(inArray(searchText.object, objects))
  const stems = new Set<string>()
  // Evidence that two updates name stands once for each version of each; one row of it is enough.
  const rows = new Map(texts.map((text) => [`${text.object} ${text.part}`, withWords(text, stems)]))
  for (const some of chunks([...rows.values()])) await tx.insert(searchText).values(some)
  for (const some of chunks([...stems]))
    await tx
      .insert(searchWord)
      .values(some.map((stem) => ({ stem, neighbours: neighboursOf(stem) })))
      .onConflictDoNothing()
}

function withWords(text: PublicText, all: Set<string>): typeof searchText.$inferInsert {
  const title = stemsIn(text.title)
  const inTitle = new Set(title)
  const body = stemsIn(text.body).filter((stem) => !inTitle.has(stem))
  for (const stem of [...title, ...body]) all.add(stem)
  // Stems are letters and digits only: nothing in them has to be quoted twice.
  const words = [...title.map((stem) => `'${stem}':1A`), ...body.map((stem) => `'${stem}':1D`)].join(' ')
  return { ...text, words: sql`${words}::tsvector` as unknown as string }
}

function chunks<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / AT_ONCE) }, (_, index) => items.slice(index * AT_ONCE, (index + 1) * AT_ONCE))
}
