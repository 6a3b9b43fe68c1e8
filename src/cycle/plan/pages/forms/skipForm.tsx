import { allow } from '../../../../people/index.ts'
import { TEXT_LIMIT } from '../../../../platform/http/fields.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { address } from '../../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf, versionIn } from '../../../../web/answerForm.ts'
import { Local } from '../../../../web/components/Local.tsx'
import { SecretariatForm } from '../../../../web/forms/SecretariatForm.tsx'
import type { AnyVisit, Handler } from '../../../../web/visit.ts'
import { idIn } from '../../formQueries.ts'
import { formTexts } from '../../formTexts.ts'
import { FormReader } from '../../input/formReader.ts'
import { planPolicy } from '../../policy.ts'
import { type Phase, type Plan, phasesOf } from '../../queries.ts'
import { skipPhase } from '../../skipPhase.ts'
import { AboutSaving, formPage, planStep } from './FormPage.tsx'
import { planOf } from './planForm.tsx'

/** Asks why a step of the plan is skipped. */
export const showSkipForm: Handler<'phaseSkip'> = async (visit) => {
  const { plan, phase } = await skippable(visit)
  return draw(visit, plan, phase, opened())
}

export const sendSkipForm: Handler<'phaseSkip'> = async (visit) => {
  const { plan, phase } = await skippable(visit)
  return answerForm(
    visit,
    async (house, fields) => {
      const reader = new FormReader(fields)
      const reason = reader.done(reader.local('reason', TEXT_LIMIT))
      await skipPhase(house, visit.actor, plan.id, phase.id, { version: reader.version(), reason })
      return `${address(visit.language, 'planEdit', { plan: plan.id })}?done=saved#posmi`
    },
    async (drawn) => {
      const now = await skippable(visit)
      return draw(visit, now.plan, now.phase, drawn)
    },
  )
}

/** A step that has neither taken place nor been skipped, as far as anyone knows. */
async function skippable(visit: AnyVisit): Promise<{ plan: Plan; phase: Phase }> {
  allow(planPolicy.editPhases, visit.actor, undefined)
  const plan = await planOf(visit, visit.values.plan ?? '')
  const id = idIn(visit.values.phase)
  const phase = (await phasesOf(visit.house.db, [plan.id], visit.today)).find((row) => row.id === id)
  if (!phase || phase.skippedOn || phase.actualStart || phase.actualEnd) throw notFound()
  return { plan, phase }
}

function draw(visit: AnyVisit, plan: Plan, phase: Phase, drawn: Drawn): Response {
  const { language } = visit
  const t = formTexts[language]
  return formPage(visit, drawn, {
    eyebrow: <Local content={phase.title} language={language} quiet />,
    title: t.skipPhase,
    path: [planStep(visit, plan)],
    form: (
      <>
        <p class="note">{t.skipPhaseNote}</p>
        <SecretariatForm
          form={stateOf(visit, drawn)}
          action={address(language, 'phaseSkip', { plan: plan.id, phase: phase.id })}
          parts={[{ title: null, specs: [{ kind: 'texts', name: 'reason', label: t.skipReason, stored: null }] }]}
          version={versionIn(drawn, phase.recordSeq)}
          submit={t.skipPhase}
        />
      </>
    ),
    aside: <AboutSaving visit={visit} plan={plan} />,
  })
}
