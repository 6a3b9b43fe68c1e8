import type { ComponentChildren } from 'preact'
import { onDate } from '../../../../platform/languages/dates.ts'
import { address } from '../../../../web/addresses.ts'
import type { Drawn } from '../../../../web/answerForm.ts'
import type { PathStep } from '../../../../web/Layout.tsx'
import { named } from '../../../../web/named.ts'
import { page } from '../../../../web/render.tsx'
import type { AnyVisit } from '../../../../web/visit.ts'
import { formTexts } from '../../formTexts.ts'
import type { Plan } from '../../queries.ts'

/** The way to a plan's form, for the path above pages about what is in it. */
export function planStep(visit: AnyVisit, plan: Plan): PathStep {
  return { title: named(plan.shortTitle, visit.language), href: address(visit.language, 'planEdit', { plan: plan.id }) }
}

/** The way to a commitment's form. */
export function commitmentStep(visit: AnyVisit, plan: Plan, number: number): PathStep {
  return {
    title: formTexts[visit.language].numbered(number),
    href: address(visit.language, 'commitmentEdit', { plan: plan.id, number }),
  }
}

/** Says what saving means in this plan: an edit, or an amendment. */
export function AboutSaving({ visit, plan, children }: { visit: AnyVisit; plan: Plan | null; children?: ComponentChildren }) {
  const t = formTexts[visit.language]
  return (
    <aside class="side" aria-labelledby="par">
      <h2 id="par">{t.about}</h2>
      <div class="prose">
        {plan?.approvedOn ? (
          <>
            <p>{t.adoptedOn(onDate(visit.language, plan.approvedOn))}</p>
            <p>{t.adoptedNote}</p>
          </>
        ) : (
          <p>{t.notAdopted}</p>
        )}
        <p>{t.languagesHint}</p>
        <p>{t.dateHint}</p>
        {children}
      </div>
    </aside>
  )
}

/** What was done a moment ago, told once after the form. */
export function Saved({ visit }: { visit: AnyVisit }) {
  const t = formTexts[visit.language]
  const done = visit.query.get('done')
  if (done !== 'saved' && done !== 'removed') return null
  return (
    <p class="lead" role="status">
      {done === 'saved' ? t.saved : t.removed}
    </p>
  )
}

/** A page with a form of the secretariat and a note beside it. */
export function formPage(
  visit: AnyVisit,
  drawn: Drawn,
  facts: {
    eyebrow?: ComponentChildren
    title: string
    path: readonly PathStep[]
    before?: ComponentChildren
    form: ComponentChildren
    aside: ComponentChildren
  },
): Response {
  const t = formTexts[visit.language]
  return page(
    visit,
    {
      title: facts.title,
      hasErrors: drawn.problems.length > 0,
      section: 'manage',
      path: [{ title: t.manage, href: address(visit.language, 'manage') }, ...facts.path],
      children: (
        <>
          <div class="head tight">
            {facts.eyebrow ? <p class="eyebrow">{facts.eyebrow}</p> : null}
            <h1>{facts.title}</h1>
            <Saved visit={visit} />
          </div>
          {drawn.status === 200 ? facts.before : null}
          <div class="form-grid wide">
            <div>{facts.form}</div>
            {facts.aside}
          </div>
        </>
      ),
    },
    drawn.status,
  )
}
