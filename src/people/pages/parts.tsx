import { randomUUID } from 'node:crypto'
import type { ComponentChildren } from 'preact'
import { type Language, type LocalText, plainText } from '../../platform/languages/languages.ts'
import { notFound } from '../../platform/refusal.ts'
import { address } from '../../web/addresses.ts'
import { type Drawn, stateOf } from '../../web/answerForm.ts'
import { ErrorSummary, type FormState, Select, TextField } from '../../web/components/form.tsx'
import type { PathStep, Section } from '../../web/Layout.tsx'
import { bare, langOf, type Named, named } from '../../web/named.ts'
import { page } from '../../web/render.tsx'
import type { AnyVisit } from '../../web/visit.ts'
import { isInstitution, type ListedOrganisation, type ListedRole } from '../queries.ts'
import type { AssignableRole } from '../tables.ts'
import { peopleTexts } from '../texts.ts'
import { pageTexts } from './texts.ts'

const told = ['invited', 'roleGiven', 'roleEnded', 'removed', 'added', 'renamed', 'corrected', 'secondStepReset'] as const
type Told = (typeof told)[number]

/** What was done a moment ago: the address says which. */
export const done = (href: string, what: Told): string => `${href}?done=${what}`

type Facts = {
  title: Named
  eyebrow?: string
  lead?: string
  path: readonly PathStep[]
  children: ComponentChildren
}

/** A page of the secretariat with its path, what was done, and what is wrong. */
export function managePage(visit: AnyVisit, drawn: Drawn, facts: Facts): Response {
  const t = pageTexts[visit.language]
  const what = told.find((word) => word === visit.query.get('done'))
  const path = [{ title: t.manage, href: address(visit.language, 'manage') }, ...facts.path]
  return toldPage(visit, drawn, { ...facts, path, section: 'manage', done: what ? t[what] : null })
}

/** A page with forms: what was done a moment ago, and what is wrong. */
export function toldPage(visit: AnyVisit, drawn: Drawn, facts: Facts & { section?: Section; done: string | null }): Response {
  return page(
    visit,
    {
      title: facts.title,
      hasErrors: drawn.problems.length > 0,
      ...(facts.section ? { section: facts.section } : {}),
      path: facts.path,
      children: (
        <>
          <div class="head tight">
            {facts.eyebrow ? <p class="eyebrow">{facts.eyebrow}</p> : null}
            <h1 {...langOf(facts.title)}>{bare(facts.title)}</h1>
            {facts.lead ? <p class="lead">{facts.lead}</p> : null}
            {facts.done && drawn.status === 200 ? (
              <p class="lead" role="status">
                {facts.done}
              </p>
            ) : null}
          </div>
          {drawn.say ? (
            <div class="ds-error-summary" role="alert">
              <p>{drawn.say(visit.language)}</p>
            </div>
          ) : null}
          <ErrorSummary form={stateOf(visit, drawn)} />
          {facts.children}
        </>
      ),
    },
    drawn.status,
  )
}

/** The number of a row in an address or a hidden field. Throws Refusal 404 for what is none. */
export function rowNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw notFound()
  return Number(text)
}

/** The sending's own number: a double click is one sending. */
export const FormNumber = () => <input type="hidden" name="form" value={randomUUID()} />

/** A role in words, with whom it is for. */
export function roleInWords(
  language: Language,
  role: Pick<ListedRole, 'role' | 'organisationId'>,
  names: ReadonlyMap<string, LocalText>,
): string {
  const word = peopleTexts[language][role.role]
  return role.organisationId ? `${word}: ${plainText(names.get(role.organisationId), language) || role.organisationId}` : word
}

/** Which role, and for whom. */
export function RoleFields({
  form,
  roles,
  organisations,
  participant,
}: {
  form: FormState
  roles: readonly AssignableRole[]
  organisations: readonly ListedOrganisation[]
  participant: boolean
}) {
  const t = pageTexts[form.language]
  const words = peopleTexts[form.language]
  const choices = [...(participant ? (['participant'] as const) : []), ...roles].map((role) => ({ value: role, label: words[role] }))
  const inOrder = [...organisations.filter((o) => isInstitution(o.sector)), ...organisations.filter((o) => !isInstitution(o.sector))]
  return (
    <>
      <Select form={form} name="role" label={t.role} choices={choices} empty={t.chooseRole} />
      <Select
        form={form}
        name="organisation"
        label={t.forWhom}
        hint={t.forWhomHint}
        choices={inOrder.map(({ id, name }) => ({ value: id, label: named(name, form.language, id) }))}
        empty={t.none}
        optional
      />
    </>
  )
}

/** A name in both languages. */
export function NameFields({ form }: { form: FormState }) {
  const t = pageTexts[form.language]
  return (
    <div class="pair">
      <TextField form={form} name="name.lv" label={t.nameLv} optional />
      <TextField form={form} name="name.en" label={t.nameEn} optional />
    </div>
  )
}
