import { type CommitmentStanding, stateWords } from '../../cycle/monitoring/index.ts'
import { type Day, firstDay, hasPassed } from '../../platform/dates/partialDate.ts'
import { byDate, fullDay, onDate, shortDate } from '../../platform/languages/dates.ts'
import { type Language, plainText } from '../../platform/languages/languages.ts'
import { address } from '../addresses.ts'
import { Icon } from '../components/Icon.tsx'
import { page } from '../render.tsx'
import type { Visit } from '../visit.ts'
import { CommitmentIndex } from './commitmentIndex.tsx'
import { Calendar } from './home/Calendar.tsx'
import { type HomeFacts, homeFacts, type PlanNow } from './home/homeFacts.ts'
import { NearestDeadlines } from './home/NearestDeadlines.tsx'
import { PlansAtAGlance } from './home/PlansAtAGlance.tsx'
import { homeTexts } from './home/texts.ts'
import { WhatYouCanDo } from './home/WhatYouCanDo.tsx'
import { periodText } from './planFacts.tsx'
import { stepTime } from './planState.ts'

/** A plan's short name inside a sentence: the first letter small in Latvian and English alike. */
export const inSentence = (language: Language, plan: PlanNow): string => {
  const name = plainText(plan.plan.shortTitle, language)
  return name.charAt(0).toLocaleLowerCase(language) + name.slice(1)
}

/** The next step of a plan that has a day of its own. */
function nextStep(plan: PlanNow, today: Day) {
  return plan.phases
    .map((phase) => ({ phase, when: stepTime(phase).start }))
    .filter((s) => s.when && s.when.length === 10 && firstDay(s.when) >= today)
    .sort((a, b) => (String(a.when) < String(b.when) ? -1 : 1))[0]
}

/** The headline: what is going on, and the nearest date in it. */
function headline(facts: HomeFacts, language: Language, today: Day): string {
  const t = homeTexts[language]
  const { preparing, current } = facts
  if (preparing) {
    const next = nextStep(preparing, today)
    const step = next?.when ? t.nextStep(plainText(next.phase.label ?? next.phase.title, language), onDate(language, next.when)) : ''
    return `${t.preparing(inSentence(language, preparing))} ${step}`.trim()
  }
  if (!current) return t.title
  if (current.stage === 'running') return t.running(inSentence(language, current))
  const report = current.deadlines.find((d) => d.duty === 'report' && d.due && !hasPassed(d.due, today))
  return `${t.closing(inSentence(language, current))} ${report?.due ? t.reportDue(byDate(language, report.due)) : ''}`.trim()
}

/** How many commitments stand how, as a sentence. */
function sumUp(standing: readonly { s: CommitmentStanding; ended: boolean }[], language: Language) {
  const t = homeTexts[language]
  const count = (state: CommitmentStanding['state'], ended?: boolean) =>
    standing.filter(({ s, ended: e }) => s.state === state && (ended === undefined || e === ended)).length
  const complete = count('complete')
  const rest = [
    [count('substantial'), t.areSubstantial],
    [count('limited', true), t.arePartly],
    [count('limited', false), t.areRunning],
    [count('not-started'), t.areNotStarted],
    [count('late'), t.areLate],
    [count('withdrawn'), t.areWithdrawn],
    [count('awaiting'), t.areAwaited],
  ] as const
  const parts = rest.flatMap(([n, say]) => (n ? [say(n)] : []))
  return (
    <p>
      {t.sumOf(standing.length)} <b>{t.areComplete(complete)}</b>
      {parts.length ? `, ${parts.join(', ')}` : ''}.
    </p>
  )
}

const strength = ['complete', 'substantial', 'limited', 'late', 'not-started', 'withdrawn', 'awaiting']

function Promised({ facts, language, today }: { facts: HomeFacts; language: Language; today: Day }) {
  const t = homeTexts[language]
  const { current } = facts
  if (!current || !facts.commitments.length) return null
  const each = facts.commitments.flatMap(({ commitment }) => {
    const s = facts.standing.get(commitment.id)
    return s ? [{ s, ended: commitment.periodEnd !== null && hasPassed(commitment.periodEnd, today) }] : []
  })
  const sorted = [...each].sort((a, b) => strength.indexOf(a.s.state) - strength.indexOf(b.s.state))
  return (
    <section class="asof" aria-labelledby="kaiet">
      <h2 class="title2" id="kaiet">
        {t.promised(inSentence(language, current))}
      </h2>
      <ul class="strip" aria-hidden="true">
        {sorted.map(({ s, ended }, i) => {
          const words = stateWords(language, s.state, 'f', ended)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, on the server
            <li key={i}>
              <span class={words.colour}>
                <Icon name={words.icon} />
              </span>
            </li>
          )
        })}
      </ul>
      {sumUp(each, language)}
      <p>
        <a href="#apnemsanas">{t.allCommitments}</a>
      </p>
    </section>
  )
}

/** The home page: where we are in the cycle, what one can do now, what was promised, how it is going. */
export async function homePage(visit: Visit<'home'>): Promise<Response> {
  const { language, today } = visit
  const t = homeTexts[language]
  const facts = await homeFacts(visit.house)
  const { preparing, current } = facts
  const complete = facts.commitments.filter((c) => facts.standing.get(c.commitment.id)?.state === 'complete').length
  return page(visit, {
    title: t.title,
    children: (
      <>
        <div class="head split">
          <div>
            <p class="eyebrow">{fullDay(language, today)}</p>
            <h1 class="hero">{headline(facts, language, today)}</h1>
            <p class="lead">{preparing ? t.leadPreparing(periodText(language, preparing.plan)) : current ? t.leadRunning : t.nothingYet}</p>
            <p class="acts">
              {preparing ? (
                <a class="ds-button" href={address(language, 'plan', { plan: preparing.plan.id })}>
                  {t.seePlan(inSentence(language, preparing))}
                </a>
              ) : null}
              {current ? (
                <a
                  class="ds-button"
                  {...(preparing ? { 'data-variant': 'tertiary' } : {})}
                  href={address(language, 'commitments', { plan: current.plan.id })}
                >
                  {t.seeCommitments}
                </a>
              ) : null}
            </p>
          </div>
          <Promised facts={facts} language={language} today={today} />
        </div>
        {facts.plans.length ? (
          <>
            <Calendar plans={facts.plans} language={language} today={today} />
            <WhatYouCanDo facts={facts} visit={visit} />
            <NearestDeadlines plans={facts.plans} language={language} today={today} />
          </>
        ) : null}
        {current && facts.commitments.length ? (
          <section class="sec" aria-labelledby="apnemsanas">
            <h2 id="apnemsanas">{t.commitmentsHeading(facts.commitments.length)}</h2>
            <div>
              <p class="big">
                {t.complete}: {complete}. {plainText(current.plan.shortTitle, language)}, {shortDate(language, today)}
              </p>
              <CommitmentIndex
                commitments={facts.commitments}
                standing={facts.standing}
                names={facts.names}
                language={language}
                today={today}
              />
              <p class="note gap">{t.countNote}</p>
            </div>
          </section>
        ) : null}
        {facts.plans.length ? (
          <PlansAtAGlance plans={facts.plans} commitments={facts.commitments.length} current={current} language={language} today={today} />
        ) : null}
      </>
    ),
  })
}
