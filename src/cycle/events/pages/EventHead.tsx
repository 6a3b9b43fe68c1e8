import { DateTime } from '../../../web/components/DateTime.tsx'
import { Local } from '../../../web/components/Local.tsx'
import { LocalParagraphs } from '../../../web/components/LocalParagraphs.tsx'
import { MadeUp } from '../../../web/components/MadeUp.tsx'
import type { AnyVisit } from '../../../web/visit.ts'
import type { Event, EventVersion } from '../queries.ts'
import { eventKindNames } from '../words.ts'
import { EventState } from './EventState.tsx'
import { eventTexts } from './eventTexts.ts'

/** What an event is called, how it stands and what it is about; of one that was called off, why. */
export function EventHead({ visit: { language, today }, event, version }: { visit: AnyVisit; event: Event; version: EventVersion }) {
  const t = eventTexts[language]
  return (
    <div class="head">
      <p class="eyebrow">{eventKindNames[language][version.kind]}</p>
      <h1 class="long">
        <Local content={version.title} language={language} />
      </h1>
      <p>
        <EventState event={event} today={today} language={language} />
        <MadeUp when={event.demonstration} language={language} />
      </p>
      {version.cancelled ? (
        <div class="withdrawn">
          <p>
            {t.wasCancelled} <DateTime date={version.publishedOn} language={language} />
          </p>
          <p>
            <b>{t.reason}</b> <Local content={version.reason} language={language} />
          </p>
        </div>
      ) : null}
      <div class="prose">
        <LocalParagraphs content={version.body} language={language} />
      </div>
    </div>
  )
}
