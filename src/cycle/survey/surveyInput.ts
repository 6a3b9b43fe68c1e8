import type { Day } from '../../platform/dates/partialDate.ts'
import { Fields, TEXT_LIMIT } from '../../platform/http/fields.ts'
import { type Language, type LocalText, languages } from '../../platform/languages/languages.ts'
import { localFields } from '../../web/forms/fieldSpec.tsx'
import { editedText, editedTitle, FormReader } from '../plan/index.ts'
import { draftPages } from './draftStructure.ts'
import { LONGEST_ANSWER, MOST_OPTIONS, saying, surveyProblems } from './problemTexts.ts'
import { canBeCondition, questionsOf, valuesOf } from './questions.ts'
import {
  type Condition,
  type IdentityMode,
  identityModes,
  type Option,
  type Question,
  questionKinds,
  type SurveyContent,
  type SurveyPage,
  type TypedFields,
} from './tables.ts'

/** A survey that can be published. */
export type SurveyInput = {
  content: SurveyContent
  callId: number | null
  identity: IdentityMode
  resultsDuring: boolean
  openAnswers: boolean
  startsOn: Day | null
  endsOn: Day | null
}

/** The condition's field holds the question's number and the answer's words, so that a changed answer is noticed. */
export const conditionValue = (question: number, words: string): string => `${question}=${words}`

/** The words of a choice by which a condition holds on to it. */
export const conditionWords = (title: LocalText): string => languages.map((language) => title[language]?.text ?? '').find(Boolean) ?? ''

const linesOf = (fields: Fields, name: string): string[] =>
  fields
    .get(name)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** The choices as they are typed, each language a list of lines that match one by one. */
export function typedOptions(fields: Fields, name: string): Partial<Record<Language, string>>[] {
  const lists = languages.map((language) => ({ language, lines: linesOf(fields, `${name}.${language}`) }))
  const most = Math.max(...lists.map(({ lines }) => lines.length))
  return Array.from({ length: most }, (_, index) =>
    Object.fromEntries(lists.flatMap(({ language, lines }) => (lines[index] ? [[language, lines[index]]] : []))),
  )
}

/** Reads a survey's draft, or the corrected words of a published one, telling all that is wrong in the form's order. */
export class SurveyReader {
  readonly reader: FormReader
  private readonly before: SurveyContent | null
  private readonly earlier: Question[] = []
  constructor(typed: TypedFields, before: SurveyContent | null) {
    this.reader = new FormReader(new Fields(typed))
    this.before = before
  }

  private tell(field: string, key: Parameters<typeof saying>[0]): void {
    this.reader.problems.push({ field, say: saying(key) })
  }

  content(typed: TypedFields): SurveyContent {
    const { reader, before } = this
    const content: SurveyContent = {
      title: this.title('title', before?.title ?? null),
      introduction: editedText(before?.introduction ?? null, reader.local('introduction', TEXT_LIMIT)),
      thanks: editedText(before?.thanks ?? null, reader.local('thanks', TEXT_LIMIT)),
      pages: [],
    }
    for (const { page, questions } of draftPages(typed)) {
      const stored = before?.pages.find(({ number }) => number === page)
      const read: SurveyPage = { number: page, title: editedText(stored?.title ?? null, reader.local(`p${page}.title`)), questions: [] }
      for (const number of questions) {
        const question = this.question(number, before ? questionsOf(before).find((one) => one.number === number) : undefined)
        read.questions.push(question)
        this.earlier.push(question)
      }
      content.pages.push(read)
    }
    if (!this.earlier.length) this.tell('order', 'noQuestions')
    return content
  }

  private title(name: string, before: LocalText | null): LocalText {
    const typed = this.reader.requiredLocal(name)
    return Object.keys(typed.texts).length ? editedTitle(before, typed) : {}
  }

  private question(number: number, before: Question | undefined): Question {
    const { reader } = this
    const name = (field: string): string => `q${number}.${field}`
    const words = (field: string, old: LocalText | null | undefined, limit?: number) =>
      editedText(old ?? null, reader.local(name(field), limit))
    const common = {
      number,
      title: this.title(name('title'), before?.title ?? null),
      hint: words('hint', before?.hint, TEXT_LIMIT),
      required: reader.fields.all(name('required')).includes('yes'),
      condition: this.condition(name('condition')),
    }
    const kind = reader.requiredChoice(name('kind'), questionKinds)
    switch (kind) {
      case 'choice':
      case 'choices':
      case 'ranking':
        return { ...common, kind, options: this.options(name('options'), before && 'options' in before ? before.options : null) }
      case 'scale': {
        const [from, to] = [this.whole(name('from')) ?? 1, this.whole(name('to')) ?? 5]
        if (to - from < 1 || to - from > 10) this.tell(name('from'), 'scaleRuns')
        const old = before?.kind === 'scale' ? before : null
        return { ...common, kind, from, to, fromLabel: words('fromLabel', old?.fromLabel), toLabel: words('toLabel', old?.toLabel) }
      }
      case 'number': {
        const [least, most] = [this.whole(name('least')), this.whole(name('most'))]
        if (least !== null && most !== null && least > most) this.tell(name('least'), 'leastIsMore')
        return { ...common, kind, least, most, unit: words('unit', before?.kind === 'number' ? before.unit : null) }
      }
      default: {
        const limit = this.whole(name('limit')) ?? 0
        if (limit < 1 || limit > LONGEST_ANSWER) this.tell(name('limit'), 'limitIs')
        return { ...common, kind, limit }
      }
    }
  }

  /** A whole number, also a negative one; null when it is empty. */
  private whole(field: string): number | null {
    const text = this.reader.fields.trimmed(field).replace('−', '-')
    if (!text) return null
    if (/^-?\d{1,9}$/.test(text)) return Number(text)
    this.tell(field, 'notAWholeNumber')
    return null
  }

  private options(name: string, before: Option[] | null): Option[] {
    const { reader } = this
    const typed = typedOptions(reader.fields, name)
    const counts = languages.map((language) => linesOf(reader.fields, `${name}.${language}`).length)
    const [lv = 0, en = 0] = counts
    const field = `${name}.${lv || !en ? 'lv' : 'en'}`
    if (typed.length < 2) this.tell(field, 'twoChoices')
    else if (typed.length > MOST_OPTIONS) this.tell(field, 'tooManyChoices')
    else if (lv && en && lv !== en) reader.problems.push({ field, say: (language) => surveyProblems[language].choicesDiffer(lv, en) })
    else if (before && typed.length !== before.length)
      reader.problems.push({ field, say: (language) => surveyProblems[language].choicesStay(before.length) })
    for (const language of languages) {
      const lines = linesOf(reader.fields, `${name}.${language}`)
      if (new Set(lines).size < lines.length) this.tell(`${name}.${language}`, 'sameChoice')
    }
    const checked = reader.fields.all(`${name}.checked`).includes('yes')
    return typed.map((texts, index) => ({
      number: before?.[index]?.number ?? index + 1,
      title: editedText(before?.[index]?.title ?? null, { texts, checked }) ?? {},
    }))
  }

  /** Only an earlier question can be named, so conditions never run in a circle. */
  private condition(field: string): Condition | null {
    const text = this.reader.fields.trimmed(field)
    if (!text) return null
    const [, number = '', words = ''] = /^(\d{1,3})=([\s\S]*)$/.exec(text) ?? []
    const question = this.earlier.find((one) => one.number === Number(number) && canBeCondition(one))
    const value = question && valuesOf(question).find((one) => wordsOfValue(question, one) === words)
    if (question && value !== undefined) return { question: question.number, value }
    this.tell(field, 'conditionGone')
    return null
  }
}

/** How a condition's field names an answer to a question. */
export function wordsOfValue(question: Question, value: number): string {
  const option = 'options' in question ? question.options.find(({ number }) => number === value) : null
  return option ? conditionWords(option.title) : String(value)
}

/** Reads a draft as it is to be published and refuses it with everything that is wrong or missing. */
export function readSurvey(draft: TypedFields, { callIds, today }: { callIds: readonly number[]; today: Day }): SurveyInput {
  const survey = new SurveyReader(draft, null)
  const { reader } = survey
  const content = survey.content(draft)
  const callText = reader.fields.trimmed('call')
  const callId = callText && /^\d{1,9}$/.test(callText) ? Number(callText) : null
  const tell = (field: string, key: Parameters<typeof saying>[0]): void => void reader.problems.push({ field, say: saying(key) })
  if (callText && !callIds.some((id) => id === callId)) tell('call', 'unknownCall')
  const [startsOn, endsOn] = [reader.day('startsOn'), reader.day('endsOn')]
  reader.inOrder(startsOn, endsOn, 'endsOn')
  if (!startsOn !== !endsOn) tell(startsOn ? 'endsOn' : 'startsOn', 'bothDays')
  else if (!startsOn && callId === null) tell('startsOn', 'daysOrCall')
  if (endsOn && endsOn < today) tell('endsOn', 'endedAlready')
  return reader.done({
    content,
    callId,
    identity: reader.requiredChoice('identity', identityModes),
    resultsDuring: reader.fields.all('resultsDuring').includes('yes'),
    openAnswers: reader.fields.all('openAnswers').includes('yes'),
    startsOn,
    endsOn,
  })
}

/** The form's fields of what was published, for correcting its words. */
export function contentFields(content: SurveyContent): TypedFields {
  const fields: TypedFields = {
    ...localFields('title', content.title),
    ...localFields('introduction', content.introduction),
    ...localFields('thanks', content.thanks),
    order: [content.pages.flatMap((page) => [`p${page.number}`, ...page.questions.map(({ number }) => `q${number}`)]).join(' ')],
  }
  for (const page of content.pages) Object.assign(fields, localFields(`p${page.number}.title`, page.title))
  for (const question of questionsOf(content)) Object.assign(fields, questionFields(question, content))
  return fields
}

function questionFields(question: Question, content: SurveyContent): TypedFields {
  const name = (field: string): string => `q${question.number}.${field}`
  const { condition } = question
  const named = condition && questionsOf(content).find(({ number }) => number === condition.question)
  const whole = (value: number | null): string[] => [value === null ? '' : String(value)]
  return {
    [name('kind')]: [question.kind],
    [name('required')]: question.required ? ['yes'] : [],
    [name('condition')]: [condition && named ? conditionValue(condition.question, wordsOfValue(named, condition.value)) : ''],
    ...localFields(name('title'), question.title),
    ...localFields(name('hint'), question.hint),
    ...('options' in question
      ? Object.fromEntries(
          languages.map((language) => [
            `${name('options')}.${language}`,
            [question.options.flatMap(({ title }) => title[language]?.text ?? []).join('\n')],
          ]),
        )
      : {}),
    ...(question.kind === 'scale'
      ? {
          [name('from')]: whole(question.from),
          [name('to')]: whole(question.to),
          ...localFields(name('fromLabel'), question.fromLabel),
          ...localFields(name('toLabel'), question.toLabel),
        }
      : {}),
    ...(question.kind === 'number'
      ? { [name('least')]: whole(question.least), [name('most')]: whole(question.most), ...localFields(name('unit'), question.unit) }
      : {}),
    ...('limit' in question ? { [name('limit')]: whole(question.limit) } : {}),
  }
}
