import { allow } from '../../../../people/index.ts'
import { partialDateFields } from '../../../../platform/http/fields.ts'
import { type Language, plainText } from '../../../../platform/languages/languages.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { address } from '../../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf, versionIn } from '../../../../web/answerForm.ts'
import { HiddenFields } from '../../../../web/components/HiddenFields.tsx'
import { Local } from '../../../../web/components/Local.tsx'
import { compare } from '../../../../web/forms/comparing.ts'
import { type FormPart, localFields } from '../../../../web/forms/fieldSpec.tsx'
import { SecretariatForm } from '../../../../web/forms/SecretariatForm.tsx'
import type { AnyVisit, Handler } from '../../../../web/visit.ts'
import { idIn } from '../../formQueries.ts'
import { formTexts } from '../../formTexts.ts'
import { readNewPhase, readPhase } from '../../input/phaseInput.ts'
import { planPolicy } from '../../policy.ts'
import { type Phase, type Plan, phasesOf } from '../../queries.ts'
import { removePhase } from '../../removePhase.ts'
import { createPhase, editPhase } from '../../savePhase.ts'
import { AboutSaving, formPage, planStep } from './FormPage.tsx'
import { planOf } from './planForm.tsx'
import { reasonSpec } from './planFormParts.ts'

/** The form of a phase, new or stored. */
export const showPhaseForm: Handler<'phaseEdit'> = async (visit) => {
  allow(planPolicy.editPhases, visit.actor, undefined)
  const { plan, phases, phase } = await about(visit)
  return draw(visit, plan, phases, phase, opened(phase ? phaseFields(phase, phases) : { after: [String(phases.at(-1)?.id ?? '')] }))
}

export const sendPhaseForm: Handler<'phaseEdit'> = async (visit) => {
  allow(planPolicy.editPhases, visit.actor, undefined)
  const { plan, phase } = await about(visit)
  const done = (what: string) => `${address(visit.language, 'planEdit', { plan: plan.id })}?done=${what}#posmi`
  return answerForm(
    visit,
    async (house, fields) => {
      if (phase && fields.trimmed('action') === 'remove') {
        await removePhase(house, visit.actor, plan.id, phase.id)
        return done('removed')
      }
      if (phase) await editPhase(house, visit.actor, plan.id, phase.id, readPhase(fields, visit.today))
      else await createPhase(house, visit.actor, plan.id, readNewPhase(fields, visit.today))
      return done('saved')
    },
    async (drawn) => {
      const now = await about(visit)
      // Removing sends no fields: the form is drawn from what is stored.
      const removing = now.phase && drawn.fields.trimmed('action') === 'remove'
      return draw(
        visit,
        now.plan,
        now.phases,
        now.phase,
        removing && now.phase ? { ...opened(phaseFields(now.phase, now.phases)), problems: drawn.problems, status: drawn.status } : drawn,
      )
    },
  )
}

async function about(visit: AnyVisit): Promise<{ plan: Plan; phases: Phase[]; phase: Phase | null }> {
  const plan = await planOf(visit, visit.values.plan ?? '')
  const phases = await phasesOf(visit.house.db, [plan.id], visit.today)
  const id = idIn(visit.values.phase)
  const phase = id === 'new' ? null : phases.find((row) => row.id === id)
  if (phase === undefined) throw notFound()
  return { plan, phases, phase }
}

function phaseParts(language: Language, plan: Plan, phases: readonly Phase[], phase: Phase | null): FormPart[] {
  const t = formTexts[language]
  const places = phases
    .filter((row) => row.id !== phase?.id)
    .map((row) => ({ value: String(row.id), label: t.placeAfter(plainText(row.title, language)) }))
  return [
    {
      title: null,
      specs: [
        { kind: 'lines', name: 'title', label: t.title, stored: phase?.title ?? null },
        { kind: 'lines', name: 'label', label: t.label, optional: true, stored: phase?.label ?? null },
        { kind: 'select', name: 'after', label: t.place, choices: places, empty: t.placeFirst },
        { kind: 'date', name: 'plannedStart', label: t.plannedStart, optional: true },
        { kind: 'date', name: 'plannedEnd', label: t.plannedEnd, optional: true },
        {
          kind: 'lines',
          name: 'plannedNote',
          label: t.plannedNote,
          hint: t.plannedNoteHint,
          optional: true,
          stored: phase?.plannedNote ?? null,
        },
        { kind: 'line', name: 'hours', label: t.hours, hint: t.hoursHint, optional: true },
        { kind: 'date', name: 'actualStart', label: t.actualStart, optional: true },
        { kind: 'date', name: 'actualEnd', label: t.actualEnd, optional: true },
        { kind: 'texts', name: 'basis', label: t.basis, hint: t.basisHint, optional: true, stored: phase?.basis ?? null },
        { kind: 'texts', name: 'invitation', label: t.invitation, optional: true, stored: phase?.invitation ?? null },
        ...(phase ? reasonSpec(language, plan) : []),
      ],
    },
  ]
}

function phaseFields(phase: Phase, phases: readonly Phase[]): Record<string, string[]> {
  const before = phases[phases.findIndex((row) => row.id === phase.id) - 1]
  return {
    ...localFields('title', phase.title),
    ...localFields('label', phase.label),
    after: [String(before?.id ?? '')],
    ...partialDateFields('plannedStart', phase.plannedStart),
    ...partialDateFields('plannedEnd', phase.plannedEnd),
    ...localFields('plannedNote', phase.plannedNote),
    hours: [phase.hours ?? ''],
    ...partialDateFields('actualStart', phase.actualStart),
    ...partialDateFields('actualEnd', phase.actualEnd),
    ...localFields('basis', phase.basis),
    ...localFields('invitation', phase.invitation),
  }
}

async function draw(visit: AnyVisit, plan: Plan, phases: readonly Phase[], phase: Phase | null, drawn: Drawn): Promise<Response> {
  const { language } = visit
  const t = formTexts[language]
  const parts = phaseParts(language, plan, phases, phase)
  const form = stateOf(visit, drawn)
  const action = address(language, 'phaseEdit', { plan: plan.id, phase: visit.values.phase ?? '' })
  const version = phase ? versionIn(drawn, phase.recordSeq) : null
  return formPage(visit, drawn, {
    eyebrow: <Local content={plan.shortTitle} language={language} quiet />,
    title: phase ? t.editPhase : t.newPhase,
    path: [planStep(visit, plan)],
    form: (
      <>
        <SecretariatForm
          form={form}
          action={action}
          parts={parts}
          version={version}
          comparison={phase ? compare(drawn, phaseFields(phase, phases), parts, language) : null}
          submit={t.save}
        />
        {phase && !phase.skippedOn && !phase.actualStart && !phase.actualEnd ? (
          <p class="gap">
            <a href={address(language, 'phaseSkip', { plan: plan.id, phase: phase.id })}>{t.skipPhase}</a>
          </p>
        ) : null}
        {phase && !plan.approvedOn ? (
          <form method="post" action={action} class="gap">
            <HiddenFields form={{ ...form, fields: opened({}).fields }} version={null} />
            <p class="note">{t.removePhaseNote}</p>
            <button type="submit" class="ds-button" data-variant="secondary" id="remove" name="action" value="remove">
              {t.removePhase}
            </button>
          </form>
        ) : null}
      </>
    ),
    aside: <AboutSaving visit={visit} plan={plan} />,
  })
}
