import type { DocumentAt } from '../../../cycle/documents/index.ts'
import {
  type Call,
  type CallCorrection,
  type CallState,
  type ContributionKind,
  callState,
  contributionKinds,
  daysLeft,
  type NoticeLead,
} from '../../../cycle/ideas/index.ts'
import { OGP_NOTICE_DAYS } from '../../../cycle/inform/index.ts'
import type { Plan } from '../../../cycle/plan/index.ts'
import type { PublishedSurvey } from '../../../cycle/survey/index.ts'
import { addDays } from '../../../platform/dates/partialDate.ts'
import { byDate, dateRange, onDate } from '../../../platform/languages/dates.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { formatNumber } from '../../../platform/languages/numbers.ts'
import { address } from '../../addresses.ts'
import { DateTime } from '../../components/DateTime.tsx'
import { Local } from '../../components/Local.tsx'
import { LocalParagraphs } from '../../components/LocalParagraphs.tsx'
import { MadeUp } from '../../components/MadeUp.tsx'
import { FactRow, Section } from '../../components/Section.tsx'
import { Status } from '../../components/Status.tsx'
import type { AnyVisit } from '../../visit.ts'
import { SurveyRows } from '../SurveyRows.tsx'
import { callTexts, countedKinds, sendWords } from './texts.ts'

/** A call with all that its page tells. */
export type CallPageFacts = {
  plan: Plan
  call: Call
  paper: DocumentAt | null
  lead: NoticeLead
  corrections: readonly CallCorrection[]
  sent: ReadonlyMap<ContributionKind, number>
  surveys: readonly PublishedSurvey[]
}

const marks: Record<CallState, Pick<Parameters<typeof Status>[0], 'icon' | 'colour'>> = {
  draft: { icon: 'none', colour: '' },
  coming: { icon: 'wait', colour: '' },
  open: { icon: 'half', colour: 'go' },
  closed: { icon: 'stop', colour: '' },
}

/** A call as everyone reads it; the preview of a draft shows the same. */
export function CallArticle({ visit, facts }: { visit: AnyVisit; facts: CallPageFacts }) {
  const { language, today } = visit
  const t = callTexts[language]
  const { plan, call } = facts
  // A draft is shown as it will be on its first day.
  const state = callState(call, today)
  return (
    <>
      <div class="head">
        <p class="eyebrow">
          {t.eyebrow}: <Local content={plan.shortTitle} language={language} quiet />
        </p>
        <h1 class="long sentence">
          <Local content={call.title} language={language} />
          <MadeUp when={call.demonstration} language={language} />
        </h1>
        <p>
          <Status {...marks[state]} word={t[state]} extra={dateRange(language, call.startsOn, call.endsOn)} />
        </p>
        <p class="lead">{whenWords(visit, call, state)}</p>
        {state === 'closed' && call.closingReason ? (
          <p>
            {t.whyClosed}: <Local content={call.closingReason} language={language} />
          </p>
        ) : null}
        {state === 'open' ? <SendButtons plan={plan.id} call={call} language={language} /> : null}
      </div>
      <Section id="teksts" label={t.text}>
        <div class="prose">
          <LocalParagraphs content={call.body} language={language} />
        </div>
      </Section>
      {call.questions.length ? (
        <Section id="jautajumi" label={t.questions}>
          <ol class="num-list">
            {call.questions.map((question, index) => (
              <li key={index}>
                <Local content={question} language={language} />
              </li>
            ))}
          </ol>
        </Section>
      ) : null}
      {facts.paper ? (
        <Section id="dokuments" label={t.paper}>
          <p>
            <a href={address(language, 'document', { plan: plan.id, document: facts.paper.document.id })}>
              <Local content={facts.paper.document.title} language={language} />
            </a>
          </p>
        </Section>
      ) : null}
      {state === 'closed' ? null : (
        <Section id="piedalities" label={t.takePart}>
          <div class="prose">
            <p>{t.whoMay}</p>
            <p>{t[call.moderation]}</p>
          </div>
        </Section>
      )}
      <SurveyRows surveys={facts.surveys} label={t.surveys} language={language} />
      <SoFar facts={facts} language={language} />
      <Section id="talak" label={t.whatNext}>
        <div class="prose">
          <LocalParagraphs content={call.whatNext} language={language} />
          <p>{t.answerDue(byDate(language, addDays(call.endsOn, call.answerDays)))}</p>
        </div>
      </Section>
      <InTime facts={facts} language={language} />
      <Corrections corrections={facts.corrections} language={language} />
    </>
  )
}

function whenWords({ language, today }: AnyVisit, call: Call, state: CallState): string {
  const t = callTexts[language]
  if (state === 'coming' || state === 'draft') return t.from(onDate(language, call.startsOn))
  if (state === 'open') return `${t.untilLast(onDate(language, call.endsOn))} ${t.daysLeft(daysLeft(call, today))}`
  const ended =
    call.closedOn && call.closedOn <= today ? t.closedBy(onDate(language, call.closedOn)) : t.endedOn(onDate(language, call.endsOn))
  return `${ended} ${t.nothingMore}`
}

/** A button for each kind of thing that the call asks for; the first is the primary one. */
export function SendButtons({ plan, call, language }: { plan: string; call: Call; language: Language }) {
  return (
    <p class="acts">
      {contributionKinds
        .filter((kind) => call.kinds.includes(kind))
        .map((kind, index) => (
          <a
            key={kind}
            class="ds-button"
            {...(index ? { 'data-variant': 'secondary' } : {})}
            href={address(language, 'ideaNew', { plan, call: call.id, kind })}
          >
            {sendWords[language][kind]}
          </a>
        ))}
    </p>
  )
}

function SoFar({ facts: { plan, sent }, language }: { facts: CallPageFacts; language: Language }) {
  const t = callTexts[language]
  const counted = contributionKinds.flatMap((kind) => {
    const n = sent.get(kind) ?? 0
    return n ? [countedKinds(language, kind, n)] : []
  })
  return (
    <Section id="skaits" label={t.soFar}>
      {counted.length ? (
        <>
          <p class="big">{counted.join(' · ')}</p>
          <p>
            <a href={address(language, 'ideas', { plan: plan.id })}>{t.readAll}</a>
          </p>
        </>
      ) : (
        <p>{t.soFarNone}</p>
      )}
    </Section>
  )
}

/** Whether the opportunities to take part were announced as long before as the standard asks, and if not, why. */
function InTime({ facts: { call, lead }, language }: { facts: CallPageFacts; language: Language }) {
  const t = callTexts[language]
  const words =
    lead.noticeId === null ? t.notAnnounced : lead.days > 0 ? t.announced(lead.days) : lead.days === 0 ? t.announcedSame : t.announcedLate
  return (
    <Section id="laikus" label={t.inTime}>
      <p>
        <Status
          {...(lead.inTime ? ({ icon: 'done', colour: 'good' } as const) : ({ icon: 'late', colour: 'bad' } as const))}
          word={lead.inTime ? t.met : t.missed}
        />
      </p>
      <p>
        {words} {t.standard(OGP_NOTICE_DAYS)}
        {lead.noticeId === null ? null : (
          <>
            {' '}
            <a href={address(language, 'notice', { notice: lead.noticeId })}>{t.theNotice}</a>
          </>
        )}
      </p>
      {!lead.inTime && call.shortNoticeReason ? (
        <dl class="facts long">
          <FactRow name={t.whyNot}>
            <LocalParagraphs content={call.shortNoticeReason} language={language} />
          </FactRow>
        </dl>
      ) : null}
    </Section>
  )
}

function Corrections({ corrections, language }: { corrections: readonly CallCorrection[]; language: Language }) {
  const t = callTexts[language]
  if (!corrections.length) return null
  return (
    <Section id="labojumi" label={t.corrections}>
      <ul class="reasons">
        {corrections.map(({ id, correctedOn, reason, recordSeq }) => (
          <li key={id}>
            <DateTime date={correctedOn} language={language} />: <Local content={reason} language={language} />{' '}
            <a href={address(language, 'recordEntry', { seq: recordSeq })}>{t.recordEntry(formatNumber(language, recordSeq))}</a>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** An open call, told where people look first: what one can do now and until when. */
export function OpenCall({ plan, call, visit }: { plan: string; call: Call; visit: AnyVisit }) {
  const { language, today } = visit
  const t = callTexts[language]
  const heading = `aicinajums-${call.id}`
  return (
    <section class="sec" aria-labelledby={heading}>
      <h2 id={heading}>{t.youCan}</h2>
      <div>
        <h3 class="title2">
          <a href={address(language, 'call', { plan, call: call.id })}>
            <Local content={call.title} language={language} />
          </a>
          <MadeUp when={call.demonstration} language={language} />
        </h3>
        <p>
          {t.untilLast(onDate(language, call.endsOn))} {t.daysLeft(daysLeft(call, today))}
        </p>
        <SendButtons plan={plan} call={call} language={language} />
      </div>
    </section>
  )
}

/** The calls of a plan that are not open: those to come and those that are over. Nothing where there are none. */
export function OtherCalls({ plan, calls, visit }: { plan: string; calls: readonly Call[]; visit: AnyVisit }) {
  const { language, today } = visit
  const t = callTexts[language]
  const others = calls.filter((call) => callState(call, today) !== 'open')
  if (!others.length) return null
  return (
    <Section id="aicinajumi" label={t.others}>
      <ul class="link-list">
        {others.map((call) => {
          const state = callState(call, today)
          return (
            <li key={call.id}>
              <a href={address(language, 'call', { plan, call: call.id })}>
                <Local content={call.title} language={language} />
              </a>{' '}
              <Status {...marks[state]} word={t[state]} extra={dateRange(language, call.startsOn, call.endsOn)} />
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
