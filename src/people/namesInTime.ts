import type { Day } from '../platform/dates/partialDate.ts'
import { type LocalText, languages } from '../platform/languages/languages.ts'

/** A row of an organisation's names: the days it is in force; null = since ever, until now. */
export type NameRow = { name: LocalText; validFrom: Day | null; validTo: Day | null; note: LocalText | null }

/** A name with the days it is in force, and what happened to the organisation under it, such as a merger. */
export type NameInTime = NameRow & { happened: { day: Day; note: LocalText | null }[] }

/** Do both say the same, in every language? */
export const sameName = (a: LocalText, b: LocalText): boolean => languages.every((language) => a[language]?.text === b[language]?.text)

/**
 * Names one after the other, the oldest first. A later row with the name before it is no renaming:
 * it says what happened on its day, and the name goes on.
 */
export function namesInTime(rows: readonly NameRow[]): NameInTime[] {
  const names: NameInTime[] = []
  for (const row of rows) {
    const last = names.at(-1)
    if (last && row.validFrom && sameName(last.name, row.name)) {
      last.validTo = row.validTo
      last.happened.push({ day: row.validFrom, note: row.note })
    } else names.push({ ...row, happened: [] })
  }
  return names
}
