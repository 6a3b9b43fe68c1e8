import { type MilestoneStanding, UpdateText } from '../../../cycle/monitoring/index.ts'
import type { Milestone } from '../../../cycle/plan/index.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import { type Language, plainText } from '../../../platform/languages/languages.ts'
import { address } from '../../addresses.ts'
import { DateTime } from '../../components/DateTime.tsx'
import { MadeUp } from '../../components/MadeUp.tsx'
import { Section } from '../../components/Section.tsx'
import { MilestonesDrawing } from '../../drawing/MilestonesDrawing.tsx'
import { Organisation, SourceLine } from '../parts.tsx'
import { type CommitmentFacts, referenceDayOf } from './facts.ts'
import { MilestoneTable } from './MilestoneTable.tsx'
import { continuesNow, drawnRemark } from './milestoneTime.tsx'
import { commitmentTexts, listed } from './texts.ts'

type Props = { facts: CommitmentFacts; language: Language; today: Day }
type Row = { milestone: Milestone; standing: MilestoneStanding; href: string }

/** The milestones: drawn, in a table, and the last report on each. */
export function Milestones({ facts, language, today }: Props) {
  const t = commitmentTexts[language]
  const { plan, commitment, milestones } = facts
  const hrefOf = (milestone: Milestone): string =>
    address(language, 'updates', { plan: plan.id, number: commitment.number, milestone: milestone.number })
  const rows = milestones.flatMap((milestone): Row[] => {
    const standing = facts.standing.milestones.get(milestone.id)
    return standing ? [{ milestone, standing, href: hrefOf(milestone) }] : []
  })
  return (
    <Section id="punkti" label={t.milestones}>
      {rows.length ? (
        <>
          <Drawn facts={facts} rows={rows} language={language} today={today} />
          <div class="gap">
            <MilestoneTable facts={facts} hrefOf={hrefOf} language={language} />
          </div>
          {plan.approvedOn ? <LastReports facts={facts} rows={rows} language={language} /> : null}
        </>
      ) : (
        <div class="prose">
          <p>{t.noMilestones}</p>
          {commitment.sources.length ? <p class="note">{t.noMilestonesWhy}</p> : null}
        </div>
      )}
    </Section>
  )
}

/** Planned against actual time. Without any date there is nothing to draw. */
function Drawn({ facts: { plan }, rows, language, today }: Props & { rows: readonly Row[] }) {
  const t = commitmentTexts[language]
  const dated = rows.some(
    ({ milestone, standing }) =>
      milestone.plannedStart || milestone.plannedEnd || standing.update?.actualStart || standing.update?.actualEnd,
  )
  if (!dated) return null
  return (
    <>
      <ul class="key">
        <li>
          <svg viewBox="0 0 24 14" aria-hidden="true">
            <path class="lo fp" d="M1 2h22v10H1z" />
          </svg>
          {t.planned}
        </li>
        <li>
          <svg viewBox="0 0 24 14" aria-hidden="true">
            <path class="fa" d="M0 1h24v12H0z" />
          </svg>
          {t.actual}
        </li>
        <li>
          <svg viewBox="0 0 24 14" aria-hidden="true">
            <path class="ft" d="M0 0h24v14H0z" />
          </svg>
          {t.planPeriodKey}
        </li>
      </ul>
      <figure>
        <MilestonesDrawing
          id="punktu-laiks"
          title={t.drawing(rows.length)}
          plan={{ start: plan.periodStart, end: plan.periodEnd, label: t.planPeriod }}
          today={today}
          milestones={rows.map(({ milestone, standing }) => ({
            label: plainText(milestone.title, language),
            planned: { start: milestone.plannedStart, end: milestone.plannedEnd },
            actual: standing.update ? { start: standing.update.actualStart, end: standing.update.actualEnd } : null,
            remark: drawnRemark(milestone, standing, language),
            continues: continuesNow(standing),
          }))}
        />
      </figure>
    </>
  )
}

/** The last report on each milestone; those without one in a sentence, with the sources that tell of them. */
function LastReports({ facts, rows, language }: { facts: CommitmentFacts; rows: readonly Row[]; language: Language }) {
  const t = commitmentTexts[language]
  const { organisations, commitment, periods } = facts
  const silent = rows.filter(({ standing }) => !standing.update)
  const sources = [...new Set(silent.flatMap(({ standing }) => standing.source?.sources ?? []))]
  return (
    <div class="reports">
      <h3 class="title2">{t.updates}</h3>
      {silent.length < rows.length ? (
        <ul class="rows">
          {rows.map(({ milestone, standing: { update }, href }) => {
            if (!update) return null
            const day = referenceDayOf(periods, update.periodId)
            const all = new Set(facts.updates.flatMap((one) => (one.milestoneId === milestone.id ? [one.id] : []))).size
            return (
              <li key={milestone.id}>
                <p class="when">
                  <b>{t.milestoneNumbered(milestone.number)}</b>
                  {day ? (
                    <span>
                      {t.stateOnDay} <DateTime date={day} language={language} />
                    </span>
                  ) : null}
                </p>
                <div>
                  <p class="meta">
                    <Organisation id={update.organisationId} on={update.publishedOn} organisations={organisations} language={language} />,{' '}
                    {t.published} <DateTime date={update.publishedOn} language={language} />
                    <MadeUp when={update.demonstration} language={language} />
                  </p>
                  <UpdateText update={update} end={milestone.plannedEnd ?? commitment.periodEnd} language={language} />
                  <p>
                    <a href={href}>{t.allUpdates(milestone.number, all)}</a>
                  </p>
                </div>
              </li>
            )
          })}
        </ul>
      ) : null}
      {silent.length ? (
        <p class={silent.length < rows.length ? 'gap' : ''}>
          {silent.length < rows.length
            ? t.notReported(
                listed(
                  language,
                  silent.map(({ milestone }) => milestone.number),
                ),
                silent.length,
              )
            : sources.length
              ? t.onlySources
              : t.noUpdate}{' '}
          <SourceLine sources={sources} language={language} />
        </p>
      ) : null}
    </div>
  )
}
