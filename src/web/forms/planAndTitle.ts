import type { Language, LocalText } from '../../platform/languages/languages.ts'
import { named } from '../named.ts'
import type { FormPart } from './fieldSpec.tsx'

/** What a thing of a plan begins with: which plan it belongs to, and its title. */
export const planAndTitle = (
  language: Language,
  plans: readonly { id: string; shortTitle: LocalText }[],
  words: { plan: string; choosePlan: string; title: string },
): FormPart => ({
  title: null,
  specs: [
    {
      kind: 'select',
      name: 'plan',
      label: words.plan,
      choices: plans.map((plan) => ({ value: plan.id, label: named(plan.shortTitle, language) })),
      empty: words.choosePlan,
    },
    { kind: 'lines', name: 'title', label: words.title, stored: null },
  ],
})
