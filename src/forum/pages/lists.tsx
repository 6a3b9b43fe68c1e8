import { pageInQuery } from '../../platform/http/numberInAddress.ts'
import { notFound } from '../../platform/refusal.ts'
import { address } from '../../web/addresses.ts'
import { Pages } from '../../web/components/Pages.tsx'
import { Section } from '../../web/components/Section.tsx'
import { page } from '../../web/render.tsx'
import type { Handler } from '../../web/visit.ts'
import { comingMeetings, decisionsOf, pastMeetings } from '../meetings/queries.ts'
import { pathToForum, readForum } from './facts.tsx'
import { forumTexts } from './forumTexts.ts'
import { DecisionRows, MeetingRows } from './rows.tsx'

/** All meetings of a forum. */
export const forumMeetingsPage: Handler<'forumMeetings'> = async (visit) => {
  const { house, language, today, query } = visit
  const t = forumTexts[language]
  const known = await readForum(visit)
  const number = pageInQuery(query)
  const coming = await comingMeetings(house.db, known.forum.id, today)
  const past = await pastMeetings(house.db, known.forum.id, today, number)
  if (number > 1 && !past.meetings.length) throw notFound()
  const here = address(language, 'forumMeetings', { forum: known.forum.id })
  return page(visit, {
    title: t.meetings,
    section: 'forums',
    search: number > 1 ? `?page=${number}` : '',
    path: pathToForum(visit, known),
    children: (
      <>
        <div class="head">
          <h1>{t.meetings}</h1>
        </div>
        {number === 1 ? (
          <Section id="gaidamas" label={t.coming}>
            {coming.length ? <MeetingRows meetings={coming} today={today} language={language} /> : <p>{t.noneComing}</p>}
          </Section>
        ) : null}
        <Section id="bijusas" label={t.past}>
          {past.meetings.length ? <MeetingRows meetings={past.meetings} today={today} language={language} /> : <p>{t.nonePast}</p>}
          <Pages
            language={language}
            number={number}
            pages={past.more ? 'more' : 'no more'}
            href={(n) => (n === 1 ? here : `${here}?page=${n}`)}
            previous={t.later}
            next={t.before}
          />
        </Section>
      </>
    ),
  })
}

/** All decisions of a forum, the last first. */
export const forumDecisionsPage: Handler<'forumDecisions'> = async (visit) => {
  const { house, language, today, query } = visit
  const t = forumTexts[language]
  const known = await readForum(visit)
  const number = pageInQuery(query)
  const { decisions, more } = await decisionsOf(house.db, known.forum.id, today, number)
  if (number > 1 && !decisions.length) throw notFound()
  const here = address(language, 'forumDecisions', { forum: known.forum.id })
  return page(visit, {
    title: t.decisions,
    section: 'forums',
    search: number > 1 ? `?page=${number}` : '',
    path: pathToForum(visit, known),
    children: (
      <>
        <div class="head">
          <h1>{t.decisions}</h1>
        </div>
        <Section id="visi" label={t.allDecisions}>
          {decisions.length ? <DecisionRows decisions={decisions} language={language} /> : <p>{t.noDecisions}</p>}
          <Pages
            language={language}
            number={number}
            pages={more ? 'more' : 'no more'}
            href={(n) => (n === 1 ? here : `${here}?page=${n}`)}
            previous={t.later}
            next={t.before}
          />
        </Section>
      </>
    ),
  })
}
