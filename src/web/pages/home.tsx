import { fullDay } from '../../platform/languages/dates.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { address } from '../addresses.ts'
import { Follow } from '../components/Follow.tsx'
import { Icon } from '../components/Icon.tsx'
import { calendarLink, newsLinks, scopeKey } from '../feeds.ts'
import { page } from '../render.tsx'
import type { AnyVisit, Visit } from '../visit.ts'
import { OpenCall } from './call/CallArticle.tsx'
import { CommitmentIndex } from './commitmentIndex.tsx'
import { countStates, shownStateWords } from './commitmentStates.ts'
import { Calendar } from './home/Calendar.tsx'
import { type HomeFacts, homeFacts } from './home/homeFacts.ts'
import { NearestDeadlines } from './home/NearestDeadlines.tsx'
import { PlansAtAGlance } from './home/PlansAtAGlance.tsx'
import { homeTexts } from './home/texts.ts'
import { NewestNotices } from './notice/NoticeRows.tsx'
import { yearsOf } from './planFacts.tsx'
import { byDateThisYear, planHeadline } from './planHeadline.ts'
import { planName } from './planName.ts'
import { planTexts } from './planTexts.ts'
import { newsOfStates, SumOfStates } from './sumOfStates.tsx'
import { contributionDue, inOrder, opportunityRows, type Row, thingsToDo, WhatYouCanDo } from './whatYouCanDo.tsx'

/** What Koprade shows now, in a sentence or two. */
function lead({ preparing, current }: HomeFacts, { language, today }: AnyVisit): string {
  const t = homeTexts[language]
  if (!preparing) return current ? t.leadRunning : t.nothingYet
  const due = current?.plan.approvedOn && contributionDue(current, today)?.due
  const second = due
    ? t.leadReport(planName(language, current.plan, 'genitive'), byDateThisYear(language, due, today))
    : current === preparing
      ? t.leadSeeDraft
      : t.leadSeeAll
  return `${t.leadPreparing(yearsOf(language, preparing.plan))} ${second}`
}

/** How the commitments stand: a mark for each, and the same in a sentence. */
function Promised({ facts, visit }: { facts: HomeFacts; visit: AnyVisit }) {
  const { language, today } = visit
  const t = homeTexts[language]
  if (!facts.current?.plan.approvedOn || !facts.commitments.length) return null
  const counts = countStates(facts.commitments, facts.standing, today)
  const marks = counts.flatMap(({ state, count }) => Array.from({ length: count }, () => shownStateWords(language, state)))
  return (
    <section class="asof" aria-labelledby="kaiet">
      <h2 class="title2" id="kaiet">
        {t.promised(planName(language, facts.current.plan, 'locative'))}
      </h2>
      <ul class="strip" aria-hidden="true">
        {marks.map((words, index) => (
          <li key={index}>
            <span class={words.colour}>
              <Icon name={words.icon} />
            </span>
          </li>
        ))}
      </ul>
      <p>
        <SumOfStates counts={counts} language={language} />
      </p>
      <p>
        <a href="#apnemsanas">{t.allCommitments}</a>
      </p>
    </section>
  )
}

function Actions({ facts: { preparing, current, commitments }, language }: { facts: HomeFacts; language: Language }) {
  const t = homeTexts[language]
  const first = preparing ?? current
  if (!first) return null
  return (
    <p class="acts">
      <a class="ds-button" href={address(language, 'plan', { plan: first.plan.id })}>
        {t.seePlan(planName(language, first.plan, 'accusative'))}
      </a>
      {current && commitments.length ? (
        <a class="ds-button" data-variant="tertiary" href={address(language, 'commitments', { plan: current.plan.id })}>
          {t.seeCommitments}
        </a>
      ) : null}
    </p>
  )
}

/** The commitments of the plan that matters now, each with how it stands. */
function Commitments({ facts, visit }: { facts: HomeFacts; visit: AnyVisit }) {
  const { language, today } = visit
  const t = homeTexts[language]
  const { current, commitments, standing, names } = facts
  if (!current || !commitments.length) return null
  const due = contributionDue(current, today)?.due
  const approved = current.plan.approvedOn !== null
  return (
    <section class="sec" aria-labelledby="apnemsanas">
      <h2 id="apnemsanas">{t.commitmentsHeading(commitments.length)}</h2>
      <div>
        <p class="big">
          {approved ? newsOfStates(countStates(commitments, standing, today), language) : `${planTexts[language].notApprovedYet}.`}
        </p>
        <CommitmentIndex commitments={commitments} standing={standing} names={names} language={language} today={today} />
        {approved ? (
          <p class="note gap">
            {t.countNote} {due ? t.awaitedBy(byDateThisYear(language, due, today)) : null}
          </p>
        ) : null}
      </div>
    </section>
  )
}

/** All that one can do about any plan, the nearest first; at any time one can check. */
function rowsOf(facts: HomeFacts, visit: AnyVisit): Row[] {
  const { language } = visit
  const t = homeTexts[language]
  const { current } = facts
  const { announced } = facts
  const general = opportunityRows(
    announced.filter(({ notice }) => notice.planId === null),
    language,
    visit.today,
  )
  const ofPlans = facts.plans.flatMap((now) => thingsToDo(now, announced, facts.commitments, facts.standing, visit))
  const rows = inOrder([...ofPlans, ...general])
  if (!current?.plan.approvedOn || !facts.commitments.length) return rows
  const check = { key: 'check', order: visit.today, when: t.anyTime, left: '', title: t.readAndCheck, text: t.readAndCheckText }
  return [...rows, { ...check, href: address(language, 'commitments', { plan: current.plan.id }) }]
}

/** The home page: where we are in the cycle, what one can do now, what was promised, how it is going. */
export async function homePage(visit: Visit<'home'>): Promise<Response> {
  const { language, today } = visit
  const t = homeTexts[language]
  const facts = await homeFacts(visit)
  const { plans, preparing, current } = facts
  const news = preparing ?? current
  const feeds = [...newsLinks(language, 'news'), calendarLink(language, 'calendar')]
  return page(visit, {
    title: t.title,
    feeds,
    children: (
      <>
        <div class="head split">
          <div>
            <p class="eyebrow">{fullDay(language, today)}</p>
            <h1 class="hero">{news ? planHeadline(news, language, today) : t.title}</h1>
            <p class="lead">{lead(facts, visit)}</p>
            <Actions facts={facts} language={language} />
          </div>
          <Promised facts={facts} visit={visit} />
        </div>
        {facts.calls.map((call) => (
          <OpenCall key={call.id} plan={call.planId} call={call} visit={visit} />
        ))}
        {plans.length ? (
          <>
            <Calendar plans={plans} language={language} today={today} />
            <WhatYouCanDo rows={rowsOf(facts, visit)} language={language} />
            <NearestDeadlines plans={plans} language={language} today={today} />
          </>
        ) : null}
        <NewestNotices visit={visit} notices={facts.notices} all={address(language, 'notices')} plans />
        <Commitments facts={facts} visit={visit} />
        {plans.length ? (
          <PlansAtAGlance plans={plans} commitments={facts.commitments.length} current={current} language={language} today={today} />
        ) : null}
        <Follow what={scopeKey.everything} links={feeds} language={language} />
      </>
    ),
  })
}
