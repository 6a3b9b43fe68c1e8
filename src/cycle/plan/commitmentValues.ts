import type { Values } from './changes.ts'
import { type CommitmentParts, partValues } from './commitmentParts.ts'
import type { CommitmentInput } from './input/commitmentInput.ts'
import type { Commitment } from './queries.ts'
import type { Certainty, CommitmentCertainty } from './tables.ts'
import { editedText, editedTitle } from './translations.ts'

/** The columns of a commitment that its form writes. */
export type CommitmentColumns = Pick<
  Commitment,
  | 'title'
  | 'officialTitle'
  | 'problem'
  | 'promise'
  | 'solution'
  | 'values'
  | 'challenges'
  | 'sdgs'
  | 'periodStart'
  | 'periodEnd'
  | 'moneyEuro'
  | 'moneySource'
  | 'moneySecured'
  | 'ogpId'
>

/** A commitment's columns after the form; `before` is null for a new one. */
export function commitmentColumns(before: Commitment | null, input: CommitmentInput): CommitmentColumns {
  return {
    title: editedTitle(before?.title ?? null, input.title),
    officialTitle: editedText(before?.officialTitle ?? null, input.officialTitle),
    problem: editedText(before?.problem ?? null, input.problem),
    promise: editedText(before?.promise ?? null, input.promise),
    solution: editedText(before?.solution ?? null, input.solution),
    values: input.values,
    challenges: input.challenges,
    sdgs: input.sdgs,
    periodStart: input.periodStart,
    periodEnd: input.periodEnd,
    moneyEuro: input.moneyEuro,
    moneySource: editedText(before?.moneySource ?? null, input.moneySource),
    moneySecured: input.moneySecured,
    ogpId: input.ogpId,
  }
}

/** A commitment's values with its parts, for comparing and for the record. Lists whose order means nothing are sorted. */
export const commitmentValues = (columns: CommitmentColumns, parts: CommitmentParts): Values => ({
  title: columns.title,
  officialTitle: columns.officialTitle,
  problem: columns.problem,
  promise: columns.promise,
  solution: columns.solution,
  values: [...columns.values].sort(),
  challenges: [...columns.challenges].sort(),
  sdgs: columns.sdgs,
  periodStart: columns.periodStart,
  periodEnd: columns.periodEnd,
  moneyEuro: columns.moneyEuro,
  moneySource: columns.moneySource,
  moneySecured: columns.moneySecured,
  ogpId: columns.ogpId,
  ...partValues(parts),
})

/** Which named fact of a commitment each of its values belongs to. */
const factOf: Readonly<Record<string, keyof CommitmentCertainty>> = {
  officialTitle: 'officialTitle',
  problem: 'description',
  promise: 'description',
  solution: 'description',
  values: 'values',
  challenges: 'values',
  periodStart: 'period',
  periodEnd: 'period',
}

/** How sure each fact is once the secretariat has entered these values. */
export function certaintyAfter(before: CommitmentCertainty, changed: readonly string[], entered: Certainty): CommitmentCertainty {
  const after = { ...before }
  for (const name of changed) {
    const fact = factOf[name]
    if (fact) after[fact] = entered
    if (name === 'parties') Object.assign(after, { lead: entered, supporting: entered })
  }
  return after
}
