import { and, asc, desc, eq, inArray, lte } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { belongingNowhere, namedIn, type PublicText, type PublicTexts } from '../../platform/publicText.ts'
import { type EasyThing, easyAddress, objectOf, thingOf } from './easyThings.ts'
import { easyText } from './tables.ts'

export type EasyText = typeof easyText.$inferSelect

/** The newest easy text of each of these things in each language, as known on a day, by the thing's name in the record. One query. */
export async function easyTextsOf(db: Database, objects: readonly string[], today: Day): Promise<Map<string, Map<Language, EasyText>>> {
  if (!objects.length) return new Map()
  const rows = await db
    .selectDistinctOn([easyText.object, easyText.language])
    .from(easyText)
    .where(and(inArray(easyText.object, [...objects]), lte(easyText.publishedOn, today)))
    .orderBy(asc(easyText.object), asc(easyText.language), desc(easyText.version))
  const found = new Map<string, Map<Language, EasyText>>()
  for (const row of rows) found.set(row.object, (found.get(row.object) ?? new Map()).set(row.language, row))
  return found
}

/** The page where a thing is told in easy language, in whichever language; null when there is no such text on that day. */
export async function easyPageOf(db: Database, thing: EasyThing, today: Day, language: Language): Promise<string | null> {
  return (await easyTextsOf(db, [objectOf(thing)], today)).size ? easyAddress(language, thing) : null
}

/** So many versions are listed. */
const MOST_VERSIONS = 20

/** The versions of an easy text in a language, as known on a day, the latest first, at most twenty. */
export const easyVersions = (db: Database, object: string, language: Language, today: Day): Promise<EasyText[]> =>
  db
    .select()
    .from(easyText)
    .where(and(eq(easyText.object, object), eq(easyText.language, language), lte(easyText.publishedOn, today)))
    .orderBy(desc(easyText.version))
    .limit(MOST_VERSIONS)

/** The easy texts that can be found, in all their versions. */
export const easyTexts: PublicTexts = async (db, stretch) => {
  const changed = db.select({ object: easyText.object }).from(easyText).where(namedIn(easyText.recordSeq, stretch))
  const rows = await db
    .select()
    .from(easyText)
    .where(inArray(easyText.object, changed))
    .orderBy(asc(easyText.object), asc(easyText.language), asc(easyText.version))
  return rows.map((row, index): PublicText => {
    const next = rows[index + 1]
    const thing = thingOf(row.object)
    return {
      ...belongingNowhere,
      object: `easy:${row.object}`,
      part: `${row.language}:${row.version}`,
      kind: 'easy',
      planId: thing && 'plan' in thing ? thing.plan : null,
      commitmentNumber: (thing && 'plan' in thing ? thing.number : null) ?? null,
      title: { [row.language]: { text: row.title, state: 'original' } },
      body: { [row.language]: { text: row.body, state: 'original' } },
      knownFrom: row.publishedOn,
      knownUntil: next && next.object === row.object && next.language === row.language ? next.publishedOn : null,
      demonstration: row.demonstration,
    }
  })
}
