import { inLanguage } from '../../../platform/languages/languages.ts'
import { address } from '../../../web/addresses.ts'
import { Section } from '../../../web/components/Section.tsx'
import type { AnyVisit } from '../../../web/visit.ts'
import { eventsPolicy } from '../policy.ts'
import type { Photograph } from '../queries.ts'
import { eventTexts } from './eventTexts.ts'

/** The pictures, each with its words for those who can't see it; of those taken out, why. */
export function Photographs({ visit, eventId, photographs }: { visit: AnyVisit; eventId: number; photographs: readonly Photograph[] }) {
  const { language, actor } = visit
  const t = eventTexts[language]
  if (!photographs.length) return null
  return (
    <Section id="atteli" label={t.photographs}>
      {photographs.map((one) => {
        const shown = inLanguage(one.alternative, language)
        const values = { event: eventId, photograph: one.id }
        if (one.withdrawalReason)
          return (
            <p key={one.id} class="note">
              {t.photographTakenOut(one.withdrawalReason)}
            </p>
          )
        return (
          <figure key={one.id} class="photograph">
            <img
              src={address(language, 'eventPhotograph', values)}
              width={one.width}
              height={one.height}
              loading="lazy"
              decoding="async"
              alt={shown?.text ?? ''}
              {...(shown?.missing ? { lang: shown.language } : {})}
            />
            {eventsPolicy.publishPhotographs(actor, undefined) ? (
              <figcaption>
                <a href={address(language, 'eventPhotographWithdraw', values)}>{t.takeOut}</a>
              </figcaption>
            ) : null}
          </figure>
        )
      })}
    </Section>
  )
}
