import { partialDateFields } from '../../../../platform/http/fields.ts'
import type { Language } from '../../../../platform/languages/languages.ts'
import { type FormPart, localFields } from '../../../../web/forms/fieldSpec.tsx'
import { formTexts } from '../../formTexts.ts'
import type { Plan } from '../../queries.ts'

/** The questions of a plan's form; `plan` is null for a new one. */
export function planParts(language: Language, plan: Plan | null): FormPart[] {
  const t = formTexts[language]
  return [
    {
      title: null,
      specs: [
        ...(plan ? [] : [{ kind: 'line' as const, name: 'id', label: t.planId, hint: t.planIdHint }]),
        { kind: 'number', name: 'ordinal', label: t.ordinal },
        { kind: 'lines', name: 'title', label: t.title, stored: plan?.title ?? null },
        { kind: 'lines', name: 'shortTitle', label: t.shortTitle, hint: t.shortTitleHint, stored: plan?.shortTitle ?? null },
        { kind: 'date', name: 'periodStart', label: t.periodStart },
        { kind: 'date', name: 'periodEnd', label: t.periodEnd },
        { kind: 'texts', name: 'periodNote', label: t.periodNote, optional: true, stored: plan?.periodNote ?? null },
        { kind: 'texts', name: 'oversight', label: t.oversight, optional: true, stored: plan?.oversight ?? null },
        {
          kind: 'lines',
          name: 'commitmentsExpected',
          label: t.commitmentsExpected,
          optional: true,
          stored: plan?.commitmentsExpected ?? null,
        },
        { kind: 'day', name: 'approvedOn', label: t.approvedOn, optional: true },
        { kind: 'lines', name: 'approvalAct', label: t.approvalAct, optional: true, stored: plan?.approvalAct ?? null },
        { kind: 'url', name: 'approvalUrl', label: t.approvalUrl, optional: true },
        ...reasonSpec(language, plan),
      ],
    },
  ]
}

/** The question for a reason, which only an adopted plan asks. */
export function reasonSpec(language: Language, plan: Plan | null): FormPart['specs'] {
  const t = formTexts[language]
  return plan?.approvedOn ? [{ kind: 'text', name: 'reason', label: t.reason, hint: t.reasonHint, optional: true }] : []
}

/** A plan's fields as its form shows them. */
export const planFields = (plan: Plan): Record<string, string[]> => ({
  ordinal: [String(plan.ordinal)],
  ...localFields('title', plan.title),
  ...localFields('shortTitle', plan.shortTitle),
  ...partialDateFields('periodStart', plan.periodStart),
  ...partialDateFields('periodEnd', plan.periodEnd),
  ...localFields('periodNote', plan.periodNote),
  ...localFields('oversight', plan.oversight),
  ...localFields('commitmentsExpected', plan.commitmentsExpected),
  ...partialDateFields('approvedOn', plan.approvedOn),
  ...localFields('approvalAct', plan.approvalAct),
  approvalUrl: [plan.approvalUrl ?? ''],
})
