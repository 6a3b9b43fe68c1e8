import { and, asc, eq, isNotNull, min, sql } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import { localText } from '../../platform/languages/languages.ts'
import { formatNumber } from '../../platform/languages/numbers.ts'
import { defineTexts, pluralEn } from '../../platform/languages/texts.ts'
import type { Task, TasksAsked } from '../../platform/task.ts'
import { address } from '../../web/addresses.ts'
import { survey, surveyText } from './tables.ts'

const texts = defineTexts({
  lv: {
    waiting: (n: number) => `${formatNumber('lv', n)} gaida`,
    within: 'Aptaujas atbilžu teksti',
  },
  en: {
    waiting: (n: number) => `${formatNumber('en', n)} ${pluralEn(n, { one: 'waits', other: 'wait' })}`,
    within: 'Texts from answers to a survey',
  },
})

/** More surveys whose texts wait don't stand on one desk. */
const MOST_SURVEYS = 50

/** The surveys whose texts wait to be looked at: a task each, of the moderators and the secretariat. One query. */
export async function surveyTasks(db: Database, { house }: TasksAsked): Promise<Task[]> {
  const role = (['moderator', 'secretariat'] as const).find((one) => house.includes(one))
  if (!role) return []
  const rows = await db
    .select({
      id: survey.id,
      planId: survey.planId,
      content: survey.content,
      waiting: sql<number>`count(*)::int`,
      // The page shows the texts of one question: the first that has any.
      question: min(surveyText.question),
    })
    .from(surveyText)
    .innerJoin(survey, eq(survey.id, surveyText.surveyId))
    .where(and(eq(surveyText.visibility, 'waiting'), isNotNull(survey.publishedOn)))
    .groupBy(survey.id)
    .orderBy(asc(survey.id))
    .limit(MOST_SURVEYS)
  return rows.map(
    ({ id, planId, content, waiting, question }): Task => ({
      id: `survey-texts.${id}`,
      kind: 'survey-texts',
      planId,
      place: '',
      title: content?.title ?? {},
      within: localText(texts.lv.within, texts.en.within),
      doer: { role, organisationId: null },
      legal: null,
      working: null,
      workingAtFirst: null,
      begunAt: null,
      remark: (language) => texts[language].waiting(waiting),
      href: (language) =>
        `${address(language, 'surveyTexts', { survey: id })}?${new URLSearchParams({ question: String(question ?? '') })}`,
      publicHref: (language) => address(language, 'survey', { survey: id }),
    }),
  )
}
