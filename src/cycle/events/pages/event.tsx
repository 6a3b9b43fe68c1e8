import { idInAddress, pageInQuery } from '../../../platform/http/numberInAddress.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { notFound } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { ActLinks } from '../../../web/components/ActLinks.tsx'
import { DateTime } from '../../../web/components/DateTime.tsx'
import { Local } from '../../../web/components/Local.tsx'
import { Section } from '../../../web/components/Section.tsx'
import { named } from '../../../web/named.ts'
import { recordAbout } from '../../../web/recordAbout.ts'
import { page } from '../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { minutesOf, outcomesOf } from '../minutesQueries.ts'
import { eventsPolicy } from '../policy.ts'
import {
  type Event,
  type EventVersion,
  eventById,
  numbersOf,
  photographsOf,
  publicNames,
  registrationOf,
  waitingBefore,
} from '../queries.ts'
import { eventObject } from '../words.ts'
import { AboutEvent } from './AboutEvent.tsx'
import { Agenda } from './Agenda.tsx'
import { EventHead } from './EventHead.tsx'
import { eventTexts } from './eventTexts.ts'
import { MinutesShown } from './MinutesShown.tsx'
import { Photographs } from './Photographs.tsx'
import { RegistrationPart } from './RegistrationPart.tsx'
import { WhoComes } from './WhoComes.tsx'

/** An announced event: what it is, who comes, what came of it. A draft is not there for anyone. */
export const eventPage: Handler<'event'> = async (visit) => {
  const { house, language, actor, today, query } = visit
  const t = eventTexts[language]
  const found = await eventById(house.db, idInAddress(visit.values.event), today)
  const now = found?.versions.at(-1)
  if (!found || !now) throw notFound()
  const { event } = found
  const names = pageInQuery(query)
  const mine = actor.personId === null ? null : await registrationOf(house.db, event.id, actor.personId)
  const ahead = mine?.state === 'waiting' ? await waitingBefore(house.db, mine) : 0
  const people = await publicNames(house.db, event.id, names)
  if (names > 1 && !people.names.length) throw notFound()
  const numbers = await numbersOf(house.db, event.id)
  const held = event.state === 'held'
  const minutes = held ? await minutesOf(house.db, event.id, today) : []
  const outcomes = minutes.length ? await outcomesOf(house.db, event.id, today) : []
  const photographs = held ? await photographsOf(house.db, event.id, today) : []
  const secretariat = eventsPolicy.writeEvents(actor, undefined)
  return page(visit, {
    title: named(now.title, language),
    section: 'events',
    search: names > 1 ? `?page=${names}` : '',
    path: [{ title: t.title, href: address(language, 'events') }],
    children: (
      <>
        <Done visit={visit} />
        <EventHead visit={visit} event={event} version={now} />
        <AboutEvent visit={visit} found={found} version={now} />
        <RegistrationPart visit={visit} event={event} mine={mine} ahead={ahead} />
        <Agenda items={now.agenda} language={language} />
        <WhoComes visit={visit} event={event} numbers={numbers} people={people} number={names} />
        {held ? <MinutesShown visit={visit} event={event} versions={minutes} outcomes={outcomes} /> : null}
        <Photographs visit={visit} eventId={event.id} photographs={photographs} />
        <History versions={found.versions} language={language} />
        <Section id="zurnals" label={t.record}>
          <p>
            <a href={recordAbout(language, eventObject(event.id))}>{t.inRecord}</a>
          </p>
        </Section>
        {secretariat ? <ForTheSecretariat event={event} minutes={minutes.length > 0} language={language} /> : null}
      </>
    ),
  })
}

/** What was done a moment ago, told once. */
function Done({ visit: { query, language } }: { visit: AnyVisit }) {
  const t = eventTexts[language]
  const said = { registered: t.doneRegistered, waiting: t.doneWaiting, left: t.doneLeft, saved: t.doneSaved }
  const done = query.get('done') ?? ''
  return done in said ? (
    <p class="told" role="status">
      {said[done as keyof typeof said]}
    </p>
  ) : null
}

/** What was changed after it was announced, and why. */
function History({ versions, language }: { versions: readonly EventVersion[]; language: Language }) {
  const t = eventTexts[language]
  if (versions.length < 2) return null
  return (
    <Section id="mainits" label={t.history}>
      <ol class="rows">
        {versions.map((version) => (
          <li key={version.id}>
            <p class="when">
              <b>
                <DateTime date={version.publishedOn} language={language} />
              </b>
              <span>{version.cancelled ? t.cancellation : t.versionNumber(version.number)}</span>
            </p>
            <div>
              {version.reason ? (
                <p>
                  {t.reason} <Local content={version.reason} language={language} />
                </p>
              ) : (
                <p>{t.announced}</p>
              )}
              <p class="meta">
                <a href={address(language, 'recordEntry', { seq: version.recordSeq })}>{t.recordEntry(String(version.recordSeq))}</a>
              </p>
            </div>
          </li>
        ))}
      </ol>
    </Section>
  )
}

function ForTheSecretariat({ event, minutes, language }: { event: Event; minutes: boolean; language: Language }) {
  const t = eventTexts[language]
  const values = { event: event.id }
  const links =
    event.state === 'published'
      ? [
          { href: address(language, 'eventDoor', values), text: t.door },
          { href: address(language, 'eventEdit', values), text: t.edit },
          { href: address(language, 'eventCancel', values), text: t.cancel },
        ]
      : event.state === 'held'
        ? [
            { href: address(language, 'eventMinutesEdit', values), text: minutes ? t.correctMinutes : t.writeMinutes },
            { href: address(language, 'eventPhotographNew', values), text: t.addPhotograph },
            { href: address(language, 'eventDoor', values), text: t.door },
          ]
        : []
  if (!links.length) return null
  return (
    <Section id="sekretariatam" label={t.secretariat}>
      <ActLinks links={links} />
    </Section>
  )
}
