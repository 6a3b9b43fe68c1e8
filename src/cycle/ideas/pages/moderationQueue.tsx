import { allow } from '../../../people/index.ts'
import { dayInRiga } from '../../../platform/clock.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { address } from '../../../web/addresses.ts'
import { DateTime } from '../../../web/components/DateTime.tsx'
import { Local } from '../../../web/components/Local.tsx'
import { page } from '../../../web/render.tsx'
import type { Handler } from '../../../web/visit.ts'
import { IN_QUEUE, moderationQueue, type Queued } from '../moderation/queries.ts'
import { ideasPolicy } from '../policy.ts'
import { moderationTexts } from './moderationTexts.ts'

/** What waits for a moderator. */
export const showModerationQueue: Handler<'moderationQueue'> = async (visit) => {
  allow(ideasPolicy.moderate, visit.actor, undefined)
  const { house, language } = visit
  const t = moderationTexts[language]
  const { appeals, waiting, reported } = await moderationQueue(house.db)
  return page(visit, {
    title: t.queue,
    section: 'desk',
    path: [{ title: t.title, href: address(language, 'moderationRules') }],
    children: (
      <>
        <div class="head tight">
          <h1>{t.queue}</h1>
          <p class="lead">{t.queueLead}</p>
          {visit.query.has('done') ? (
            <p class="told" role="status">
              {t.done}
            </p>
          ) : null}
          <p class="acts">
            <a href={address(language, 'moderationLog')}>{t.log}</a>
          </p>
        </div>
        {appeals.length + waiting.length + reported.length ? null : <p>{t.nothing}</p>}
        <Queue id="iebildumi" title={t.appealsWaiting} things={appeals} language={language} />
        <Queue id="gaida" title={t.waiting} things={waiting} language={language} />
        <Queue id="zinots" title={t.reported} things={reported} language={language} />
      </>
    ),
  })
}

/** The page on which a thing is moderated. */
export const thingHref = (language: Language, { ideaId, commentId }: { ideaId: number; commentId: number | null }): string =>
  commentId === null
    ? address(language, 'moderationIdea', { id: ideaId })
    : address(language, 'moderationComment', { id: ideaId, comment: commentId })

function Queue({ id, title, things, language }: { id: string; title: string; things: readonly Queued[]; language: Language }) {
  const t = moderationTexts[language]
  if (!things.length) return null
  return (
    <section class="sec" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div>
        <ol class="rows">
          {things.map((thing) => (
            <li key={`${thing.ideaId}.${thing.commentId}`}>
              <div class="when">
                <span>
                  {t.since} <DateTime date={dayInRiga(thing.since)} language={language} />
                </span>
                {thing.reports ? <b>{t.reports(thing.reports)}</b> : null}
              </div>
              <div>
                <h3>
                  <a href={thingHref(language, thing)}>{thing.commentId === null ? t.idea(thing.number) : t.comment(thing.number)}</a>
                </h3>
                <p>
                  {thing.body === null ? (
                    <Local content={thing.title} language={language} quiet />
                  ) : (
                    <span {...(thing.language === language ? {} : { lang: thing.language })}>{beginning(thing.body)}</span>
                  )}
                </p>
              </div>
            </li>
          ))}
        </ol>
        {things.length >= IN_QUEUE ? <p class="note">{t.onlyFirst(IN_QUEUE)}</p> : null}
      </div>
    </section>
  )
}

const MOST_CHARACTERS = 200

const beginning = (text: string): string => {
  const cut = [...text].slice(0, MOST_CHARACTERS).join('')
  return cut.length === text.length ? cut : `${cut} …`
}
