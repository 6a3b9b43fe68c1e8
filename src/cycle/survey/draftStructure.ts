import { Fields } from '../../platform/http/fields.ts'
import { wrongField } from '../../platform/refusal.ts'
import { MOST_PAGES, MOST_QUESTIONS, saying } from './problemTexts.ts'
import { type QuestionKind, questionKinds, type TypedFields } from './tables.ts'

/* The draft of a survey is a form: its pages and questions stand in the field `order`, as `p1 q1 q2 p2 q3`. */

/** A page with the numbers of its questions. */
export type DraftPage = { page: number; questions: number[] }

const own =
  /^(?:call|identity|resultsDuring|openAnswers|order|reason\.(?:lv|en)|(?:startsOn|endsOn)\.(?:day|part|year)|(?:title|introduction|thanks)\.(?:lv|en|checked))$/
const part =
  /^([pq][1-9]\d{0,2})\.(?:title\.(?:lv|en|checked)|kind|required|condition|from|to|least|most|limit|(?:hint|options|fromLabel|toLabel|unit)\.(?:lv|en|checked))$/

/** The pages in their order; a survey has at least one. What is no token is left out. */
export function draftPages(draft: TypedFields): DraftPage[] {
  const tokens = new Set((draft['order']?.[0] ?? '').split(' ').filter((token) => /^[pq][1-9]\d{0,2}$/.test(token)))
  const pages: DraftPage[] = []
  for (const token of tokens) {
    const number = Number(token.slice(1))
    if (token.startsWith('p')) pages.push({ page: number, questions: [] })
    else (pages.at(-1) ?? pages[pages.push({ page: 1, questions: [] }) - 1])?.questions.push(number)
  }
  return pages.length ? pages : [{ page: 1, questions: [] }]
}

const withPages = (draft: TypedFields, pages: readonly DraftPage[]): TypedFields => ({
  ...draft,
  order: [pages.flatMap(({ page, questions }) => [`p${page}`, ...questions.map((number) => `q${number}`)]).join(' ')],
})

/** What was typed, without fields that the form does not have and without those of parts that were taken out. */
export function draftOf(fields: Fields): TypedFields {
  const typed = fields.toRecord()
  const pages = draftPages(typed)
  const kept = new Set(pages.flatMap(({ page, questions }) => [`p${page}`, ...questions.map((number) => `q${number}`)]))
  const entries = Object.entries(typed).filter(([name]) => own.test(name) || kept.has(part.exec(name)?.[1] ?? ''))
  return withPages(Object.fromEntries(entries), pages)
}

const next = (numbers: readonly number[]): number => Math.max(0, ...numbers) + 1

/** What a button of the form does to its pages and questions. The place that changed is given for the way back to it. */
export function changeStructure(draft: TypedFields, action: string, fields: Fields): { draft: TypedFields; at: string } {
  const pages = draftPages(draft).map((page) => ({ ...page, questions: [...page.questions] }))
  const [what = '', target = ''] = action.split('.')
  const number = Number(target.slice(1))
  const at = pages.findIndex(({ page, questions }) => (target.startsWith('p') ? page === number : questions.includes(number)))
  const here = pages[at]
  if (what === 'addPage') {
    if (pages.length >= MOST_PAGES) throw wrongField('order', saying('tooManyPages'))
    const page = next(pages.map((one) => one.page))
    pages.push({ page, questions: [] })
    return { draft: withPages(draft, pages), at: `p${page}` }
  }
  if (!here) return { draft, at: '' }
  if (what === 'add') return addQuestion(draft, pages, here, fields)
  if (target.startsWith('p')) {
    // The questions of a page that is taken out stay: they go to the page before it, or behind it.
    if (what !== 'remove' || pages.length < 2) return { draft, at: target }
    const [taken] = pages.splice(at, 1)
    const neighbour = pages[Math.max(0, at - 1)]
    if (neighbour)
      neighbour.questions =
        at > 0 ? [...neighbour.questions, ...(taken?.questions ?? [])] : [...(taken?.questions ?? []), ...neighbour.questions]
    return { draft: draftOf(new Fields(withPages(draft, pages))), at: `p${neighbour?.page ?? 1}` }
  }
  const place = here.questions.indexOf(number)
  here.questions.splice(place, 1)
  if (what === 'remove') return { draft: draftOf(new Fields(withPages(draft, pages))), at: `p${here.page}` }
  const [before, after] = [pages[at - 1], pages[at + 1]]
  if (what === 'up' && place === 0 && before) before.questions.push(number)
  else if (what === 'down' && place === here.questions.length && after) after.questions.unshift(number)
  else here.questions.splice(what === 'up' ? Math.max(0, place - 1) : place + 1, 0, number)
  return { draft: withPages(draft, pages), at: target }
}

function addQuestion(draft: TypedFields, pages: DraftPage[], here: DraftPage, fields: Fields): { draft: TypedFields; at: string } {
  const numbers = pages.flatMap(({ questions }) => questions)
  if (numbers.length >= MOST_QUESTIONS) throw wrongField('order', saying('tooManyQuestions'))
  const number = next(numbers)
  const kind: QuestionKind = questionKinds.find((one) => one === fields.trimmed(`p${here.page}.add`)) ?? 'choice'
  here.questions.push(number)
  const usual: TypedFields = {
    [`q${number}.kind`]: [kind],
    ...(kind === 'scale' ? { [`q${number}.from`]: ['1'], [`q${number}.to`]: ['5'] } : {}),
    ...(kind === 'short-text' ? { [`q${number}.limit`]: ['200'] } : {}),
    ...(kind === 'long-text' ? { [`q${number}.limit`]: ['2000'] } : {}),
  }
  return { draft: { ...withPages(draft, pages), ...usual }, at: `q${number}` }
}
