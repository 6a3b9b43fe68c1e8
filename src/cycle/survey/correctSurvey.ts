import { eq } from 'drizzle-orm'
import { type Actor, allow } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import type { Fields } from '../../platform/http/fields.ts'
import { type LocalText, languages } from '../../platform/languages/languages.ts'
import { notFound } from '../../platform/refusal.ts'
import { append } from '../../record/index.ts'
import { editedText, type FormReader } from '../plan/index.ts'
import { surveyPolicy } from './policy.ts'
import { SHORTEST_REASON, saying } from './problemTexts.ts'
import { questionsOf } from './questions.ts'
import { contentFields, SurveyReader } from './surveyInput.ts'
import { lockSurveyAt, surveyObject } from './surveyLock.ts'
import { type SurveyContent, survey, type TypedFields } from './tables.ts'

/** A reason in at least one language, long enough to say something. */
export function readReason(reader: FormReader): LocalText {
  const reason = reader.local('reason')
  if (!Object.values(reason.texts).some((text) => [...text].length >= SHORTEST_REASON))
    reader.problems.push({ field: `reason.${languages[0]}`, say: saying('sayWhy') })
  return editedText(null, reason) ?? {}
}

const isWords = (name: string): boolean => /\.(?:lv|en|checked)$/.test(name)

/** Reads corrected words into what was published: its pages, questions, choices and conditions stay whatever is typed. */
export function readCorrection(fields: Fields, before: SurveyContent): { content: SurveyContent; reason: LocalText } {
  const stored = contentFields(before)
  const words = Object.fromEntries(Object.entries(fields.toRecord()).filter(([name]) => isWords(name)))
  // A condition is read by its answer's words, which may be among what is corrected: it is put back as it was.
  const frozen: TypedFields = Object.fromEntries(
    Object.entries(stored).map(([name, values]) => [name, name.endsWith('.condition') ? [''] : values]),
  )
  const survey = new SurveyReader({ ...frozen, ...words }, before)
  const content = survey.content({ ...frozen, ...words })
  const reason = readReason(survey.reader)
  const conditions = new Map(questionsOf(before).map(({ number, condition }) => [number, condition]))
  return survey.reader.done({
    content: {
      ...content,
      pages: content.pages.map((page) => ({
        ...page,
        questions: page.questions.map((question) => ({ ...question, condition: conditions.get(question.number) ?? null })),
      })),
    },
    reason,
  })
}

/** Corrects words of a published survey, with a reason that everyone sees in the record. */
export async function correctSurvey(
  house: House,
  actor: Actor,
  id: number,
  { version, fields }: { version: number; fields: Fields },
): Promise<void> {
  allow(surveyPolicy.editSurveys, actor, undefined)
  await house.db.transaction(async (tx) => {
    const row = await lockSurveyAt(tx, id, version)
    if (!row.content) throw notFound()
    const { content, reason } = readCorrection(fields, row.content)
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: 'secretariat', for: null },
      act: 'correctSurvey',
      object: surveyObject(id),
      content: { ...(row.demonstration ? { demonstration: true } : {}), content, reason },
    })
    await tx
      .update(survey)
      .set({ content, version: row.version + 1, recordSeq })
      .where(eq(survey.id, id))
  })
}
