import type { Language } from '../../../platform/languages/languages.ts'
import { publicTextKinds } from '../../../platform/publicText.ts'
import { address } from '../../addresses.ts'
import { FilterChoice, Options } from '../../components/FilterChoice.tsx'
import { bare, named } from '../../named.ts'
import { type Asked, LONGEST } from './asked.ts'
import { kindNames } from './kinds.ts'
import type { Surroundings } from './surroundings.ts'
import { searchTexts } from './texts.ts'

type Props = {
  asked: Asked
  surroundings: Surroundings
  /** What was typed where an institution is named. */
  typedInstitution: string
  language: Language
}

/** Asks by address alone: a plain form that any browser sends. */
export function SearchForm({ asked, surroundings: { plans, parties, party }, typedInstitution, language }: Props) {
  const t = searchTexts[language]
  return (
    <search>
      <form method="get" class="filters find">
        <div class="wide">
          <label class="ds-label" for="q">
            {t.query}
          </label>
          <p class="hint" id="q-h">
            {t.hint}
          </p>
          <div class="with-list">
            <input
              class="ds-input"
              id="q"
              name="q"
              type="search"
              maxLength={LONGEST}
              value={asked.typed}
              aria-describedby="q-h"
              data-suggest={address(language, 'suggestions')}
            />
          </div>
        </div>
        <FilterChoice name="plan" label={t.plan} all={t.allPlans}>
          <Options choices={plans.map((plan) => ({ value: plan.id, label: named(plan.shortTitle, language) }))} chosen={asked.plan} />
        </FilterChoice>
        <FilterChoice name="kind" label={t.kind} all={t.allKinds}>
          <Options choices={publicTextKinds.map((kind) => ({ value: kind, label: kindNames[language][kind] }))} chosen={asked.kind} />
        </FilterChoice>
        {parties ? (
          <FilterChoice name="institution" label={t.institution} all={t.allInstitutions}>
            <Options
              choices={parties.map(({ id, name }) => ({ value: id, label: named(name, language, id) }))}
              chosen={asked.institution}
            />
          </FilterChoice>
        ) : (
          <div>
            <label class="lab" for="institution">
              {t.institution}
            </label>
            <p class="hint" id="institution-h">
              {t.institutionHint}
            </p>
            <input
              class="ds-input"
              id="institution"
              name="institution"
              maxLength={LONGEST}
              value={party.chosen ? bare(party.chosen.name) : typedInstitution}
              aria-describedby="institution-h"
            />
          </div>
        )}
        <fieldset>
          <legend class="lab">{t.known}</legend>
          <p class="hint" id="known-h">
            {t.knownHint}
          </p>
          <div class="days">
            {(['from', 'to'] as const).map((name) => (
              <label key={name}>
                <span>{t[name]}</span>
                <input class="ds-input" type="date" name={name} value={asked[name] ?? ''} aria-describedby="known-h" />
              </label>
            ))}
          </div>
        </fieldset>
        <button type="submit" class="ds-button">
          {t.search}
        </button>
      </form>
    </search>
  )
}
