import { type Language, plainText } from '../../../platform/languages/languages.ts'
import { formatNumber } from '../../../platform/languages/numbers.ts'
import { Checkboxes, type FormState, fieldId, Messages, Radios, TextArea, TextField } from '../../../web/components/form.tsx'
import { Local } from '../../../web/components/Local.tsx'
import { bare, langOf, named } from '../../../web/named.ts'
import { webText } from '../../../web/texts.ts'
import { answerField, rankField, valuesOf } from '../questions.ts'
import type { OptionQuestion, Question } from '../tables.ts'
import { answerTexts } from './answerTexts.ts'

type Props = { question: Question; form: FormState }

/** A question with its answer's fields, and its number, by which the program knows that it was asked. */
export function QuestionField({ question, form }: Props) {
  return (
    <>
      <input type="hidden" name="shown[]" value={question.number} />
      <Fields question={question} form={form} />
    </>
  )
}

function Fields({ question, form }: Props) {
  const { language } = form
  const t = answerTexts[language]
  const common = {
    form,
    name: answerField(question.number),
    label: <Local content={question.title} language={language} />,
    ...(question.hint ? { hint: <Local content={question.hint} language={language} /> } : {}),
    ...(question.required ? {} : { optional: true }),
  }
  switch (question.kind) {
    case 'choice':
      return <Radios {...common} choices={optionChoices(question, language)} />
    case 'choices':
      return <Checkboxes {...common} hint={common.hint ?? t.severalHint} choices={optionChoices(question, language)} />
    case 'scale':
      return <Radios {...common} choices={scaleChoices(question, language)} />
    case 'ranking':
      return <Ranking question={question} form={form} />
    case 'number': {
      const told = (value: number | null) => (value === null ? null : formatNumber(language, value))
      const range = t.numberHint(told(question.least), told(question.most), plainText(question.unit, language) || null)
      const hint = (
        <>
          {common.hint} {range}
        </>
      )
      return <TextField {...common} {...(common.hint || range ? { hint } : {})} type="number" short />
    }
    case 'short-text':
      return <TextField {...common} />
    case 'long-text':
      return <TextArea {...common} rows={6} limit={question.limit} />
  }
}

const optionChoices = ({ options }: OptionQuestion, language: Language) =>
  options.map(({ number, title }) => ({ value: String(number), label: <Local content={title} language={language} quiet /> }))

function scaleChoices(question: Extract<Question, { kind: 'scale' }>, language: Language) {
  const words = (value: number) => (value === question.from ? question.fromLabel : value === question.to ? question.toLabel : null)
  return valuesOf(question).map((value) => ({
    value: String(value),
    label: words(value) ? (
      <>
        {value} – <Local content={words(value)} language={language} quiet />
      </>
    ) : (
      value
    ),
  }))
}

/** Each option with a list of places: sorted without a mouse, and without a script. */
function Ranking({ question, form }: { question: OptionQuestion; form: FormState }) {
  const { language, fields } = form
  const t = answerTexts[language]
  const { number, options, required } = question
  const first = rankField(number, options[0]?.number ?? 1)
  const wrong = form.problems.some(({ field }) => field === first)
  const hintId = `${fieldId(answerField(number))}-h`
  return (
    <fieldset class={wrong ? 'field err' : 'field'} aria-describedby={wrong ? `${hintId} ${fieldId(first)}-e` : hintId}>
      <legend>
        <Local content={question.title} language={language} />
        {required ? null : <span class="note"> {webText(language).optional}</span>}
      </legend>
      <p class="hint" id={hintId}>
        {question.hint ? <Local content={question.hint} language={language} /> : t.rankHint}
      </p>
      <Messages form={form} name={first} />
      <ul class="ranking">
        {options.map((option) => {
          const name = rankField(number, option.number)
          const title = named(option.title, language)
          return (
            <li key={option.number}>
              <select class="ds-input" id={fieldId(name)} name={name} {...(wrong ? { 'aria-invalid': true as const } : {})}>
                <option value="">{t.noPlace}</option>
                {options.map((_, index) => (
                  <option key={index} value={index + 1} selected={fields.trimmed(name) === String(index + 1)}>
                    {t.place(index + 1)}
                  </option>
                ))}
              </select>
              <label for={fieldId(name)} {...langOf(title)}>
                {bare(title)}
              </label>
            </li>
          )
        })}
      </ul>
    </fieldset>
  )
}
