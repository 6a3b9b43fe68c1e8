import { and, asc, isNotNull } from 'drizzle-orm'
import { belongingNowhere, joined, namedIn, type PublicText, type PublicTexts } from '../../platform/publicText.ts'
import { ballot } from './tables.ts'

/** The published ballots with their options. Votes are not read. */
export const ballotTexts: PublicTexts = async (db, stretch) => {
  const rows = await db
    .select()
    .from(ballot)
    .where(and(namedIn(ballot.recordSeq, stretch), isNotNull(ballot.publishedOn)))
    .orderBy(asc(ballot.id))
  return rows.flatMap(({ id, planId, content, publishedOn, withdrawn, demonstration }): PublicText[] =>
    content
      ? [
          {
            ...belongingNowhere,
            object: `ballot:${id}`,
            part: 'ballot',
            kind: 'ballot',
            planId,
            title: content.title,
            body: joined([content.text, ...content.options.flatMap(({ title, text }) => [title, text]), ...Object.values(withdrawn)]),
            knownFrom: publishedOn,
            demonstration,
          },
        ]
      : [],
  )
}
