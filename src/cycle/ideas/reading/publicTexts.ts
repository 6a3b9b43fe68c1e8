import { asc, inArray } from 'drizzle-orm'
import { belongingNowhere, joined, namedIn, type PublicTexts } from '../../../platform/publicText.ts'
import { idea } from '../tables.ts'

/** Ideas that everyone sees. A hidden one has no words: whatever was found of it before is found no more. */
export const ideaTexts: PublicTexts = async (db, stretch) => {
  const changed = db.select({ id: idea.id }).from(idea).where(namedIn(idea.recordSeq, stretch))
  const rows = await db.select().from(idea).where(inArray(idea.id, changed)).orderBy(asc(idea.id))
  return rows
    .filter((row) => row.publishedOn !== null)
    .map((row) => {
      const isSeen = row.visibility === 'published'
      return {
        ...belongingNowhere,
        object: `idea:${row.planId}/${row.number}`,
        part: 'text',
        kind: 'idea',
        planId: row.planId,
        organisationId: row.organisationId,
        title: isSeen ? row.title : {},
        body: isSeen ? joined([row.problem, row.proposal, row.subject, row.doer]) : {},
        knownFrom: row.publishedOn,
        knownUntil: isSeen ? null : row.publishedOn,
        demonstration: row.demonstration,
      }
    })
}
