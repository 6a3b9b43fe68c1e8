import { onDate } from '../../../platform/languages/dates.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { address } from '../../../web/addresses.ts'
import { DateTime } from '../../../web/components/DateTime.tsx'
import { MadeUp } from '../../../web/components/MadeUp.tsx'
import { Written } from '../../../web/components/Written.tsx'
import type { LogEntry } from '../moderation/queries.ts'
import { actWords, reasonWords } from '../moderation/words.ts'
import { moderationTexts } from './moderationTexts.ts'

/** What moderators did, in a table: never the hidden text itself. */
export function LogTable({ entries, language }: { entries: readonly LogEntry[]; language: Language }) {
  const t = moderationTexts[language]
  return (
    <table class="ds-table stack">
      <thead>
        <tr>
          <th scope="col">{t.when}</th>
          <th scope="col">{t.what}</th>
          <th scope="col">{t.why}</th>
          <th scope="col">{t.who}</th>
          <th scope="col">{t.appeal}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((one) => (
          <Row key={one.entry.id} one={one} language={language} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ one: { entry, number, isIdeaSeen, passages, appeal }, language }: { one: LogEntry; language: Language }) {
  const t = moderationTexts[language]
  const what = entry.commentId === null ? t.idea(number) : t.comment(number)
  return (
    <tr id={`i${entry.id}`}>
      <td data-l={t.when}>
        <DateTime date={entry.actedOn} language={language} />
      </td>
      <th scope="row">
        {actWords[language][entry.act]}
        {passages ? ` ${t.places(passages)}` : null}
        <span class="meta">
          {isIdeaSeen ? <a href={address(language, 'idea', { plan: entry.planId, idea: number })}>{what}</a> : what}
          <MadeUp when={entry.demonstration} language={language} />
        </span>
      </th>
      <td data-l={t.why}>
        {entry.reason ? <b>{reasonWords[language][entry.reason]}</b> : null}
        {entry.explanation ? <Written text={entry.explanation} written={entry.language} language={language} quiet /> : null}
      </td>
      <td data-l={t.who}>
        {t[entry.role]}
        <span class="meta">
          <a href={address(language, 'recordEntry', { seq: entry.recordSeq })}>{t.entry}</a>
        </span>
      </td>
      <td data-l={t.appeal}>{appeal ? <Outcome appeal={appeal} language={language} /> : t.noAppeal}</td>
    </tr>
  )
}

function Outcome({ appeal, language }: { appeal: NonNullable<LogEntry['appeal']>; language: Language }) {
  const t = moderationTexts[language]
  if (appeal.outcome === null || appeal.answeredOn === null) return <>{t.appealWaits(onDate(language, appeal.sentOn))}</>
  return (
    <>
      {t[appeal.outcome](onDate(language, appeal.answeredOn))}
      <span class="meta">{appeal.byAnother ? t.byAnother : t.bySame}</span>
    </>
  )
}
