import type { Database } from '../../platform/database/database.ts'
import type { Recall } from '../../web/recall.ts'
import type { PublishedSurvey } from './queries.ts'
import { type QuestionResult, resultsOf } from './results.ts'
import { tallyOf } from './tally.ts'

/** The results that everyone may see now, and of how many answers they are; null where they come later. */
export type ShownResults = { answers: number; questions: QuestionResult[] }

/**
 * Once a survey is closed, the results of all its answers, counted once for everyone; while it is open, those of its
 * last step, where it shows any.
 */
export async function shownResults(db: Database, recall: Recall, survey: PublishedSurvey): Promise<ShownResults | null> {
  const { id, content, state, answers, tally } = survey
  if (state !== 'closed') return survey.resultsDuring && tally ? { answers: tally.answers, questions: resultsOf(content, tally) } : null
  return recall(`results of survey ${id}, ${answers} answers`, async () => ({
    answers,
    questions: resultsOf(content, await tallyOf(db, survey)),
  }))
}
