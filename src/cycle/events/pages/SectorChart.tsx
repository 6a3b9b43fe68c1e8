import { type ParticipantSector, participantSectors } from '../../../people/index.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { BarsDrawing } from '../../../web/drawing/BarsDrawing.tsx'
import { webText } from '../../../web/texts.ts'
import { participantSectorNames } from '../words.ts'
import { eventTexts } from './eventTexts.ts'

type Props = { id: string; title: string; numbers: ReadonlyMap<ParticipantSector, number>; language: Language }

/** Numbers by sector, drawn and as a table. */
export function SectorChart({ id, title, numbers, language }: Props) {
  const t = eventTexts[language]
  const bars = participantSectors.map((sector) => ({
    label: participantSectorNames[language][sector],
    value: numbers.get(sector) ?? 0,
    colour: 'fa' as const,
  }))
  return (
    <div class="report-chart">
      <h3>{title}</h3>
      <figure>
        <BarsDrawing id={id} title={title} bars={bars} />
      </figure>
      <details class="ds-details">
        <summary>{webText(language).showTable}</summary>
        <table class="ds-table">
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t.sector}</th>
              <th scope="col" class="n">
                {t.count}
              </th>
            </tr>
          </thead>
          <tbody>
            {bars.map((bar) => (
              <tr key={bar.label}>
                <th scope="row">{bar.label}</th>
                <td class="n">{bar.value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  )
}
