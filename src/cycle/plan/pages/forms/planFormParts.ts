import { partialDateFields } from '../../../../platform/http/fields.ts'
import type { Language } from '../../../../platform/languages/languages.ts'
import { type FormPart, localFields } from '../../../../web/forms/fieldSpec.tsx'
import { formTexts } from '../../formTexts.ts'
import type { Plan } from '../../queries.ts'

/** The questions of a plan's form; `plan` is null for a new one, `unanswered` is how many of its ideas have no answer. */
export function planParts(language: Language, plan: Plan | null, unanswered = 0): FormPart[] {
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
        ...unansweredSpec(language, plan, unanswered),
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

/** The question why a plan is approved while ideas have no answer; asked before that alone, and kept to be corrected after. */
function unansweredSpec(language: Language, plan: Plan | null, unanswered: number): FormPart['specs'] {
  const t = formTexts[language]
  const ideas = plan?.approvedOn ? (plan.unansweredIdeas ?? 0) : unanswered
  if (!ideas) return []
  return [
    {
      kind: 'texts',
      name: 'unansweredReason',
      label: t.unansweredReason,
      hint: t.unansweredReasonHint(ideas),
      optional: true,
      stored: plan?.unansweredReason ?? null,
    },
  ]
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
  ...localFields('unansweredReason', plan.unansweredReason),
})
