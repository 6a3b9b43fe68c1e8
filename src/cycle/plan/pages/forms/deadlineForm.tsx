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
import { idIn } from '../../formQueries.ts'
import { formTexts } from '../../formTexts.ts'
import { readDeadline, readNewDeadline } from '../../input/deadlineInput.ts'
import { planPolicy } from '../../policy.ts'
import { type Deadline, deadlinesOf, type Plan, type ReportingPeriod, reportingPeriodsOf } from '../../queries.ts'
import { createDeadline, editDeadline } from '../../saveDeadline.ts'
import { AboutSaving, formPage, planStep } from './FormPage.tsx'
import { planOf } from './planForm.tsx'
import { reasonSpec } from './planFormParts.ts'

/** The form of a deadline, new or stored. */
export const showDeadlineForm: Handler<'deadlineEdit'> = async (visit) => {
  allow(planPolicy.editDeadlines, visit.actor, undefined)
  const facts = await about(visit)
  return draw(visit, facts, opened(facts.deadline ? deadlineFields(facts.deadline) : {}))
}

export const sendDeadlineForm: Handler<'deadlineEdit'> = async (visit) => {
  allow(planPolicy.editDeadlines, visit.actor, undefined)
  const { plan, deadline } = await about(visit)
  return answerForm(
    visit,
    async (house, fields) => {
      if (deadline) await editDeadline(house, visit.actor, plan.id, deadline.id, { ...readDeadline(fields), language: visit.language })
      else await createDeadline(house, visit.actor, plan.id, readNewDeadline(fields))
      return `${address(visit.language, 'planEdit', { plan: plan.id })}?done=saved#termini`
    },
    async (drawn) => draw(visit, await about(visit), drawn),
  )
}

type Facts = { plan: Plan; periods: ReportingPeriod[]; deadline: Deadline | null }

async function about(visit: AnyVisit): Promise<Facts> {
  const plan = await planOf(visit, visit.values.plan ?? '')
  const id = idIn(visit.values.deadline)
  const deadlines = id === 'new' ? [] : await deadlinesOf(visit.house.db, [plan.id], visit.today)
  const deadline = id === 'new' ? null : deadlines.find((row) => row.id === id)
  if (deadline === undefined) throw notFound()
  return { plan, periods: await reportingPeriodsOf(visit.house.db, plan.id), deadline }
}

function deadlineParts(language: Language, { plan, periods, deadline }: Facts): FormPart[] {
  const t = formTexts[language]
  const known = periods.map((period) => ({ value: String(period.id), label: dateRange(language, period.startsOn, period.referenceDay) }))
  return [
    {
      title: null,
      specs: [
        { kind: 'lines', name: 'title', label: t.title, stored: deadline?.title ?? null },
        {
          kind: 'radios',
          name: 'kind',
          label: t.kind,
          choices: [
            { value: 'legal', label: t.kindLegal },
            { value: 'working', label: t.kindWorking },
          ],
        },
        {
          kind: 'radios',
          name: 'duty',
          label: t.duty,
          choices: [
            { value: 'contribution', label: t.dutyContribution },
            { value: 'report', label: t.dutyReport },
            { value: 'other', label: t.dutyOther },
          ],
        },
        { kind: 'date', name: 'due', label: t.due, hint: t.dueHint, optional: true },
        { kind: 'texts', name: 'basis', label: t.basis, hint: t.basisHint, stored: deadline?.basis ?? null },
        { kind: 'url', name: 'basisUrl', label: t.basisUrl, optional: true },
        { kind: 'select', name: 'period', label: t.period, choices: [...known, { value: 'new', label: t.newPeriod }], empty: t.noPeriod },
        { kind: 'day', name: 'startsOn', label: t.newPeriodStart, hint: t.newPeriodHint, optional: true },
        { kind: 'day', name: 'referenceDay', label: t.newPeriodDay, hint: t.newPeriodHint, optional: true },
        ...(deadline ? reasonSpec(language, plan) : []),
      ],
    },
  ]
}

const deadlineFields = (deadline: Deadline): Record<string, string[]> => ({
  ...localFields('title', deadline.title),
  kind: [deadline.kind],
  duty: [deadline.duty],
  ...partialDateFields('due', deadline.due),
  ...localFields('basis', deadline.basis),
  basisUrl: [deadline.basisUrl ?? ''],
  period: [String(deadline.periodId ?? '')],
})

async function draw(visit: AnyVisit, facts: Facts, drawn: Drawn): Promise<Response> {
  const { language } = visit
  const { plan, deadline } = facts
  const t = formTexts[language]
  const parts = deadlineParts(language, facts)
  return formPage(visit, drawn, {
    eyebrow: <Local content={plan.shortTitle} language={language} quiet />,
    title: deadline ? t.editDeadline : t.newDeadline,
    path: [planStep(visit, plan)],
    form: (
      <SecretariatForm
        form={stateOf(visit, drawn)}
        action={address(language, 'deadlineEdit', { plan: plan.id, deadline: visit.values.deadline ?? '' })}
        parts={parts}
        version={deadline ? versionIn(drawn, deadline.recordSeq) : null}
        comparison={deadline ? compare(drawn, deadlineFields(deadline), parts, language) : null}
        submit={t.save}
      />
    ),
    aside: <AboutSaving visit={visit} plan={plan} />,
  })
}
