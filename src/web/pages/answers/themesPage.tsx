import { answerStates, answerWords, sumsOf, themesOf } from '../../../cycle/ideas/index.ts'
import { planById } from '../../../cycle/plan/index.ts'
import { notFound } from '../../../platform/refusal.ts'
import { address } from '../../addresses.ts'
import { Local } from '../../components/Local.tsx'
import { LocalParagraphs } from '../../components/LocalParagraphs.tsx'
import { Section } from '../../components/Section.tsx'
import { Status } from '../../components/Status.tsx'
import { page } from '../../render.tsx'
import type { Handler } from '../../visit.ts'
import { pathBelowPlan } from '../plan/facts.ts'
import { placesOf } from './answerFacts.ts'
import { answersTexts } from './texts.ts'

/** The themes of a plan's ideas: how many ideas are in each, how many support them, and what became of them. */
export const themesPage: Handler<'themes'> = async (visit) => {
  const { house, language, today, values } = visit
  const t = answersTexts[language]
  const plan = await planById(house.db, values.plan, today)
  if (!plan) throw notFound()
  const themes = await themesOf(house.db, plan.id)
  const sums = await sumsOf(
    house.db,
    themes.map(({ id }) => id),
  )
  const places = await placesOf(house.db, [...new Set(themes.flatMap(({ commitmentId }) => commitmentId ?? []))])
  return page(visit, {
    title: t.themesTitle,
    path: pathBelowPlan(plan, language),
    children: (
      <>
        <div class="head">
          <h1>{t.themesTitle}</h1>
          <p class="lead">{t.themesLead}</p>
          <p class="acts">
            <a href={address(language, 'ideas', { plan: plan.id })}>{t.allIdeas}</a>
          </p>
        </div>
        {themes.length ? null : <p>{t.noThemes}</p>}
        {themes.map((theme) => {
          const sum = sums.get(theme.id)
          const place = theme.commitmentId ? places.get(theme.commitmentId) : null
          return (
            <Section key={theme.id} id={`tema-${theme.id}`} label={<Local content={theme.title} language={language} />}>
              {theme.description ? <LocalParagraphs content={theme.description} language={language} /> : null}
              {sum?.ideas ? (
                <>
                  <p>
                    {t.themeIdeas(sum.ideas)}, {t.supports(sum.supports)}
                  </p>
                  <ul class="key">
                    {answerStates.flatMap((state) => {
                      const count = sum.byState.get(state)
                      return count
                        ? [
                            <li key={state}>
                              <Status {...answerWords(language, state)} extra={String(count)} />
                            </li>,
                          ]
                        : []
                    })}
                  </ul>
                  <p>
                    <a href={`${address(language, 'ideas', { plan: plan.id })}?theme=${theme.id}`}>{t.seeIdeas}</a>
                  </p>
                </>
              ) : (
                <p>{t.emptyTheme}</p>
              )}
              {place ? (
                <p>
                  {t.becameCommitment}:{' '}
                  <a href={address(language, 'commitment', { plan: place.planId, number: place.number })}>
                    {t.commitment(place.number)}, <Local content={place.title} language={language} quiet />
                  </a>
                </p>
              ) : null}
            </Section>
          )
        })}
      </>
    ),
  })
}
