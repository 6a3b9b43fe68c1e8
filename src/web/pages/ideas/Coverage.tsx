import type { Language } from '../../../platform/languages/languages.ts'
import { formatPercent } from '../../../platform/languages/numbers.ts'
import { Status } from '../../components/Status.tsx'
import { ideaListTexts } from './listTexts.ts'

const WIDTH = 904
const GAP = 4

type Props = { answered: number; waiting: number; late: number; language: Language }

/** How far ideas are answered: in a sentence, a bar and its key. The waiting ones are those whose answer is not due yet. */
export function Coverage({ answered, waiting, late, language }: Props) {
  const t = ideaListTexts[language]
  const total = answered + waiting + late
  const percent = (n: number): string => formatPercent(language, Math.round((n * 100) / total))
  const parts = [
    { n: answered, class: 'fa' },
    { n: waiting, class: 'fg' },
    { n: late, class: 'fbad' },
  ].filter(({ n }) => n > 0)
  let left = 0
  return (
    <>
      <p class="big">
        {t.answered(answered, total)}, {late ? t.late(late) : t.noneLate}.
      </p>
      <figure class="gap">
        <svg class="chart bar" viewBox={`0 0 ${WIDTH} 22`} preserveAspectRatio="none" aria-hidden="true">
          {parts.map((part, index) => {
            const width = (part.n * (WIDTH - GAP * (parts.length - 1))) / total
            const from = left
            left += width + GAP
            return <path key={index} class={part.class} d={`M${from.toFixed(1)} 3h${width.toFixed(1)}v16h-${width.toFixed(1)}z`} />
          })}
        </svg>
        <figcaption>
          <ul class="key two-ends">
            <li>
              <Status icon="answer" colour="good" word={t.answeredShort(answered)} extra={percent(answered)} />
            </li>
            {waiting ? (
              <li>
                <Status icon="wait" colour="" word={t.waitingShort(waiting)} extra={percent(waiting)} />
              </li>
            ) : null}
            {late ? (
              <li>
                <Status icon="clock" colour="bad" word={t.lateShort(late)} extra={percent(late)} />
              </li>
            ) : null}
          </ul>
        </figcaption>
      </figure>
    </>
  )
}
