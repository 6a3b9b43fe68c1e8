import { noticeLead, openingProblems, publishCall } from '../../cycle/ideas/index.ts'
import { callFacts, pathToCalls } from '../../cycle/ideas/pages/calls/callFacts.ts'
import { callFormTexts } from '../../cycle/ideas/pages/calls/callFormTexts.ts'
import { FormReader } from '../../cycle/plan/index.ts'
import { address } from '../addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../answerForm.ts'
import { HiddenFields } from '../components/HiddenFields.tsx'
import { page, seeOther } from '../render.tsx'
import type { AnyVisit, Handler } from '../visit.ts'
import { CallArticle } from './call/CallArticle.tsx'
import { callPageFacts } from './call/facts.ts'

type Facts = Awaited<ReturnType<typeof callFacts>>

/** A draft of a call as everyone will see it. One that is not ready leads back to the form, which says what is missing. */
export const showCallPreview: Handler<'callPreview'> = async (visit) => {
  const facts = await callFacts(visit)
  return (await leadsElsewhere(visit, facts)) ?? draw(visit, facts, opened())
}

/** Opens what was previewed. */
export const sendCallPreview: Handler<'callPreview'> = async (visit) => {
  const { plan, call } = await callFacts(visit)
  return answerForm(
    visit,
    async (house, fields) => {
      await publishCall(house, visit.actor, plan.id, call.id, { version: new FormReader(fields).version() })
      return address(visit.language, 'call', { plan: plan.id, call: call.id })
    },
    async (drawn) => {
      const facts = await callFacts(visit)
      return (await leadsElsewhere(visit, facts)) ?? draw(visit, facts, drawn)
    },
  )
}

async function leadsElsewhere({ house, language, today }: AnyVisit, { plan, call }: Facts): Promise<Response | null> {
  const at = { plan: plan.id, call: call.id }
  if (call.publishedOn) return seeOther(address(language, 'call', at))
  const problems = openingProblems(call, await noticeLead(house.db, plan.id, call.startsOn, today), today)
  return problems.length ? seeOther(`${address(language, 'callEdit', at)}?check=yes`) : null
}

async function draw(visit: AnyVisit, { plan, call }: Facts, drawn: Drawn): Promise<Response> {
  const { language } = visit
  const t = callFormTexts[language]
  const at = { plan: plan.id, call: call.id }
  return page(
    visit,
    {
      title: t.previewTitle,
      section: 'manage',
      path: pathToCalls(visit, plan),
      children: (
        <>
          <aside class="preview-bar noprint" aria-label={t.previewTitle}>
            <p class="lead">{t.previewTitle}</p>
            <p>{t.previewLead}</p>
            {drawn.conflict ? (
              <p class="note" role="alert">
                {t.changedMeanwhile}
              </p>
            ) : null}
            <form method="post" action={address(language, 'callPreview', at)}>
              <HiddenFields form={stateOf(visit, opened())} version={call.version} />
              <div class="acts">
                <button type="submit" class="ds-button">
                  {t.open}
                </button>
                <a href={address(language, 'callEdit', at)}>{t.edit}</a>
              </div>
            </form>
          </aside>
          <CallArticle visit={visit} facts={await callPageFacts(visit, plan, call)} />
        </>
      ),
    },
    drawn.status,
  )
}
