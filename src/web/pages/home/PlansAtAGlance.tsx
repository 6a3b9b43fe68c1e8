import type { Day } from '../../../platform/dates/partialDate.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { address } from '../../addresses.ts'
import { Local } from '../../components/Local.tsx'
import { Status } from '../../components/Status.tsx'
import { Approval, periodText } from '../planFacts.tsx'
import type { PlanNow } from '../planNow.ts'
import { stepStage } from '../planState.ts'
import { planTexts } from '../planTexts.ts'
import { homeTexts } from './texts.ts'

type Props = { plans: readonly PlanNow[]; commitments: number; current: PlanNow | null; language: Language; today: Day }

/** The plans side by side, with the few facts that tell them apart. */
export function PlansAtAGlance({ plans, commitments, current, language, today }: Props) {
  const t = homeTexts[language]
  const p = planTexts[language]
  return (
    <section class="sec" aria-labelledby="plani">
      <h2 id="plani">{plans.length === 2 ? t.twoPlans : t.plans}</h2>
      <div class="two">
        {plans.map((now) => {
          const step = now.phases.findLast((phase) => stepStage(phase, today) === 'now')
          return (
            <div key={now.plan.id}>
              <h3 class="title2">
                <a href={address(language, 'plan', { plan: now.plan.id })}>
                  <Local content={now.plan.shortTitle} language={language} quiet />
                </a>
              </h3>
              <dl class="facts">
                <div>
                  <dt>{p.period}</dt>
                  <dd>{periodText(language, now.plan)}</dd>
                </div>
                <div>
                  <dt>{now.plan.approvedOn ? p.approved : p.approval}</dt>
                  <dd>
                    <Approval plan={now.plan} language={language} />
                  </dd>
                </div>
                <div>
                  <dt>{p.commitments}</dt>
                  <dd>
                    {now === current && commitments ? (
                      commitments
                    ) : now.plan.commitmentsExpected ? (
                      <Local content={now.plan.commitmentsExpected} language={language} />
                    ) : (
                      p.noCommitmentsYet
                    )}
                  </dd>
                </div>
                {now.plan.oversight ? (
                  <div>
                    <dt>{p.oversight}</dt>
                    <dd>
                      <Local content={now.plan.oversight} language={language} />
                    </dd>
                  </div>
                ) : null}
                <div>
                  <dt>{p.state}</dt>
                  <dd>
                    <Status
                      icon="half"
                      colour="go"
                      word={p[now.stage]}
                      extra={step ? <Local content={step.label ?? step.title} language={language} quiet /> : null}
                    />
                  </dd>
                </div>
              </dl>
            </div>
          )
        })}
      </div>
    </section>
  )
}
