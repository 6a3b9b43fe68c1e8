import { type Fields, TITLE_LIMIT } from '../../../../platform/http/fields.ts'
import { languages } from '../../../../platform/languages/languages.ts'
import type { Problem } from '../../../../platform/refusal.ts'
import { address } from '../../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../../../../web/answerForm.ts'
import { ErrorSummary } from '../../../../web/components/form.tsx'
import { HiddenFields } from '../../../../web/components/HiddenFields.tsx'
import { Local } from '../../../../web/components/Local.tsx'
import { AskedField, localFields } from '../../../../web/forms/fieldSpec.tsx'
import { page } from '../../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../../web/visit.ts'
import { FormReader, type Plan } from '../../../plan/index.ts'
import { type ProposedTheme, takeOverProposal } from '../../themes/groupIdeas.ts'
import { ideasOf, type SortedIdea } from '../../themes/ideasToSort.ts'
import { MOST_PROPOSED, proposeThemes } from '../../themes/proposeThemes.ts'
import { ideaRowTexts } from '../ideaRowTexts.ts'
import { pathToGroups, planToGroup } from './ideasGroup.tsx'
import { groupTexts } from './texts.ts'

const titleField = (group: number): string => `title.${group}`
const groupField = (ideaId: number): string => `group.${ideaId}`

/** A proposal as it is shown: how many groups, and its ideas. */
type Shown = { groups: number; ideas: readonly SortedIdea[]; lookedAt: number }

/** The proposed grouping of the ideas without a theme: shown, to be corrected; nothing is stored before it is taken over. */
export const showProposal: Handler<'themesPropose'> = async (visit) => {
  const plan = await planToGroup(visit)
  const { themes, lookedAt } = await proposeThemes(visit.house.db, plan.id)
  const fields = Object.assign(
    {},
    ...themes.map(({ title, ideas }, index) => ({
      ...localFields(titleField(index + 1), title),
      ...Object.fromEntries(ideas.map(({ id }) => [groupField(id), [String(index + 1)]])),
    })),
  )
  return draw(visit, plan, { groups: themes.length, ideas: themes.flatMap(({ ideas }) => ideas), lookedAt }, opened(fields))
}

/** Takes over the proposal as it was corrected. */
export const sendProposal: Handler<'themesPropose'> = async (visit) => {
  const plan = await planToGroup(visit)
  const { actor, language } = visit
  return answerForm(
    visit,
    async (house, fields) => {
      await takeOverProposal(house, actor, plan.id, readProposal(fields))
      return `${address(language, 'ideasGroup', { plan: plan.id })}?done=yes`
    },
    async (drawn) => {
      const placed = placedIn(drawn.fields)
      const ideas = await ideasOf(visit.house.db, plan.id, [...placed.keys()])
      const groups = Math.min(MOST_PROPOSED, Math.max(0, ...titlesIn(drawn.fields), ...placed.values()))
      return draw(visit, plan, { groups, ideas, lookedAt: ideas.length }, drawn)
    },
  )
}

/** The groups whose titles a form sent. */
const titlesIn = (fields: Fields): number[] =>
  Object.keys(fields.toRecord()).flatMap((name) => {
    const [, group] = /^title\.(\d{1,3})\./.exec(name) ?? []
    return group ? [Number(group)] : []
  })

/** Into which group each idea was put; 0 = none. */
const placedIn = (fields: Fields): Map<number, number> =>
  new Map(
    Object.entries(fields.toRecord()).flatMap(([name, [value = '']]) => {
      const [, id] = /^group\.([1-9]\d{0,8})$/.exec(name) ?? []
      return id ? [[Number(id), /^\d{1,3}$/.test(value) ? Number(value) : 0] as const] : []
    }),
  )

/** The themes to be made: groups that have a title and an idea. */
function readProposal(fields: Fields): ProposedTheme[] {
  const reader = new FormReader(fields)
  const placed = [...placedIn(fields)]
  const themes = [...new Set(titlesIn(fields))]
    .sort((a, b) => a - b)
    .map((group) => ({
      title: reader.local(titleField(group), TITLE_LIMIT),
      ideaIds: placed.flatMap(([id, into]) => (into === group ? [id] : [])),
    }))
  return reader.done(themes.filter(({ title, ideaIds }) => languages.some((of) => title.texts[of]) && ideaIds.length))
}

function draw(visit: AnyVisit, plan: Plan, { groups, ideas, lookedAt }: Shown, drawn: Drawn): Response {
  const { language } = visit
  const t = groupTexts[language]
  const form = stateOf(visit, drawn)
  const numbers = Array.from({ length: groups }, (_, index) => index + 1)
  const placed = placedIn(drawn.fields)
  const inGroup = (group: number): SortedIdea[] => ideas.filter(({ id }) => (placed.get(id) ?? 0) === group)
  const none = inGroup(0)
  const problems: readonly Problem[] = drawn.problems
  return page(
    visit,
    {
      title: t.proposalTitle,
      hasErrors: problems.length > 0,
      section: 'manage',
      path: pathToGroups(visit, plan),
      children: (
        <>
          <div class="head tight">
            <h1>{t.proposalTitle}</h1>
            <p class="lead">{groups ? t.proposalLead(lookedAt) : t.proposalNone}</p>
            {drawn.say ? (
              <p class="note" role="alert">
                {drawn.say(language)}
              </p>
            ) : null}
            <ErrorSummary form={form} />
          </div>
          {groups ? (
            <form method="post" action={address(language, 'themesPropose', { plan: plan.id })} noValidate>
              <HiddenFields form={form} version={null} />
              {numbers.map((group) => (
                <section key={group} class="sec" aria-labelledby={`grupa-${group}`}>
                  <h2 id={`grupa-${group}`}>{t.group(group)}</h2>
                  <div>
                    <AskedField
                      spec={{ kind: 'lines', name: titleField(group), label: t.groupTitle, hint: t.groupTitleHint, stored: null }}
                      form={form}
                    />
                    <Members ideas={inGroup(group)} groups={numbers} into={group} visit={visit} />
                  </div>
                </section>
              ))}
              {none.length ? (
                <section class="sec" aria-labelledby="grupa-0">
                  <h2 id="grupa-0">{t.withoutTheme}</h2>
                  <Members ideas={none} groups={numbers} into={0} visit={visit} />
                </section>
              ) : null}
              <div class="acts">
                <button type="submit" class="ds-button">
                  {t.takeOver}
                </button>
                <a href={address(language, 'ideasGroup', { plan: plan.id })}>{t.back}</a>
              </div>
            </form>
          ) : (
            <p>
              <a href={address(language, 'ideasGroup', { plan: plan.id })}>{t.back}</a>
            </p>
          )}
        </>
      ),
    },
    drawn.status,
  )
}

type MembersProps = { ideas: readonly SortedIdea[]; groups: readonly number[]; into: number; visit: AnyVisit }

/** The ideas of a group, each with the choice of another. */
function Members({ ideas, groups, into, visit: { language } }: MembersProps) {
  const t = groupTexts[language]
  return (
    <ul class="idea-rows">
      {ideas.map((one) => (
        <li key={one.id}>
          <p class="title">
            <span class="meta">{ideaRowTexts[language].numbered(one.number)}</span>{' '}
            <a href={address(language, 'idea', { plan: one.planId, idea: one.number })}>
              <Local content={one.title} language={language} quiet />
            </a>
          </p>
          <select class="ds-input short" name={groupField(one.id)} aria-label={t.whichGroup(one.number)}>
            {groups.map((group) => (
              <option key={group} value={group} selected={group === into}>
                {t.group(group)}
              </option>
            ))}
            <option value="0" selected={into === 0}>
              {t.noGroup}
            </option>
          </select>
        </li>
      ))}
    </ul>
  )
}
