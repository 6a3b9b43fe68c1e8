import { allow } from '../../../../people/index.ts'
import { partialDateFields } from '../../../../platform/http/fields.ts'
import { dateRange } from '../../../../platform/languages/dates.ts'
import type { Language } from '../../../../platform/languages/languages.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { address } from '../../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf, versionIn } from '../../../../web/answerForm.ts'
import { Local } from '../../../../web/components/Local.tsx'
import { compare } from '../../../../web/forms/comparing.ts'
import { type FormPart, localFields } from '../../../../web/forms/fieldSpec.tsx'
import { SecretariatForm } from '../../../../web/forms/SecretariatForm.tsx'
import type { AnyVisit, Handler } from '../../../../web/visit.ts'
import { addMilestone } from '../../addMilestone.ts'
import { originalDates } from '../../changes.ts'
import { editMilestone } from '../../editMilestone.ts'
import { idIn, nextMilestoneNumber } from '../../formQueries.ts'
import { formTexts } from '../../formTexts.ts'
import { readMilestone, readNewMilestone } from '../../input/milestoneInput.ts'
import { planPolicy } from '../../policy.ts'
import { type CommitmentWithParts, changesOf, type Milestone, type Plan } from '../../queries.ts'
import { commitmentAt } from './commitmentForm.tsx'
import { AboutSaving, commitmentStep, formPage, planStep } from './FormPage.tsx'
import { reasonSpec } from './planFormParts.ts'

/** The form of a milestone, new or stored. */
export const showMilestoneForm: Handler<'milestoneEdit'> = async (visit) => {
  allow(planPolicy.editMilestone, visit.actor, undefined)
  const facts = await about(visit)
  const { commitment } = facts.found
  const fields = facts.milestone
    ? milestoneFields(facts.milestone)
    : { number: [String(await nextMilestoneNumber(visit.house.db, commitment.id))] }
  return draw(visit, facts, opened(fields))
}

export const sendMilestoneForm: Handler<'milestoneEdit'> = async (visit) => {
  allow(planPolicy.editMilestone, visit.actor, undefined)
  const { plan, found, milestone } = await about(visit)
  const { number } = found.commitment
  return answerForm(
    visit,
    async (house, fields) => {
      if (milestone) await editMilestone(house, visit.actor, plan.id, number, milestone.number, readMilestone(fields))
      else await addMilestone(house, visit.actor, plan.id, number, readNewMilestone(fields))
      return `${address(visit.language, 'commitmentEdit', { plan: plan.id, number })}?done=saved`
    },
    async (drawn) => draw(visit, await about(visit), drawn),
  )
}

type Facts = { plan: Plan; found: CommitmentWithParts; milestone: Milestone | null }

async function about(visit: AnyVisit): Promise<Facts> {
  const { plan, found } = await commitmentAt(visit)
  const number = idIn(visit.values.milestone)
  const milestone = number === 'new' ? null : found.milestones.find((row) => row.number === number)
  if (milestone === undefined) throw notFound()
  return { plan, found, milestone }
}

function milestoneParts(language: Language, plan: Plan, milestone: Milestone | null): FormPart[] {
  const t = formTexts[language]
  return [
    {
      title: null,
      specs: [
        ...(milestone ? [] : [{ kind: 'number' as const, name: 'number', label: t.number }]),
        { kind: 'lines', name: 'title', label: t.title, stored: milestone?.title ?? null },
        { kind: 'date', name: 'plannedStart', label: t.plannedStart, optional: true },
        { kind: 'date', name: 'plannedEnd', label: t.plannedEnd, optional: true },
        {
          kind: 'lines',
          name: 'plannedNote',
          label: t.plannedNote,
          hint: t.plannedNoteHint,
          optional: true,
          stored: milestone?.plannedNote ?? null,
        },
        ...(milestone ? reasonSpec(language, plan) : []),
      ],
    },
  ]
}

const milestoneFields = (milestone: Milestone): Record<string, string[]> => ({
  ...localFields('title', milestone.title),
  ...partialDateFields('plannedStart', milestone.plannedStart),
  ...partialDateFields('plannedEnd', milestone.plannedEnd),
  ...localFields('plannedNote', milestone.plannedNote),
})

async function draw(visit: AnyVisit, { plan, found, milestone }: Facts, drawn: Drawn): Promise<Response> {
  const { language } = visit
  const t = formTexts[language]
  const { commitment } = found
  const parts = milestoneParts(language, plan, milestone)
  const values = { plan: plan.id, number: commitment.number, milestone: visit.values.milestone ?? '' }
  return formPage(visit, drawn, {
    eyebrow: (
      <>
        <Local content={plan.shortTitle} language={language} quiet /> · {t.numbered(commitment.number)}
      </>
    ),
    title: milestone ? t.editMilestone(milestone.number) : t.newMilestone,
    path: [planStep(visit, plan), commitmentStep(visit, plan, commitment.number)],
    form: (
      <SecretariatForm
        form={stateOf(visit, drawn)}
        action={address(language, 'milestoneEdit', values)}
        parts={parts}
        version={milestone ? versionIn(drawn, milestone.version) : null}
        comparison={milestone ? compare(drawn, milestoneFields(milestone), parts, language) : null}
        submit={milestone ? t.save : t.add}
      />
    ),
    aside: (
      <AboutSaving visit={visit} plan={plan}>
        {milestone ? <Originally visit={visit} original={await originalOf(visit, commitment.id, milestone)} /> : null}
      </AboutSaving>
    ),
  })
}

/** The planned dates before the first amendment; null when none was made. */
async function originalOf(visit: AnyVisit, commitmentId: number, milestone: Milestone): Promise<string | null> {
  const changes = await changesOf(visit.house.db, [commitmentId], visit.today)
  const original = originalDates(changes.filter((change) => change.milestoneId === milestone.id))
  if (!Object.keys(original).length) return null
  const start = original.plannedStart === undefined ? milestone.plannedStart : original.plannedStart
  const end = original.plannedEnd === undefined ? milestone.plannedEnd : original.plannedEnd
  return dateRange(visit.language, start, end) || formTexts[visit.language].nothing
}

function Originally({ visit, original }: { visit: AnyVisit; original: string | null }) {
  if (!original) return null
  return (
    <p>
      {formTexts[visit.language].originals}: {original}
    </p>
  )
}
