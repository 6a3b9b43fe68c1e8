import { callById, callObject, callState, ideasPolicy } from '../../cycle/ideas/index.ts'
import { planById } from '../../cycle/plan/index.ts'
import { idInAddress } from '../../platform/http/numberInAddress.ts'
import { notFound } from '../../platform/refusal.ts'
import { address } from '../addresses.ts'
import { Section } from '../components/Section.tsx'
import { named } from '../named.ts'
import { recordAbout } from '../recordAbout.ts'
import { page } from '../render.tsx'
import type { Handler } from '../visit.ts'
import { CallArticle } from './call/CallArticle.tsx'
import { callPageFacts } from './call/facts.ts'
import { callTexts } from './call/texts.ts'
import { pathBelowPlan } from './plan/facts.ts'

/** A call for ideas: what it asks, until when, how to take part, and what becomes of it. A draft is not there for anyone. */
export const callPage: Handler<'call'> = async (visit) => {
  const { house, language, today, actor, recall } = visit
  const t = callTexts[language]
  const id = idInAddress(visit.values.call)
  const { facts } = await recall(`call ${visit.values.plan} ${id}`, async () => {
    const plan = await planById(house.db, visit.values.plan, today)
    const call = plan && (await callById(house.db, plan.id, id, today))
    return { facts: plan && call ? await callPageFacts(visit, plan, call) : null }
  })
  if (!facts) throw notFound()
  const { plan, call } = facts
  const at = { plan: plan.id, call: call.id }
  const newSurvey = { plan: plan.id, call: String(call.id) }
  return page(visit, {
    title: named(call.title, language),
    path: pathBelowPlan(plan, language),
    children: (
      <>
        {visit.query.get('done') === 'saved' ? (
          <p class="lead" role="status">
            {t.saved}
          </p>
        ) : null}
        <CallArticle visit={visit} facts={facts} />
        <Section id="zurnals" label={t.record}>
          <p>
            <a href={recordAbout(language, callObject(plan.id, call.id))}>{t.inRecord}</a>
          </p>
          {ideasPolicy.editCalls(actor, undefined) ? (
            <p class="acts">
              <a href={address(language, 'callEdit', at)}>{t.edit}</a>
              <a href={`${address(language, 'surveyNew')}?${new URLSearchParams(newSurvey)}`}>{t.newSurvey}</a>
              {callState(call, today) === 'closed' ? null : <a href={address(language, 'callClose', at)}>{t.close}</a>}
            </p>
          ) : null}
        </Section>
      </>
    ),
  })
}
