import type { Coverage as Facts } from '../../../cycle/ideas/index.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { formatPercent } from '../../../platform/languages/numbers.ts'
import { address } from '../../addresses.ts'
import { Status } from '../../components/Status.tsx'
import { answersTexts } from './texts.ts'

const WIDTH = 904

/** How far a plan's ideas are answered: a sentence, a bar with its key, the median, and the way to who is late. */
export function Coverage({
  coverage,
  planId,
  language,
  more = true,
}: {
  coverage: Facts
  planId: string
  language: Language
  more?: boolean
}) {
  const t = answersTexts[language]
  const { ideas, answered, overdue, medianDays } = coverage
  const waiting = ideas - answered - overdue
  const share = (n: number): string => formatPercent(language, ideas ? Math.round((n * 100) / ideas) : 0)
  return (
    <>
      <p class="big">{t.covered(answered, ideas, overdue)}</p>
      {ideas ? (
        <figure class="gap">
          <Bar parts={[answered, waiting, overdue]} />
          <figcaption>
            <ul class="key">
              <li>
                <Status icon="answer" colour="good" word={t.answeredKey(answered)} extra={share(answered)} />
              </li>
              {waiting ? (
                <li>
                  <Status icon="wait" colour="" word={t.waitingKey(waiting)} extra={share(waiting)} />
                </li>
              ) : null}
              {overdue ? (
                <li>
                  <Status icon="clock" colour="bad" word={t.overdueKey(overdue)} extra={share(overdue)} />
                </li>
              ) : null}
            </ul>
          </figcaption>
        </figure>
      ) : null}
      <p>
        {medianDays === null ? t.medianUnknown : t.median(medianDays)}{' '}
        {more && ideas ? <a href={address(language, 'ideaAnswers', { plan: planId })}>{t.whoIsLate}</a> : null}
      </p>
    </>
  )
}

/** The bar says nothing that its key does not say. */
function Bar({ parts }: { parts: readonly [number, number, number] }) {
  const total = parts.reduce((sum, one) => sum + one, 0) || 1
  const colours = ['fa', 'fg', 'fbad'] as const
  let left = 0
  return (
    <svg class="chart bar" viewBox={`0 0 ${WIDTH} 22`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {parts.map((part, index) => {
        if (!part) return null
        const from = left
        left += (part * WIDTH) / total
        return <path key={colours[index]} class={colours[index]} d={`M${round(from)} 3H${round(left)}V19H${round(from)}z`} />
      })}
    </svg>
  )
}

const round = (x: number): number => Math.round(x * 10) / 10
