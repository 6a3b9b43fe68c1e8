import type { Fields } from '../../platform/http/fields.ts'
import type { Problem } from '../../platform/refusal.ts'
import { askedOf, pagesFor, questionsOf } from './questions.ts'
import { readQuestions } from './readAnswers.ts'
import type { Question, SurveyContent, SurveyPage, TypedFields } from './tables.ts'

/** Where someone who answers is: on a page, by its number, or at the review of all. */
export type Place = number | 'review'

/** The place that an address asks for, as `page=2`; the first page where there is no such. */
export function placeIn(text: string | null, content: SurveyContent, typed: Fields): Place {
  const pages = pagesFor(content, typed)
  if (text === 'review') return 'review'
  return pages.find(({ number }) => String(number) === text)?.number ?? pages[0]?.number ?? 'review'
}

/** The questions that a form showed. */
const shownIn = (content: SurveyContent, form: Fields): Question[] => {
  const shown = new Set(form.all('shown[]'))
  return questionsOf(content).filter(({ number }) => shown.has(String(number)))
}

const ofAnswer = /^q(\d{1,3})(?:\.\d{1,3})?$/

/** What was typed before with what a form brings: all of the questions that it showed, also where nothing is left of them. */
export function mergedFields(content: SurveyContent, before: Fields, form: Fields): TypedFields {
  const shown = new Set(shownIn(content, form).map(({ number }) => String(number)))
  const isShown = (name: string): boolean => shown.has(ofAnswer.exec(name)?.[1] ?? '')
  return Object.fromEntries([
    ...Object.entries(before.toRecord()).filter(([name]) => ofAnswer.test(name) && !isShown(name)),
    ...Object.entries(form.toRecord()).filter(([name]) => isShown(name)),
  ])
}

/** Where a button leads, what is wrong with the page where it was pressed, and a question that has just come up on it. */
export type Turn = { place: Place; problems: Problem[]; cameUp: number | null }

/**
 * Turns from a page. Onwards only when what it asks is answered rightly; a question on the same page that is asked
 * only after these answers is shown first. Back whatever was typed.
 */
export function turn(content: SurveyContent, typed: Fields, from: SurveyPage['number'], form: Fields): Turn {
  const pages = pagesFor(content, typed)
  const at = content.pages.findIndex(({ number }) => number === from)
  const order = (page: SurveyPage): number => content.pages.findIndex(({ number }) => number === page.number)
  if (form.trimmed('action') === 'back') {
    const before = pages.filter((page) => order(page) < at).at(-1)
    return { place: before?.number ?? from, problems: [], cameUp: null }
  }
  const asked = askedOf(content, typed)
  const shown = shownIn(content, form).filter(({ number }) => asked.has(number))
  const { problems } = readQuestions(shown, typed)
  if (problems.length) return { place: from, problems, cameUp: null }
  const here = pages.find(({ number }) => number === from)
  const cameUp = here?.questions.find(({ number }) => !shown.some((one) => one.number === number)) ?? null
  if (cameUp) return { place: from, problems, cameUp: cameUp.number }
  if (form.trimmed('action') === 'review') return { place: 'review', problems, cameUp: null }
  return { place: pages.find((page) => order(page) > at)?.number ?? 'review', problems, cameUp: null }
}
