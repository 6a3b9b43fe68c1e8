import type { Language } from '../../../platform/languages/languages.ts'
import type { FieldSpec } from '../../../web/forms/fieldSpec.tsx'
import { bare, named } from '../../../web/named.ts'
import { ballotMethods } from '../content.ts'
import type { OrganisationChoice } from '../electorate.ts'
import { type Source, sourceKey } from '../sources.ts'
import { editTexts } from './editTexts.ts'
import { methodName, sourceWords } from './words.tsx'

/** What the form's questions depend on: what the plan offers, and who can be ticked. */
export type Asked = { sources: readonly Source[]; organisations: readonly OrganisationChoice[] }

/** A list of what the plan offers, for taking an option from it and for saying where one comes from. */
export const sourceChoices = (sources: readonly Source[], language: Language) =>
  sources.map((source) => ({
    value: sourceKey(source),
    label: `${sourceWords(source, language)}: ${bare(named(source.title, language))}`,
  }))

export function aboutSpecs(language: Language): FieldSpec[] {
  const t = editTexts[language]
  return [
    { kind: 'lines', name: 'title', label: t.ballotTitle, stored: null },
    { kind: 'texts', name: 'text', label: t.text, optional: true, stored: null },
  ]
}

export function optionSpecs(language: Language, number: number, { sources }: Asked): FieldSpec[] {
  const t = editTexts[language]
  return [
    { kind: 'lines', name: `o${number}.title`, label: t.optionTitle, stored: null },
    { kind: 'texts', name: `o${number}.text`, label: t.optionText, optional: true, stored: null },
    { kind: 'line', name: `o${number}.cost`, label: t.cost, hint: t.costHint, optional: true },
    { kind: 'select', name: `o${number}.source`, label: t.source, choices: sourceChoices(sources, language), empty: t.noSource },
  ]
}

export function methodSpecs(language: Language): FieldSpec[] {
  const t = editTexts[language]
  return [
    {
      kind: 'radios',
      name: 'method',
      label: t.method,
      hint: t.methodHint,
      choices: ballotMethods.map((value) => ({ value, label: methodName(value, language) })),
    },
    { kind: 'number', name: 'seats', label: t.seats, hint: t.seatsHint, optional: true },
    { kind: 'line', name: 'budget', label: t.budget, optional: true },
    { kind: 'number', name: 'mostPoints', label: t.mostPoints, hint: t.mostPointsHint, optional: true },
    {
      kind: 'radios',
      name: 'utility',
      label: t.utility,
      optional: true,
      choices: [
        { value: 'cardinality', label: t.utilityCardinality },
        { value: 'cost', label: t.utilityCost },
        { value: 'points', label: t.utilityPoints },
      ],
    },
    {
      kind: 'radios',
      name: 'completion',
      label: t.completion,
      optional: true,
      choices: [
        { value: 'none', label: t.completionNone },
        { value: 'u', label: t.completionU },
        { value: 'add1', label: t.completionAdd1 },
        { value: 'add1u', label: t.completionAdd1u },
      ],
    },
    {
      kind: 'radios',
      name: 'strength',
      label: t.strength,
      optional: true,
      choices: [
        { value: 'winning-votes', label: t.winningVotes },
        { value: 'margins', label: t.margins },
      ],
    },
  ]
}

export function ruleSpecs(language: Language): FieldSpec[] {
  const t = editTexts[language]
  return [
    {
      kind: 'radios',
      name: 'secrecy',
      label: t.secrecy,
      choices: [
        { value: 'secret', label: t.secret, hint: t.secretHint },
        { value: 'open', label: t.open, hint: t.openHint },
      ],
    },
    { kind: 'day', name: 'opensAt', label: t.opensAt },
    { kind: 'line', name: 'opensAt.time', label: t.time(t.opensAt), hint: t.timeHint },
    { kind: 'day', name: 'closesAt', label: t.closesAt },
    { kind: 'line', name: 'closesAt.time', label: t.time(t.closesAt) },
    { kind: 'checks', name: 'parity', label: t.parity, optional: true, choices: [{ value: 'yes', label: t.parityYes }] },
    { kind: 'number', name: 'quorum', label: t.quorum, optional: true },
    {
      kind: 'radios',
      name: 'tieRule',
      label: t.tieRule,
      choices: [
        { value: 'published', label: t.tiePublished },
        { value: 'id', label: t.tieId },
      ],
    },
    { kind: 'line', name: 'seed', label: t.seed, hint: t.seedHint, optional: true },
    { kind: 'checks', name: 'binding', label: t.binding, optional: true, choices: [{ value: 'yes', label: t.bindingYes }] },
  ]
}

export function voterSpecs(language: Language, { organisations }: Asked): FieldSpec[] {
  const t = editTexts[language]
  return [
    {
      kind: 'checks',
      name: 'organisations',
      label: t.organisations,
      hint: organisations.length ? t.organisationsHint : t.noOrganisations,
      optional: true,
      choices: organisations.map(({ id, name }) => ({ value: id, label: named(name, language) })),
    },
    { kind: 'text', name: 'voters', label: t.people, hint: t.peopleHint, optional: true, rows: 8 },
  ]
}
