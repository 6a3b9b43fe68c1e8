import { answerStates, contributionKinds, ideaOrders } from '../../../cycle/ideas/index.ts'
import { challengeNames, grandChallenges, ogpValues, valueNames } from '../../../cycle/plan/index.ts'
import type { Language, LocalText } from '../../../platform/languages/languages.ts'
import { FilterChoice, Options } from '../../components/FilterChoice.tsx'
import { type Named, named } from '../../named.ts'
import { type AskedIdeas, queryOfIdeas } from './asked.ts'
import { ideaListTexts } from './listTexts.ts'
import { contributionNames, stateNames } from './words.tsx'

type Props = {
  here: string
  asked: AskedIdeas
  /** How many ideas are in each state, of the whole plan. */
  inState: ReadonlyMap<string, number>
  themes: readonly { id: number; title: LocalText }[]
  answerers: readonly { id: string; name: Named }[]
  language: Language
}

/** Chooses what the list shows by its address alone: a plain form that any browser sends. */
export function IdeaFilterForm({ here, asked: { filter, words }, inState, themes, answerers, language }: Props) {
  const t = ideaListTexts[language]
  const states = answerStates.filter((state) => inState.get(state) || state === filter.state)
  return (
    <form method="get" action={here} class="filters" aria-label={t.title}>
      <div>
        <label class="lab" for="q">
          {t.words}
        </label>
        <input class="ds-input" id="q" name="q" type="search" value={words} />
      </div>
      <FilterChoice name="state" label={t.state} all={t.allStates}>
        <Options
          choices={states.map((value) => ({ value, label: t.withCount(stateNames[language][value], inState.get(value) ?? 0) }))}
          chosen={filter.state}
        />
      </FilterChoice>
      <FilterChoice name="topic" label={t.topic} all={t.all}>
        <optgroup label={t.values}>
          <Options choices={ogpValues.map((value) => ({ value, label: valueNames[language][value] }))} chosen={filter.topic} />
        </optgroup>
        <optgroup label={t.challenges}>
          <Options choices={grandChallenges.map((value) => ({ value, label: challengeNames[language][value] }))} chosen={filter.topic} />
        </optgroup>
      </FilterChoice>
      <button type="submit" class="ds-button" data-variant="secondary">
        {t.show}
      </button>
      <details class="ds-details more-filters" open={filter.kind !== null || filter.themeId !== null || filter.answererId !== null}>
        <summary>{t.moreFilters}</summary>
        <div class="filters">
          <FilterChoice name="kind" label={t.kind} all={t.all}>
            <Options
              choices={contributionKinds.map((value) => ({ value, label: contributionNames[language][value] }))}
              chosen={filter.kind}
            />
          </FilterChoice>
          {themes.length ? (
            <FilterChoice name="theme" label={t.theme} all={t.all}>
              <Options
                choices={themes.map(({ id, title }) => ({ value: String(id), label: named(title, language) }))}
                chosen={filter.themeId === null ? null : String(filter.themeId)}
              />
            </FilterChoice>
          ) : null}
          <FilterChoice name="answers" label={t.answers} all={t.all}>
            <Options
              choices={[{ value: '-', label: t.secretariat }, ...answerers.map(({ id, name }) => ({ value: id, label: name }))]}
              chosen={filter.answererId}
            />
          </FilterChoice>
        </div>
      </details>
      {filter.order === 'support' ? null : <input type="hidden" name="sort" value={filter.order} />}
    </form>
  )
}

/** The orders of the list. */
export function IdeaSorting({ here, asked, language }: Pick<Props, 'here' | 'asked' | 'language'>) {
  const t = ideaListTexts[language]
  const words = { support: t.support, newest: t.newest, late: t.lateOrder }
  return (
    <p class="sort">
      <span>{t.sort}</span>
      {ideaOrders.map((order) => (
        <a
          key={order}
          href={`${here}${queryOfIdeas({ ...asked, filter: { ...asked.filter, order } })}`}
          {...(order === asked.filter.order ? { 'aria-current': 'true' as const } : {})}
        >
          {words[order]}
        </a>
      ))}
    </p>
  )
}
