import type { ComponentChildren } from 'preact'
import { type Drawn, stateOf } from '../answerForm.ts'
import { FormHead } from '../components/FormHead.tsx'
import type { PathStep } from '../Layout.tsx'
import { page } from '../render.tsx'
import type { AnyVisit } from '../visit.ts'
import type { FormPart } from './fieldSpec.tsx'
import { SecretariatForm } from './SecretariatForm.tsx'

type Parts = {
  title: string
  lead: string
  path: readonly PathStep[]
  action: string
  parts: readonly FormPart[]
  /** The version of what is edited; null for a new thing. */
  version: number | null
  submit: string
  /** What is said when another was faster. */
  changed: string
  children?: ComponentChildren
}

/** A page of the secretariat's with one form and nothing else. */
export function secretariatFormPage(visit: AnyVisit, drawn: Drawn, parts: Parts): Response {
  const { title, lead, path, changed, children, ...form } = parts
  return page(
    visit,
    {
      title,
      hasErrors: drawn.problems.length > 0,
      section: 'manage',
      path,
      children: (
        <>
          <FormHead title={title} lead={lead} drawn={drawn} language={visit.language} changed={changed} />
          <SecretariatForm form={stateOf(visit, drawn)} {...form}>
            {children}
          </SecretariatForm>
        </>
      ),
    },
    drawn.status,
  )
}
