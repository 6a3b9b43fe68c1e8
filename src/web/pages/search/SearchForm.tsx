import type { Plan } from '../../../cycle/plan/index.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { compareTexts } from '../../../platform/languages/numbers.ts'
import { publicTextKinds } from '../../../platform/publicText.ts'
import { address } from '../../addresses.ts'
import { FilterChoice, Options } from '../../components/FilterChoice.tsx'
import { bare, named } from '../../named.ts'
import type { Organisations } from '../organisationNames.ts'
import { type Asked, LONGEST } from './asked.ts'
import { kindNames } from './kinds.ts'
import { searchTexts } from './texts.ts'

type Props = {
  asked: Asked
  plans: readonly Plan[]
  institutionIds: ReadonlySet<string>
  organisations: Organisations
  today: Day
  language: Language
}

/** Asks by address alone: a plain form that any browser sends. */
export function SearchForm({ asked, plans, institutionIds, organisations, today, language }: Props) {
  const t = searchTexts[language]
  const names = organisations.namesOn(today)
  const parties = [...institutionIds]
    .map((id) => ({ value: id, label: named(names.get(id), language, id) }))
    .sort((a, b) => compareTexts(language, bare(a.label), bare(b.label)))
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
        <FilterChoice name="institution" label={t.institution} all={t.allInstitutions}>
          <Options choices={parties} chosen={asked.institution} />
        </FilterChoice>
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
