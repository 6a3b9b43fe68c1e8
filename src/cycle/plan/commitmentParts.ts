import { isDeepStrictEqual } from 'node:util'
import { and, asc, eq, inArray, isNull, lte, notInArray, or, sql } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import { type Problem, wrongFields } from '../../platform/refusal.ts'
import type { Json } from '../../record/index.ts'
import type { LinkInput, PartyInput } from './input/commitmentInput.ts'
import { problem } from './input/formReader.ts'
import { problemTexts } from './problemTexts.ts'
import type { Party } from './queries.ts'
import { type Certainty, commitment, commitmentLink, commitmentParty, commitmentRelation } from './tables.ts'
import { editedText, editedTitle } from './translations.ts'

export type LinkRow = typeof commitmentLink.$inferSelect

/** The rows around a commitment that its form shows and writes. */
export type CommitmentParts = { parties: Party[]; links: LinkRow[]; related: { id: number; number: number }[] }

/** The parts of a commitment as its form shows them; what is not known yet on that day is left out. */
export async function readParts(db: Database, planId: string, commitmentId: number, today: Day): Promise<CommitmentParts> {
  const parties = await db
    .select()
    .from(commitmentParty)
    .where(eq(commitmentParty.commitmentId, commitmentId))
    .orderBy(asc(commitmentParty.position), asc(commitmentParty.organisationId))
  const links = await db
    .select()
    .from(commitmentLink)
    .where(and(eq(commitmentLink.commitmentId, commitmentId), or(isNull(commitmentLink.knownFrom), lte(commitmentLink.knownFrom, today))))
    .orderBy(asc(commitmentLink.id))
  const related = await db
    .select({ id: commitment.id, number: commitment.number })
    .from(commitmentRelation)
    .innerJoin(
      commitment,
      eq(
        commitment.id,
        sql`case when ${commitmentRelation.commitmentId} = ${commitmentId} then ${commitmentRelation.relatedId} else ${commitmentRelation.commitmentId} end`,
      ),
    )
    .where(
      and(
        or(eq(commitmentRelation.commitmentId, commitmentId), eq(commitmentRelation.relatedId, commitmentId)),
        eq(commitment.planId, planId),
        or(isNull(commitment.knownFrom), lte(commitment.knownFrom, today)),
      ),
    )
    .orderBy(asc(commitment.number))
  return { parties, links, related }
}

/** The parts as JSON, for comparing and for the record. */
export const partValues = ({ parties, links, related }: CommitmentParts): Record<'parties' | 'links' | 'related', Json> => ({
  parties: parties.map((party) => ({ organisation: party.organisationId, part: party.part, scope: party.scope })),
  links: links.map((link) => ({ kind: link.kind, title: link.title, url: link.url })),
  related: related.map((row) => row.number),
})

/** Who takes part after the form: those who stay keep their place, new ones come behind. */
export function editedParties(before: readonly Party[], input: readonly PartyInput[], commitmentId: number, certainty: Certainty): Party[] {
  const places = new Map(before.map((party, index) => [party.organisationId, index]))
  const inOrder = [...input].sort((a, b) => (places.get(a.organisationId) ?? 1000) - (places.get(b.organisationId) ?? 1000))
  return inOrder.map((typed, index) => {
    const old = before.find((party) => party.organisationId === typed.organisationId)
    const scope = editedText(old?.scope ?? null, typed.scope)
    const same = old && old.part === typed.part && isDeepStrictEqual(scope, old.scope)
    return {
      commitmentId,
      organisationId: typed.organisationId,
      part: typed.part,
      position: index + 1,
      scope,
      certainty: same ? old.certainty : certainty,
    }
  })
}

/** Links after the form. A row that is gone from the database meanwhile is written anew. */
export function editedLinks(before: readonly LinkRow[], input: readonly LinkInput[], commitmentId: number, today: Day): LinkRow[] {
  return input.map((typed) => {
    const old = before.find((link) => link.id === typed.id)
    return {
      id: old?.id ?? 0,
      commitmentId,
      kind: typed.kind,
      title: editedTitle(old?.title ?? null, typed.title),
      url: typed.url,
      knownFrom: old ? old.knownFrom : today,
    }
  })
}

/** The commitments of the plan with these numbers; an unknown one, or the commitment itself, is refused. */
export async function relatedByNumber(
  tx: Database,
  planId: string,
  own: number,
  numbers: readonly number[],
  today: Day,
): Promise<{ id: number; number: number }[]> {
  if (!numbers.length) return []
  const rows = await tx
    .select({ id: commitment.id, number: commitment.number })
    .from(commitment)
    .where(
      and(
        eq(commitment.planId, planId),
        inArray(commitment.number, [...numbers]),
        or(isNull(commitment.knownFrom), lte(commitment.knownFrom, today)),
      ),
    )
    .orderBy(asc(commitment.number))
  const problems: Problem[] = []
  if (numbers.includes(own)) problems.push(problem('related', 'relatedToItself'))
  const missing = numbers.find((number) => number !== own && !rows.some((row) => row.number === number))
  if (missing !== undefined) problems.push({ field: 'related', say: (language) => problemTexts[language].noSuchCommitment(missing) })
  if (problems.length) throw wrongFields(problems)
  return rows
}

/** Writes the parts of a commitment; what its form did not show (`before` has not) stays. */
export async function writeParts(tx: Database, commitmentId: number, before: CommitmentParts, after: CommitmentParts): Promise<void> {
  await tx.delete(commitmentParty).where(eq(commitmentParty.commitmentId, commitmentId))
  if (after.parties.length) await tx.insert(commitmentParty).values(after.parties)

  const kept = after.links.flatMap((link) => (link.id ? [link.id] : []))
  const shown = before.links.map((link) => link.id)
  if (shown.length)
    await tx
      .delete(commitmentLink)
      .where(and(inArray(commitmentLink.id, shown), kept.length ? notInArray(commitmentLink.id, kept) : undefined))
  for (const { id, ...columns } of after.links)
    if (id) await tx.update(commitmentLink).set(columns).where(eq(commitmentLink.id, id))
    else await tx.insert(commitmentLink).values(columns)

  for (const { id } of before.related) {
    const [first, second] = ordered(commitmentId, id)
    await tx.delete(commitmentRelation).where(and(eq(commitmentRelation.commitmentId, first), eq(commitmentRelation.relatedId, second)))
  }
  const pairs = after.related
    .map(({ id }) => ordered(commitmentId, id))
    .map(([first, second]) => ({ commitmentId: first, relatedId: second }))
  if (pairs.length) await tx.insert(commitmentRelation).values(pairs).onConflictDoNothing()
}

/** A relation is kept once, the smaller id first. */
const ordered = (a: number, b: number): [number, number] => (a < b ? [a, b] : [b, a])
