import { inArray } from 'drizzle-orm'
import type { idea } from '../../../cycle/ideas/index.ts'
import {
  type Answer,
  answersTo,
  type IdeaName,
  mergedInto,
  mergeOf,
  type Theme,
  themeById,
  themesByIds,
} from '../../../cycle/ideas/index.ts'
import { type CommitmentStanding, standingOf } from '../../../cycle/monitoring/index.ts'
import { type CommitmentWithParts, commitment, commitmentByNumber } from '../../../cycle/plan/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import type { LocalText } from '../../../platform/languages/languages.ts'
import { type Organisations, readOrganisations } from '../organisationNames.ts'

/** The idea that is shown: its row. */
export type ShownIdea = typeof idea.$inferSelect

/** Where an idea went. */
export type Place = { planId: string; number: number; title: LocalText }

/** What became of an idea: its answer in all versions, where it went, and what was merged. */
export type AnswerFacts = {
  /** The latest first; of a merged idea those of the one it was merged into. */
  versions: Answer[]
  merge: Awaited<ReturnType<typeof mergeOf>>
  merged: IdeaName[]
  commitments: ReadonlyMap<number, Place>
  themes: ReadonlyMap<number, Theme>
  theme: Theme | null
  /** The commitment that it led to, how it goes; null while there is none. */
  led: { parts: CommitmentWithParts; standing: CommitmentStanding | null } | null
  organisations: Organisations
}

/** Reads what an idea's page tells of its answer: a dozen queries, whatever was said. */
export async function readAnswerFacts(db: Database, one: ShownIdea, today: Day): Promise<AnswerFacts> {
  const merge = one.mergedIntoId === null ? null : await mergeOf(db, one.id)
  const versions = await answersTo(db, merge?.merge.intoId ?? one.id, today)
  const themes = await themesByIds(db, [...new Set(versions.flatMap(({ themeId }) => themeId ?? []))])
  const theme = one.themeId === null ? null : await themeById(db, one.themeId)
  const [latest] = versions
  const themeOfAnswer = latest?.themeId ? themes.get(latest.themeId) : undefined
  const ledTo = latest?.commitmentId ?? themeOfAnswer?.commitmentId ?? null
  const ids = [...new Set([...versions.flatMap(({ commitmentId }) => commitmentId ?? []), ...(ledTo ? [ledTo] : [])])]
  const commitments = await placesOf(db, ids)
  const place = ledTo ? commitments.get(ledTo) : undefined
  const parts = place ? await commitmentByNumber(db, place.planId, place.number, today) : null
  return {
    versions,
    merge,
    merged: merge ? [] : await mergedInto(db, one.id),
    commitments,
    themes,
    theme: theme?.endedOn === null ? theme : null,
    led: parts ? { parts, standing: (await standingOf(db, [parts], today)).get(parts.commitment.id) ?? null } : null,
    organisations: await readOrganisations(db, [
      ...versions.map(({ institutionId }) => institutionId),
      ...(one.answererId ? [one.answererId] : []),
    ]),
  }
}

/** These commitments by id: where they stand and what they are called. One query. */
export async function placesOf(db: Database, ids: readonly number[]): Promise<Map<number, Place>> {
  if (!ids.length) return new Map()
  const rows = await db
    .select({ id: commitment.id, planId: commitment.planId, number: commitment.number, title: commitment.title })
    .from(commitment)
    .where(inArray(commitment.id, [...ids]))
  return new Map(rows.map(({ id, ...place }) => [id, place]))
}
