import { shortDate } from '../../../platform/languages/dates.ts'
import { address } from '../../../web/addresses.ts'
import { Local } from '../../../web/components/Local.tsx'
import { LocalParagraphs } from '../../../web/components/LocalParagraphs.tsx'
import { Section } from '../../../web/components/Section.tsx'
import type { AnyVisit } from '../../../web/visit.ts'
import type { MinutesVersion, PlacedOutcome } from '../minutesQueries.ts'
import { eventsPolicy } from '../policy.ts'
import type { Event } from '../queries.ts'
import type { Conclusion } from '../tables.ts'
import { participantSectorNames } from '../words.ts'
import { eventTexts } from './eventTexts.ts'

type Props = { visit: AnyVisit; event: Event; versions: readonly MinutesVersion[]; outcomes: readonly PlacedOutcome[] }

/** The minutes as they read now, and why they were corrected before. */
export function MinutesShown({ visit, event, versions, outcomes }: Props) {
  const { language } = visit
  const t = eventTexts[language]
  const now = versions.at(-1)
  if (!now)
    return (
      <Section id="protokols" label={t.minutes}>
        <p class="unknown">{t.minutesMissing}</p>
      </Section>
    )
  return (
    <Section id="protokols" label={t.minutes}>
      <LocalParagraphs content={now.summary} language={language} />
      {now.items.length ? (
        <>
          <h3 class="gap">{t.said}</h3>
          <ol class="said">
            {now.items.map(({ sector, speaker, text }, index) => (
              <li key={index}>
                <p class="meta">{[speaker, participantSectorNames[language][sector]].filter(Boolean).join(', ')}</p>
                <LocalParagraphs content={text} language={language} />
              </li>
            ))}
          </ol>
        </>
      ) : null}
      {now.conclusions.length ? (
        <>
          <h3 class="gap">{t.conclusions}</h3>
          <ol class="said">
            {now.conclusions.map((conclusion) => (
              <ConclusionShown
                key={conclusion.number}
                visit={visit}
                event={event}
                conclusion={conclusion}
                became={outcomes.find(({ outcome }) => outcome.conclusion === conclusion.number) ?? null}
              />
            ))}
          </ol>
        </>
      ) : null}
      <Versions visit={visit} versions={versions} />
    </Section>
  )
}

type OneProps = { visit: AnyVisit; event: Event; conclusion: Conclusion; became: PlacedOutcome | null }

function ConclusionShown({ visit: { language, actor }, event, conclusion: { number, title, text }, became }: OneProps) {
  const t = eventTexts[language]
  return (
    <li id={`secinajums-${number}`}>
      <h4>
        <Local content={title} language={language} />
      </h4>
      <LocalParagraphs content={text} language={language} />
      {became?.idea ? (
        <p>
          <a href={address(language, 'idea', { plan: became.idea.planId, idea: became.idea.number })}>{t.becameIdea(became.idea.number)}</a>
        </p>
      ) : null}
      {became?.commitment ? (
        <p>
          <a href={address(language, 'commitment', { plan: became.commitment.planId, number: became.commitment.number })}>
            {t.becameNote(became.commitment.number)}
          </a>
        </p>
      ) : null}
      {!became && eventsPolicy.handConclusionsOn(actor, undefined) ? (
        <p>
          <a href={address(language, 'eventConclusion', { event: event.id, conclusion: number })}>{t.handOn}</a>
        </p>
      ) : null}
    </li>
  )
}

function Versions({ visit: { language }, versions }: { visit: AnyVisit; versions: readonly MinutesVersion[] }) {
  const t = eventTexts[language]
  const now = versions.at(-1)
  return (
    <>
      <p class="note gap">
        {now ? t.minutesVersion(now.number, shortDate(language, now.publishedOn)) : null}{' '}
        {now ? <a href={address(language, 'recordEntry', { seq: now.recordSeq })}>{t.recordEntry(String(now.recordSeq))}</a> : null}
        {now?.reason ? (
          <>
            {' '}
            {t.reason} <Local content={now.reason} language={language} />
          </>
        ) : null}
      </p>
      {versions.length > 1 ? (
        <details class="ds-details">
          <summary>{t.earlierMinutes}</summary>
          {versions.slice(0, -1).map((version) => (
            <article key={version.id} class="gap">
              <p class="meta">
                {t.minutesVersion(version.number, shortDate(language, version.publishedOn))}{' '}
                <a href={address(language, 'recordEntry', { seq: version.recordSeq })}>{t.recordEntry(String(version.recordSeq))}</a>
              </p>
              <LocalParagraphs content={version.summary} language={language} />
              <ol class="said">
                {version.items.map(({ sector, speaker, text }, index) => (
                  <li key={index}>
                    <p class="meta">{[speaker, participantSectorNames[language][sector]].filter(Boolean).join(', ')}</p>
                    <LocalParagraphs content={text} language={language} />
                  </li>
                ))}
                {version.conclusions.map(({ number, title, text }) => (
                  <li key={`c${number}`}>
                    <p>
                      <b>
                        <Local content={title} language={language} />
                      </b>
                    </p>
                    <LocalParagraphs content={text} language={language} />
                  </li>
                ))}
              </ol>
            </article>
          ))}
        </details>
      ) : null}
    </>
  )
}
