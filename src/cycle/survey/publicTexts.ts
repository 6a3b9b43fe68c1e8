import { and, asc, isNotNull } from 'drizzle-orm'
import { belongingNowhere, joined, namedIn, type PublicText, type PublicTexts } from '../../platform/publicText.ts'
import { questionsOf } from './questions.ts'
import { survey } from './tables.ts'

/** The published surveys, with their questions and options. What people answered is not read. */
export const surveyTexts: PublicTexts = async (db, stretch) => {
  const rows = await db
    .select()
    .from(survey)
    .where(and(namedIn(survey.recordSeq, stretch), isNotNull(survey.publishedOn)))
    .orderBy(asc(survey.id))
  return rows.flatMap(({ id, planId, content, publishedOn, closingReason, demonstration }): PublicText[] =>
    content
      ? [
          {
            ...belongingNowhere,
            object: `survey:${id}`,
            part: 'survey',
            kind: 'survey',
            planId,
            title: content.title,
            body: joined([
              content.introduction,
              ...questionsOf(content).flatMap((question) => [
                question.title,
                question.hint,
                ...('options' in question ? question.options.map(({ title }) => title) : []),
              ]),
              closingReason,
            ]),
            knownFrom: publishedOn,
            demonstration,
          },
        ]
      : [],
  )
}
