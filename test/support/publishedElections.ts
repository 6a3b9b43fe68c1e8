import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Where published elections and the results of published programs lie that may not be copied into the project:
 * `shared/methods/fixtures` beside it, or further up. Null where there are none; tests then say that they are left out.
 */
export const publishedElections: string | null = find(import.meta.dirname)

function find(folder: string): string | null {
  const here = join(folder, 'shared/methods/fixtures')
  if (existsSync(here)) return here
  return dirname(folder) === folder ? null : find(dirname(folder))
}

/** A result of a published program, as the expected files hold it. */
export type PublishedResult = {
  rule: string
  seconds?: number | null
  utility?: string
  completion?: string
  selected_in_order?: string[]
  committees?: string[][]
}

export function publishedResults(path: string): { k?: number; file: string; results: PublishedResult[] } {
  return JSON.parse(readFileSync(path, 'utf8'))
}
