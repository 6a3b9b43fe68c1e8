import { address } from '../../../web/addresses.ts'
import { Local } from '../../../web/components/Local.tsx'
import { LocalParagraphs } from '../../../web/components/LocalParagraphs.tsx'
import { FactRow, Section } from '../../../web/components/Section.tsx'
import type { AnyVisit } from '../../../web/visit.ts'
import type { EventVersion, KnownEvent } from '../queries.ts'
import { timeOf } from '../words.ts'
import { eventTexts } from './eventTexts.ts'

/** When and where an event is, how one gets in, whom to ask. */
export function AboutEvent({ visit: { language }, found, version }: { visit: AnyVisit; found: KnownEvent; version: EventVersion }) {
  const t = eventTexts[language]
  const { event, planName } = found
  return (
    <Section id="par" label={t.about}>
      <dl class="facts">
        <FactRow name={t.when}>{timeOf(language, version)}</FactRow>
        <FactRow name={t.where}>
          <Local content={version.place} language={language} />
        </FactRow>
        <FactRow name={t.accessibility}>
          {version.accessibility ? (
            <LocalParagraphs content={version.accessibility} language={language} />
          ) : (
            <span class="unknown">{t.accessibilityUnknown}</span>
          )}
        </FactRow>
        {version.streamUrl ? (
          <FactRow name={t.stream}>
            <a href={version.streamUrl} rel="external noopener">
              {t.streamLink}
            </a>
          </FactRow>
        ) : null}
        {event.planId && planName ? (
          <FactRow name={t.plan}>
            <a href={address(language, 'plan', { plan: event.planId })}>
              <Local content={planName} language={language} quiet />
            </a>
          </FactRow>
        ) : null}
        {version.contact ? (
          <FactRow name={t.contact}>
            <LocalParagraphs content={version.contact} language={language} />
          </FactRow>
        ) : null}
      </dl>
      {event.state === 'draft' ? null : (
        <p class="gap">
          <a href={address(language, 'eventCalendar', { event: event.id })}>{t.calendar}</a>
        </p>
      )}
    </Section>
  )
}
