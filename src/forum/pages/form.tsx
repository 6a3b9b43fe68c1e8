import type { ComponentChildren } from 'preact'
import { address } from '../../web/addresses.ts'
import { type Drawn, stateOf } from '../../web/answerForm.ts'
import { FormHead } from '../../web/components/FormHead.tsx'
import { ErrorSummary, type FormState } from '../../web/components/form.tsx'
import { HiddenFields } from '../../web/components/HiddenFields.tsx'
import { AskedField, type FieldSpec } from '../../web/forms/fieldSpec.tsx'
import type { PathStep, Section } from '../../web/Layout.tsx'
import type { Named } from '../../web/named.ts'
import { page } from '../../web/render.tsx'
import type { AnyVisit } from '../../web/visit.ts'
import { editTexts } from './editTexts.ts'
import { Done } from './facts.tsx'

export type FormGroup = { title: string | null; specs: readonly FieldSpec[] }

type Parts = {
  title: Named
  heading: string
  lead: string | null
  path: readonly PathStep[]
  section: Section
  action: string
  /** The version of what is changed; null where nothing is. */
  version: number | null
  groups?: readonly FormGroup[]
  /** More of the form, after its questions. */
  more?: (form: FormState) => ComponentChildren
  submit: string
  /** A second button, which only looks or keeps. */
  second?: { value: string; text: string }
  back: string
  /** Does the form bring a file? */
  file?: boolean
  above?: ComponentChildren
  below?: ComponentChildren
}

/** A page with one form of a forum. */
export function formPage(visit: AnyVisit, drawn: Drawn, parts: Parts): Response {
  const { language } = visit
  const t = editTexts[language]
  const form = stateOf(visit, drawn)
  return page(
    visit,
    {
      title: parts.title,
      hasErrors: drawn.problems.length > 0,
      section: parts.section,
      path: parts.path,
      children: (
        <>
          {drawn.status === 200 ? <Done visit={visit} /> : null}
          <FormHead title={parts.heading} lead={parts.lead} drawn={drawn} language={language} changed={t.changedMeanwhile} />
          <ErrorSummary form={form} />
          {parts.above}
          <form method="post" action={parts.action} noValidate {...(parts.file ? { encType: 'multipart/form-data' } : {})}>
            <HiddenFields form={form} version={parts.version} />
            <Groups groups={parts.groups ?? []} form={form} />
            {parts.more?.(form)}
            <div class="acts">
              <button type="submit" class="ds-button" name="action" value="publish">
                {parts.submit}
              </button>
              {parts.second ? (
                <button type="submit" class="ds-button" data-variant="secondary" name="action" value={parts.second.value}>
                  {parts.second.text}
                </button>
              ) : null}
              <a href={parts.back}>{t.back}</a>
            </div>
          </form>
          {parts.below}
        </>
      ),
    },
    // What was only looked at went well.
    parts.above && !drawn.problems.length && !drawn.say ? 200 : drawn.status,
  )
}

function Groups({ groups, form }: { groups: readonly FormGroup[]; form: FormState }) {
  return (
    <>
      {groups.map(({ title, specs }, index) => (
        <div class={title ? 'group' : ''} key={title ?? index}>
          {title ? <h2 class="h3">{title}</h2> : null}
          {specs.map((spec) => (
            <AskedField key={spec.name} spec={spec} form={form} />
          ))}
        </div>
      ))}
    </>
  )
}

/** The way to what lies below the secretariat's list of forums. */
export const pathToForums = ({ language }: AnyVisit): PathStep[] => [
  { title: editTexts[language].secretariat, href: address(language, 'manage') },
  { title: editTexts[language].forums, href: address(language, 'forumsEdit') },
]
