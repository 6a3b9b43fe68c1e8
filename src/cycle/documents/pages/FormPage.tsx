import type { ComponentChildren } from 'preact'
import { notFound } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import type { Drawn } from '../../../web/answerForm.ts'
import { Local } from '../../../web/components/Local.tsx'
import { named } from '../../../web/named.ts'
import { page } from '../../../web/render.tsx'
import type { AnyVisit } from '../../../web/visit.ts'
import { type Plan, planById } from '../../plan/index.ts'
import { formTexts } from './formTexts.ts'

/** The plan at an address, as known on the plan's day. */
export async function planOf({ house, values, today }: AnyVisit): Promise<Plan> {
  const plan = await planById(house.db, values.plan ?? '', today)
  if (!plan) throw notFound()
  return plan
}

/** A page with a form of the secretariat about documents, and notes beside it. */
export function formPage(
  visit: AnyVisit,
  plan: Plan,
  drawn: Drawn,
  facts: { title: string; about?: ComponentChildren; form: ComponentChildren; notes: readonly ComponentChildren[] },
): Response {
  const { language } = visit
  const t = formTexts[language]
  return page(
    visit,
    {
      title: facts.title,
      hasErrors: drawn.problems.length > 0,
      section: 'manage',
      path: [
        { title: t.manage, href: address(language, 'manage') },
        { title: named(plan.shortTitle, language), href: address(language, 'planEdit', { plan: plan.id }) },
        { title: t.documents, href: address(language, 'documents', { plan: plan.id }) },
      ],
      children: (
        <>
          <div class="head tight">
            <p class="eyebrow">{facts.about ?? <Local content={plan.shortTitle} language={language} quiet />}</p>
            <h1>{facts.title}</h1>
          </div>
          <div class="form-grid wide">
            <div>{facts.form}</div>
            <aside class="side" aria-labelledby="par">
              <h2 id="par">{t.about}</h2>
              <div class="prose">
                {facts.notes.map((note, index) => (
                  <p key={index}>{note}</p>
                ))}
              </div>
            </aside>
          </div>
        </>
      ),
    },
    drawn.status,
  )
}
