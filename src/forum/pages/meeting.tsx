import { fullDay, hoursOfDay, shortDate } from '../../platform/languages/dates.ts'
import { address } from '../../web/addresses.ts'
import { ActLinks } from '../../web/components/ActLinks.tsx'
import { kindAndSize } from '../../web/components/fileMeta.ts'
import { Icon } from '../../web/components/Icon.tsx'
import { Local } from '../../web/components/Local.tsx'
import { LocalParagraphs } from '../../web/components/LocalParagraphs.tsx'
import { MadeUp } from '../../web/components/MadeUp.tsx'
import { Section } from '../../web/components/Section.tsx'
import { Status } from '../../web/components/Status.tsx'
import { recordAbout } from '../../web/recordAbout.ts'
import { page } from '../../web/render.tsx'
import type { AnyVisit, Handler } from '../../web/visit.ts'
import { type DeadlineState, deadlinesOf } from '../meetings/deadlines.ts'
import {
  attendanceOf,
  type Decision,
  decisionsOn,
  type Item,
  itemsOf,
  type KnownMeeting,
  minutesOf,
  opinionsOn,
  type Paper,
  papersOf,
} from '../meetings/queries.ts'
import { forumPolicy } from '../policy.ts'
import { type KnownForum, seatOfPerson, seatsOf } from '../queries.ts'
import { seatsWithTerms } from '../seatNames.ts'
import { hrefOfThing, thingObject } from '../things.ts'
import { meetingObject } from '../words.ts'
import { AttendanceShown } from './AttendanceShown.tsx'
import { Done, pathToForum, readMeetingAt } from './facts.tsx'
import { forumTexts } from './forumTexts.ts'
import { MinutesShown } from './MinutesShown.tsx'
import { MeetingState, Outcome } from './rows.tsx'

/** A meeting: when it is, what it deals with, who was there, what was decided, its minutes. */
export const forumMeetingPage: Handler<'forumMeeting'> = async (visit) => {
  const { house, language, today, actor } = visit
  const t = forumTexts[language]
  const { known, found } = await readMeetingAt(visit)
  const { meeting, now } = found
  const { forum } = known
  const items = await itemsOf(house.db, meeting.id)
  const papers = await papersOf(house.db, meeting.id, today)
  const decisions = await decisionsOn(
    house.db,
    items.map(({ id }) => id),
  )
  const attendance = await attendanceOf(house.db, meeting.id)
  const seats = await seatsOf(house.db, forum.id, meeting.startsOn)
  const names = await seatsWithTerms(house.db, forum.id)
  const minutes = await minutesOf(house.db, meeting.id, today)
  const objections = await opinionsOn(house.db, { meetingId: meeting.id }, today)
  const own = await seatOfPerson(house.db, forum.id, actor.personId, today)
  const values = { forum: forum.id, meeting: meeting.id }
  const title = t.meeting(shortDate(language, now.startsOn))
  return page(visit, {
    title,
    section: 'forums',
    path: pathToForum(visit, known),
    children: (
      <>
        <Done visit={visit} />
        <div class="head">
          <p class="eyebrow">
            <Local content={known.now.name} language={language} quiet />
          </p>
          <h1>{title}</h1>
          <p>
            <MeetingState meeting={meeting} today={today} language={language} />
            <MadeUp when={meeting.demonstration} language={language} />
          </p>
          {now.cancelled ? (
            <div class="withdrawn">
              <p>
                <b>{t.reason}</b> <Local content={now.reason} language={language} />
              </p>
            </div>
          ) : null}
        </div>
        <Section id="par" label={t.about}>
          <dl class="facts">
            <div>
              <dt>{t.when}</dt>
              <dd>
                {fullDay(language, now.startsOn)}, {hoursOfDay(language, now.hours)}
              </dd>
            </div>
            <div>
              <dt>{t.where}</dt>
              <dd>
                <Local content={now.place} language={language} />
              </dd>
            </div>
            {now.streamUrl ? (
              <div>
                <dt>{t.stream}</dt>
                <dd>
                  <a href={now.streamUrl} rel="external noopener">
                    {t.streamLink}
                  </a>
                </dd>
              </div>
            ) : null}
          </dl>
          <LocalParagraphs content={now.note} language={language} />
          <p class="gap">
            <a href={address(language, 'forumCalendar', values)}>{t.calendar}</a>
          </p>
        </Section>
        <Section id="darba-kartiba" label={t.agenda}>
          <AgendaShown items={items} papers={papers} decisions={decisions} visit={visit} forumId={forum.id} />
        </Section>
        <Section id="materiali" label={t.papers}>
          <Papers papers={papers.filter(({ itemId }) => itemId === null)} visit={visit} forumId={forum.id} empty={t.noPapers} />
        </Section>
        {meeting.state === 'cancelled' ? null : (
          <Section id="klatesosie" label={t.attendance}>
            <AttendanceShown
              meeting={meeting}
              seats={seats}
              attendance={attendance}
              items={items}
              rules={known.now.rules}
              terms={names.terms}
              language={language}
            />
          </Section>
        )}
        {meeting.state === 'closed' ? (
          <Section id="protokols" label={t.minutes}>
            <MinutesShown
              visit={visit}
              meeting={meeting}
              versions={minutes}
              items={items}
              objections={objections}
              names={names}
              mayObject={own !== null}
            />
          </Section>
        ) : null}
        <Section id="termini" label={t.deadlines}>
          <Deadlines known={known} found={found} papers={papers} visit={visit} />
        </Section>
        <History found={found} visit={visit} />
        {forumPolicy.holdMeetings(actor, undefined) ? <ForTheSecretariat visit={visit} found={found} /> : null}
      </>
    ),
  })
}

type AgendaProps = { items: readonly Item[]; papers: readonly Paper[]; decisions: readonly Decision[]; visit: AnyVisit; forumId: string }

function AgendaShown({ items, papers, decisions, visit, forumId }: AgendaProps) {
  const { language } = visit
  const t = forumTexts[language]
  if (!items.length) return <p class="unknown">{t.noAgenda}</p>
  return (
    <ol class="num-list">
      {items.map((item) => {
        const decision = decisions.find(({ itemId }) => itemId === item.id)
        const mine = papers.filter(({ itemId }) => itemId === item.id)
        return (
          <li key={item.id}>
            <div>
              <h3>
                <Local content={item.title} language={language} />
              </h3>
              <p class="meta">
                {item.presenter ? (
                  <>
                    {t.presents} <Local content={item.presenter} language={language} quiet />.{' '}
                  </>
                ) : null}
                {item.consent ? `${t.consent}. ` : null}
                {item.proposalId === null ? null : `${t.fromPublic}. `}
              </p>
              {item.about ? (
                <p>
                  {t.concerns}{' '}
                  <a class="address" href={hrefOfThing(language, item.about)}>
                    {thingObject(item.about)}
                  </a>
                </p>
              ) : null}
              {mine.length ? <Papers papers={mine} visit={visit} forumId={forumId} empty="" /> : null}
              {decision ? (
                <p>
                  <a href={address(language, 'forumDecision', { forum: forumId, decision: decision.number })}>
                    {t.decision(decision.number)}
                  </a>
                  {': '}
                  <Local content={decision.title} language={language} /> <Outcome decision={decision} language={language} />
                </p>
              ) : null}
            </div>
          </li>
        )
      })}
    </ol>
  )
}

function Papers({ papers, visit, forumId, empty }: { papers: readonly Paper[]; visit: AnyVisit; forumId: string; empty: string }) {
  const { language } = visit
  const t = forumTexts[language]
  if (!papers.length) return empty ? <p>{empty}</p> : null
  return (
    <ul class="ev">
      {papers.map((paper) => (
        <li key={paper.id}>
          <Icon name="doc" />
          <div>
            <a
              href={paper.url ?? address(language, 'forumPaper', { forum: forumId, paper: paper.id })}
              {...(paper.url ? { rel: 'external noopener' } : {})}
            >
              <Local content={paper.title} language={language} />
            </a>
            <span class="meta">
              {paper.fileName && paper.bytes !== null
                ? `${kindAndSize(language, { fileName: paper.fileName, mediaType: paper.mediaType ?? '', bytes: paper.bytes })} · `
                : null}
              {t.published(shortDate(language, paper.publishedOn))}
            </span>
          </div>
        </li>
      ))}
    </ul>
  )
}

function Deadlines({ known, found, papers, visit }: { known: KnownForum; found: KnownMeeting; papers: readonly Paper[]; visit: AnyVisit }) {
  const { language, today } = visit
  const t = forumTexts[language]
  const names = { agenda: t.agenda, papers: t.papers, minutes: t.minutes }
  const states: Record<DeadlineState, { icon: 'done' | 'late' | 'wait'; colour: 'good' | 'bad' | ''; word: string }> = {
    kept: { icon: 'done', colour: 'good', word: t.kept },
    missed: { icon: 'late', colour: 'bad', word: t.missed },
    waits: { icon: 'wait', colour: '', word: t.waits },
    overdue: { icon: 'late', colour: 'bad', word: t.overdue },
  }
  return (
    <table class="ds-table stack">
      <caption class="sr">{t.deadlines}</caption>
      <thead>
        <tr>
          <th scope="col">{t.what}</th>
          <th scope="col">{t.dueBy}</th>
          <th scope="col">{t.publishedOn}</th>
          <th scope="col">{t.state}</th>
        </tr>
      </thead>
      <tbody>
        {deadlinesOf(found.meeting, papers, known.now.rules, today).map(({ what, due, publishedOn, state }) => (
          <tr key={what}>
            <th scope="row">{names[what]}</th>
            <td data-label={t.dueBy}>{shortDate(language, due)}</td>
            <td data-label={t.publishedOn}>{publishedOn ? shortDate(language, publishedOn) : t.notYet}</td>
            <td data-label={t.state}>
              <Status {...states[state]} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function History({ found: { meeting, versions }, visit }: { found: KnownMeeting; visit: AnyVisit }) {
  const { language } = visit
  const t = forumTexts[language]
  return (
    <Section id="mainits" label={t.record}>
      {versions.length > 1 ? (
        <ul class="plain-list">
          {versions.map((version) => (
            <li key={version.id}>
              {t.version(version.number)}, {shortDate(language, version.publishedOn)}
              {version.reason ? (
                <>
                  . {t.reason} <Local content={version.reason} language={language} />
                </>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      <p>
        <a href={recordAbout(visit.language, meetingObject(meeting.forumId, meeting.id))}>{t.inRecord}</a>
      </p>
    </Section>
  )
}

function ForTheSecretariat({ visit, found: { meeting } }: { visit: AnyVisit; found: KnownMeeting }) {
  const { language } = visit
  const t = forumTexts[language]
  const values = { forum: meeting.forumId, meeting: meeting.id }
  const links = [
    ...(meeting.state === 'announced' ? [{ href: address(language, 'forumMeetingEdit', values), text: t.change }] : []),
    ...(meeting.state === 'announced' || meeting.state === 'open'
      ? [
          { href: address(language, 'forumAgenda', values), text: t.agenda },
          { href: address(language, 'forumRun', values), text: t.attendance },
        ]
      : []),
    ...(meeting.state === 'cancelled' ? [] : [{ href: address(language, 'forumPaperNew', values), text: t.papers }]),
    ...(meeting.state === 'closed' ? [{ href: address(language, 'forumMinutesEdit', values), text: t.minutes }] : []),
  ]
  if (!links.length) return null
  return (
    <Section id="sekretariatam" label={t.manageThis}>
      <ActLinks links={links} />
    </Section>
  )
}
