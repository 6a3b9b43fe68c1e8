import { allow } from '../../../../people/index.ts'
import { notFound, Refusal } from '../../../../platform/refusal.ts'
import { address } from '../../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../../../../web/answerForm.ts'
import { ErrorSummary, Select, TextField } from '../../../../web/components/form.tsx'
import { HiddenFields } from '../../../../web/components/HiddenFields.tsx'
import { Name } from '../../../../web/components/Name.tsx'
import type { PathStep } from '../../../../web/Layout.tsx'
import { named } from '../../../../web/named.ts'
import { page } from '../../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../../web/visit.ts'
import { type Plan, planById } from '../../../plan/index.ts'
import { ideasPolicy } from '../../policy.ts'
import { groupIdeas, tagIdeas } from '../../themes/groupIdeas.ts'
import { ideasToSort, placeIn, placeText, type SortFilter } from '../../themes/ideasToSort.ts'
import { chosenIdeas } from '../../themes/mergeIdeas.ts'
import { sumsOf, type Theme, themesOf } from '../../themes/themeQueries.ts'
import { themeTexts } from '../../themes/themeTexts.ts'
import { IdeaRows } from '../IdeaRows.tsx'
import { groupTexts } from './texts.ts'

/** The plan at an address, for those alone who group its ideas. */
export async function planToGroup({ house, actor, values, today }: AnyVisit): Promise<Plan> {
  allow(ideasPolicy.groupIdeas, actor, undefined)
  const plan = await planById(house.db, values.plan ?? '', today)
  if (!plan) throw notFound()
  return plan
}

/** The way to what lies below the page on which ideas are grouped. */
export const pathToGroups = ({ language }: AnyVisit, plan: Plan): PathStep[] => [
  { title: groupTexts[language].manage, href: address(language, 'manage') },
  { title: named(plan.shortTitle, language), href: address(language, 'planEdit', { plan: plan.id }) },
  { title: groupTexts[language].title, href: address(language, 'ideasGroup', { plan: plan.id }) },
]

function filterIn({ query }: AnyVisit, planId: string): SortFilter {
  const theme = query.get('theme') ?? 'none'
  return {
    planId,
    theme: theme === 'all' ? null : /^\d{1,9}$/.test(theme) ? Number(theme) : 'none',
    answerer: null,
    waiting: false,
    tag: (query.get('tag') ?? '').trim().toLocaleLowerCase('lv'),
    words: (query.get('q') ?? '').trim(),
  }
}

const themeText = ({ theme }: Pick<SortFilter, 'theme'>): string => (theme === null ? 'all' : String(theme))

/** The address of the list as it is narrowed. */
function hereOf({ language }: AnyVisit, filter: SortFilter, more: Record<string, string> = {}): string {
  const query = new URLSearchParams({
    ...(filter.theme === 'none' ? {} : { theme: themeText(filter) }),
    ...(filter.tag ? { tag: filter.tag } : {}),
    ...(filter.words ? { q: filter.words } : {}),
    ...more,
  }).toString()
  return address(language, 'ideasGroup', { plan: filter.planId }) + (query ? `?${query}` : '')
}

/** A plan's ideas by theme, to be moved, tagged and merged. */
export const showIdeasGroup: Handler<'ideasGroup'> = async (visit) => draw(visit, await planToGroup(visit), opened())

export const sendIdeasGroup: Handler<'ideasGroup'> = async (visit) => {
  const plan = await planToGroup(visit)
  const { actor, language } = visit
  const filter = filterIn(visit, plan.id)
  return answerForm(
    visit,
    async (house, fields) => {
      const ideaIds = chosenIdeas(fields)
      const action = fields.trimmed('action')
      if (!ideaIds.length) throw new Refusal(422, (reader) => themeTexts[reader].chooseSome)
      if (action === 'merge') {
        const query = new URLSearchParams(ideaIds.map((id) => ['idea', String(id)]))
        return `${address(language, 'ideasMerge', { plan: plan.id })}?${query}`
      }
      if (action === 'tag' || action === 'untag')
        await tagIdeas(house, actor, { planId: plan.id, ideaIds, tag: fields.trimmed('tag'), on: action === 'tag' })
      else {
        const theme = fields.trimmed('theme')
        await groupIdeas(house, actor, { planId: plan.id, ideaIds, themeId: theme === 'none' ? null : Number(theme) || 0 })
      }
      return hereOf(visit, filter, { done: 'yes' })
    },
    (drawn) => draw(visit, plan, drawn),
  )
}

async function draw(visit: AnyVisit, plan: Plan, drawn: Drawn): Promise<Response> {
  const { house, language, query } = visit
  const t = groupTexts[language]
  const filter = filterIn(visit, plan.id)
  const themes = await themesOf(house.db, plan.id)
  const sums = await sumsOf(
    house.db,
    themes.map(({ id }) => id),
  )
  const { ideas, next } = await ideasToSort(house.db, filter, placeIn(query))
  const form = stateOf(visit, drawn)
  const title = (theme: Theme) => named(theme.title, language)
  const here = themes.find(({ id }) => id === filter.theme)
  const heading = here ? title(here) : filter.theme === null ? t.allIdeas : t.withoutTheme
  return page(
    visit,
    {
      title: t.title,
      hasErrors: drawn.problems.length > 0,
      section: 'manage',
      search: hereOf(visit, filter).replace(/^[^?]*/, ''),
      path: pathToGroups(visit, plan).slice(0, -1),
      children: (
        <>
          <div class="head tight">
            <p class="eyebrow">
              <Name of={named(plan.shortTitle, language)} />
            </p>
            <h1>{t.title}</h1>
            <p class="lead">{t.lead}</p>
            {query.has('done') && drawn.status === 200 ? (
              <p class="told" role="status">
                {t.done}
              </p>
            ) : null}
            {drawn.say ? (
              <p class="note" role="alert">
                {drawn.say(language)}
              </p>
            ) : null}
            <ErrorSummary form={form} />
            <p class="acts">
              <a href={address(language, 'themesPropose', { plan: plan.id })}>{t.proposal}</a>
              <a href={address(language, 'ideasMerge', { plan: plan.id })}>{t.mergesLink}</a>
              <a href={address(language, 'themes', { plan: plan.id })}>{t.publicPage}</a>
            </p>
          </div>
          <div class="sorting">
            <section aria-labelledby="temas">
              <h2 id="temas" class="title2">
                {t.themes}
              </h2>
              {themes.length ? null : <p>{t.noThemes}</p>}
              <ul class="sort-into">
                {themes.map((theme) => (
                  <li key={theme.id} data-theme-id={theme.id}>
                    <a
                      href={hereOf(visit, { ...filter, theme: theme.id })}
                      {...(theme.id === filter.theme ? { 'aria-current': 'true' } : {})}
                    >
                      <Name of={title(theme)} />
                    </a>{' '}
                    <span class="meta">{t.count(sums.get(theme.id)?.ideas ?? 0)}</span>{' '}
                    <a class="meta" href={address(language, 'themeEdit', { plan: plan.id, theme: theme.id })}>
                      {t.editTheme}
                      <span class="sr">
                        {' '}
                        <Name of={title(theme)} />
                      </span>
                    </a>
                  </li>
                ))}
                <li data-theme-id="none">
                  <a href={hereOf(visit, { ...filter, theme: 'none' })} {...(filter.theme === 'none' ? { 'aria-current': 'true' } : {})}>
                    {t.withoutTheme}
                  </a>
                </li>
                <li>
                  <a href={hereOf(visit, { ...filter, theme: null })} {...(filter.theme === null ? { 'aria-current': 'true' } : {})}>
                    {t.allIdeas}
                  </a>
                </li>
              </ul>
              <p class="acts">
                <a
                  class="ds-button"
                  data-variant="secondary"
                  href={address(language, 'themeEdit', { plan: plan.id, theme: newTheme[language] })}
                >
                  {t.newTheme}
                </a>
              </p>
            </section>
            <section aria-labelledby="idejas">
              <h2 id="idejas" class="title2">
                <Name of={heading} />
              </h2>
              <form method="get" class="filters" action={address(language, 'ideasGroup', { plan: plan.id })}>
                <input type="hidden" name="theme" value={themeText(filter)} />
                <div>
                  <label class="lab" for="q">
                    {t.words}
                  </label>
                  <input class="ds-input" id="q" name="q" type="search" value={filter.words} />
                </div>
                <div>
                  <label class="lab" for="birka">
                    {t.tag}
                  </label>
                  <input class="ds-input" id="birka" type="text" name="tag" value={filter.tag} />
                </div>
                <button type="submit" class="ds-button" data-variant="secondary">
                  {t.narrow}
                </button>
              </form>
              {ideas.length ? (
                <form method="post" action={hereOf(visit, filter)} noValidate data-sort-ideas>
                  <HiddenFields form={form} version={null} />
                  <IdeaRows
                    ideas={ideas}
                    chosen={chosenIdeas(form.fields)}
                    visit={visit}
                    href={(one) => address(language, 'idea', { plan: plan.id, idea: one.number })}
                    about={(one) => t.supports(one.supports)}
                  />
                  {next ? (
                    <p class="gap">
                      <a rel="next" href={hereOf(visit, filter, { after: placeText(next) })}>
                        {t.next}
                      </a>
                    </p>
                  ) : null}
                  <fieldset class="group">
                    <legend class="title2">{t.chosen}</legend>
                    <Select
                      form={form}
                      name="theme"
                      label={t.moveTo}
                      choices={[
                        ...themes.map((theme) => ({ value: String(theme.id), label: title(theme) })),
                        { value: 'none', label: t.withoutTheme },
                      ]}
                    />
                    <p class="acts">
                      <button type="submit" class="ds-button" name="action" value="move">
                        {t.move}
                      </button>
                    </p>
                    <TextField form={form} name="tag" label={t.tag} maxLength={40} />
                    <p class="acts">
                      <button type="submit" class="ds-button" data-variant="secondary" name="action" value="tag">
                        {t.addTag}
                      </button>
                      <button type="submit" class="ds-button" data-variant="secondary" name="action" value="untag">
                        {t.removeTag}
                      </button>
                      <button type="submit" class="ds-button" data-variant="secondary" name="action" value="merge">
                        {t.merge}
                      </button>
                    </p>
                  </fieldset>
                </form>
              ) : (
                <p>{t.nothing}</p>
              )}
            </section>
          </div>
        </>
      ),
    },
    drawn.status,
  )
}

/** Stands in an address where a theme's number would. */
export const newTheme = { lv: 'jauna', en: 'new' } as const
