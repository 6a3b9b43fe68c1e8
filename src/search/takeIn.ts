import { inArray, sql } from 'drizzle-orm'
import { neighboursOf, stemsIn, stemsOf, wordsIn } from '../methods/words.ts'
import type { Database } from '../platform/database/database.ts'
import { textOfFile, wantTexts } from '../platform/files/text/fileTexts.ts'
import type { PublicText } from '../platform/publicText.ts'
import { isNumber, knownStems } from './readSought.ts'
import { searchText, searchWord } from './tables.ts'
import { type FileStems, inAnyKind, titleWordsOf, wordsOf } from './vectors.ts'

/** So many rows go into one statement. */
const AT_ONCE = 500

/** Typing errors are mended in so many words of a file, its first ones, and in none longer than this: a file may be a list of codes. */
const MOST_OF_A_FILE = 4_000
const LONGEST_MENDED = 24

/**
 * Puts texts in the place of all that was there of the same things. Of the files they name, what was read is
 * found from now on; the others are asked for. In a transaction that has locked the state (keepUp.ts).
 */
export async function takeIn(tx: Database, texts: readonly PublicText[]): Promise<void> {
  const before = new Set<string>()
  for (const objects of chunks([...new Set(texts.map((text) => text.object))])) {
    const rows = await tx
      .delete(searchText)
      .where(inArray(searchText.object, objects))
      .returning({ title: searchText.title, body: searchText.body })
    for (const { title, body } of rows) for (const stem of [...stemsIn(title), ...stemsIn(body)]) before.add(stem)
  }
  // Evidence that two updates name stands once for each version of each; one row of it is enough.
  const once = [...new Map(texts.map((text) => [`${text.object} ${text.part}`, text])).values()]
  for (const some of chunks(once.filter(({ fileHash }) => fileHash === null))) await put(tx, some, null)
  // One at a time: the words of a long file fill some memory.
  for (const text of once) {
    if (text.fileHash === null) continue
    await wantTexts(tx, [text.fileHash])
    await put(tx, [text], await stemsOfFile(tx, text.fileHash))
  }
  for (const { title, body } of texts) for (const stem of [...stemsIn(title), ...stemsIn(body)]) before.delete(stem)
  await forget(tx, [...before])
}

/** The stems of a file, each with the piece where it stands first; null while it has not been read. */
async function stemsOfFile(tx: Database, hash: string): Promise<FileStems | null> {
  const pieces = await textOfFile(tx, hash)
  if (!pieces.length) return null
  const stems = new Map<string, number>()
  for (const { number, text } of pieces)
    for (const { word } of wordsIn(text)) for (const stem of stemsOf(word)) if (!stems.has(stem)) stems.set(stem, number)
  return stems
}

async function put(tx: Database, texts: readonly PublicText[], file: FileStems | null): Promise<void> {
  if (!texts.length) return
  // As one value: thousands of them in a statement take longer to send and to read than to store.
  const all = new Set([...(file?.keys() ?? [])].slice(0, MOST_OF_A_FILE))
  const rows = texts.map((text) => {
    const stems = { title: stemsIn(text.title), body: stemsIn(text.body), file }
    for (const some of [stems.title, stems.body]) for (const stem of some) all.add(stem)
    return { ...text, words: wordsOf(text, stems), titleWords: titleWordsOf(text) }
  })
  await tx.execute(sql`
    insert into ${searchText} (object, part, kind, plan_id, commitment_id, commitment_number, milestone_number, organisation_id,
      reference_day, title, body, file_hash, known_from, known_until, demonstration, words, title_words)
    select * from json_to_recordset(${JSON.stringify(rows)}::json) as r("object" text, "part" text, "kind" text, "planId" text,
      "commitmentId" int, "commitmentNumber" int, "milestoneNumber" int, "organisationId" text, "referenceDay" date, "title" jsonb,
      "body" jsonb, "fileHash" text, "knownFrom" date, "knownUntil" date, "demonstration" boolean, "words" tsvector, "titleWords" tsvector)`)
  await learn(tx, [...all])
}

/** Stems that stood in a text and stand in none any more are known no more: what was blacked out is offered to nobody. */
async function forget(tx: Database, stems: readonly string[]): Promise<void> {
  for (const some of chunks(stems)) {
    const gone = some.map((stem) => ({ stem, anywhere: inAnyKind(stem) }))
    await tx.execute(sql`
      delete from ${searchWord} using jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) as g(stem text, anywhere text)
      where ${searchWord.stem} = g.stem and not exists (select 1 from ${searchText} t where t.words @@ g.anywhere::tsquery)`)
  }
}

/** Stems that stand nowhere yet are kept with their neighbours. */
async function learn(tx: Database, stems: readonly string[]): Promise<void> {
  const words = stems.filter((stem) => stem.length <= LONGEST_MENDED && !isNumber(stem))
  const known = new Set(await knownStems(tx, words))
  for (const strange of chunks(words.filter((stem) => !known.has(stem)))) {
    const rows = strange.map((stem) => ({ stem, neighbours: neighboursOf(stem) }))
    await tx.insert(searchWord).values(rows).onConflictDoNothing()
  }
}

function chunks<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / AT_ONCE) }, (_, index) => items.slice(index * AT_ONCE, (index + 1) * AT_ONCE))
}
