import { type Fields, partialDateFields } from '../../../../platform/http/fields.ts'
import { type Language, languages, plainText } from '../../../../platform/languages/languages.ts'
import { compareTexts } from '../../../../platform/languages/numbers.ts'
import { type FormState, fieldId, Select, TextField } from '../../../../web/components/form.tsx'
import { Name } from '../../../../web/components/Name.tsx'
import type { Told } from '../../../../web/components/TwoVersions.tsx'
import { type FormPart, labelIn, localFields } from '../../../../web/forms/fieldSpec.tsx'
import { named } from '../../../../web/named.ts'
import type { CommitmentParts as StoredParts } from '../../commitmentParts.ts'
import type { OrganisationChoice } from '../../formQueries.ts'
import { formTexts } from '../../formTexts.ts'
import { linkKinds } from '../../input/commitmentInput.ts'
import { challengeNames, valueNames } from '../../ogpWords.ts'
import type { Commitment, Plan } from '../../queries.ts'
import { grandChallenges, ogpValues, parts as partyParts } from '../../tables.ts'
import { reasonSpec } from './planFormParts.ts'

const nameOf = (organisation: OrganisationChoice, language: Language): string => plainText(organisation.name, language) || organisation.id

function partChoices(language: Language) {
  const t = formTexts[language]
  const words = { lead: t.partLead, supporting: t.partSupporting, partner: t.partPartner }
  return partyParts.map((part) => ({ value: part, label: words[part] }))
}

function linkChoices(language: Language) {
  const t = formTexts[language]
  const words = { law: t.linkLaw, plan: t.linkPlan, page: t.linkPage }
  return linkKinds.map((kind) => ({ value: kind, label: words[kind] }))
}

/** As what someone takes part and with which share; the name stands once, above its fields. */
function PartyFields({ form, organisation }: { form: FormState; organisation: OrganisationChoice }) {
  const t = formTexts[form.language]
  const field = `party.${organisation.id}`
  return (
    <fieldset class="party">
      <legend>
        <Name of={named(organisation.name, form.language, organisation.id)} />
      </legend>
      <Select form={form} name={`${field}.part`} label={t.role} choices={partChoices(form.language)} empty={t.partNone} />
      {languages.map((of) => (
        <TextField key={of} form={form} name={`${field}.scope.${of}`} label={labelIn(t.share, of, form.language)} optional />
      ))}
    </fieldset>
  )
}

/** Who takes part: those who do stand open, all others wait behind a word. */
export function PartiesFields({ form, organisations }: { form: FormState; organisations: readonly OrganisationChoice[] }) {
  const t = formTexts[form.language]
  const takesPart = (o: OrganisationChoice): boolean => form.fields.trimmed(`party.${o.id}.part`) !== ''
  const sorted = [...organisations].sort((a, b) => compareTexts(form.language, nameOf(a, form.language), nameOf(b, form.language)))
  const others = sorted.filter((o) => !takesPart(o))
  const message = form.problems.find((p) => p.field === 'parties')
  return (
    <div id={fieldId('parties')}>
      <p class="hint">{t.partiesHint}</p>
      {message ? <p class="ds-validation-message">{message.say(form.language)}</p> : null}
      {sorted.filter(takesPart).map((o) => (
        <PartyFields key={o.id} form={form} organisation={o} />
      ))}
      {others.length ? (
        <details class="ds-details">
          <summary>{t.otherOrganisations}</summary>
          {others.map((o) => (
            <PartyFields key={o.id} form={form} organisation={o} />
          ))}
        </details>
      ) : null}
    </div>
  )
}

/** The numbers of link rows that have something in them, and how many rows there are with the empty ones behind. */
function linkRows(fields: Fields): { used: number[]; all: number[] } {
  const numbers = Object.keys(fields.toRecord()).flatMap((name) => /^links\.(\d{1,3})\.url$/.exec(name)?.[1] ?? [])
  const used = numbers
    .map(Number)
    .filter((n) => ['url', 'title.lv', 'title.en'].some((part) => fields.trimmed(`links.${n}.${part}`)))
    .sort((a, b) => a - b)
  const next = (used.at(-1) ?? -1) + 1
  return { used, all: [...used, next, next + 1] }
}

/** Laws, plans and pages: those there are, and two empty rows. */
export function LinksFields({ form }: { form: FormState }) {
  const t = formTexts[form.language]
  const message = form.problems.find((p) => p.field === 'links')
  return (
    <div id={fieldId('links')}>
      <p class="hint">{t.linksHint}</p>
      {message ? <p class="ds-validation-message">{message.say(form.language)}</p> : null}
      {linkRows(form.fields).all.map((n, index) => (
        <div key={n} class="group">
          <input type="hidden" name={`links.${n}.id`} value={form.fields.trimmed(`links.${n}.id`)} />
          <div class="pair">
            <TextField form={form} name={`links.${n}.title.lv`} label={labelIn(t.linkTitle(index + 1), 'lv', form.language)} optional />
            <TextField form={form} name={`links.${n}.title.en`} label={labelIn(t.linkTitle(index + 1), 'en', form.language)} optional />
            <TextField form={form} name={`links.${n}.url`} label={t.linkUrl(index + 1)} type="url" optional />
            <Select form={form} name={`links.${n}.kind`} label={t.linkKind(index + 1)} choices={linkChoices(form.language)} />
          </div>
        </div>
      ))}
    </div>
  )
}

/** What the fields tell of parties and links, for comparing two versions. */
export function tellParts(fields: Fields, organisations: readonly OrganisationChoice[], language: Language): Told[] {
  const t = formTexts[language]
  const words = new Map(partChoices(language).map((choice) => [choice.value as string, choice.label]))
  const parties = organisations.map((o) => {
    const scopes = languages.map((of) => fields.trimmed(`party.${o.id}.scope.${of}`)).filter(Boolean)
    const part = fields.trimmed(`party.${o.id}.part`)
    return { label: nameOf(o, language), value: part ? [words.get(part) ?? part, ...scopes].join('; ') : '' }
  })
  const links = linkRows(fields).used.map((n, index) => ({
    label: t.linkLine(index + 1),
    value: ['kind', 'title.lv', 'title.en', 'url']
      .map((part) => fields.trimmed(`links.${n}.${part}`))
      .filter(Boolean)
      .join('; '),
  }))
  return [...parties, ...links]
}

/** The questions of a commitment's form, with its parties and links. */
export function commitmentQuestions(
  form: FormState,
  plan: Plan,
  commitment: Commitment | null,
  organisations: readonly OrganisationChoice[],
): FormPart[] {
  const t = formTexts[form.language]
  return [
    {
      title: null,
      specs: [
        ...(commitment ? [] : [{ kind: 'number' as const, name: 'number', label: t.number }]),
        { kind: 'lines', name: 'title', label: t.title, stored: commitment?.title ?? null },
        { kind: 'lines', name: 'officialTitle', label: t.officialTitle, optional: true, stored: commitment?.officialTitle ?? null },
        { kind: 'texts', name: 'problem', label: t.problem, optional: true, stored: commitment?.problem ?? null },
        { kind: 'texts', name: 'promise', label: t.promise, hint: t.promiseHint, optional: true, stored: commitment?.promise ?? null },
        { kind: 'texts', name: 'solution', label: t.solution, optional: true, stored: commitment?.solution ?? null },
        { kind: 'date', name: 'periodStart', label: t.periodStart, optional: true },
        { kind: 'date', name: 'periodEnd', label: t.periodEnd, optional: true },
      ],
    },
    { title: t.parties, specs: [], after: <PartiesFields form={form} organisations={organisations} /> },
    {
      title: t.money,
      specs: [
        { kind: 'line', name: 'moneyEuro', label: t.moneyEuro, hint: t.moneyEuroHint, optional: true },
        { kind: 'lines', name: 'moneySource', label: t.moneySource, optional: true, stored: commitment?.moneySource ?? null },
        {
          kind: 'radios',
          name: 'moneySecured',
          label: t.moneySecured,
          choices: [
            { value: 'yes', label: t.yes },
            { value: 'no', label: t.no },
            { value: '', label: t.moneyNotStated },
          ],
        },
      ],
    },
    {
      title: t.aims,
      specs: [
        {
          kind: 'checks',
          name: 'values',
          label: t.values,
          choices: ogpValues.map((value) => ({ value, label: valueNames[form.language][value] })),
        },
        {
          kind: 'checks',
          name: 'challenges',
          label: t.challenges,
          choices: grandChallenges.map((value) => ({ value, label: challengeNames[form.language][value] })),
        },
        { kind: 'line', name: 'sdgs', label: t.sdgs, hint: t.sdgsHint, optional: true },
        { kind: 'line', name: 'related', label: t.related, hint: t.relatedHint, optional: true },
        { kind: 'line', name: 'ogpId', label: t.ogpId, hint: t.ogpIdHint, optional: true },
      ],
    },
    { title: t.links, specs: [], after: <LinksFields form={form} /> },
    ...(commitment && plan.approvedOn ? [{ title: t.amendment, specs: reasonSpec(form.language, plan) }] : []),
  ]
}

/** A commitment's fields as its form shows them. */
export function commitmentFields(
  commitment: Commitment,
  { parties, links, related }: StoredParts,
  language: Language,
): Record<string, string[]> {
  const euro = commitment.moneyEuro?.replace(/\.00$/, '') ?? ''
  return {
    ...localFields('title', commitment.title),
    ...localFields('officialTitle', commitment.officialTitle),
    ...localFields('problem', commitment.problem),
    ...localFields('promise', commitment.promise),
    ...localFields('solution', commitment.solution),
    ...partialDateFields('periodStart', commitment.periodStart),
    ...partialDateFields('periodEnd', commitment.periodEnd),
    moneyEuro: [language === 'lv' ? euro.replace('.', ',') : euro],
    ...localFields('moneySource', commitment.moneySource),
    moneySecured: [commitment.moneySecured === null ? '' : commitment.moneySecured ? 'yes' : 'no'],
    values: commitment.values,
    challenges: commitment.challenges,
    sdgs: [commitment.sdgs.join(', ')],
    related: [related.map((row) => row.number).join(', ')],
    ogpId: [commitment.ogpId ?? ''],
    ...Object.assign(
      {},
      ...parties.map((party) => ({
        [`party.${party.organisationId}.part`]: [party.part],
        ...localFields(`party.${party.organisationId}.scope`, party.scope),
      })),
    ),
    ...Object.assign(
      {},
      ...links.map((link, n) => ({
        [`links.${n}.id`]: [String(link.id)],
        [`links.${n}.kind`]: [link.kind],
        [`links.${n}.url`]: [link.url ?? ''],
        ...localFields(`links.${n}.title`, link.title),
      })),
    ),
  }
}
