import { noticeLead, openingProblems, publishCall } from '../../cycle/ideas/index.ts'
import { callFacts, pathToCalls } from '../../cycle/ideas/pages/calls/callFacts.ts'
import { callFormTexts } from '../../cycle/ideas/pages/calls/callFormTexts.ts'
import { FormReader } from '../../cycle/plan/index.ts'
import { address } from '../addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../answerForm.ts'
import { PreviewBar, PublishForm } from '../components/PreviewBar.tsx'
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
          <PreviewBar title={t.previewTitle} lead={t.previewLead} conflict={drawn.conflict ? t.changedMeanwhile : null}>
            <PublishForm
              form={stateOf(visit, opened())}
              action={address(language, 'callPreview', at)}
              version={call.version}
              publish={t.open}
              edit={{ href: address(language, 'callEdit', at), text: t.edit }}
            />
          </PreviewBar>
          <CallArticle visit={visit} facts={await callPageFacts(visit, plan, call)} />
        </>
      ),
    },
    drawn.status,
  )
}
