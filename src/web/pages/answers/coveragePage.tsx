import { answerStates, coverageOf, stateNames } from '../../../cycle/ideas/index.ts'
import { planById } from '../../../cycle/plan/index.ts'
import { formatNumber } from '../../../platform/languages/numbers.ts'
import { notFound } from '../../../platform/refusal.ts'
import { address } from '../../addresses.ts'
import { DateTime } from '../../components/DateTime.tsx'
import { Section } from '../../components/Section.tsx'
import { page } from '../../render.tsx'
import type { Handler } from '../../visit.ts'
import { readOrganisations } from '../organisationNames.ts'
import { Organisation } from '../parts.tsx'
import { pathBelowPlan } from '../plan/facts.ts'
import { Coverage } from './Coverage.tsx'
import { answersTexts } from './texts.ts'

/** How far a plan's ideas are answered, what was decided, and who is late. */
export const ideaAnswersPage: Handler<'ideaAnswers'> = async (visit) => {
  const { house, language, today, values } = visit
  const t = answersTexts[language]
  const plan = await planById(house.db, values.plan, today)
  if (!plan) throw notFound()
  const coverage = await coverageOf(house.db, plan.id, today)
  const organisations = await readOrganisations(
    house.db,
    coverage.late.flatMap(({ institutionId }) => institutionId ?? []),
  )
  return page(visit, {
    title: t.coverageTitle,
    path: pathBelowPlan(plan, language),
    children: (
      <>
        <div class="head">
          <h1>{t.coverageTitle}</h1>
          <p class="lead">{t.coverageLead}</p>
        </div>
        <Section id="cik" label={t.coverage}>
          <Coverage coverage={coverage} planId={plan.id} language={language} more={false} />
          <p>
            <a href={address(language, 'ideas', { plan: plan.id })}>{t.allIdeas}</a>
          </p>
        </Section>
        <Section id="nolemts" label={t.byState}>
          <table class="ds-table">
            <caption class="sr">{t.byState}</caption>
            <thead>
              <tr>
                <th scope="col">{t.state}</th>
                <th scope="col">{t.ideas}</th>
              </tr>
            </thead>
            <tbody>
              {answerStates.map((state) => (
                <tr key={state}>
                  <th scope="row">{stateNames[language][state]}</th>
                  <td>{formatNumber(language, coverage.byState.get(state) ?? 0)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
        <Section id="kavejas" label={t.lateHeading}>
          {coverage.late.length ? (
            <table class="ds-table stack">
              <caption class="sr">{t.lateHeading}</caption>
              <thead>
                <tr>
                  <th scope="col">{t.institution}</th>
                  <th scope="col">{t.lateIdeas}</th>
                  <th scope="col">{t.since}</th>
                </tr>
              </thead>
              <tbody>
                {coverage.late.map(({ institutionId, ideas, since }) => (
                  <tr key={institutionId ?? ''}>
                    <th scope="row">
                      {institutionId ? (
                        <Organisation id={institutionId} on={today} organisations={organisations} language={language} />
                      ) : (
                        t.secretariat
                      )}
                    </th>
                    <td data-l={t.lateIdeas}>{formatNumber(language, ideas)}</td>
                    <td data-l={t.since}>
                      <DateTime date={since} language={language} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          ) : (
            <p>{t.nobodyLate}</p>
          )}
        </Section>
      </>
    ),
  })
}
