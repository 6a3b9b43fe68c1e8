import { and, asc, isNotNull } from 'drizzle-orm'
import { belongingNowhere, joined, namedIn, type PublicText, type PublicTexts } from '../../../platform/publicText.ts'
import { call } from '../tables.ts'

/** The published calls, with their questions and what becomes of what is sent. */
export const callTexts: PublicTexts = async (db, stretch) => {
  const rows = await db
    .select()
    .from(call)
    .where(and(namedIn(call.recordSeq, stretch), isNotNull(call.publishedOn)))
    .orderBy(asc(call.id))
  return rows.map(
    ({ id, planId, title, body, questions, whatNext, closingReason, publishedOn, demonstration }): PublicText => ({
      ...belongingNowhere,
      object: `call:${id}`,
      part: 'call',
      kind: 'call',
      planId,
      title,
      body: joined([body, ...questions, whatNext, closingReason]),
      knownFrom: publishedOn,
      demonstration,
    }),
  )
}
