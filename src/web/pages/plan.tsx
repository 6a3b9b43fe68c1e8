import { documentList, documentsByIds } from '../../cycle/documents/index.ts'
import { callState, callsOf } from '../../cycle/ideas/index.ts'
import { easyPageOf } from '../../cycle/inform/index.ts'
import { ballotsOf, type PublishedBallot } from '../../cycle/selection/index.ts'
import { surveysOf } from '../../cycle/survey/index.ts'
import { dayInRiga } from '../../platform/clock.ts'
import { countIn, keysIn } from '../../platform/database/dayList.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import { dateRange } from '../../platform/languages/dates.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { notFound } from '../../platform/refusal.ts'
import { address } from '../addresses.ts'
import { EasyLink } from '../components/EasyLink.tsx'
import { Follow } from '../components/Follow.tsx'
import { Local } from '../components/Local.tsx'
import { MadeUp } from '../components/MadeUp.tsx'
import { Section } from '../components/Section.tsx'
import { calendarLink, newsLinks, scopeKey } from '../feeds.ts'
import { page } from '../render.tsx'
import type { Handler } from '../visit.ts'
import { OpenCall, OtherCalls } from './call/CallArticle.tsx'
import { CommitmentIndex } from './commitmentIndex.tsx'
import { DeadlineTable } from './deadlineTable.tsx'
import { homeTexts } from './home/texts.ts'
import { NewestNotices } from './notice/NoticeRows.tsx'
import { newestNoticesOf } from './notice/newest.ts'
import { AboutPlan } from './plan/AboutPlan.tsx'
import { Documents } from './plan/Documents.tsx'
import { type PlanFacts, pathToPlan, planNamesDay, readPlan } from './plan/facts.ts'
import { KeyFigures } from './plan/KeyFigures.tsx'
import { Phases } from './plan/Phases.tsx'
import { plansTexts } from './plan/texts.ts'
import { planHeadline } from './planHeadline.ts'
import { type PlanNow, plansNow } from './planNow.ts'
import { planTexts } from './planTexts.ts'
import { SurveyRows } from './SurveyRows.tsx'
import { meetingsSoon, opportunitiesSoon, thingsToDo, WhatYouCanDo } from './whatYouCanDo.tsx'

/** The plan's number, what is going on with it, its title, and where to read on. */
function Head({
  facts: { plan, commitments },
  headline,
  easy,
  language,
}: {
  facts: PlanFacts
  headline: string
  easy: string | null
  language: Language
}) {
  const t = plansTexts[language]
  return (
    <div class="head hang no-hang">
      <p class="numeral" aria-hidden="true">
        {plan.ordinal}
      </p>
      <div>
        <h1 class="long">{headline}</h1>
        <p class="lead">
          <Local content={plan.title} language={language} />
        </p>
        {easy ? <EasyLink href={easy} language={language} /> : null}
        {plan.approvedOn && commitments.length ? (
          <p class="acts">
            <a class="ds-button" href={address(language, 'report', { plan: plan.id })}>
              {t.readReport}
            </a>
            <a class="ds-button" data-variant="tertiary" href={address(language, 'contributions', { plan: plan.id })}>
              {t.whoContributed}
            </a>
          </p>
        ) : null}
      </div>
    </div>
  )
}

function Deadlines({ now, language, today }: { now: PlanNow; language: Language; today: Day }) {
  const t = plansTexts[language]
  return (
    <Section id="termini" label={planTexts[language].deadlines}>
      {now.deadlines.length ? (
        <>
          <DeadlineTable deadlines={now.deadlines} language={language} today={today} />
          <p class="note gap">{t.bothDeadlines}</p>
        </>
      ) : (
        <p class="unknown">{t.noDeadlines}</p>
      )}
    </Section>
  )
}

/** Ballots on the plan, the one that closes last first. Whether one can vote now changes within the day, so it stands on their own pages. */
function Ballots({ plan, ballots, language }: { plan: string; ballots: readonly PublishedBallot[]; language: Language }) {
  if (!ballots.length) return null
  const t = plansTexts[language]
  return (
    <Section id="balsojumi" label={t.ballots}>
      <ul class="rows">
        {ballots.slice(0, NEWEST_BALLOTS).map((ballot) => (
          <li key={ballot.id}>
            <h3>
              <a href={address(language, 'ballot', { ballot: ballot.id })}>
                <Local content={ballot.content.title} language={language} />
              </a>
              <MadeUp when={ballot.demonstration} language={language} />
            </h3>
            <p>{dateRange(language, dayInRiga(ballot.opensAt), dayInRiga(ballot.closesAt))}</p>
          </li>
        ))}
      </ul>
      <p>
        <a href={address(language, 'ballots', { plan })}>{t.allBallots}</a>
      </p>
    </Section>
  )
}

/** So many ballots stand on the plan's own page. */
const NEWEST_BALLOTS = 3
/** So many documents stand on the plan's own page. */
const NEWEST_DOCUMENTS = 8

/** One plan: what is going on with it, how it goes, what one can do, its phases, deadlines, commitments and documents. */
export const planPage: Handler<'plan'> = async (visit) => {
  const { house, language, today, recall } = visit
  const t = plansTexts[language]
  const facts = await readPlan(visit, visit.values.plan)
  const { plan, commitments, standing, organisations } = facts
  const { now, documents, total, soon, notices, calls, surveys, ballots } = await recall(`around plan ${plan.id}`, async () => {
    const [now] = await plansNow(house.db, [plan], today)
    if (!now) throw notFound()
    const all = documentList({ planId: plan.id, kind: null, language: null, year: null, order: 'added', today })
    const newest = (await keysIn(house.db, all, NEWEST_DOCUMENTS)).map((key) => key.id)
    return {
      now,
      documents: await documentsByIds(house.db, newest, today),
      total: await countIn(house.db, all),
      soon: {
        announced: await opportunitiesSoon(house.db, { planIds: [plan.id], general: false }, today),
        meetings: await meetingsSoon(house.db, { planIds: [plan.id], general: false }, today),
      },
      notices: await newestNoticesOf(house.db, plan.id, today),
      calls: await callsOf(house.db, plan.id, today),
      surveys: await surveysOf(house.db, plan.id, today),
      ballots: await ballotsOf(house.db, plan.id, house.clock),
    }
  })
  const easy = await easyPageOf(house.db, { plan: plan.id }, today, language)
  const headline = planHeadline(now, language, today)
  const feeds = [...newsLinks(language, 'planNews', { plan: plan.id }), calendarLink(language, 'planCalendar', { plan: plan.id })]
  return page(visit, {
    title: headline,
    easy,
    feeds,
    path: pathToPlan(language),
    children: (
      <>
        <Head facts={facts} headline={headline} easy={easy} language={language} />
        {calls
          .filter((call) => callState(call, today) === 'open')
          .map((call) => (
            <OpenCall key={call.id} plan={plan.id} call={call} visit={visit} />
          ))}
        <KeyFigures facts={facts} language={language} today={today} />
        {now.stage === 'closed' ? null : <WhatYouCanDo rows={thingsToDo(now, soon, commitments, standing, visit)} language={language} />}
        <OtherCalls plan={plan.id} calls={calls} visit={visit} />
        <NewestNotices visit={visit} notices={notices} all={address(language, 'planNotices', { plan: plan.id })} plans={false} />
        <SurveyRows surveys={surveys} label={plansTexts[language].surveys} language={language} />
        <Ballots plan={plan.id} ballots={ballots} language={language} />
        <Phases now={now} language={language} today={today} />
        <Deadlines now={now} language={language} today={today} />
        {commitments.length ? (
          <Section id="apnemsanas" label={t.commitmentsHeading(commitments.length)}>
            <p>
              <a href={address(language, 'commitments', { plan: plan.id })}>
                {plan.approvedOn ? t.filterThem : homeTexts[language].allCommitments}
              </a>
            </p>
            <CommitmentIndex
              commitments={commitments}
              standing={standing}
              names={organisations.namesOn(planNamesDay(plan, today))}
              language={language}
              today={today}
            />
          </Section>
        ) : null}
        <AboutPlan now={now} language={language} />
        <Documents plan={plan} documents={documents} total={total} language={language} />
        <Follow what={scopeKey.plan(plan.id)} links={feeds} language={language} />
      </>
    ),
  })
}
