import { type Language, plainText } from '../../../platform/languages/languages.ts'
import { type FormState, fieldId, Messages } from '../../../web/components/form.tsx'
import { Local } from '../../../web/components/Local.tsx'
import { optionsLeft } from '../asElection.ts'
import { type BallotContent, formOf } from '../content.ts'
import type { Marks, Withdrawn } from '../tables.ts'
import { CHOICE, CHOICES, optionField } from '../votesInput.ts'
import { ballotTexts } from './ballotTexts.ts'

type Voted = { content: BallotContent; withdrawn: Withdrawn }

/** The options as they are voted for: chosen, given points or ranked. Withdrawn ones are not among them. */
export function VoteFields({ ballot, form }: { ballot: Voted; form: FormState }) {
  const { language } = form
  const t = ballotTexts[language]
  const way = formOf(ballot.content.settings)
  const how = {
    one: t.howOne,
    several: t.howSeveral,
    points: t.howPoints(ballot.content.settings.mostPoints),
    places: t.howPlaces,
  }[way]
  return (
    <fieldset class="field">
      <legend>{how}</legend>
      {way === 'one' || way === 'several' ? (
        <Choices ballot={ballot} form={form} several={way === 'several'} />
      ) : (
        optionsLeft(ballot).map(({ number, title }) => {
          const name = optionField(number)
          return (
            <div class="ballot-row" key={number}>
              <Messages form={form} name={name} />
              <label for={fieldId(name)}>
                <span class="sr">{way === 'points' ? t.pointsOf : t.placeOf} </span>
                <Local content={title} language={language} quiet />
              </label>
              {way === 'points' ? (
                <input
                  class="ds-input short"
                  id={fieldId(name)}
                  name={name}
                  type="text"
                  inputMode="numeric"
                  value={form.fields.get(name)}
                  maxLength={3}
                />
              ) : (
                <Places form={form} name={name} most={optionsLeft(ballot).length} />
              )}
            </div>
          )
        })
      )}
    </fieldset>
  )
}

function Choices({ ballot, form, several }: { ballot: Voted; form: FormState; several: boolean }) {
  const { language } = form
  const name = several ? CHOICES : CHOICE
  const chosen = form.fields.all(name)
  return (
    <>
      <Messages form={form} name={name} />
      {optionsLeft(ballot).map(({ number, title }, index) => (
        <label class="opt" key={number}>
          <input
            type={several ? 'checkbox' : 'radio'}
            name={name}
            value={number}
            checked={chosen.includes(String(number))}
            {...(index === 0 ? { id: name } : {})}
          />
          <span>
            <Local content={title} language={language} quiet />
          </span>
        </label>
      ))}
    </>
  )
}

function Places({ form, name, most }: { form: FormState; name: string; most: number }) {
  const t = ballotTexts[form.language]
  const chosen = form.fields.trimmed(name)
  return (
    <select class="ds-input" id={fieldId(name)} name={name}>
      <option value="">{t.noPlace}</option>
      {Array.from({ length: most }, (_, index) => String(index + 1)).map((place) => (
        <option key={place} value={place} selected={place === chosen}>
          {t.place(Number(place))}
        </option>
      ))}
    </select>
  )
}

/** A vote in words: what was chosen, ranked or given points. */
export function VoteInWords({ content, marks, language }: { content: BallotContent; marks: Marks; language: Language }) {
  const t = ballotTexts[language]
  const way = formOf(content.settings)
  const named = content.options.flatMap((option) => {
    const mark = marks[option.number]
    return mark ? [{ option, mark }] : []
  })
  if (!named.length) return <p>{t.blankVote}</p>
  if (way === 'places')
    return (
      <ol class="num-list">
        {named
          .sort((a, b) => a.mark - b.mark)
          .map(({ option }) => (
            <li key={option.number}>
              <Local content={option.title} language={language} quiet />
            </li>
          ))}
      </ol>
    )
  return (
    <ul>
      {named
        .sort((a, b) => b.mark - a.mark)
        .map(({ option, mark }) => (
          <li key={option.number}>
            <Local content={option.title} language={language} quiet />
            {way === 'points' ? `: ${t.points(mark)}` : null}
          </li>
        ))}
    </ul>
  )
}

/** A vote in one line, for a table. */
export function voteInLine(content: BallotContent, marks: Marks, language: Language): string {
  const way = formOf(content.settings)
  const named = content.options.flatMap(({ number, title }) => (marks[number] ? [{ title, mark: marks[number] }] : []))
  const ordered = way === 'places' ? named.sort((a, b) => a.mark - b.mark) : named.sort((a, b) => b.mark - a.mark)
  return ordered
    .map(({ title, mark }) => (way === 'points' ? `${plainText(title, language)} (${mark})` : plainText(title, language)))
    .join(way === 'places' ? ' > ' : '; ')
}
