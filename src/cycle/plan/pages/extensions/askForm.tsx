import { actsForAny, allow, organisationNamesAt } from '../../../../people/index.ts'
import { idInAddress } from '../../../../platform/http/numberInAddress.ts'
import { shortDate } from '../../../../platform/languages/dates.ts'
import { type LocalText, plainText } from '../../../../platform/languages/languages.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { address } from '../../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../../../../web/answerForm.ts'
import { Dotted } from '../../../../web/components/Dotted.tsx'
import { DateField, ErrorSummary, Select, TextArea } from '../../../../web/components/form.tsx'
import { HiddenFields } from '../../../../web/components/HiddenFields.tsx'
import { Status } from '../../../../web/components/Status.tsx'
import { named } from '../../../../web/named.ts'
import { page } from '../../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../../web/visit.ts'
import { askForExtension } from '../../extensions/askForExtension.ts'
import { deadlineFor, isExtendable } from '../../extensions/deadlineFor.ts'
import { REASON_LIMIT, readWish } from '../../extensions/extensionInput.ts'
import { extensionTexts } from '../../extensions/extensionTexts.ts'
import { type ExtensionRequest, requestsAbout } from '../../extensions/queries.ts'
import { planPolicy } from '../../policy.ts'
import { contributorIds, type Deadline, deadlinesOf, type Plan, planById } from '../../queries.ts'
import { AboutExtending } from './AboutExtending.tsx'

/** The form by which an institution or organisation asks for more time. */
export const showAskForm: Handler<'extensionAsk'> = async (visit) => draw(visit, await about(visit), opened())

export const sendAskForm: Handler<'extensionAsk'> = async (visit) => {
  const { plan, deadline } = await about(visit)
  return answerForm(
    visit,
    async (house, fields) => {
      const at = { planId: plan.id, deadlineId: deadline.id, organisationId: fields.trimmed('organisation') }
      await askForExtension(house, visit.actor, at, readWish(fields, visit.language))
      return `${address(visit.language, 'desk')}?done=asked`
    },
    async (drawn) => draw(visit, await about(visit), drawn),
  )
}

type Whose = { id: string; name: LocalText | undefined; open: ExtensionRequest | null }
type Facts = { plan: Plan; deadline: Deadline; deadlines: Deadline[]; whose: Whose[] }

/** The deadline, and those for whom the actor may ask. */
async function about({ house, actor, today, values }: AnyVisit): Promise<Facts> {
  const plan = await planById(house.db, values.plan ?? '', today)
  if (!plan) throw notFound()
  const all = await contributorIds(house.db, plan.id, today)
  const ids = actsForAny(actor).filter((id) => all.includes(id))
  allow(planPolicy.askForExtension, actor, { organisationId: ids[0] ?? '' })
  const id = idInAddress(values.deadline)
  const deadlines = await deadlinesOf(house.db, [plan.id], today)
  const deadline = deadlines.find((row) => row.id === id)
  if (!deadline || !isExtendable(deadline)) throw notFound()
  const requests = await requestsAbout(house.db, [id], today)
  const names = await organisationNamesAt(house.db, ids, today)
  const whose = ids.map((one) => ({
    id: one,
    name: names.get(one),
    open: requests.find(({ organisationId, decision }) => organisationId === one && decision === null) ?? null,
  }))
  return { plan, deadline, deadlines, whose }
}

function draw(visit: AnyVisit, { plan, deadline, deadlines, whose }: Facts, drawn: Drawn): Response {
  const { language } = visit
  const t = extensionTexts[language]
  const form = stateOf(visit, drawn)
  const mayAsk = whose.filter(({ open }) => open === null)
  const [only] = whose.length === 1 ? whose : []
  const nameOf = ({ id, name }: Whose): string => plainText(name, language) || id
  return page(
    visit,
    {
      title: t.askTitle,
      hasErrors: drawn.problems.length > 0,
      section: 'desk',
      path: [{ title: t.desk, href: address(language, 'desk') }],
      children: (
        <div class="form-grid">
          <div>
            <div class="head tight">
              <p class="eyebrow">
                <Dotted facts={[named(plan.shortTitle, language), only ? named(only.name, language, only.id) : null]} />
              </p>
              <h1>{t.askTitle}</h1>
              <p class="lead">{t.askLead}</p>
            </div>
            <ErrorSummary form={form} />
            {whose.map(({ id, open }) =>
              open ? (
                <p key={id}>
                  <Status
                    icon="wait"
                    colour=""
                    word={t.asked(shortDate(language, open.wishedUntil), shortDate(language, open.askedOn))}
                    extra={t.waits}
                  />
                </p>
              ) : null,
            )}
            {mayAsk.length || drawn.problems.length ? (
              <form method="post" action={address(language, 'extensionAsk', { plan: plan.id, deadline: deadline.id })} noValidate>
                <HiddenFields form={form} version={null} />
                {only ? (
                  <input type="hidden" name="organisation" value={only.id} />
                ) : (
                  <Select
                    form={form}
                    name="organisation"
                    label={t.whose}
                    choices={mayAsk.map((one) => ({ value: one.id, label: nameOf(one) }))}
                  />
                )}
                <DateField form={form} name="until" label={t.until} dayOnly />
                <TextArea form={form} name="reason" label={t.reason} hint={t.reasonIsPublic} limit={REASON_LIMIT} />
                <div class="acts">
                  <button type="submit" class="ds-button">
                    {t.ask}
                  </button>
                </div>
              </form>
            ) : null}
          </div>
          <AboutExtending deadline={only ? deadlineFor(deadline, only.id) : deadline} deadlines={deadlines} language={language} />
        </div>
      ),
    },
    drawn.status,
  )
}
