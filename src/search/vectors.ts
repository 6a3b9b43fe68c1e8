import { type SQL, sql } from 'drizzle-orm'
import { foldedWord, stemsIn, wordsIn } from '../methods/words.ts'
import type { PublicText, PublicTextKind } from '../platform/publicText.ts'

/** Rises when the rules of words.ts or of this file or the stemmers change: the index is then made anew. */
export const RULES = 6

/** PostgreSQL's own limits: a place is at most this, and all lexemes of a vector with their places at most a megabyte. */
const LAST_PLACE = 16_383
const MOST_BYTES = 900_000
/** Those of a place, and of the kind's letter. */
const BYTES_OF_A_PLACE = 7

/** Kinds whose title is another thing's: an update bears its milestone's. */
const withBorrowedTitle: readonly PublicTextKind[] = ['update', 'assessment']

/** What is written in a file: its stems, each with the number of the piece where it stands first. */
export type FileStems = ReadonlyMap<string, number>

/** The stems of a text, by where they stand. */
export type Stems = { title: ReadonlySet<string>; body: ReadonlySet<string>; file: FileStems | null }

/**
 * Before each stem stands the letter of its text's kind: so the index itself finds the texts of a kind, without
 * going through all of that kind. A new kind needs a letter that no other has.
 */
const letters: Readonly<Record<PublicTextKind, string>> = {
  plan: 'P',
  commitment: 'C',
  milestone: 'M',
  update: 'U',
  assessment: 'A',
  evidence: 'E',
  document: 'D',
  notice: 'N',
  event: 'H',
  survey: 'S',
  ballot: 'V',
  easy: 'L',
  call: 'R',
  idea: 'B',
  institution: 'I',
  organisation: 'O',
}

/**
 * A text's words as PostgreSQL's tsvector: stems of the title with weight A, of the rest without any place, of the file with
 * weight D; and marks, by which the index narrows a search to a plan or a party. A file's stem stands at place
 * n + 1 when its first place in the file is in piece n.
 */
export function wordsOf(text: PublicText, { title, body, file }: Stems): string {
  const letter = letters[text.kind]
  const lexemes = marksOf(text).map(quoted)
  let bytes = Buffer.byteLength(lexemes.join(''))
  const add = (stem: string, place: string): void => {
    bytes += Buffer.byteLength(stem) + BYTES_OF_A_PLACE
    if (bytes <= MOST_BYTES) lexemes.push(quoted(letter + stem) + place)
  }
  for (const stem of title) add(stem, ':1A')
  for (const stem of body) if (!title.has(stem)) add(stem, '')
  for (const [stem, piece] of file ?? []) if (!title.has(stem) && !body.has(stem)) add(stem, `:${Math.min(piece + 1, LAST_PLACE)}`)
  return lexemes.join(' ')
}

/** The words of a title and their stems, for suggestions; null where the title is another thing's. */
export function titleWordsOf(text: PublicText): string | null {
  if (withBorrowedTitle.includes(text.kind)) return null
  const words = stemsIn(text.title)
  for (const content of Object.values(text.title)) for (const { word } of wordsIn(content.text)) words.add(foldedWord(word))
  return [...words].filter(Boolean).map(quoted).join(' ')
}

/** A mark begins with a sign that no word has. */
const marks = {
  plan: (id: string) => `#${id}`,
  organisation: (id: string) => `=${id}`,
  commitment: (id: number) => `~${id}`,
}

function marksOf({ kind, planId, organisationId, commitmentId }: PublicText): string[] {
  const found: string[] = []
  if (planId !== null) found.push(marks.plan(planId))
  if (organisationId !== null) found.push(marks.organisation(organisationId))
  // Whoever takes part in a commitment finds its own texts and its milestones', not what others say of it.
  if (commitmentId !== null && (kind === 'commitment' || kind === 'milestone')) found.push(marks.commitment(commitmentId))
  return found
}

const quoted = (lexeme: string): string => `'${lexeme.replace(/['\\]/g, '$&$&')}'`

/** A question to the index: in which texts a stem stands, of whatever kind. */
export const inAnyKind = (stem: string): string =>
  Object.values(letters)
    .map((letter) => quoted(letter + stem))
    .join('|')

/** What the index is asked for: for each word the stems that will do, and what the text has to belong to. */
export type Query = {
  stems: readonly (readonly string[])[]
  kind: PublicTextKind
  planId?: string | null
  /** Texts of one of them, or of the commitments it takes part in. */
  takesPart?: { organisationId: string; commitmentIds: readonly number[] } | null
}

/** A question to the index as PostgreSQL's tsquery. */
export function queryOf({ stems, kind, planId, takesPart }: Query): SQL {
  const oneOf = (lexemes: readonly string[]): string => `(${lexemes.map(quoted).join('|')})`
  const all = stems.map((word) => oneOf(word.map((stem) => letters[kind] + stem)))
  if (planId) all.push(quoted(marks.plan(planId)))
  if (takesPart) all.push(oneOf([marks.organisation(takesPart.organisationId), ...takesPart.commitmentIds.map(marks.commitment)]))
  return sql`${all.join('&')}::tsquery`
}

/** The same for words that are being typed: the last one may be the beginning of a word. */
export function beginningOf(words: readonly (readonly string[])[], last: { stems: readonly string[]; beginning: string }): SQL {
  const all = words.map((stems) => `(${stems.map(quoted).join('|')})`)
  all.push(`(${[...last.stems.map(quoted), `${quoted(last.beginning)}:*`].join('|')})`)
  return sql`${all.join('&')}::tsquery`
}
