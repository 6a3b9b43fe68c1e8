import { hoursOfDay } from '../../../platform/languages/dates.ts'
import { address } from '../../../web/addresses.ts'
import { Beginning } from '../../../web/components/Beginning.tsx'
import { DateTime } from '../../../web/components/DateTime.tsx'
import { Local } from '../../../web/components/Local.tsx'
import { MadeUp } from '../../../web/components/MadeUp.tsx'
import type { AnyVisit } from '../../../web/visit.ts'
import type { ListedEvent } from '../queries.ts'
import { eventKindNames } from '../words.ts'
import { EventState } from './EventState.tsx'

/** Events as rows: when, the title, where, and how they stand. */
export function EventRows({ visit: { language, today }, events }: { visit: AnyVisit; events: readonly ListedEvent[] }) {
  return (
    <ul class="rows">
      {events.map(({ event, planName, version }) => (
        <li key={event.id}>
          <p class="when">
            <b>
              <DateTime date={version.startsOn} language={language} />
            </b>
            <span>{hoursOfDay(language, version.hours)}</span>
          </p>
          <div>
            <h3>
              <a href={address(language, 'event', { event: event.id })}>
                <Local content={version.title} language={language} />
              </a>
              <MadeUp when={event.demonstration} language={language} />
            </h3>
            <p class="meta">
              {eventKindNames[language][version.kind]}, <Local content={version.place} language={language} quiet />
              {planName ? (
                <>
                  {' · '}
                  <Local content={planName} language={language} quiet />
                </>
              ) : null}
            </p>
            <p>
              <Beginning content={version.body} language={language} />
            </p>
            <p>
              <EventState event={event} today={today} language={language} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
