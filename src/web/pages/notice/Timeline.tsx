import { leadOf, type PublishedVersion, participationNames, type TimelineEntry, timelineOf, whenItIs } from '../../../cycle/inform/index.ts'
import { addDays, type Day, daysBetween, firstDay, lastDay } from '../../../platform/dates/partialDate.ts'
import { dayAndMonth } from '../../../platform/languages/dates.ts'
import { type Language, plainText } from '../../../platform/languages/languages.ts'
import { Local } from '../../components/Local.tsx'
import { Section } from '../../components/Section.tsx'
import { Status } from '../../components/Status.tsx'
import { CalendarDrawing, type DrawnStep, drawnWhen } from '../../drawing/CalendarDrawing.tsx'
import { HowSure } from '../parts.tsx'
import { opportunityWords } from './opportunityState.ts'
import { noticePageTexts } from './texts.ts'

type Props = { versions: readonly PublishedVersion[]; today: Day; language: Language }

/** The opportunities in the order of time: as announced first and as they stand now, drawn and in a table. */
export function Timeline({ versions, today, language }: Props) {
  const t = noticePageTexts[language]
  const entries = timelineOf(versions)
  const anyChanged = entries.some(({ changed }) => changed)
  return (
    <Section id="laiks" label={t.timeline}>
      {entries.length > 1 ? (
        <div class="wide-only">
          <Drawn entries={entries} today={today} language={language} />
        </div>
      ) : null}
      <table class="ds-table stack gap">
        <caption>{t.timelineTable}</caption>
        <thead>
          <tr>
            <th scope="col">{t.opportunity}</th>
            {anyChanged ? <th scope="col">{t.announcedFirst}</th> : null}
            <th scope="col">{anyChanged ? t.now : t.when}</th>
            <th scope="col">{t.noticeGiven}</th>
            <th scope="col">{t.state}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map(({ first, now }) => (
            <tr key={now.number}>
              <th scope="row">
                <a href={`#iespeja-${now.number}`}>
                  <Local content={now.title} language={language} />
                </a>
                <small class="remark under">{participationNames[language][now.kind]}</small>
              </th>
              {anyChanged ? <td data-l={t.announcedFirst}>{whenItIs(language, first)}</td> : null}
              <td data-l={anyChanged ? t.now : t.when}>
                {now.cancelled ? <s>{whenItIs(language, now)}</s> : whenItIs(language, now)}
                <HowSure certainty={now.certainty} language={language} />
              </td>
              <td data-l={t.noticeGiven}>
                <NoticeGiven versions={versions} number={now.number} language={language} />
              </td>
              <td>
                <Status {...opportunityWords(language, now, today)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

/** How many days before its start an opportunity was announced. */
function NoticeGiven({ versions, number, language }: { versions: readonly PublishedVersion[]; number: number; language: Language }) {
  const t = noticePageTexts[language]
  const lead = leadOf(versions, number)
  if (!lead || (lead.least !== lead.most && lead.most >= 0)) return <span class="unknown">{t.dayNotKnown}</span>
  return <>{lead.least < 0 ? t.tooLate : t.days(lead.least)}</>
}

/** Where anything was changed, what was announced first stands on a line of its own above what holds now. */
function Drawn({ entries, today, language }: { entries: readonly TimelineEntry[]; today: Day; language: Language }) {
  const t = noticePageTexts[language]
  const step = (one: TimelineEntry['now']): DrawnStep => {
    const end = one.endsOn ?? one.startsOn
    const label = plainText(one.title, language)
    return { label, when: drawnWhen(language, one.startsOn, end), from: firstDay(one.startsOn), to: lastDay(end) }
  }
  const first = entries.map((entry) => step(entry.first))
  const now = entries.flatMap((entry) => (entry.now.cancelled ? [] : [step(entry.now)]))
  const moved = JSON.stringify(first) !== JSON.stringify(now)
  const days = [...first, ...now].flatMap(({ from, to }) => [from, to]).sort()
  const [start, end] = [days[0] ?? today, days.at(-1) ?? today]
  const [from, to] = [start < today ? start : today, end > today ? end : today]
  return (
    <CalendarDrawing
      id="iespeju-laiks"
      title={t.drawing}
      todayLabel={t.today(dayAndMonth(language, today))}
      plans={[
        ...(moved ? [{ title: t.firstRow, note: '', steps: first, planned: true }] : []),
        { title: moved ? t.nowRow : t.oneRow, note: '', steps: now },
      ]}
      from={addDays(from, -6)}
      to={addDays(to, 20 + Math.round(daysBetween(from, to) / 8))}
      today={today}
      language={language}
    />
  )
}
