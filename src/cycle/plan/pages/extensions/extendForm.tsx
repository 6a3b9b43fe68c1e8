import { allow, organisationNamesAt } from '../../../../people/index.ts'
import { partialDateFields } from '../../../../platform/http/fields.ts'
import { idInAddress } from '../../../../platform/http/numberInAddress.ts'
import { type LocalText, plainText } from '../../../../platform/languages/languages.ts'
import { compareTexts } from '../../../../platform/languages/numbers.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { address } from '../../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf, versionIn } from '../../../../web/answerForm.ts'
import { Name } from '../../../../web/components/Name.tsx'
import { compare } from '../../../../web/forms/comparing.ts'
import type { FormPart } from '../../../../web/forms/fieldSpec.tsx'
import { SecretariatForm } from '../../../../web/forms/SecretariatForm.tsx'
import { named } from '../../../../web/named.ts'
import { page } from '../../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../../web/visit.ts'
import { isExtendable, versionOfDates } from '../../extensions/deadlineFor.ts'
import { extendDeadline } from '../../extensions/extendDeadline.ts'
import { readExtension } from '../../extensions/extensionInput.ts'
import { extensionTexts } from '../../extensions/extensionTexts.ts'
import { formTexts } from '../../formTexts.ts'
import { planPolicy } from '../../policy.ts'
import { contributorIds, type Deadline, deadlinesOf, type Plan } from '../../queries.ts'
import { planStep } from '../forms/FormPage.tsx'
import { planOf } from '../forms/planForm.tsx'
import { AboutExtending } from './AboutExtending.tsx'

/** The form by which the secretariat extends a working deadline; `?for=` names the one it is meant for. */
export const showExtendForm: Handler<'deadlineExtend'> = async (visit) => {
  allow(planPolicy.extendDeadlines, visit.actor, undefined)
  const facts = await about(visit)
  const one = facts.contributors.find(({ id }) => id === visit.query.get('for'))
  return draw(visit, facts, opened(one ? { forWhom: ['one'], organisation: [one.id] } : {}))
}

export const sendExtendForm: Handler<'deadlineExtend'> = async (visit) => {
  allow(planPolicy.extendDeadlines, visit.actor, undefined)
  const { plan, deadline } = await about(visit)
  return answerForm(
    visit,
    async (house, fields) => {
      await extendDeadline(house, visit.actor, plan.id, deadline.id, readExtension(fields, visit.language))
      return `${address(visit.language, 'contributions', { plan: plan.id })}?done=extended#pagarinajumi`
    },
    async (drawn) => draw(visit, await about(visit), drawn),
  )
}

type Facts = { plan: Plan; deadline: Deadline; deadlines: Deadline[]; contributors: { id: string; name: LocalText | undefined }[] }

async function about(visit: AnyVisit): Promise<Facts> {
  const { house, today, language } = visit
  const plan = await planOf(visit, visit.values.plan ?? '')
  const id = idInAddress(visit.values.deadline)
  const deadlines = await deadlinesOf(house.db, [plan.id], today)
  const deadline = deadlines.find((row) => row.id === id)
  if (!deadline || !isExtendable(deadline)) throw notFound()
  const ids = await contributorIds(house.db, plan.id, today)
  const names = await organisationNamesAt(house.db, ids, today)
  const contributors = ids
    .map((one) => ({ id: one, name: names.get(one) }))
    .sort((a, b) => compareTexts(language, plainText(a.name, language), plainText(b.name, language)))
  return { plan, deadline, deadlines, contributors }
}

function draw(visit: AnyVisit, { plan, deadline, deadlines, contributors }: Facts, drawn: Drawn): Response {
  const { language } = visit
  const t = extensionTexts[language]
  const parts: FormPart[] = [
    {
      title: null,
      specs: [
        {
          kind: 'radios',
          name: 'forWhom',
          label: t.forWhom,
          choices: [
            { value: 'everyone', label: t.forEveryone },
            { value: 'one', label: t.forOne },
          ],
        },
        {
          kind: 'select',
          name: 'organisation',
          label: t.organisation,
          empty: t.chooseOne,
          choices: contributors.map(({ id, name }) => ({ value: id, label: named(name, language, id) })),
        },
        { kind: 'day', name: 'until', label: t.until },
        { kind: 'text', name: 'reason', label: t.reason, hint: t.reasonIsPublic },
      ],
    },
  ]
  return page(
    visit,
    {
      title: t.extendTitle,
      hasErrors: drawn.problems.length > 0,
      section: 'manage',
      path: [{ title: formTexts[language].manage, href: address(language, 'manage') }, planStep(visit, plan)],
      children: (
        <div class="form-grid">
          <div>
            <div class="head tight">
              <p class="eyebrow">
                <Name of={named(plan.shortTitle, language)} />
              </p>
              <h1>{t.extendTitle}</h1>
            </div>
            <SecretariatForm
              form={stateOf(visit, drawn)}
              action={address(language, 'deadlineExtend', { plan: plan.id, deadline: deadline.id })}
              parts={parts}
              version={versionIn(drawn, versionOfDates(deadline))}
              comparison={compare(drawn, { forWhom: ['everyone'], ...partialDateFields('until', deadline.due) }, parts, language)}
              submit={t.extend}
            />
          </div>
          <AboutExtending deadline={deadline} deadlines={deadlines} language={language} />
        </div>
      ),
    },
    drawn.status,
  )
}
