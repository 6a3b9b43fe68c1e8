import { allow, holds, peoplePolicy } from '../../../../people/index.ts'
import { dateRange } from '../../../../platform/languages/dates.ts'
import { address } from '../../../../web/addresses.ts'
import { Local } from '../../../../web/components/Local.tsx'
import { page } from '../../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../../web/visit.ts'
import { formTexts } from '../../formTexts.ts'
import { planPolicy } from '../../policy.ts'
import { listPlans, type Plan } from '../../queries.ts'

/** The secretariat's start: every plan with what there is to do about it, and the tools beside them. */
export const showManagement: Handler<'manage'> = async (visit) => {
  allow(planPolicy.seeManagement, visit.actor, undefined)
  const { language, actor } = visit
  const t = formTexts[language]
  const secretariat = holds(actor, 'secretariat')
  const plans = secretariat ? await listPlans(visit.house.db, visit.today) : []
  return page(visit, {
    title: t.manage,
    section: 'manage',
    children: (
      <>
        <div class="head tight">
          <h1>{t.manage}</h1>
          <p class="lead">{secretariat ? t.manageLead : t.administratorLead}</p>
        </div>
        {secretariat ? (
          <section class="sec" aria-labelledby="plani">
            <h2 id="plani">{t.plans}</h2>
            <div>
              {plans.length ? (
                <ul class="rows">
                  {plans.map((plan) => (
                    <PlanRow key={plan.id} visit={visit} plan={plan} />
                  ))}
                </ul>
              ) : (
                <p>{t.noPlans}</p>
              )}
              <p class="acts">
                <a class="ds-button" href={address(language, 'planNew')}>
                  {t.newPlan}
                </a>
              </p>
            </div>
          </section>
        ) : (
          <section class="sec" aria-labelledby="plani">
            <h2 id="plani">{t.plans}</h2>
            <p class="prose">
              {t.plansNeedSecretariat} <a href={address(language, 'people')}>{t.people}</a>.
            </p>
          </section>
        )}
        {secretariat ? (
          <section class="sec" aria-labelledby="jaunumi">
            <h2 id="jaunumi">{t.notices}</h2>
            <p>
              <a href={address(language, 'noticesEdit')}>{t.noticesList}</a>
            </p>
          </section>
        ) : null}
        {secretariat ? (
          <section class="sec" aria-labelledby="pasakumi">
            <h2 id="pasakumi">{t.events}</h2>
            <p>
              <a href={address(language, 'eventsEdit')}>{t.eventsList}</a>
            </p>
          </section>
        ) : null}
        <section class="sec" aria-labelledby="riki">
          <h2 id="riki">{t.tools}</h2>
          <ul class="link-list">
            <li>
              <a href={address(language, 'people')}>{t.people}</a>
            </li>
            {secretariat ? (
              <li>
                <a href={address(language, 'organisationsEdit')}>{t.organisations}</a>
              </li>
            ) : null}
            {secretariat ? (
              <li>
                <a href={address(language, 'surveysEdit')}>{t.surveys}</a>
              </li>
            ) : null}
            {secretariat ? (
              <li>
                <a href={address(language, 'ballotsEdit')}>{t.ballots}</a>
              </li>
            ) : null}
            {secretariat ? (
              <li>
                <a href={address(language, 'easyList')}>{t.easyTexts}</a>
              </li>
            ) : null}
            {secretariat ? (
              <li>
                <a href={address(language, 'links')}>{t.deadLinks}</a>
              </li>
            ) : null}
            <li>
              <a href={address(language, 'accessibilityMessages')}>{t.accessibilityMessages}</a>
            </li>
            <li>
              <a href={address(language, 'accessibilityEdit')}>{t.accessibility}</a>
            </li>
            {peoplePolicy.seeJobs(actor, undefined) ? (
              <li>
                <a href={address(language, 'jobs')}>{t.jobs}</a>
              </li>
            ) : null}
          </ul>
        </section>
      </>
    ),
  })
}

function PlanRow({ visit, plan }: { visit: AnyVisit; plan: Plan }) {
  const { language } = visit
  const t = formTexts[language]
  return (
    <li>
      <div class="when">
        <b>{dateRange(language, plan.periodStart, plan.periodEnd)}</b>
      </div>
      <div>
        <h3>
          <a href={address(language, 'planEdit', { plan: plan.id })}>
            <Local content={plan.title} language={language} />
          </a>
        </h3>
        <p class="acts">
          <a href={address(language, 'commitmentNew', { plan: plan.id })}>{t.newCommitment}</a>
          <a href={address(language, 'callsEdit', { plan: plan.id })}>{t.calls}</a>
          <a href={address(language, 'contributions', { plan: plan.id })}>{t.contributions}</a>
          <a href={address(language, 'reportEdit', { plan: plan.id })}>{t.reportTexts}</a>
          <a href={`${address(language, 'noticeNew', { kind: 'opportunities' })}?${new URLSearchParams({ plan: plan.id })}`}>
            {t.newOpportunities}
          </a>
          <a href={address(language, 'plan', { plan: plan.id })}>{t.publicPage}</a>
        </p>
      </div>
    </li>
  )
}
