import { and, inArray, lte, sql } from 'drizzle-orm'
import { neighboursOf } from '../../../methods/words.ts'
import type { Database } from '../../../platform/database/database.ts'
import { ideaStem } from './tables.ts'

/** The stem under which all ideas are counted. */
export const EVERY_IDEA = ''

/** Longer words are codes and addresses, in which nobody looks for a typing error. */
const LONGEST_MENDED = 24

/** Where a word is looked for that someone mistyped; a number is never taken for another one. */
const meetingPlaces = (stem: string): string[] => (stem.length > LONGEST_MENDED || /\d/.test(stem) ? [] : neighboursOf(stem))

/**
 * Counts the stems of one idea more. One statement, in the order of the stems; called after the record was appended to, whose
 * head puts those who send at once in a queue, so that no two wait for each other's stems.
 */
export async function countStems(tx: Database, stems: ReadonlySet<string>): Promise<void> {
  const rows = [EVERY_IDEA, ...[...stems].sort()].map((stem) => ({ stem, neighbours: stem ? meetingPlaces(stem) : [] }))
  await tx.execute(sql`
    insert into ${ideaStem} (stem, ideas, neighbours)
    select r.stem, 1, array(select jsonb_array_elements_text(r.neighbours))
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(stem text, neighbours jsonb) order by r.stem
    on conflict (stem) do update set ideas = ${ideaStem}.ideas + 1`)
}

/** Counts stems that an idea has no longer one less; what no idea has any more is forgotten. Called after the record was appended to. */
export async function uncountStems(tx: Database, stems: ReadonlySet<string>): Promise<void> {
  if (!stems.size) return
  const among = inArray(ideaStem.stem, [...stems])
  await tx
    .update(ideaStem)
    .set({ ideas: sql`${ideaStem.ideas} - 1` })
    .where(among)
  await tx.delete(ideaStem).where(and(among, lte(ideaStem.ideas, 0)))
}
