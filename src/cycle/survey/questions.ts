import type { Fields } from '../../platform/http/fields.ts'
import type { Question, SurveyContent, SurveyPage } from './tables.ts'

/** How the field of a question is called in an answer's form. */
export const answerField = (number: number): string => `q${number}`

/** The field of an option's place in a ranking. */
export const rankField = (number: number, option: number): string => `q${number}.${option}`

/** All questions in their order. */
export const questionsOf = ({ pages }: Pick<SurveyContent, 'pages'>): Question[] => pages.flatMap(({ questions }) => questions)

/** The values that an answer to a question may have, where they are few: options' numbers or a scale's steps. */
export function valuesOf(question: Question): number[] {
  if ('options' in question) return question.options.map(({ number }) => number)
  if (question.kind !== 'scale') return []
  return Array.from({ length: question.to - question.from + 1 }, (_, step) => question.from + step)
}

/** Can other questions depend on what was answered to this one? */
export const canBeCondition = ({ kind }: Pick<Question, 'kind'>): boolean => ['choice', 'choices', 'scale'].includes(kind)

/**
 * The numbers of the questions that are asked of someone who typed this: those without a condition, and those whose
 * condition is a question that is asked itself and answered so. A condition names an earlier question, so one pass is enough.
 */
export function askedOf(content: SurveyContent, typed: Fields): Set<number> {
  const asked = new Set<number>()
  for (const { number, condition } of questionsOf(content))
    if (!condition || (asked.has(condition.question) && typed.all(answerField(condition.question)).includes(String(condition.value))))
      asked.add(number)
  return asked
}

/** The pages on which something is asked of someone who typed this, each with what is asked. */
export function pagesFor(content: SurveyContent, typed: Fields): SurveyPage[] {
  const asked = askedOf(content, typed)
  return content.pages
    .map((page) => ({ ...page, questions: page.questions.filter(({ number }) => asked.has(number)) }))
    .filter(({ questions }) => questions.length)
}
