import { BLACKED, type Comment, type lastEntriesOf, reasonWords, type Thread } from '../../../cycle/ideas/index.ts'
import { address } from '../../addresses.ts'
import { DateTime } from '../../components/DateTime.tsx'
import { Icon, type IconName } from '../../components/Icon.tsx'
import { MadeUp } from '../../components/MadeUp.tsx'
import { Status, type StatusColour } from '../../components/Status.tsx'
import { Written } from '../../components/Written.tsx'
import type { AnyVisit } from '../../visit.ts'
import type { IdeaAt } from './facts.ts'
import { ideaTexts } from './ideaTexts.ts'
import { commentNames, participantNames } from './words.tsx'

const looks: Record<Comment['kind'], { icon: IconName; colour: StatusColour }> = {
  for: { icon: 'yes', colour: 'good' },
  against: { icon: 'no', colour: 'bad' },
  question: { icon: 'answer', colour: 'go' },
  reply: { icon: 'arrow', colour: '' },
}

type Props = {
  at: IdeaAt
  threads: readonly Thread[]
  /** What moderators did to comments that are hidden or blacked out. */
  entries: Awaited<ReturnType<typeof lastEntriesOf>>
  moderates: boolean
  visit: AnyVisit
}

/** Comments in threads: each with its first replies. */
export function Comments({ at, threads, entries, moderates, visit }: Props) {
  const { language } = visit
  const t = ideaTexts[language]
  const { idea, plan } = at
  const here = address(language, 'idea', { plan: plan.id, idea: idea.number })
  return (
    <ol class="comments">
      {threads.map(({ comment, replies, moreReplies }) => (
        <li key={comment.id}>
          <One comment={comment} at={at} entries={entries} moderates={moderates} visit={visit} />
          {replies.length ? (
            <ol>
              {replies.map((reply) => (
                <li key={reply.id}>
                  <One comment={reply} at={at} entries={entries} moderates={moderates} visit={visit} />
                </li>
              ))}
            </ol>
          ) : null}
          {moreReplies ? (
            <p>
              <a href={`${here}?comment=${comment.id}#komentari`}>{t.moreReplies}</a>
            </p>
          ) : null}
        </li>
      ))}
    </ol>
  )
}

function One({ comment, at: { idea, plan, open }, entries, moderates, visit }: Omit<Props, 'threads'> & { comment: Comment }) {
  const { language } = visit
  const t = ideaTexts[language]
  const entry = entries.get(comment.id)
  const place = { plan: plan.id, idea: idea.number }
  const why = entry ? (
    <p class="meta">
      {t.commentReason} {entry.reason ? `${reasonWords[language][entry.reason]}. ` : null}
      <a href={`${address(language, 'moderationLog')}#i${entry.id}`}>{t.log}</a>
    </p>
  ) : null
  if (comment.visibility !== 'published')
    return (
      <article id={`c${comment.id}`} class="comment">
        <p class="unknown">{t.commentHidden}</p>
        {why}
        {moderates ? <ModerateLink comment={comment} visit={visit} /> : null}
      </article>
    )
  const name = comment.authorName ?? t.someone
  return (
    <article id={`c${comment.id}`} class="comment">
      <p class="who">
        <Status {...looks[comment.kind]} word={commentNames[language][comment.kind]} /> <b>{name}</b>{' '}
        <span class="meta">
          {participantNames[language][comment.sector]} · <DateTime date={comment.sentOn} language={language} />
        </span>
        <MadeUp when={comment.demonstration} language={language} />
      </p>
      <Written text={comment.body} written={comment.language} language={language} quiet />
      {comment.body.includes(BLACKED) ? why : null}
      <p class="meta comment-acts noprint">
        {open ? (
          <a href={`${address(language, 'ideaComment', place)}?reply=${comment.id}`} aria-label={t.replyTo(name)}>
            {t.reply}
          </a>
        ) : null}
        <a href={`${address(language, 'ideaReport', place)}?comment=${comment.id}`} aria-label={t.reportThis(name)}>
          {t.report}
        </a>
        {moderates ? <ModerateLink comment={comment} visit={visit} /> : null}
      </p>
    </article>
  )
}

function ModerateLink({ comment, visit: { language } }: { comment: Comment; visit: AnyVisit }) {
  return (
    <a href={address(language, 'moderationComment', { id: comment.ideaId, comment: comment.id })}>
      <Icon name="seal" /> {ideaTexts[language].moderate}
    </a>
  )
}
