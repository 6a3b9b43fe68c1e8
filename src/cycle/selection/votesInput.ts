import type { Fields } from '../../platform/http/fields.ts'
import { plainText } from '../../platform/languages/languages.ts'
import { type Problem, wrongFields } from '../../platform/refusal.ts'
import { type BallotContent, formOf } from './content.ts'
import { saying, selectionProblems } from './problemTexts.ts'
import type { Marks, TypedFields, Withdrawn } from './tables.ts'

/** The field of the only choice, and of several; points and places stand in a field for each option. */
export const CHOICE = 'choice'
export const CHOICES = 'choices'
export const optionField = (number: number): string => `o${number}`

type Voted = { content: BallotContent; withdrawn: Withdrawn }

/**
 * Reads a vote. Refuses what names an option that was withdrawn or is not there, and what names none: a blank vote is
 * cast with a button of its own. Places are told without gaps, so that who leaves one out means the same.
 */
export function readVote({ content, withdrawn }: Voted, fields: Fields, blank: boolean): Marks {
  if (blank) return {}
  const form = formOf(content.settings)
  const problems: Problem[] = []
  const marks = form === 'one' || form === 'several' ? readChoices(fields, form, problems) : readNumbers(content, fields, problems)
  for (const number of Object.keys(marks)) {
    const field = form === 'one' ? CHOICE : form === 'several' ? CHOICES : optionField(Number(number))
    const reason = withdrawn[number]
    if (!content.options.some((option) => String(option.number) === number)) problems.push({ field, say: saying('unknownOption') })
    else if (reason) problems.push({ field, say: (language) => selectionProblems[language].withdrawnOption(plainText(reason, language)) })
  }
  if (!problems.length && !Object.keys(marks).length) problems.push({ field: firstField(content), say: saying('chooseSome') })
  if (problems.length) throw wrongFields(problems)
  return marks
}

const firstField = ({ settings, options }: BallotContent): string => {
  const form = formOf(settings)
  return form === 'one' ? CHOICE : form === 'several' ? CHOICES : optionField(options[0]?.number ?? 1)
}

function readChoices(fields: Fields, form: 'one' | 'several', problems: Problem[]): Marks {
  const chosen = fields.all(form === 'one' ? CHOICE : CHOICES).filter((value) => /^[1-9]\d?$/.test(value))
  if (form === 'one' && chosen.length > 1) problems.push({ field: CHOICE, say: saying('chooseOne') })
  return Object.fromEntries(chosen.map((value) => [value, 1]))
}

function readNumbers({ options, settings }: BallotContent, fields: Fields, problems: Problem[]): Marks {
  const places = formOf(settings) === 'places'
  const most = places ? options.length : settings.mostPoints
  const typed = options.flatMap(({ number }): [number, number][] => {
    const text = fields.trimmed(optionField(number))
    if (!text || text === '0') return []
    if (/^\d{1,3}$/.test(text) && Number(text) <= most) return [[number, Number(text)]]
    problems.push({
      field: optionField(number),
      say: (language) => (places ? selectionProblems[language].notAPlace(most) : selectionProblems[language].notPoints(most)),
    })
    return []
  })
  if (!places) return Object.fromEntries(typed)
  const ordered = typed.sort(([, a], [, b]) => a - b)
  for (const [index, [number, place]] of ordered.entries())
    if (ordered[index - 1]?.[1] === place) problems.push({ field: optionField(number), say: saying('samePlace') })
  return Object.fromEntries(ordered.map(([number], index) => [number, index + 1]))
}

/** The fields of a vote, for a form that is drawn from it. */
export function voteFields(content: BallotContent, marks: Marks): TypedFields {
  const form = formOf(content.settings)
  if (form === 'one' || form === 'several') return { [form === 'one' ? CHOICE : CHOICES]: Object.keys(marks) }
  return Object.fromEntries(Object.entries(marks).map(([number, mark]) => [optionField(Number(number)), [String(mark)]]))
}
