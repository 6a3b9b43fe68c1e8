import { isInstitution } from '../../people/index.ts'
import { compareTexts } from '../../platform/languages/numbers.ts'
import { taskKinds } from '../../platform/task.ts'
import { address } from '../../web/addresses.ts'
import { FilterChoice, Options } from '../../web/components/FilterChoice.tsx'
import { bare, type Named, named } from '../../web/named.ts'
import type { AnyVisit } from '../../web/visit.ts'
import type { Desk, Group } from '../desk.ts'
import type { Choices, Filter, FilterName } from '../filter.ts'
import { latenesses } from '../lateness.ts'
import { deskTexts } from './texts.ts'
import { kindNames, latenessNames } from './words.tsx'

type Props = { visit: AnyVisit; desk: Desk; choices: Choices; filter: Filter; group: Group | null }

/** Chooses tasks by address alone: a plain form that any browser sends, folded away until it is used. What leaves no choice is not asked. */
export function TaskFilter({ visit, desk, choices, filter, group }: Props) {
  const { language } = visit
  const t = deskTexts[language]
  const asked = (['plan', 'institution', 'kind', 'late'] as const).filter((name) => choices[name].length > 1 || filter[name])
  if (!asked.length) return null
  return (
    <details class="ds-details task-filter" open={Object.keys(filter).length > 0}>
      <summary>{t.filter}</summary>
      <form method="get" action={address(language, 'desk')} class="filters">
        {group ? <input type="hidden" name="whose" value={group} /> : null}
        {asked.map((name) => (
          <FilterChoice key={name} name={name} label={t[name]} all={t.any}>
            <Values visit={visit} desk={desk} name={name} values={choices[name]} chosen={filter[name]} />
          </FilterChoice>
        ))}
        <button type="submit" class="ds-button" data-variant="secondary">
          {t.show}
        </button>
      </form>
    </details>
  )
}

type ValuesProps = { visit: AnyVisit; desk: Desk; name: FilterName; values: readonly string[]; chosen: string | undefined }

function Values({ visit, desk, name, values, chosen }: ValuesProps) {
  const { language, today } = visit
  const words = (value: string): Named => {
    switch (name) {
      case 'plan':
        return named(desk.at.plans.find(({ id }) => id === value)?.shortTitle, language)
      case 'institution':
        return named(desk.at.organisations.get(value)?.nameOn(today), language, value)
      case 'kind':
        return taskKinds.flatMap((kind) => (kind === value ? [kindNames[language][kind]] : [])).join('')
      case 'late':
        return latenesses.flatMap((lateness) => (lateness === value ? [latenessNames[language][lateness]] : [])).join('')
    }
  }
  const options = (some: readonly string[]) => <Options choices={some.map((value) => ({ value, label: words(value) }))} chosen={chosen} />
  if (name !== 'institution') return options(values)
  const sorted = [...values].sort((a, b) => compareTexts(language, bare(words(a)), bare(words(b))))
  const isOne = (id: string): boolean => {
    const sector = desk.at.organisations.get(id)?.sector
    return sector !== undefined && isInstitution(sector)
  }
  return options([...sorted.filter(isOne), ...sorted.filter((id) => !isOne(id))])
}
