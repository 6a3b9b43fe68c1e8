import { reportingPolicy } from '../../../cycle/reporting/index.ts'
import { type Day, firstDay, lastDay } from '../../../platform/dates/partialDate.ts'
import { byDate, dateRange, longDate, onDate } from '../../../platform/languages/dates.ts'
import { inLanguage, type LocalText } from '../../../platform/languages/languages.ts'
import { address } from '../../addresses.ts'
import { Icon } from '../../components/Icon.tsx'
import { Local } from '../../components/Local.tsx'
import { FactRow } from '../../components/Section.tsx'
import { webText } from '../../texts.ts'
import type { AnyVisit } from '../../visit.ts'
import { newestVersions } from '../commitment/facts.ts'
import { OutsideLink } from '../parts.tsx'
import { evidenceNamed, hasMadeUp, type ReportFacts } from './facts.ts'
import { reportTexts } from './texts.ts'

/** The report's first page: what it is, how far it has come, on which basis and until when, and what it rests on. */
export function Cover({ visit, facts }: { visit: AnyVisit; facts: ReportFacts }) {
  const { language, today, actor, house } = visit
  const t = reportTexts[language]
  const { plan, due } = facts
  const here = { plan: plan.id }
  const title = inLanguage(plan.title, language)
  return (
    <div class="cover">
      <p class="brand print-only">
        <Icon name="mark" class="mark" />
        <span>{webText(language).siteName}</span>
      </p>
      <p class="eyebrow">{t.asOf(onDate(language, today))}</p>
      <h1 class="hero">{t.title(plan.ordinal)}</h1>
      <p class="lead" {...(title?.missing ? { lang: title.language } : {})}>
        {t.lead(title?.text ?? plan.id, dateRange(language, plan.periodStart, plan.periodEnd))}
      </p>
      <p class="note gap">{howFar(visit, facts)}</p>
      <p class="acts">
        {reportingPolicy.editReportTexts(actor, undefined) ? (
          <a class="ds-button" href={address(language, 'reportEdit', here)}>
            {t.editTexts}
          </a>
        ) : null}
        <a href={address(language, 'contributions', here)}>{t.contributions}</a>
      </p>
      <dl class="facts gap">
        <FactRow name={t.basis}>
          {due ? <Basis text={due.basis} url={due.basisUrl} visit={visit} /> : <span class="unknown">{t.noBasis}</span>}
        </FactRow>
        <FactRow name={t.approved}>
          {plan.approvedOn ? (
            <>
              {longDate(language, plan.approvedOn)}
              {plan.approvalAct ? (
                <>
                  , <Basis text={plan.approvalAct} url={plan.approvalUrl} visit={visit} />
                </>
              ) : null}
            </>
          ) : (
            <span class="unknown">{webText(language).notKnown}</span>
          )}
        </FactRow>
        <FactRow name={t.due}>{due?.due ? longDate(language, due.due) : <span class="unknown">{webText(language).notKnown}</span>}</FactRow>
        <FactRow name={t.oversight}>
          <Local content={plan.oversight} language={language} />
        </FactRow>
        <FactRow name={t.data}>{restsOn(facts, visit)}</FactRow>
        <div class="on-paper">
          <dt>{t.address}</dt>
          <dd>{house.configuration.url + address(language, 'report', here)}</dd>
        </div>
      </dl>
    </div>
  )
}

function Basis({ text, url, visit: { language } }: { text: LocalText; url: string | null; visit: AnyVisit }) {
  if (!url) return <Local content={text} language={language} />
  return (
    <OutsideLink href={url}>
      <Local content={text} language={language} quiet />
    </OutsideLink>
  )
}

/** How far the report has come: it says itself that it is not final. */
function howFar({ language, today }: AnyVisit, { plan, due, commitments }: ReportFacts): string {
  const t = reportTexts[language]
  const end: Day | null = due?.due ? lastDay(due.due) : null
  return [
    t.draft(onDate(language, today)),
    ...(firstDay(plan.periodStart) <= today && today <= lastDay(plan.periodEnd) ? [t.running] : []),
    ...(end === null ? [] : end >= today ? [t.dueBy(byDate(language, end))] : [t.wasDue(byDate(language, end)), t.noApproval]),
    ...(commitments.some(hasMadeUp) ? [t.madeUp] : []),
  ].join(' ')
}

function restsOn({ plan, commitments }: ReportFacts, { language }: AnyVisit): string {
  const count = (each: (commitment: ReportFacts['commitments'][number]) => number) =>
    commitments.reduce((sum, commitment) => sum + each(commitment), 0)
  const t = reportTexts[language]
  const counted = t.dataText(
    count(({ updates }) => newestVersions(updates, (update) => update.updateId).length),
    count(({ assessments }) => newestVersions(assessments, (assessment) => assessment.assessmentId).length),
    count((commitment) => evidenceNamed(commitment).length),
  )
  const fromSources = plan.sources.length > 0 || commitments.some(({ commitment }) => commitment.sources.length > 0)
  return counted + (fromSources ? t.restFromSources : t.restEntered)
}
