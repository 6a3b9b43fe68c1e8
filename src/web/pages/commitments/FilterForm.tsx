import { challengeNames, type GrandChallenge, grandChallenges, type OgpValue, ogpValues, valueNames } from '../../../cycle/plan/index.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { compareTexts } from '../../../platform/languages/numbers.ts'
import { defineTexts } from '../../../platform/languages/texts.ts'
import { bare, langOf, type Named, named } from '../../named.ts'
import { type ShownState, shownStates, shownStateWords } from '../commitmentStates.ts'
import type { Organisations } from '../organisationNames.ts'
import { type Choices, type Filter, type FilterName, NONE_NAMED, NOT_KNOWN } from './filter.ts'

export const filterTexts = defineTexts({
  lv: {
    all: 'visas',
    value: 'OGP vērtība',
    challenge: 'Lielais izaicinājums',
    institution: 'Institūcija vai organizācija',
    state: 'Stāvoklis',
    show: 'Rādīt',
    noneNamed: 'neviena nav norādīta',
    notKnown: 'nav zināma',
    leadNotKnown: 'atbildīgā nav norādīta',
    institutions: 'Institūcijas',
    organisations: 'Organizācijas',
    challengesUnknown: 'Kuriem lielajiem izaicinājumiem apņemšanās atbilst, nav norādīts, tāpēc pēc tiem atlasīt nevar.',
  },
  en: {
    all: 'all',
    value: 'OGP value',
    challenge: 'Grand challenge',
    institution: 'Institution or organisation',
    state: 'State',
    show: 'Show',
    noneNamed: 'none is stated',
    notKnown: 'not known',
    leadNotKnown: 'lead not stated',
    institutions: 'Institutions',
    organisations: 'Organisations',
    challengesUnknown: 'Which grand challenges the commitments serve is not stated, so they can’t be filtered by them.',
  },
})

type Words = { organisations: Organisations; on: Day; language: Language }

/** A value of a filter in words. */
export function choiceWords(name: FilterName, value: string, { organisations, on, language }: Words): Named {
  const t = filterTexts[language]
  if (value === NONE_NAMED) return t.noneNamed
  if (value === NOT_KNOWN) return name === 'institution' ? t.leadNotKnown : t.notKnown
  switch (name) {
    case 'value':
      return valueNames[language][oneOf(ogpValues, value)]
    case 'challenge':
      return challengeNames[language][oneOf(grandChallenges, value)]
    case 'state':
      return shownStateWords(language, oneOf(shownStates, value)).word
    case 'institution':
      return named(organisations.namesOn(on).get(value), language, value)
  }
}

/** A value that stands in a closed list: choices come from nowhere else. */
function oneOf<Value extends OgpValue | GrandChallenge | ShownState>(list: readonly Value[], value: string): Value {
  const found = list.find((one) => one === value)
  if (!found) throw new RangeError(`not in the list: ${value}`)
  return found
}

type Props = Words & { choices: Choices; filter: Filter }

/** Chooses commitments by address alone: a plain form that any browser sends. */
export function FilterForm({ choices, filter, ...words }: Props) {
  const { organisations, language } = words
  const t = filterTexts[language]
  const option = (name: FilterName, value: string) => {
    const label = choiceWords(name, value, words)
    return (
      <option key={value} value={value} selected={filter[name] === value} {...langOf(label)}>
        {bare(label)}
      </option>
    )
  }
  const select = (name: FilterName, options: preact.ComponentChildren) => (
    <div>
      <label class="lab" for={name}>
        {t[name]}
      </label>
      <select class="ds-input" id={name} name={name}>
        <option value="">{t.all}</option>
        {options}
      </select>
    </div>
  )
  const known = choices.institution.filter((id) => id !== NOT_KNOWN)
  const sorted = [...known].sort((a, b) =>
    compareTexts(language, bare(choiceWords('institution', a, words)), bare(choiceWords('institution', b, words))),
  )
  const challengesKnown = choices.challenge.some((value) => value !== NOT_KNOWN)
  return (
    <form method="get" class="filters commitments-filter">
      {choices.state.length
        ? select(
            'state',
            choices.state.map((value) => option('state', value)),
          )
        : null}
      {select(
        'value',
        choices.value.map((value) => option('value', value)),
      )}
      {challengesKnown
        ? select(
            'challenge',
            choices.challenge.map((value) => option('challenge', value)),
          )
        : null}
      {select(
        'institution',
        <>
          <optgroup label={t.institutions}>
            {sorted.filter((id) => organisations.isInstitution(id)).map((id) => option('institution', id))}
          </optgroup>
          <optgroup label={t.organisations}>
            {sorted.filter((id) => !organisations.isInstitution(id)).map((id) => option('institution', id))}
          </optgroup>
          {choices.institution.includes(NOT_KNOWN) ? option('institution', NOT_KNOWN) : null}
        </>,
      )}
      <button type="submit" class="ds-button">
        {t.show}
      </button>
      {challengesKnown ? null : <p class="note">{t.challengesUnknown}</p>}
    </form>
  )
}
