import { address } from '../../../web/addresses.ts'
import { Local } from '../../../web/components/Local.tsx'
import { LocalParagraphs } from '../../../web/components/LocalParagraphs.tsx'
import type { AnyVisit } from '../../../web/visit.ts'
import type { EventVersion, KnownEvent } from '../queries.ts'
import { timeOf } from '../words.ts'
import { eventTexts } from './eventTexts.ts'
import { Fact, Part } from './Part.tsx'

/** When and where an event is, how one gets in, whom to ask. */
export function AboutEvent({ visit: { language }, found, version }: { visit: AnyVisit; found: KnownEvent; version: EventVersion }) {
  const t = eventTexts[language]
  const { event, planName } = found
  return (
    <Part id="par" label={t.about}>
      <dl class="facts">
        <Fact name={t.when}>{timeOf(language, version)}</Fact>
        <Fact name={t.where}>
          <Local content={version.place} language={language} />
        </Fact>
        <Fact name={t.accessibility}>
          {version.accessibility ? (
            <LocalParagraphs content={version.accessibility} language={language} />
          ) : (
            <span class="unknown">{t.accessibilityUnknown}</span>
          )}
        </Fact>
        {version.streamUrl ? (
          <Fact name={t.stream}>
            <a href={version.streamUrl} rel="external noopener">
              {t.streamLink}
            </a>
          </Fact>
        ) : null}
        {event.planId && planName ? (
          <Fact name={t.plan}>
            <a href={address(language, 'plan', { plan: event.planId })}>
              <Local content={planName} language={language} quiet />
            </a>
          </Fact>
        ) : null}
        {version.contact ? (
          <Fact name={t.contact}>
            <LocalParagraphs content={version.contact} language={language} />
          </Fact>
        ) : null}
      </dl>
      <p class="gap">
        <a href={address(language, 'eventCalendar', { event: event.id })}>{t.calendar}</a>
      </p>
    </Part>
  )
}
