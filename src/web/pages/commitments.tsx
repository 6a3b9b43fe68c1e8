import type { Language } from '../../platform/languages/languages.ts'
import { defineTexts, pluralEn, pluralLv } from '../../platform/languages/texts.ts'
import { address } from '../addresses.ts'
import { Local } from '../components/Local.tsx'
import { Section } from '../components/Section.tsx'
import { bare } from '../named.ts'
import { page } from '../render.tsx'
import type { Handler } from '../visit.ts'
import { CommitmentIndex } from './commitmentIndex.tsx'
import { countStates } from './commitmentStates.ts'
import { choiceWords, FilterForm, filterTexts } from './commitments/FilterForm.tsx'
import { choicesIn, type Filter, filterNames, matching, readFilter } from './commitments/filter.ts'
import { homeTexts } from './home/texts.ts'
import { pathBelowPlan, planNamesDay, readPlan } from './plan/facts.ts'
import { plansTexts } from './plan/texts.ts'
import { planName } from './planName.ts'
import { planTexts } from './planTexts.ts'
import { SumOfStates } from './sumOfStates.tsx'

const texts = defineTexts({
  lv: {
    commitments: 'Apņemšanās',
    choose: 'Atlasīt',
    found: (n: number, total: number) =>
      `${n} no ${total} ${pluralLv(total, { zero: 'apņemšanām', one: 'apņemšanās', other: 'apņemšanām' })}`,
    all: (n: number) => `${n} ${pluralLv(n, { zero: 'apņemšanās', one: 'apņemšanās', other: 'apņemšanās' })}`,
    noneMatch: 'Neviena apņemšanās neatbilst atlasei.',
    tryWider: 'Atlasiet pēc mazāk pazīmēm vai skatiet visas.',
    showAll: 'Rādīt visas',
    ignored: 'Adresē ir atlase, kas šim plānam neder; tā nav ņemta vērā.',
  },
  en: {
    commitments: 'Commitments',
    choose: 'Filter',
    found: (n: number, total: number) => `${n} of ${total} ${pluralEn(total, { one: 'commitment', other: 'commitments' })}`,
    all: (n: number) => `${n} ${pluralEn(n, { one: 'commitment', other: 'commitments' })}`,
    noneMatch: 'No commitment matches the filter.',
    tryWider: 'Filter by less, or see all.',
    showAll: 'Show all',
    ignored: 'The address has a filter that does not fit this plan; it was not applied.',
  },
})

/** The commitments of a plan, all or those that an address chooses. */
export const commitmentsPage: Handler<'commitments'> = async (visit) => {
  const { language, today, query } = visit
  const t = texts[language]
  const { plan, commitments, standing, organisations } = await readPlan(visit, visit.values.plan)
  const chosen = { commitments, standing, today }
  const choices = choicesIn(chosen)
  const { filter, ignored } = readFilter(query, choices)
  const shown = matching(chosen, filter)
  const words = { organisations, on: planNamesDay(plan, today), language }
  const title = homeTexts[language].promised(planName(language, plan, 'locative'))
  const total = commitments.length
  return page(visit, {
    title,
    section: 'commitments',
    path: pathBelowPlan(plan, language),
    search: searchOf(filter),
    children: (
      <>
        <div class="head">
          <h1>{title}</h1>
          <p class="lead">
            {!total ? (
              plansTexts[language].noneYet
            ) : plan.approvedOn ? (
              <SumOfStates counts={countStates(commitments, standing, today)} language={language} />
            ) : (
              `${planTexts[language].notApprovedYet}.`
            )}
          </p>
          {!total && plan.commitmentsExpected ? (
            <p class="note">
              {plansTexts[language].expected} <Local content={plan.commitmentsExpected} language={language} />.
            </p>
          ) : null}
        </div>
        {total ? (
          <>
            <Section id="atlase" label={t.choose}>
              <FilterForm choices={choices} filter={filter} {...words} />
            </Section>
            <Section id="apnemsanas" label={t.commitments}>
              {ignored ? <p class="filter-line">{t.ignored}</p> : null}
              <p class="big">{shown.length === total ? t.all(total) : t.found(shown.length, total)}</p>
              {searchOf(filter) ? (
                <p class="filter-line">
                  {told(filter, words, language)} <a href={address(language, 'commitments', { plan: plan.id })}>{t.showAll}</a>
                </p>
              ) : null}
              {shown.length ? (
                <>
                  <CommitmentIndex
                    commitments={shown}
                    standing={standing}
                    names={organisations.namesOn(words.on)}
                    language={language}
                    today={today}
                  />
                  {plan.approvedOn ? <p class="note gap">{homeTexts[language].countNote}</p> : null}
                </>
              ) : (
                <p class="prose">
                  {t.noneMatch} {t.tryWider}
                </p>
              )}
            </Section>
          </>
        ) : (
          <p>
            <a href={address(language, 'plan', { plan: plan.id })}>
              <Local content={plan.shortTitle} language={language} quiet />
            </a>
          </p>
        )}
      </>
    ),
  })
}

/** The filter as a query string, the same in every language. */
function searchOf(filter: Filter): string {
  const query = new URLSearchParams(filterNames.flatMap((name) => (filter[name] === undefined ? [] : [[name, filter[name]]])))
  const search = query.toString()
  return search ? `?${search}` : ''
}

/** What was chosen, in words. */
const told = (filter: Filter, words: Parameters<typeof choiceWords>[2], language: Language): string =>
  filterNames
    .flatMap((name) =>
      filter[name] === undefined ? [] : [`${filterTexts[language][name]}: ${bare(choiceWords(name, filter[name], words))}.`],
    )
    .join(' ')
