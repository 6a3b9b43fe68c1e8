import type { ComponentChildren } from 'preact'
import { type OwnEvent, ownEvents, timeOf } from '../../cycle/events/index.ts'
import {
  commentsBy,
  ideasSentBy,
  ideasSupportedBy,
  OWN_A_PAGE,
  type OwnComment,
  type OwnIdea,
  type OwnPart,
} from '../../cycle/ideas/index.ts'
import { shortDate } from '../../platform/languages/dates.ts'
import { notFound } from '../../platform/refusal.ts'
import { address } from '../../web/addresses.ts'
import { MadeUp } from '../../web/components/MadeUp.tsx'
import { Name } from '../../web/components/Name.tsx'
import { Pages } from '../../web/components/Pages.tsx'
import { Status } from '../../web/components/Status.tsx'
import { named } from '../../web/named.ts'
import type { AnyVisit } from '../../web/visit.ts'
import { mineTexts } from '../texts.ts'
import { Became, Shown } from './Became.tsx'

/** The lists of the page, by the word of the address that tells which part is shown. */
const lists = ['sent', 'supported', 'said', 'events'] as const
type ListName = (typeof lists)[number]

/** Where each stands on the page. */
const anchors: Record<ListName, string> = { sent: 'iesniegtie', supported: 'atbalsts', said: 'komentari', events: 'pasakumi' }

type Props = { visit: AnyVisit; personId: string }

/** Which part of a list the address asks for; 404 for what is no number. */
function partOf({ query }: AnyVisit, list: ListName): number {
  const text = query.get(list) ?? '1'
  if (!/^[1-9]\d{0,5}$/.test(text)) throw notFound()
  return Number(text)
}

/** The same page with another part of one list; the other lists stay where they are. */
function hrefOf(visit: AnyVisit, list: ListName, number: number): string {
  const parts = lists.flatMap((one) => {
    const part = one === list ? number : partOf(visit, one)
    return part === 1 ? [] : [[one, String(part)]]
  })
  const query = new URLSearchParams(parts)
  return `${address(visit.language, 'mine')}${query.size ? `?${query}` : ''}#${anchors[list]}`
}

/** What someone sent, with what became of it. */
export async function Sent({ visit, personId }: Props) {
  const t = mineTexts[visit.language]
  const part = await ideasSentBy(visit.house.db, personId, partOf(visit, 'sent'))
  return (
    <List visit={visit} list="sent" title={t.sent} nothing={t.nothingSent} part={part}>
      {part.rows.map((one) => (
        <IdeaRow key={`${one.planId}/${one.number}`} visit={visit} idea={one} />
      ))}
    </List>
  )
}

/** What someone supports, with what became of it. */
export async function Supported({ visit, personId }: Props) {
  const t = mineTexts[visit.language]
  const part = await ideasSupportedBy(visit.house.db, personId, partOf(visit, 'supported'))
  return (
    <List visit={visit} list="supported" title={t.supported} nothing={t.nothingSupported} part={part}>
      {part.rows.map((one) => (
        <IdeaRow key={`${one.planId}/${one.number}`} visit={visit} idea={one} />
      ))}
    </List>
  )
}

/** What someone said of ideas. */
export async function Said({ visit, personId }: Props) {
  const t = mineTexts[visit.language]
  const part = await commentsBy(visit.house.db, personId, partOf(visit, 'said'))
  return (
    <List visit={visit} list="said" title={t.said} nothing={t.nothingSaid} part={part}>
      {part.rows.map((one) => (
        <CommentRow key={one.id} visit={visit} comment={one} />
      ))}
    </List>
  )
}

/** What someone has signed up for. */
export async function SignedUp({ visit, personId }: Props) {
  const t = mineTexts[visit.language]
  const part = await ownEvents(visit.house.db, personId, partOf(visit, 'events'), OWN_A_PAGE)
  return (
    <List visit={visit} list="events" title={t.events} nothing={t.nothingSignedUp} part={part}>
      {part.rows.map((one) => (
        <EventRow key={one.eventId} visit={visit} event={one} />
      ))}
    </List>
  )
}

type ListProps = {
  visit: AnyVisit
  list: ListName
  title: string
  nothing: string
  part: OwnPart<unknown>
  children: ComponentChildren
}

function List({ visit, list, title, nothing, part, children }: ListProps) {
  const number = partOf(visit, list)
  if (number > 1 && !part.rows.length) throw notFound()
  return (
    <section class="sec" aria-labelledby={anchors[list]}>
      <h2 id={anchors[list]}>{title}</h2>
      <div>
        {part.rows.length ? <ul class="rows">{children}</ul> : <p class="unknown">{nothing}</p>}
        <Pages
          language={visit.language}
          number={number}
          pages={part.more ? 'more' : 'no more'}
          href={(other) => hrefOf(visit, list, other)}
        />
      </div>
    </section>
  )
}

function IdeaRow({ visit: { language, today }, idea }: { visit: AnyVisit; idea: OwnIdea }) {
  const t = mineTexts[language]
  return (
    <li>
      <div class="when">
        <b>{t.number(idea.number)}</b>
        <span>{shortDate(language, idea.sentOn)}</span>
        <span>{t.supports(idea.supports)}</span>
        <span>{t.comments(idea.comments)}</span>
      </div>
      <div>
        <h3>
          <a href={address(language, 'idea', { plan: idea.planId, idea: idea.number })}>
            <Name of={named(idea.title, language)} />
          </a>
          <MadeUp when={idea.demonstration} language={language} />
        </h3>
        <p class="meta">{t.kind(idea.kind)}</p>
        <p>
          <Became language={language} today={today} idea={idea} />
        </p>
      </div>
    </li>
  )
}

function CommentRow({ visit: { language }, comment }: { visit: AnyVisit; comment: OwnComment }) {
  const t = mineTexts[language]
  return (
    <li>
      <div class="when">
        <span>{t.saidOn(shortDate(language, comment.sentOn))}</span>
      </div>
      <div>
        <p {...(comment.language === language ? {} : { lang: comment.language })}>{comment.body}</p>
        <p class="meta">
          {t.about} {t.number(comment.number)}{' '}
          <a href={address(language, 'idea', { plan: comment.planId, idea: comment.number })}>
            <Name of={named(comment.title, language)} />
          </a>{' '}
          <MadeUp when={comment.demonstration} language={language} />
        </p>
        <Shown language={language} visibility={comment.visibility} />
      </div>
    </li>
  )
}

function EventRow({ visit: { language, today }, event }: { visit: AnyVisit; event: OwnEvent }) {
  const t = mineTexts[language]
  const over = event.startsOn < today
  return (
    <li>
      <div class="when">
        <span>{timeOf(language, event)}</span>
      </div>
      <div>
        <h3>
          <a href={address(language, 'event', { event: event.eventId })}>
            <Name of={named(event.title, language)} />
          </a>
          <MadeUp when={event.demonstration} language={language} />
        </h3>
        <p>
          {event.eventState === 'cancelled' ? (
            <Status icon="stop" colour="bad" word={t.cancelled} />
          ) : event.attended ? (
            <Status icon="done" colour="good" word={t.attended} />
          ) : event.state === 'left' ? (
            <Status icon="stop" colour="" word={t.seatGivenUp} />
          ) : event.state === 'waiting' ? (
            <Status icon="wait" colour="" word={over ? t.noSeat : t.waitsForSeat} />
          ) : (
            <Status icon="done" colour="go" word={over ? t.wasSignedUp : t.hasSeat} />
          )}
        </p>
      </div>
    </li>
  )
}
