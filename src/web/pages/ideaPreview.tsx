import {
  askToConfirm,
  discardSent,
  draftOf,
  draftTokenOf,
  hasManyLinks,
  type IdeaDraft,
  type IdeaToSend,
  lockDraft,
  readIdea,
  sendIdea,
  sendingProblems,
  similarTo,
  type TypedIdea,
} from '../../cycle/ideas/index.ts'
import { SimilarThings } from '../../cycle/ideas/pages/SimilarThings.tsx'
import { clientOf, secondsToWait } from '../../people/index.ts'
import { Fields } from '../../platform/http/fields.ts'
import { type Language, type LocalText, plainText } from '../../platform/languages/languages.ts'
import { Refusal } from '../../platform/refusal.ts'
import { address } from '../addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../answerForm.ts'
import { HiddenFields } from '../components/HiddenFields.tsx'
import { Local } from '../components/Local.tsx'
import { MadeUp } from '../components/MadeUp.tsx'
import { Section } from '../components/Section.tsx'
import { type Named, named } from '../named.ts'
import { page, seeOther } from '../render.tsx'
import type { AnyVisit, Handler } from '../visit.ts'
import { closedPage } from './sending/closed.tsx'
import { pathToSending, type SendingFacts, sendingFacts, valuesOf } from './sending/facts.ts'
import { SentBy } from './sending/SentBy.tsx'
import { SentText } from './sending/SentText.tsx'
import { sendingTexts, sendingTitles } from './sending/texts.ts'

/** What the browser's draft would send; null when there is none, or when something in it is wrong or missing. */
function readyIn({ actor }: AnyVisit, { kind, sectorsOf }: SendingFacts, draft: IdeaDraft | null): IdeaToSend | null {
  if (!draft) return null
  try {
    // It stays in the language in which it was written, also when it is looked at in the other.
    return readIdea(new Fields(draft.fields), { kind, language: draft.language, actor, sectorsOf })
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

/** The draft as everyone will see it, with what is like it already. Nothing has been sent yet. */
export const showIdeaPreview: Handler<'ideaPreview'> = async (visit) => {
  const facts = await sendingFacts(visit)
  return look(visit, facts, opened())
}

/** Sends what was looked at: at once for who is signed in, else once their address has confirmed it by a letter. */
export const sendIdeaPreview: Handler<'ideaPreview'> = async (visit) => {
  const { house, actor, language } = visit
  const facts = await sendingFacts(visit)
  const { plan, call, kind } = facts
  const wait = await secondsToWait(house, 'ideasFromAClient', clientOf(house, visit.context))
  if (wait !== null) throw new Refusal(429, (of) => sendingProblems[of].tooOften(Math.ceil(wait / 60)))
  return answerForm(
    visit,
    async (inside) => {
      const token = draftTokenOf(visit)
      const draft = token ? await lockDraft(inside.db, { token, callId: call.id, kind }) : null
      const ready = readyIn(visit, facts, draft)
      if (!draft || !ready) throw new Refusal(422, (of) => sendingProblems[of].draftGone)
      if (actor.personId === null) {
        await askToConfirm(inside, call, draft, ready)
        return address(language, 'ideaAwaited', valuesOf(facts))
      }
      const { number } = await sendIdea(inside, actor, { ...ready, planId: plan.id, callId: call.id, files: draft.files })
      await discardSent(inside.db, draft.sending)
      return address(language, 'ideaReceipt', { plan: plan.id, idea: number })
    },
    async (drawn) => look(visit, await sendingFacts(visit), drawn),
  )
}

async function look(visit: AnyVisit, facts: SendingFacts, drawn: Drawn): Promise<Response> {
  const { house, language } = visit
  const token = draftTokenOf(visit)
  const draft = token ? await draftOf(house.db, { token, callId: facts.call.id, kind: facts.kind }) : null
  if (!facts.isOpen) return closedPage(visit, facts, draft ? new Fields(draft.fields) : null)
  const ready = readyIn(visit, facts, draft)
  if (!draft || !ready) return seeOther(`${address(language, 'ideaNew', valuesOf(facts))}${draft ? '?check=yes' : ''}`)
  return draw(visit, facts, draft, ready, drawn)
}

/** The texts by which what is like them is found; a wish and a burden also say which data or rule they are about. */
function typedIn({ title, problem, proposal, subject }: IdeaToSend['content'], language: Language): TypedIdea {
  const text = (content: LocalText | null) => plainText(content, language)
  return { title: text(title), problem: `${text(subject)} ${text(problem)}`.trim(), proposal: text(proposal) }
}

async function draw(visit: AnyVisit, facts: SendingFacts, draft: IdeaDraft, ready: IdeaToSend, drawn: Drawn): Promise<Response> {
  const { house, language, actor } = visit
  const t = sendingTexts[language]
  const { call, kind, own } = facts
  const { content, sender } = ready
  const isVisitor = actor.personId === null
  const organisation: Named | null = named(own.find(({ id }) => id === sender.author.organisationId)?.name, language) || null
  const values = valuesOf(facts)
  const similar = await similarTo(house, facts.plan.id, typedIn(content, ready.language), ready.language)
  return page(
    visit,
    {
      title: t.previewTitle,
      hasErrors: drawn.status !== 200,
      path: [...pathToSending(visit, facts), { title: sendingTitles[language][kind], href: address(language, 'ideaNew', values) }],
      children: (
        <>
          <aside class="preview-bar noprint" aria-label={t.previewTitle}>
            <p class="lead">{t.previewTitle}</p>
            <p>
              {t.previewLead} {isVisitor && sender.email ? t.previewLetter(sender.email) : null}
            </p>
            {hasManyLinks(content) ? <p>{t.heldForLinks}</p> : call.moderation === 'before' ? <p>{t.before}</p> : null}
            {drawn.say ? (
              <p class="note" role="alert">
                {drawn.say(language)}
              </p>
            ) : null}
            <form method="post" action={address(language, 'ideaPreview', values)}>
              <HiddenFields form={{ ...stateOf(visit, opened()), fields: new Fields({ form: [draft.sending] }) }} version={null} />
              <div class="acts">
                <button type="submit" class="ds-button">
                  {isVisitor ? t.sendVisitor : t.send}
                </button>
                <a href={address(language, 'ideaNew', values)}>{t.change}</a>
              </div>
            </form>
          </aside>
          <div class="head">
            <h1 class="long sentence">
              <Local content={content.title} language={language} />
              <MadeUp when={house.demonstration !== null} language={language} />
            </h1>
            <p class="meta">
              <SentBy author={sender.author} organisation={organisation} language={language} />
            </p>
          </div>
          <SentText kind={kind} content={content} files={draft.files} language={language} />
          <Section id="lidzigas" label={t.similar}>
            <SimilarThings similar={similar} visit={visit} />
          </Section>
        </>
      ),
    },
    drawn.status,
  )
}
