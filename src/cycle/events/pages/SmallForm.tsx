import type { ComponentChildren } from 'preact'
import { type Drawn, stateOf } from '../../../web/answerForm.ts'
import { FormHead } from '../../../web/components/FormHead.tsx'
import { ErrorSummary } from '../../../web/components/form.tsx'
import { page } from '../../../web/render.tsx'
import type { AnyVisit } from '../../../web/visit.ts'
import { editTexts } from './editTexts.ts'
import { pathToEvent } from './eventFacts.ts'

type Parts = { title: string; lead: string | null; facts: Parameters<typeof pathToEvent>[1]; children: ComponentChildren }

/** A page of the secretariat's with a form about an announced event. */
export function smallFormPage(visit: AnyVisit, drawn: Drawn, { title, lead, facts, children }: Parts): Response {
  const { language } = visit
  const form = stateOf(visit, drawn)
  return page(
    visit,
    {
      title,
      hasErrors: drawn.problems.length > 0,
      section: 'manage',
      path: pathToEvent(visit, facts),
      children: (
        <>
          <FormHead title={title} lead={lead} drawn={drawn} language={language} changed={editTexts[language].changedMeanwhile} />
          <ErrorSummary form={form} />
          {children}
        </>
      ),
    },
    drawn.status,
  )
}
