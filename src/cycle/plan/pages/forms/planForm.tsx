import { allow } from '../../../../people/index.ts'
import { dateRange, shortDate } from '../../../../platform/languages/dates.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { address } from '../../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf, versionIn } from '../../../../web/answerForm.ts'
import { Local } from '../../../../web/components/Local.tsx'
import { compare } from '../../../../web/forms/comparing.ts'
import { SecretariatForm } from '../../../../web/forms/SecretariatForm.tsx'
import type { AnyVisit, Handler } from '../../../../web/visit.ts'
import { createPlan } from '../../createPlan.ts'
import { editPlan, type UnansweredIn } from '../../editPlan.ts'
import { newWord } from '../../formQueries.ts'
import { formTexts } from '../../formTexts.ts'
import { readNewPlan, readPlan } from '../../input/planInput.ts'
import { planPolicy } from '../../policy.ts'
import { commitmentsOf, deadlinesOf, listPlans, type Plan, phasesOf, planById } from '../../queries.ts'
import { AboutSaving, formPage } from './FormPage.tsx'
import { planFields, planParts } from './planFormParts.ts'

/** The form of a new plan. */
export const showNewPlan: Handler<'planNew'> = async (visit) => {
  allow(planPolicy.createPlan, visit.actor, undefined)
  const [newest] = await listPlans(visit.house.db, visit.today)
  return drawNew(visit, opened({ ordinal: [String((newest?.ordinal ?? 0) + 1)] }))
}

export const sendNewPlan: Handler<'planNew'> = async (visit) => {
  allow(planPolicy.createPlan, visit.actor, undefined)
  return answerForm(
    visit,
    async (house, fields) => {
      const input = readNewPlan(fields, visit.today)
      await createPlan(house, visit.actor, input)
      return `${address(visit.language, 'planEdit', { plan: input.id })}?done=saved`
    },
    (drawn) => drawNew(visit, drawn),
  )
}

async function drawNew(visit: AnyVisit, drawn: Drawn): Promise<Response> {
  const { language } = visit
  const t = formTexts[language]
  return formPage(visit, drawn, {
    title: t.newPlan,
    path: [],
    form: (
      <SecretariatForm
        form={stateOf(visit, drawn)}
        action={address(language, 'planNew')}
        parts={planParts(language, null)}
        version={null}
        submit={t.save}
      />
    ),
    aside: <AboutSaving visit={visit} plan={null} />,
  })
}

/** A plan for the secretariat: what is in it, and its form. It asks more while ideas have no answer. */
export const showPlanForm =
  (unansweredIn: UnansweredIn): Handler<'planEdit'> =>
  async (visit) => {
    allow(planPolicy.editPlan, visit.actor, undefined)
    const plan = await planOf(visit, visit.values.plan)
    return draw(visit, plan, opened(planFields(plan)), await unansweredIn(visit.house.db, plan.id))
  }

export const sendPlanForm =
  (unansweredIn: UnansweredIn): Handler<'planEdit'> =>
  async (visit) => {
    allow(planPolicy.editPlan, visit.actor, undefined)
    const plan = await planOf(visit, visit.values.plan)
    return answerForm(
      visit,
      async (house, fields) => {
        await editPlan(house, visit.actor, plan.id, readPlan(fields, visit.today), unansweredIn)
        return `${address(visit.language, 'planEdit', { plan: plan.id })}?done=saved`
      },
      async (drawn) => draw(visit, await planOf(visit, plan.id), drawn, await unansweredIn(visit.house.db, plan.id)),
    )
  }

/** The plan at an address, as known on the plan's day. */
export async function planOf(visit: AnyVisit, id: string): Promise<Plan> {
  const plan = await planById(visit.house.db, id, visit.today)
  if (!plan) throw notFound()
  return plan
}

async function draw(visit: AnyVisit, plan: Plan, drawn: Drawn, unanswered: number): Promise<Response> {
  const { language } = visit
  const t = formTexts[language]
  const parts = planParts(language, plan, unanswered)
  const stored = planFields(plan)
  return formPage(visit, drawn, {
    eyebrow: <Local content={plan.shortTitle} language={language} quiet />,
    title: t.editPlan,
    path: [],
    before: drawn.status === 200 ? <PlanContents visit={visit} plan={plan} lists={await contentsOf(visit, plan)} /> : null,
    form: (
      <>
        {drawn.status === 200 ? <h2 class="title2">{t.planData}</h2> : null}
        <SecretariatForm
          form={stateOf(visit, drawn)}
          action={address(language, 'planEdit', { plan: plan.id })}
          parts={parts}
          version={versionIn(drawn, plan.recordSeq)}
          comparison={compare(drawn, stored, parts, language)}
          submit={t.save}
        />
      </>
    ),
    aside: <AboutSaving visit={visit} plan={plan} />,
  })
}

async function contentsOf(visit: AnyVisit, plan: Plan) {
  const { db } = visit.house
  return {
    phases: await phasesOf(db, [plan.id], visit.today),
    deadlines: await deadlinesOf(db, [plan.id], visit.today),
    commitments: await commitmentsOf(db, [plan.id], visit.today),
  }
}

function PlanContents({ visit, plan, lists }: { visit: AnyVisit; plan: Plan; lists: Awaited<ReturnType<typeof contentsOf>> }) {
  const { language } = visit
  const t = formTexts[language]
  return (
    <>
      <section class="sec" aria-labelledby="apnemsanas">
        <h2 id="apnemsanas">{t.commitments}</h2>
        <div>
          {lists.commitments.length ? (
            <ul class="link-list">
              {lists.commitments.map(({ commitment }) => (
                <li key={commitment.id}>
                  {commitment.number}.{' '}
                  <a href={address(language, 'commitmentEdit', { plan: plan.id, number: commitment.number })}>
                    <Local content={commitment.title} language={language} />
                  </a>
                </li>
              ))}
            </ul>
          ) : (
            <p>{t.noCommitments}</p>
          )}
          <p class="acts">
            <a href={address(language, 'commitmentNew', { plan: plan.id })}>{t.newCommitment}</a>
          </p>
        </div>
      </section>
      <section class="sec" aria-labelledby="idejas">
        <h2 id="idejas">{t.ideas}</h2>
        <ul class="link-list">
          <li>
            <a href={address(language, 'ideasGroup', { plan: plan.id })}>{t.groupIdeas}</a>
          </li>
          <li>
            <a href={address(language, 'answersToGive', { plan: plan.id })}>{t.answerIdeas}</a>
          </li>
        </ul>
      </section>
      <section class="sec" aria-labelledby="posmi">
        <h2 id="posmi">{t.phases}</h2>
        <div>
          {lists.phases.length ? (
            <ul class="link-list">
              {lists.phases.map((phase) => (
                <li key={phase.id}>
                  <a href={address(language, 'phaseEdit', { plan: plan.id, phase: phase.id })}>
                    <Local content={phase.title} language={language} />
                  </a>{' '}
                  <span class="meta">{dateRange(language, phase.plannedStart, phase.plannedEnd)}</span>
                </li>
              ))}
            </ul>
          ) : (
            <p>{t.noPhases}</p>
          )}
          <p class="acts">
            <a href={address(language, 'phaseEdit', { plan: plan.id, phase: newWord[language] })}>{t.newPhase}</a>
          </p>
        </div>
      </section>
      <section class="sec" aria-labelledby="termini">
        <h2 id="termini">{t.deadlines}</h2>
        <div>
          {lists.deadlines.length ? (
            <ul class="link-list">
              {lists.deadlines.map((deadline) => (
                <li key={deadline.id}>
                  <a href={address(language, 'deadlineEdit', { plan: plan.id, deadline: deadline.id })}>
                    <Local content={deadline.title} language={language} />
                  </a>{' '}
                  <span class="meta">
                    {deadline.due ? shortDate(language, deadline.due) : null} {deadline.kind === 'legal' ? t.kindLegal : t.kindWorking}
                  </span>
                </li>
              ))}
            </ul>
          ) : (
            <p>{t.noDeadlines}</p>
          )}
          <p class="acts">
            <a href={address(language, 'deadlineEdit', { plan: plan.id, deadline: newWord[language] })}>{t.newDeadline}</a>
          </p>
        </div>
      </section>
    </>
  )
}
