import { sql } from 'drizzle-orm'
import type { Database } from '../platform/database/database.ts'
import { fileTextPiece } from '../platform/tables.ts'
import type { Found } from './findTexts.ts'
import { searchText } from './tables.ts'

/**
 * The place in the file of each thing that was found where one of the words stands first: a piece of the file's
 * text, by the thing. Things whose words all stand elsewhere are left out. One query, none where nothing has a file.
 */
export async function placesInFiles(db: Database, found: readonly Found[], stems: ReadonlySet<string>): Promise<Map<string, string>> {
  const withFile = found.filter(({ fileHash }) => fileHash !== null)
  if (!withFile.length) return new Map()
  const parts = sql.join(
    withFile.map(({ object, part }) => sql`(${object}, ${part})`),
    sql`, `,
  )
  // Stems of a file have weight D and stand one place further than the piece they are in, behind the letter of a kind (vectors.ts).
  const { rows } = (await db.execute(sql`
    select t.object, piece.text from ${searchText} t
    cross join lateral (
      select min(word.positions[1]) - 1 as number from unnest(t.words) as word
      where word.weights[1] = 'D' and substr(word.lexeme, 2) in ${[...stems]}
    ) as place
    join ${fileTextPiece} piece on piece.hash = t.file_hash and piece.number = place.number
    where (t.object, t.part) in (${parts})`)) as unknown as { rows: { object: string; text: string }[] }
  return new Map(rows.map(({ object, text }) => [object, text]))
}
