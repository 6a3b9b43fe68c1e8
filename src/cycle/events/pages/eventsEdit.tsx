import { allow } from '../../../people/index.ts'
import { dayInRiga } from '../../../platform/clock.ts'
import { pageInQuery } from '../../../platform/http/numberInAddress.ts'
import { clockTime, shortDate } from '../../../platform/languages/dates.ts'
import { notFound } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { BeginLink, ManageHead } from '../../../web/components/ManageHead.tsx'
import { Pages } from '../../../web/components/Pages.tsx'
import { Section } from '../../../web/components/Section.tsx'
import { page } from '../../../web/render.tsx'
import type { Handler } from '../../../web/visit.ts'
import { eventsPolicy } from '../policy.ts'
import { draftedEvents, listEvents } from '../queries.ts'
import { EventRows } from './EventRows.tsx'
import { editTexts } from './editTexts.ts'

/** So many announced ones stand beside the drafts; the public list has them all. */
const ANNOUNCED = 50

/** The secretariat's events: what is being written, and what is announced. */
export const showEventsEdit: Handler<'eventsEdit'> = async (visit) => {
  allow(eventsPolicy.writeEvents, visit.actor, undefined)
  const { house, language, today, query } = visit
  const t = editTexts[language]
  const number = pageInQuery(query)
  const drafts = await draftedEvents(house.db, number)
  if (number > 1 && !drafts.events.length) throw notFound()
  const coming = await listEvents(house.db, 'coming', today, 1, ANNOUNCED)
  const past = await listEvents(house.db, 'past', today, 1, ANNOUNCED)
  const here = address(language, 'eventsEdit')
  const announced = [...coming.events, ...past.events]
  return page(visit, {
    title: t.title,
    section: 'manage',
    path: [{ title: t.manage, href: address(language, 'manage') }],
    children: (
      <>
        <ManageHead visit={visit} texts={t}>
          <BeginLink href={address(language, 'eventNew')} text={t.newEvent} />
        </ManageHead>
        <Section id="melnraksti" label={t.drafts}>
          {drafts.events.length ? (
            <ul class="rows">
              {drafts.events.map((event) => {
                const title = ['lv', 'en'].map((of) => event.draft?.[`title.${of}`]?.[0]?.trim()).find(Boolean)
                return (
                  <li key={event.id}>
                    <p class="when">
                      <span>
                        {event.draftSavedAt
                          ? `${shortDate(language, dayInRiga(event.draftSavedAt))} ${clockTime(language, event.draftSavedAt)}`
                          : null}
                      </span>
                    </p>
                    <div>
                      <h3>
                        <a href={address(language, 'eventEdit', { event: event.id })}>{title ?? t.untitled}</a>
                        {event.state === 'draft' ? null : <small class="remark"> ({t.isChange})</small>}
                      </h3>
                    </div>
                  </li>
                )
              })}
            </ul>
          ) : (
            <p>{t.noDrafts}</p>
          )}
          <Pages
            language={language}
            number={number}
            pages={drafts.more ? 'more' : 'no more'}
            href={(n) => (n === 1 ? here : `${here}?page=${n}`)}
            previous={t.newer}
            next={t.older}
          />
        </Section>
        <Section id="izzinotie" label={t.announced}>
          {announced.length ? <EventRows visit={visit} events={announced} /> : <p>{t.noneAnnounced}</p>}
          <p class="gap">
            <a href={address(language, 'events')}>{t.allPublic}</a>
          </p>
        </Section>
      </>
    ),
  })
}
