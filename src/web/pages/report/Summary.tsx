import type { ComponentChildren } from 'preact'
import { CommitmentStatus, endedBy, stateWords } from '../../../cycle/monitoring/index.ts'
import { groupBy } from '../../../platform/groupBy.ts'
import { plainText } from '../../../platform/languages/languages.ts'
import { Local } from '../../components/Local.tsx'
import type { StatusColour } from '../../components/Status.tsx'
import { BarsDrawing, type DrawnBar } from '../../drawing/BarsDrawing.tsx'
import { webText } from '../../texts.ts'
import type { AnyVisit } from '../../visit.ts'
import { listed } from '../commitment/texts.ts'
import { evidenceNamed, type ReportFacts } from './facts.ts'
import { anchorOf, numberedTitle, reportTexts } from './texts.ts'

type Props = { visit: AnyVisit; facts: ReportFacts }

/** How the commitments stand: in sentences, in a table, and drawn. */
export function Summary({ visit, facts: { commitments } }: Props) {
  const { language, today } = visit
  const t = reportTexts[language]
  if (!commitments.length) return <p>{t.noCommitments}</p>
  return (
    <>
      <p class="big">{inSentences(visit, commitments)}</p>
      <table class="ds-table stack gap">
        <thead>
          <tr>
            <th scope="col">{t.number}</th>
            <th scope="col">{t.commitment}</th>
            <th scope="col">{t.completion}</th>
          </tr>
        </thead>
        <tbody>
          {commitments.map(({ commitment, standing }) => (
            <tr key={commitment.id}>
              <td>{commitment.number}</td>
              <th scope="row">
                <a href={`#${anchorOf(commitment.number)}`}>
                  <Local content={commitment.title} language={language} quiet />
                </a>
              </th>
              <td>
                <CommitmentStatus standing={standing} periodEnd={commitment.periodEnd} today={today} language={language} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Charts visit={visit} commitments={commitments} />
    </>
  )
}

type Commitments = ReportFacts['commitments']

function inSentences({ language }: AnyVisit, commitments: Commitments): string {
  const t = reportTexts[language]
  const number = (state: Commitments[number]['standing']['state']) => commitments.filter(({ standing }) => standing.state === state).length
  const [late, awaiting] = [number('late'), number('awaiting')]
  return [
    t.commitmentsDone(number('complete'), commitments.length),
    ...(late ? [t.commitmentsLate(late)] : []),
    ...(awaiting ? [t.commitmentsAwaiting(awaiting)] : []),
  ].join(' ')
}

function Charts({ visit, commitments }: { visit: AnyVisit; commitments: Commitments }) {
  const { language, today } = visit
  const t = reportTexts[language]
  const states = commitments.map(({ standing, commitment }) =>
    stateWords(language, standing.state, 'f', endedBy(commitment.periodEnd, today)),
  )
  const milestones = commitments.flatMap(({ standing }) =>
    [...standing.milestones.values()].map(({ state }) => stateWords(language, state, 'm', false)),
  )
  const done = commitments.reduce(
    (sum, { standing }) => sum + [...standing.milestones.values()].filter((m) => m.state === 'complete').length,
    0,
  )
  const unknown = commitments.filter((one) => !one.milestones.length).map(({ commitment }) => commitment.number)
  const evidence = commitments.map((one) => ({ one, count: evidenceNamed(one).length }))
  const proved = evidence.filter(({ count }) => count > 0)
  return (
    <>
      <Chart id="diagramma-apnemsanas" title={t.statesChart} label={t.state} bars={byWord(states)} visit={visit} />
      {milestones.length ? (
        <Chart id="diagramma-punkti" title={t.milestonesChart} label={t.state} bars={byWord(milestones)} visit={visit}>
          {t.milestonesDone(done, milestones.length)} {unknown.length ? t.milestonesUnknown(listed(language, unknown)) : null}
        </Chart>
      ) : null}
      <Chart
        id="diagramma-pieradijumi"
        title={t.evidenceChart}
        label={t.commitment}
        bars={evidence.map(({ one: { commitment }, count }) => ({
          label: numberedTitle(commitment.number, plainText(commitment.title, language)),
          value: count,
          colour: 'fa',
        }))}
        visit={visit}
      >
        {t.evidenceCount(
          proved.reduce((sum, { count }) => sum + count, 0),
          proved.length,
        )}
      </Chart>
    </>
  )
}

const barColours: Record<StatusColour, DrawnBar['colour']> = { good: 'fa', go: 'fa', mid: 'fa', '': 'fg', bad: 'fbad' }

/** How many have each word, the most frequent first. */
function byWord(words: readonly { word: string; colour: StatusColour }[]): DrawnBar[] {
  return [...groupBy(words, ({ word }) => word)]
    .map(([label, all]) => ({ label, value: all.length, colour: barColours[all[0]?.colour ?? ''] }))
    .sort((a, b) => b.value - a.value)
}

function Chart({
  id,
  title,
  label,
  bars,
  visit,
  children,
}: {
  id: string
  title: string
  label: string
  bars: readonly DrawnBar[]
  visit: AnyVisit
  children?: ComponentChildren
}) {
  const t = reportTexts[visit.language]
  return (
    <div class="report-chart">
      <h3>{title}</h3>
      {children ? <p>{children}</p> : null}
      <figure>
        <BarsDrawing id={id} title={title} bars={bars} />
      </figure>
      <details class="ds-details">
        <summary>{webText(visit.language).showTable}</summary>
        <table class="ds-table">
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{label}</th>
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
