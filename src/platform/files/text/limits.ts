/**
 * What reading one file may cost. A file that wants more is a bomb, or of no use for a search: what was read so far
 * is thrown away, except of a text that is only long.
 */
export const limits = {
  /** A bigger file is not read at all: it stands in memory while it is. */
  fileBytes: 64_000_000,
  milliseconds: 30_000,
  /** Memory of the reading process, all in all; and of what the reader makes in JavaScript, in megabytes. */
  memoryBytes: 500_000_000,
  heapMegabytes: 300,
  /** What is packed in a ZIP file, unpacked: the parts that are read, together. */
  unpackedBytes: 100_000_000,
  entries: 20_000,
  /** How deep elements may stand in each other, and how many attributes one may have. */
  depth: 500,
  attributes: 5_000,
  pages: 3_000,
  /** More text than this is cut: a long book has about a million characters. */
  characters: 2_000_000,
} as const

/** Why there is no text of a file, or not the whole of it. */
export const fileTextProblems = [
  /** Nothing is written in it, or it is a picture of something written. */
  'no-text',
  /** It can't be read as what it says it is. */
  'broken',
  /** It needs a password. */
  'locked',
  /** It has what no office program writes, such as a document type declaration. */
  'refused',
  /** Reading it took more time or memory than it may. */
  'too-heavy',
  'too-big',
  /** Only its beginning was read. */
  'too-long',
  /** It is not in the storage. */
  'missing',
  /** The process that read it ended each time. */
  'gave-up',
] as const
export type FileTextProblem = (typeof fileTextProblems)[number]

/** What was read from a file: its text, how many pages it has where it has pages, and what is wrong. Without a text there is a problem. */
export type ReadText = { text: string; pages: number | null; problem: FileTextProblem | null }

/** Ends the reading of a file for a reason that is told. */
export class Unreadable extends Error {
  readonly problem: FileTextProblem
  constructor(problem: FileTextProblem) {
    super(problem)
    this.problem = problem
  }
}
