import { standingOf } from '../../cycle/monitoring/index.ts'
import { commitmentsOf, newestPlans } from '../../cycle/plan/index.ts'
import { dateParts, lastDay } from '../../platform/dates/partialDate.ts'
import { pageInQuery } from '../../platform/http/numberInAddress.ts'
import { notFound } from '../../platform/refusal.ts'
import { address } from '../addresses.ts'
import { Local } from '../components/Local.tsx'
import { Pages } from '../components/Pages.tsx'
import { Section } from '../components/Section.tsx'
import { page } from '../render.tsx'
import type { Handler } from '../visit.ts'
import { countStates } from './commitmentStates.ts'
import { homeTexts } from './home/texts.ts'
import { plansTexts } from './plan/texts.ts'
import { planHeadline } from './planHeadline.ts'
import { plansNow } from './planNow.ts'
import { planTexts } from './planTexts.ts'
import { SumOfStates } from './sumOfStates.tsx'

/** So many plans stand on one page. */
const ON_A_PAGE = 5

/** All plans, the newest first: what is going on with each and how its commitments stand. */
export const plansPage: Handler<'plans'> = async (visit) => {
  const { house, language, today } = visit
  const t = plansTexts[language]
  const number = pageInQuery(visit.query)
  const found = await newestPlans(house.db, today, ON_A_PAGE + 1, (number - 1) * ON_A_PAGE)
  if (number > 1 && !found.length) throw notFound()
  const plans = await plansNow(house.db, found.slice(0, ON_A_PAGE), today)
  const commitments = await commitmentsOf(
    house.db,
    plans.map(({ plan }) => plan.id),
    today,
  )
  const standing = await standingOf(house.db, commitments, today)
  const here = address(language, 'plans')
  return page(visit, {
    title: t.title,
    children: (
      <>
        <div class="head">
          <h1>{t.title}</h1>
          <p class="lead">{t.lead}</p>
        </div>
        <Section id="plani" label={planTexts[language].allPlans}>
          {plans.length ? (
            <ul class="rows">
              {plans.map((now) => {
                const { plan, stage } = now
                const ofPlan = commitments.filter(({ commitment }) => commitment.planId === plan.id)
                return (
                  <li key={plan.id}>
                    <p class="when">
                      <b>
                        {dateParts(plan.periodStart).year}–{dateParts(lastDay(plan.periodEnd)).year}
                      </b>
                      <span>{planTexts[language][stage].toLocaleLowerCase(language)}</span>
                    </p>
                    <div>
                      <h3>
                        <a href={address(language, 'plan', { plan: plan.id })}>
                          <Local content={plan.shortTitle} language={language} quiet />
                        </a>
                      </h3>
                      <p class="meta">
                        <Local content={plan.title} language={language} />
                      </p>
                      <p>{planHeadline(now, language, today)}</p>
                      <p>
                        {ofPlan.length && !plan.approvedOn ? (
                          `${t.commitmentsHeading(ofPlan.length)}.`
                        ) : ofPlan.length ? (
                          <SumOfStates counts={countStates(ofPlan, standing, today)} language={language} />
                        ) : (
                          <>
                            {t.noneYet}{' '}
                            {plan.commitmentsExpected ? (
                              <>
                                {t.expected} <Local content={plan.commitmentsExpected} language={language} />.
                              </>
                            ) : null}
                          </>
                        )}
                      </p>
                    </div>
                  </li>
                )
              })}
            </ul>
          ) : (
            <p>{homeTexts[language].nothingYet}</p>
          )}
          <Pages
            language={language}
            number={number}
            pages={found.length > ON_A_PAGE ? 'more' : 'no more'}
            href={(page) => (page === 1 ? here : `${here}?page=${page}`)}
          />
        </Section>
      </>
    ),
  })
}
