import { shortDate } from '../../platform/languages/dates.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { address } from '../../web/addresses.ts'
import { Local } from '../../web/components/Local.tsx'
import { LocalParagraphs } from '../../web/components/LocalParagraphs.tsx'
import type { AnyVisit } from '../../web/visit.ts'
import type { Item, Minutes, Opinion } from '../meetings/queries.ts'
import type { Meeting } from '../queries.ts'
import type { SeatsById, TermsById } from '../seatNames.ts'
import { sectorNames } from '../words.ts'
import { forumTexts } from './forumTexts.ts'
import { Opinions } from './Opinions.tsx'

type Props = {
  visit: AnyVisit
  meeting: Meeting
  versions: readonly Minutes[]
  items: readonly Item[]
  objections: readonly Opinion[]
  names: { seats: SeatsById; terms: TermsById }
  mayObject: boolean
}

/** The minutes as they read now, whether they are approved, and what members set against them. */
export function MinutesShown({ visit, meeting, versions, items, objections, names, mayObject }: Props) {
  const { language } = visit
  const t = forumTexts[language]
  const now = versions.at(-1)
  if (!now) return <p class="unknown">{t.minutesMissing}</p>
  const earlier = versions.slice(0, -1).toReversed()
  return (
    <>
      <Text minutes={now} items={items} language={language} />
      <p class="note gap">
        {t.minutesVersion(now.number, shortDate(language, now.publishedOn))}
        {' · '}
        {meeting.approvedOn ? t.approved(shortDate(language, meeting.approvedOn)) : t.notApproved}
        {now.reason ? (
          <>
            {' · '}
            {t.reason} <Local content={now.reason} language={language} />
          </>
        ) : null}
      </p>
      {earlier.length ? (
        <details class="ds-details">
          <summary>{t.earlier}</summary>
          {earlier.map((minutes) => (
            <article key={minutes.id} class="gap">
              <p class="meta">{t.minutesVersion(minutes.number, shortDate(language, minutes.publishedOn))}</p>
              <Text minutes={minutes} items={items} language={language} />
            </article>
          ))}
        </details>
      ) : null}
      <h3 class="gap">{t.objections}</h3>
      <Opinions
        opinions={objections}
        terms={names.terms}
        seats={names.seats}
        visit={visit}
        forumId={meeting.forumId}
        empty={t.noObjections}
      />
      {mayObject && meeting.approvedOn === null ? (
        <p class="acts">
          <a href={address(language, 'forumObjection', { forum: meeting.forumId, meeting: meeting.id })}>{t.object}</a>
        </p>
      ) : null}
    </>
  )
}

function Text({ minutes, items, language }: { minutes: Minutes; items: readonly Item[]; language: Language }) {
  const t = forumTexts[language]
  return (
    <>
      <div class="prose">
        <LocalParagraphs content={minutes.summary} language={language} />
      </div>
      {minutes.notes.length ? (
        <>
          <p class="gap">
            <b>{t.said}</b>
          </p>
          <ul class="plain-list">
            {minutes.notes.map(({ item, sector, text }, index) => (
              <li key={index}>
                <p class="meta">
                  {item}. <Local content={items.find(({ position }) => position === item)?.title} language={language} quiet /> ·{' '}
                  {sectorNames[language][sector]}
                </p>
                <LocalParagraphs content={text} language={language} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  )
}
