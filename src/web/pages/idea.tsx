import {
  AnswerStatus,
  historyOf,
  ideasPolicy,
  kindNames,
  lastEntriesOf,
  oneThread,
  reasonWords,
  threadsOf,
} from '../../cycle/ideas/index.ts'
import { Fields } from '../../platform/http/fields.ts'
import { onDate } from '../../platform/languages/dates.ts'
import { inLanguage } from '../../platform/languages/languages.ts'
import { notFound } from '../../platform/refusal.ts'
import { address } from '../addresses.ts'
import { Follow } from '../components/Follow.tsx'
import { MadeUp } from '../components/MadeUp.tsx'
import { Section } from '../components/Section.tsx'
import { Status } from '../components/Status.tsx'
import { Written } from '../components/Written.tsx'
import { newsLinks, scopeKey } from '../feeds.ts'
import { named } from '../named.ts'
import { page } from '../render.tsx'
import type { AnyVisit, Handler } from '../visit.ts'
import { AnswerBlock } from './answers/AnswerBlock.tsx'
import { IdeaThread } from './answers/IdeaThread.tsx'
import { MergeBlock } from './answers/MergeBlock.tsx'
import { CommentForm, emptyComment } from './ideas/CommentForm.tsx'
import { Comments } from './ideas/Comments.tsx'
import { type IdeaAt, type IdeaFacts, ideaAt, ideaFacts, pathToIdeas } from './ideas/facts.ts'
import { BlackedOut, IdeaFactList, IdeaText } from './ideas/IdeaText.tsx'
import { ideaTexts } from './ideas/ideaTexts.ts'
import { Share } from './ideas/Share.tsx'
import { Supporters } from './ideas/Supporters.tsx'

/** An idea: what it says, what became of it, who supports it, and what is said about it. */
export const ideaPage: Handler<'idea'> = async (visit) => {
  const at = await ideaAt(visit)
  const { idea } = at
  const moderates = ideasPolicy.moderate(visit.actor, undefined)
  if (idea.visibility === 'hidden') return hiddenPage(visit, at)
  const facts = await ideaFacts(visit, at)
  const said = await commentsOn(visit, at)
  return drawIdea(visit, { facts, said, moderates })
}

/** A number in the query; 404 for what is none. */
function idIn(query: URLSearchParams, name: string): number | null {
  const text = query.get(name)
  if (text === null) return null
  if (!/^[1-9]\d{0,8}$/.test(text)) throw notFound()
  return Number(text)
}

/** The comments on the page: a stretch of threads, or one thread with its replies where a comment is named. */
async function commentsOn({ house: { db }, query, today }: AnyVisit, { idea }: IdeaAt) {
  const [named, after] = [idIn(query, 'comment'), idIn(query, 'after')]
  const one = named === null ? null : await oneThread(db, idea.id, named, after, today)
  const { threads, more } = one
    ? { threads: [one.thread], more: one.more }
    : await threadsOf(db, idea.id, named === null ? after : null, today)
  const shown = threads.flatMap(({ comment, replies }) => [comment, ...replies])
  const touched = shown.filter((comment) => comment.visibility === 'hidden' || comment.body.includes('█')).map(({ id }) => id)
  const last = one ? one.thread.replies.at(-1) : threads.at(-1)?.comment
  return { threads, more, last: last?.id ?? null, one: one !== null, after, entries: await lastEntriesOf(db, touched) }
}

type Said = Awaited<ReturnType<typeof commentsOn>>

function drawIdea(visit: AnyVisit, { facts, said, moderates }: { facts: IdeaFacts; said: Said; moderates: boolean }): Response {
  const { language, today, query } = visit
  const t = ideaTexts[language]
  const { idea, plan } = facts
  const here = address(language, 'idea', { plan: plan.id, idea: idea.number })
  const done = query.get('done')
  const shown = inLanguage(idea.title, language)
  const feeds = newsLinks(language, 'ideaNews', { plan: plan.id, idea: String(idea.number) })
  const isPublic = idea.visibility === 'published'
  return page(visit, {
    title: named(idea.title, language),
    ...(isPublic ? { feeds } : {}),
    section: 'ideas',
    path: pathToIdeas(plan, language),
    children: (
      <>
        <div class="head">
          <p class="eyebrow">
            {t.eyebrow(kindNames[language][idea.kind], idea.number, onDate(language, idea.sentOn))}
            <MadeUp when={idea.demonstration} language={language} />
          </p>
          <h1 {...(shown?.missing ? { lang: shown.language } : {})}>{shown?.text}</h1>
          {idea.visibility === 'waiting' ? (
            <p class="lead">
              <Status icon="wait" colour="mid" word={t.waits} />
            </p>
          ) : (
            <p class="lead">
              <AnswerStatus state={idea.answerState} due={idea.answerDue} today={today} language={language} />
            </p>
          )}
          {moderates ? (
            <p class="acts noprint">
              <a href={address(language, 'moderationIdea', { id: idea.id })}>{t.moderate}</a>
            </p>
          ) : null}
        </div>
        <IdeaThread idea={idea} facts={facts.answer} visit={visit} />
        <MergeBlock idea={idea} facts={facts.answer} visit={visit} supports={facts.mine !== null} />
        <Section id="ideja" label={t.text}>
          <div class="text-facts">
            <div>
              <IdeaText facts={facts} visit={visit} />
              <BlackedOut facts={facts} language={language} />
            </div>
            <IdeaFactList facts={facts} visit={visit} />
          </div>
        </Section>
        <AnswerBlock idea={idea} facts={facts.answer} visit={visit} />
        <Section id="atbalsts" label={t.support}>
          {done === 'support' || done === 'back' || done === 'moved' ? (
            <p class="told" role="status">
              {{ support: t.supported, back: t.takenBack, moved: t.supportMoved }[done]}
            </p>
          ) : null}
          <Supporters facts={facts} visit={visit} />
        </Section>
        <Section id="komentari" label={idea.comments ? t.commentCount(idea.comments) : t.comments}>
          {done === 'comment' || done === 'waiting' ? (
            <p class="told" role="status">
              {done === 'comment' ? t.commentAdded : t.commentWaits}
            </p>
          ) : null}
          {said.threads.length ? (
            <Comments at={facts} threads={said.threads} entries={said.entries} moderates={moderates} visit={visit} />
          ) : (
            <p>{t.noComments}</p>
          )}
          <CommentPaging here={here} said={said} visit={visit} />
          {facts.open ? (
            <>
              <h3 class="title2 gap noprint">{t.write}</h3>
              <CommentForm
                at={facts}
                form={{ fields: new Fields(emptyComment(facts.usual)), problems: [], language }}
                reply={null}
                visit={visit}
              />
            </>
          ) : (
            <p class="note gap">{t.closed}</p>
          )}
        </Section>
        {isPublic ? (
          <Section id="dalities" label={t.share}>
            <Share at={facts} visit={visit} />
            <p class="note gap noprint">
              <a href={address(language, 'ideaReport', { plan: plan.id, idea: idea.number })}>{t.reportTitle(idea.number)}</a>
            </p>
          </Section>
        ) : null}
        {isPublic ? (
          <>
            <Follow what={scopeKey.idea(plan.id, idea.number)} links={feeds} language={language} />
            {facts.followers ? <p class="meta">{t.followers(facts.followers)}</p> : null}
          </>
        ) : null}
      </>
    ),
  })
}

function CommentPaging({ here, said, visit: { language } }: { here: string; said: Said; visit: AnyVisit }) {
  const t = ideaTexts[language]
  const [thread] = said.threads
  const next = said.one && thread ? `?comment=${thread.comment.id}&after=${said.last}` : `?after=${said.last}`
  if (!said.more && said.after === null && !said.one) return null
  return (
    <nav class="ds-pagination gap" aria-label={t.comments}>
      <ul>
        {said.one || said.after !== null ? (
          <li>
            <a href={`${here}#komentari`}>{said.one ? t.allComments : t.firstComments}</a>
          </li>
        ) : null}
        {said.more ? (
          <li>
            <a rel="next" href={`${here}${next}#komentari`}>
              {t.moreComments}
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  )
}

/** A hidden idea is not deleted: its page tells that a moderator has hidden it, and why. */
async function hiddenPage(visit: AnyVisit, at: IdeaAt): Promise<Response> {
  const { language, actor, house } = visit
  const t = ideaTexts[language]
  const { idea, plan } = at
  const history = await historyOf(house.db, { ideaId: idea.id, commentId: null })
  const last = history.find(({ entry }) => entry.act === 'hide')
  const isAuthor = actor.personId !== null && actor.personId === idea.authorId
  return page(
    visit,
    {
      title: t.hiddenTitle(idea.number),
      section: 'ideas',
      path: pathToIdeas(plan, language),
      children: (
        <div class="head">
          <h1>{t.hiddenTitle(idea.number)}</h1>
          <p class="lead">{t.hiddenLead}</p>
          {last ? (
            <>
              <p>
                {t.hiddenBy(last.entry.role === 'moderator' ? t.moderatorRole : t.secretariatRole, onDate(language, last.entry.actedOn))}.{' '}
                {last.entry.reason ? `${t.commentReason} ${reasonWords[language][last.entry.reason]}.` : null}
              </p>
              {last.entry.explanation ? (
                <Written text={last.entry.explanation} written={last.entry.language} language={language} quiet />
              ) : null}
            </>
          ) : null}
          <p class="acts">
            <a href={`${address(language, 'moderationLog')}${last ? `#i${last.entry.id}` : ''}`}>{t.log}</a>
            {isAuthor && last && !last.appeal ? (
              <a href={address(language, 'moderationAppeal', { entry: last.entry.id })}>{t.appeal}</a>
            ) : null}
            {ideasPolicy.moderate(actor, undefined) ? (
              <a href={address(language, 'moderationIdea', { id: idea.id })}>{t.moderate}</a>
            ) : null}
          </p>
        </div>
      ),
    },
    410,
  )
}
