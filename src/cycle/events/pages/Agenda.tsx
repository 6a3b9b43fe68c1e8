import { hoursOfDay } from '../../../platform/languages/dates.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { Local } from '../../../web/components/Local.tsx'
import { Section } from '../../../web/components/Section.tsx'
import type { AgendaItem } from '../tables.ts'
import { eventTexts } from './eventTexts.ts'

/** The agenda, point by point; nothing while there is none. */
export function Agenda({ items, language }: { items: readonly AgendaItem[]; language: Language }) {
  const t = eventTexts[language]
  if (!items.length) return null
  const presented = items.some(({ by }) => by)
  return (
    <Section id="darba-kartiba" label={t.agenda}>
      <table class="ds-table stack">
        <caption class="sr">{t.agendaTable}</caption>
        <thead>
          <tr>
            <th scope="col">{t.time}</th>
            <th scope="col">{t.what}</th>
            {presented ? <th scope="col">{t.who}</th> : null}
          </tr>
        </thead>
        <tbody>
          {items.map(({ time, title, by }, index) => (
            <tr key={index}>
              <td data-label={t.time}>{time ? hoursOfDay(language, time) : '–'}</td>
              <td data-label={t.what}>
                <Local content={title} language={language} />
              </td>
              {presented ? <td data-label={t.who}>{by ? <Local content={by} language={language} /> : '–'}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
