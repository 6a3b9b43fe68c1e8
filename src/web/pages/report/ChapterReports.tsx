import { UpdateText } from '../../../cycle/monitoring/index.ts'
import { shortDate } from '../../../platform/languages/dates.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { address } from '../../addresses.ts'
import { DateTime } from '../../components/DateTime.tsx'
import { DeadLink } from '../../components/DeadLink.tsx'
import { MadeUp } from '../../components/MadeUp.tsx'
import { takenOutOn } from '../../components/TakenOut.tsx'
import { newestVersions, referenceDayOf } from '../commitment/facts.ts'
import { evidenceOf } from '../commitment/shared.ts'
import { listed } from '../commitment/texts.ts'
import { Organisation, OutsideLink } from '../parts.tsx'
import type { ReportedCommitment } from './facts.ts'
import { reportTexts } from './texts.ts'

type Props = { facts: ReportedCommitment; language: Language }

/** The last report of each institution on each milestone, in its own words; milestones nobody reported on are named. */
export function Reports({ facts, language }: Props) {
  const t = reportTexts[language]
  const { milestones, organisations, commitment, periods } = facts
  const newest = newestVersions(facts.updates, (update) => update.updateId)
  // Of several periods an institution's latest report stands for it.
  const spoken = new Set<string>()
  const latest = newest.filter(({ milestoneId, organisationId }) => {
    const key = `${milestoneId} ${organisationId}`
    return !spoken.has(key) && spoken.add(key)
  })
  const silent = milestones.filter((milestone) => !latest.some((update) => update.milestoneId === milestone.id))
  if (!latest.length) return <p class="unknown">{t.noUpdates}</p>
  return (
    <>
      {milestones.flatMap((milestone) =>
        latest
          .filter((update) => update.milestoneId === milestone.id)
          .map((update) => {
            const day = referenceDayOf(periods, update.periodId)
            return (
              <div class="told-here" key={update.id}>
                <h4>{t.milestone(milestone.number)}</h4>
                <p class="meta">
                  <Organisation id={update.organisationId} on={update.publishedOn} organisations={organisations} language={language} />
                  {[...(day ? [t.stateOn(shortDate(language, day))] : []), t.published(shortDate(language, update.publishedOn))].map(
                    (text) => `, ${text}`,
                  )}
                  <MadeUp when={update.demonstration} language={language} />
                </p>
                <UpdateText update={update} end={milestone.plannedEnd ?? commitment.periodEnd} language={language} />
              </div>
            )
          }),
      )}
      {silent.length ? (
        <p class="unknown">
          {t.noUpdatesOn(
            listed(
              language,
              silent.map(({ number }) => number),
            ),
            silent.length,
          )}
        </p>
      ) : null}
    </>
  )
}

/** The evidence, numbered: title, who handed it in, its day, and where it can be opened. */
export function ChapterEvidence({ facts, site, language }: Props & { site: string }) {
  const t = reportTexts[language]
  const evidence = [...new Map(evidenceOf(facts, language).map((shown) => [shown.item.id, shown])).values()]
  if (!evidence.length) return <p class="unknown">{t.noEvidence}</p>
  return (
    <ol class="num-list">
      {evidence.map(({ item, milestone, who, written }) => {
        const title = <span {...(written === language ? {} : { lang: written })}>{item.title}</span>
        const href = address(language, 'evidence', { id: item.id })
        return (
          <li key={item.id}>
            <div>
              {item.withdrawal ? title : item.url ? <OutsideLink href={item.url}>{title}</OutsideLink> : <a href={href}>{title}</a>}. {who},{' '}
              <DateTime date={item.dated ?? item.addedOn} language={language} />
              <MadeUp when={item.demonstration} language={language} />
              <span class="meta block">
                {t.milestone(milestone)} · {item.withdrawal ? takenOutOn(language, item.withdrawal) : (item.url ?? site + href)}
              </span>
              <DeadLink since={facts.dead.get(item.url ?? '')} language={language} />
            </div>
          </li>
        )
      })}
    </ol>
  )
}
