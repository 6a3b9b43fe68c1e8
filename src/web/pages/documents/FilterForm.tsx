import { documentKinds, documentLanguages, kindNames, type ListFilter, languageNames, listOrders } from '../../../cycle/documents/index.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { queryOf } from './asked.ts'
import { listTexts } from './listTexts.ts'

type Props = { here: string; filter: ListFilter; years: readonly number[]; language: Language }

/** Chooses what a list shows by its address alone: a plain form that any browser sends. */
export function FilterForm({ here, filter, years, language }: Props) {
  const t = listTexts[language]
  const select = (
    name: string,
    label: string,
    all: string,
    choices: readonly { value: string; label: string }[],
    chosen: string | null,
  ) => (
    <div>
      <label class="lab" for={name}>
        {label}
      </label>
      <select class="ds-input" id={name} name={name}>
        <option value="">{all}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === chosen}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  )
  const languages = [
    ...documentLanguages.map((value) => ({ value, label: languageNames[language][value] })),
    { value: 'none', label: t.notStated },
  ]
  return (
    <form method="get" action={here} class="filters find">
      {select(
        'kind',
        t.kind,
        t.all,
        documentKinds.map((value) => ({ value, label: kindNames[language][value] })),
        filter.kind,
      )}
      {select('language', t.language, t.allLanguages, languages, filter.language)}
      {select(
        'year',
        t.year,
        t.all,
        years.map((year) => ({ value: String(year), label: String(year) })),
        filter.year ? String(filter.year) : null,
      )}
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
