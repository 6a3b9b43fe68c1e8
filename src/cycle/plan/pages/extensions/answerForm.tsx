import { allow, organisationNamesAt } from '../../../../people/index.ts'
import { type Fields, partialDateFields } from '../../../../platform/http/fields.ts'
import { idInAddress } from '../../../../platform/http/numberInAddress.ts'
import { shortDate } from '../../../../platform/languages/dates.ts'
import { plainText } from '../../../../platform/languages/languages.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { address } from '../../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../../../../web/answerForm.ts'
import { DateField, ErrorSummary, Radios, TextArea } from '../../../../web/components/form.tsx'
import { HiddenFields } from '../../../../web/components/HiddenFields.tsx'
import { type Told, TwoVersions, tellDate } from '../../../../web/components/TwoVersions.tsx'
import { Written } from '../../../../web/components/Written.tsx'
import { page } from '../../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../../web/visit.ts'
import { answerRequest } from '../../extensions/answerRequest.ts'
import { deadlineFor } from '../../extensions/deadlineFor.ts'
import { REASON_LIMIT, readAnswer } from '../../extensions/extensionInput.ts'
import { extensionTexts } from '../../extensions/extensionTexts.ts'
import { type ExtensionRequest, requestById } from '../../extensions/queries.ts'
import { planPolicy } from '../../policy.ts'
import { type Deadline, deadlinesOf } from '../../queries.ts'
import { AboutExtending } from './AboutExtending.tsx'
import { AnswerGiven } from './AnswerGiven.tsx'

/** The form by which the secretariat answers a wish for more time; once answered, the answer alone. */
export const showAnswerForm: Handler<'extensionAnswer'> = async (visit) => {
  allow(planPolicy.answerRequests, visit.actor, undefined)
  const facts = await about(visit)
  return draw(visit, facts, opened(partialDateFields('until', facts.request.wishedUntil)))
}

export const sendAnswerForm: Handler<'extensionAnswer'> = async (visit) => {
  allow(planPolicy.answerRequests, visit.actor, undefined)
  const { request } = await about(visit)
  return answerForm(
    visit,
    async (house, fields) => {
      await answerRequest(house, visit.actor, request.id, readAnswer(fields, visit.language))
      return `${address(visit.language, 'desk')}?done=answered`
    },
    async (drawn) => draw(visit, await about(visit), drawn),
  )
}

type Facts = { request: ExtensionRequest; deadline: Deadline; deadlines: Deadline[]; who: string }

async function about({ house, today, language, values }: AnyVisit): Promise<Facts> {
  const request = await requestById(house.db, idInAddress(values.request), today)
  if (!request) throw notFound()
  const deadlines = await deadlinesOf(house.db, [request.planId], today)
  const deadline = deadlines.find(({ id }) => id === request.deadlineId)
  if (!deadline) throw notFound()
  const names = await organisationNamesAt(house.db, [request.organisationId], today)
  const who = plainText(names.get(request.organisationId), language) || request.organisationId
  return { request, deadline: deadlineFor(deadline, request.organisationId), deadlines, who }
}

function draw(visit: AnyVisit, { request, deadline, deadlines, who }: Facts, drawn: Drawn): Response {
  const { language } = visit
  const t = extensionTexts[language]
  const form = stateOf(visit, drawn)
  return page(
    visit,
    {
      title: t.answerTitle(who),
      hasErrors: drawn.problems.length > 0,
      section: 'desk',
      path: [{ title: t.desk, href: address(language, 'desk') }],
      children: (
        <div class="form-grid">
          <div>
            <div class="head tight">
              <h1>{t.answerTitle(who)}</h1>
              <p class="lead">{t.answerLead(shortDate(language, request.wishedUntil), shortDate(language, request.askedOn))}</p>
            </div>
            {drawn.conflict ? (
              <TwoVersions comparison={{ stored: toldByOther(visit, request), typed: told(visit, drawn.fields) }} language={language} />
            ) : (
              <ErrorSummary form={form} />
            )}
            <h2 class="title2">{t.theirReason}</h2>
            <Written text={request.reason} written={request.language} language={language} />
            {request.decision ? (
              <div class="gap">
                <AnswerGiven request={request} language={language} />
              </div>
            ) : (
              <form class="gap" method="post" action={address(language, 'extensionAnswer', { request: request.id })} noValidate>
                <HiddenFields form={form} version={null} />
                <Radios
                  form={form}
                  name="decision"
                  label={t.decision}
                  choices={[
                    { value: 'granted', label: t.grant },
                    { value: 'refused', label: t.refuse },
                  ]}
                />
                <DateField form={form} name="until" label={t.until} hint={t.untilHint} dayOnly />
                <TextArea form={form} name="reason" label={t.reason} hint={t.reasonIsPublic} limit={REASON_LIMIT} />
                <div class="acts">
                  <button type="submit" class="ds-button">
                    {t.answer}
                  </button>
                </div>
              </form>
            )}
          </div>
          <AboutExtending deadline={deadline} deadlines={deadlines} language={language} />
        </div>
      ),
    },
    drawn.status,
  )
}

/** What someone else has answered meanwhile. */
function toldByOther({ language }: AnyVisit, { decision, grantedUntil, answer }: ExtensionRequest): Told[] {
  const t = extensionTexts[language]
  return [
    { label: t.decision, value: decision === 'granted' ? t.grant : t.refuse },
    { label: t.until, value: grantedUntil ? shortDate(language, grantedUntil) : '' },
    { label: t.reason, value: answer ?? '' },
  ]
}

function told({ language }: AnyVisit, fields: Fields): Told[] {
  const t = extensionTexts[language]
  const decision = fields.trimmed('decision')
  return [
    { label: t.decision, value: decision === 'granted' ? t.grant : decision === 'refused' ? t.refuse : '' },
    { label: t.until, value: decision === 'refused' ? '' : tellDate(fields, 'until', language) },
    { label: t.reason, value: fields.trimmed('reason') },
  ]
}
