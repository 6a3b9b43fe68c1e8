import { TEXT_LIMIT } from '../../../../platform/http/fields.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { address } from '../../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf, versionIn } from '../../../../web/answerForm.ts'
import { Local } from '../../../../web/components/Local.tsx'
import { SecretariatForm } from '../../../../web/forms/SecretariatForm.tsx'
import { page, seeOther } from '../../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../../web/visit.ts'
import { FormReader, type Plan } from '../../../plan/index.ts'
import { type Call, callState } from '../../calls/callState.ts'
import { closeCall } from '../../calls/closeCall.ts'
import { callFacts, pathToCalls } from './callFacts.ts'
import { callFormTexts } from './callFormTexts.ts'

/** Asks why an open call is closed. */
export const showCallClose: Handler<'callClose'> = async (visit) => {
  const facts = await callFacts(visit)
  if (!mayBeClosed(visit, facts.call)) throw notFound()
  return draw(visit, facts, opened())
}

export const sendCallClose: Handler<'callClose'> = async (visit) => {
  const { plan, call } = await callFacts(visit)
  const done = address(visit.language, 'call', { plan: plan.id, call: call.id })
  return answerForm(
    visit,
    async (house, fields) => {
      const reader = new FormReader(fields)
      const reason = reader.done(reader.local('reason', TEXT_LIMIT))
      await closeCall(house, visit.actor, plan.id, call.id, { version: reader.version(), reason })
      return done
    },
    async (drawn) => {
      const facts = await callFacts(visit)
      // Another has closed it meanwhile: it is done.
      return mayBeClosed(visit, facts.call) ? draw(visit, facts, drawn) : seeOther(done)
    },
  )
}

const mayBeClosed = ({ today }: AnyVisit, call: Call): boolean => ['coming', 'open'].includes(callState(call, today))

function draw(visit: AnyVisit, { plan, call }: { plan: Plan; call: Call }, drawn: Drawn): Response {
  const { language } = visit
  const t = callFormTexts[language]
  return page(
    visit,
    {
      title: t.closeTitle,
      hasErrors: drawn.problems.length > 0,
      section: 'manage',
      path: pathToCalls(visit, plan),
      children: (
        <>
          <div class="head tight">
            <p class="eyebrow">
              <Local content={call.title} language={language} />
            </p>
            <h1>{t.closeTitle}</h1>
            <p class="lead">{t.closeLead}</p>
            {drawn.conflict ? (
              <p class="note" role="alert">
                {t.changedMeanwhile}
              </p>
            ) : null}
          </div>
          <SecretariatForm
            form={stateOf(visit, drawn)}
            action={address(language, 'callClose', { plan: plan.id, call: call.id })}
            parts={[{ title: null, specs: [{ kind: 'texts', name: 'reason', label: t.closeReason, hint: t.reasonHint, stored: null }] }]}
            version={versionIn(drawn, call.version)}
            submit={t.closeNow}
          />
          <p>
            <a href={address(language, 'callsEdit', { plan: plan.id })}>{t.back}</a>
          </p>
        </>
      ),
    },
    drawn.status,
  )
}
