import { kindNames, sentIdea } from '../../cycle/ideas/index.ts'
import { planById } from '../../cycle/plan/index.ts'
import { organisationNamesAt } from '../../people/index.ts'
import { idInAddress } from '../../platform/http/numberInAddress.ts'
import { byDate } from '../../platform/languages/dates.ts'
import { notFound } from '../../platform/refusal.ts'
import { address } from '../addresses.ts'
import { DateTime } from '../components/DateTime.tsx'
import { Local } from '../components/Local.tsx'
import { LocalParagraphs } from '../components/LocalParagraphs.tsx'
import { MadeUp } from '../components/MadeUp.tsx'
import { FactRow, Section } from '../components/Section.tsx'
import { named } from '../named.ts'
import { page } from '../render.tsx'
import type { Handler } from '../visit.ts'
import { pathToSending } from './sending/facts.ts'
import { SentBy } from './sending/SentBy.tsx'
import { SentText } from './sending/SentText.tsx'
import { sendingTexts } from './sending/texts.ts'

/** The receipt of something that was sent, with its number and the whole text, to print or to keep. Its sender's alone. */
export const ideaReceiptPage: Handler<'ideaReceipt'> = async (visit) => {
  const { house, language, actor, today } = visit
  const t = sendingTexts[language]
  const plan = await planById(house.db, visit.values.plan, today)
  const sent = plan && actor.personId ? await sentIdea(house.db, actor.personId, plan.id, idInAddress(visit.values.idea)) : null
  if (!plan || !sent) throw notFound()
  const { idea, call, files } = sent
  const names = idea.organisationId ? await organisationNamesAt(house.db, [idea.organisationId], today) : null
  const organisation = idea.organisationId ? named(names?.get(idea.organisationId), language, idea.organisationId) : null
  return page(visit, {
    title: t.receiptTitle(idea.number),
    path: pathToSending(visit, { plan, call }),
    children: (
      <>
        <div class="head">
          <p class="eyebrow">
            <Local content={call.title} language={language} />
          </p>
          <h1>{t.receiptTitle(idea.number)}</h1>
          <p class="lead" role="status">
            {t.receiptLead}
          </p>
          <p>
            {{ waiting: t.receiptWaiting, published: t.receiptPublished, hidden: t.receiptHidden }[idea.visibility]}{' '}
            {t.answerBy(byDate(language, idea.answerDue))}
          </p>
          <p class="acts noprint">
            {idea.visibility === 'published' ? (
              <a class="ds-button" href={address(language, 'idea', { plan: plan.id, idea: idea.number })}>
                {t.toIdea}
              </a>
            ) : null}
            <a href={address(language, 'call', { plan: plan.id, call: call.id })}>{t.sendAnother}</a>
          </p>
        </div>
        <h2 class="title2">
          <Local content={idea.title} language={language} />
          <MadeUp when={idea.demonstration} language={language} />
        </h2>
        <dl class="facts long gap">
          <FactRow name={t.number}>{idea.number}</FactRow>
          <FactRow name={t.received}>
            <DateTime date={idea.sentOn} language={language} />
          </FactRow>
          <FactRow name={t.kind}>{kindNames[language][idea.kind]}</FactRow>
          <FactRow name={t.sender}>
            <SentBy author={idea} organisation={organisation} language={language} />
          </FactRow>
        </dl>
        <SentText kind={idea.kind} content={idea} files={files} language={language} />
        <Section id="talak" label={t.whatNext}>
          <div class="prose">
            <LocalParagraphs content={call.whatNext} language={language} />
          </div>
        </Section>
      </>
    ),
  })
}
