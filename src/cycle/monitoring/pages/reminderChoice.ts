import type { Reminded } from '../remindable.ts'

/** A choice as a form writes it: the period's row and the organisation, with a dot between them. */
export const choiceOf = ({ periodId, organisationId }: Reminded): string => `${periodId}.${organisationId}`

/** Reads a choice; null for anything else. */
export function readChoice(text: string): Reminded | null {
  const [, period, organisationId] = /^([1-9]\d{0,8})\.([a-z0-9][a-z0-9-]{0,63})$/.exec(text) ?? []
  return period && organisationId ? { periodId: Number(period), organisationId } : null
}
