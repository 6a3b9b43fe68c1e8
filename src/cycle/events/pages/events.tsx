import { pageInQuery } from '../../../platform/http/numberInAddress.ts'
import { notFound } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { Pages } from '../../../web/components/Pages.tsx'
import { Section } from '../../../web/components/Section.tsx'
import { calendarLink } from '../../../web/feeds.ts'
import { page } from '../../../web/render.tsx'
import type { Handler } from '../../../web/visit.ts'
import { eventsPolicy } from '../policy.ts'
import { listEvents } from '../queries.ts'
import { EventRows } from './EventRows.tsx'
import { eventTexts } from './eventTexts.ts'

/** More than these are not announced at once. */
const MOST_COMING = 100

/** The announced events: those to come with the nearest first, and those that are over with the latest first. */
export const eventsPage: Handler<'events'> = async (visit) => {
  const { house, language, today, query, actor } = visit
  const t = eventTexts[language]
  const number = pageInQuery(query)
  // The pages go through the past; what is to come stands on the first alone.
  const coming = await listEvents(house.db, 'coming', today, 1, MOST_COMING)
  const past = await listEvents(house.db, 'past', today, number)
  if (number > 1 && !past.events.length) throw notFound()
  const here = address(language, 'events')
  return page(visit, {
    title: t.title,
    section: 'events',
    search: number > 1 ? `?page=${number}` : '',
    feeds: [calendarLink(language, 'calendar')],
    children: (
      <>
        <div class="head">
          <h1>{t.title}</h1>
          <p class="lead">{t.lead}</p>
          {eventsPolicy.writeEvents(actor, undefined) ? (
            <p class="acts">
              <a href={address(language, 'eventsEdit')}>{t.manage}</a>
            </p>
          ) : null}
        </div>
        {number === 1 ? (
          <Section id="gaidamie" label={t.coming}>
            {coming.events.length ? <EventRows visit={visit} events={coming.events} /> : <p class="prose">{t.noneComing}</p>}
          </Section>
        ) : null}
        <Section id="bijusie" label={t.past}>
          {past.events.length ? <EventRows visit={visit} events={past.events} /> : <p class="prose">{t.nonePast}</p>}
          <Pages
            language={language}
            number={number}
            pages={past.more ? 'more' : 'no more'}
            href={(n) => (n === 1 ? here : `${here}?page=${n}`)}
            previous={t.later}
            next={t.earlier}
          />
        </Section>
      </>
    ),
  })
}
