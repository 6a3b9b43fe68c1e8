import type { Language } from '../../../../platform/languages/languages.ts'
import type { FieldSpec } from '../../../../web/forms/fieldSpec.tsx'
import { around, named } from '../../../../web/named.ts'
import type { Surroundings } from '../../answers/answerInput.ts'
import { stateNames } from '../../answers/answerWords.tsx'
import type { Answer } from '../../answers/queries.ts'
import { givenStates } from '../../answers/tables.ts'
import { answerPageTexts } from './texts.ts'

/** The questions of an answer; `last` is what is published, null for a first answer or one to several ideas. */
export function answerQuestions(language: Language, { institutions, commitments, themes }: Surroundings, last: Answer | null): FieldSpec[] {
  const t = answerPageTexts[language]
  const places = [
    ...commitments.map((one) => ({
      value: `commitment-${one.id}`,
      label: around(named(one.title, language), (title) => t.commitmentOption(one.number, title)),
    })),
    ...themes.map((one) => ({ value: `theme-${one.id}`, label: around(named(one.title, language), t.themeOption) })),
  ]
  return [
    {
      kind: 'radios',
      name: 'state',
      label: t.decision,
      choices: givenStates.map((state) => ({ value: state, label: stateNames[language][state] })),
    },
    { kind: 'select', name: 'into', label: t.into, hint: t.intoHint, choices: places, empty: t.nowhere, optional: true },
    { kind: 'texts', name: 'reasons', label: t.reasons, hint: t.reasonsHint, stored: last?.reasons ?? null },
    {
      kind: 'select',
      name: 'institution',
      label: t.institution,
      choices: institutions.map(({ id, name }) => ({ value: id, label: named(name, language, id) })),
      empty: t.chooseInstitution,
    },
    ...(last?.sentence ? [{ kind: 'texts' as const, name: 'sentence', label: t.ownSentence, optional: true, stored: last.sentence }] : []),
    ...(last ? [{ kind: 'texts' as const, name: 'reason', label: t.reason, hint: t.reasonHint, stored: null }] : []),
  ]
}
