import { documentKinds, documentLanguages, kindNames, type ListFilter, languageNames, listOrders } from '../../../cycle/documents/index.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { FilterChoice, Options } from '../../components/FilterChoice.tsx'
import { queryOf } from './asked.ts'
import { listTexts } from './listTexts.ts'

type Props = { here: string; filter: ListFilter; years: readonly number[]; language: Language }

/** Chooses what a list shows by its address alone: a plain form that any browser sends. */
export function FilterForm({ here, filter, years, language }: Props) {
  const t = listTexts[language]
  const languages = [
    ...documentLanguages.map((value) => ({ value, label: languageNames[language][value] })),
    { value: 'none', label: t.notStated },
  ]
  return (
    <form method="get" action={here} class="filters find">
      <FilterChoice name="kind" label={t.kind} all={t.all}>
        <Options choices={documentKinds.map((value) => ({ value, label: kindNames[language][value] }))} chosen={filter.kind} />
      </FilterChoice>
      <FilterChoice name="language" label={t.language} all={t.allLanguages}>
        <Options choices={languages} chosen={filter.language} />
      </FilterChoice>
      <FilterChoice name="year" label={t.year} all={t.all}>
        <Options
          choices={years.map((year) => ({ value: String(year), label: String(year) }))}
          chosen={filter.year ? String(filter.year) : null}
        />
      </FilterChoice>
      {filter.order === 'added' ? null : <input type="hidden" name="sort" value={filter.order} />}
      <button type="submit" class="ds-button" data-variant="secondary">
        {t.show}
      </button>
      <p class="note">{t.oneYearNote}</p>
    </form>
  )
}

/** By which date the list is ordered; the year, which is that of the other date, is let go. */
export function Sorting({ here, filter, language }: Omit<Props, 'years'>) {
  const t = listTexts[language]
  const words = { added: t.sortAdded, dated: t.sortDated }
  return (
    <p class="sort">
      <span>{t.sort}</span>
      {listOrders.map((order) => (
        <a
          key={order}
          href={`${here}${queryOf({ ...filter, order, year: null })}`}
          {...(order === filter.order ? { 'aria-current': 'true' as const } : {})}
        >
          {words[order]}
        </a>
      ))}
    </p>
  )
}
