import { countSubscriptions, type SubscriptionCounts } from '../../follow/index.ts'
import { allow, peoplePolicy } from '../../people/index.ts'
import type { Fields } from '../../platform/http/fields.ts'
import { type RegularJobState, regularJobStates } from '../../platform/jobs/regularJobs.ts'
import { formatNumber } from '../../platform/languages/numbers.ts'
import { countLetters, KEPT_DAYS, type LetterState, retryLetters, type UnsentLetter, unsentLetters } from '../../platform/mail/letters.ts'
import { mailWayOf } from '../../platform/mail/mailer.ts'
import { maskedAddress } from '../../platform/mail/maskedAddress.ts'
import { wrongField } from '../../platform/refusal.ts'
import { address } from '../addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../answerForm.ts'
import { ErrorSummary } from '../components/form.tsx'
import { HiddenFields } from '../components/HiddenFields.tsx'
import { Status } from '../components/Status.tsx'
import { page } from '../render.tsx'
import type { AnyVisit, Handler } from '../visit.ts'
import { jobTexts } from './jobs/texts.ts'
import { problemInWords, regularJobInWords } from './jobs/words.ts'
import { Moment } from './record/parts.tsx'

/** Letters and background jobs, for the administrator: what waits, what failed, what to do about it. */
export const showJobs: Handler<'jobs'> = async (visit) => {
  allow(peoplePolicy.seeJobs, visit.actor, undefined)
  return draw(visit, opened())
}

/** Lets failed letters be tried again, one or all. */
export const sendRetry: Handler<'jobs'> = async (visit) => {
  allow(peoplePolicy.retryLetters, visit.actor, undefined)
  return answerForm(
    visit,
    async (house, fields) => {
      const retried = await retryLetters(house.db, house.clock.now(), readWhich(fields))
      return `${address(visit.language, 'jobs')}?retried=${retried}`
    },
    (drawn) => draw(visit, drawn),
  )
}

function readWhich(fields: Fields): { id: string } | 'all' {
  const letter = fields.trimmed('letter')
  if (letter === 'all') return 'all'
  if (!/^[\da-f-]{36}$/.test(letter)) throw wrongField('letter', (language) => jobTexts[language].retryWhich)
  return { id: letter }
}

/** How many letters were let go again a moment ago, by the address. */
function retriedOf(visit: AnyVisit): number | null {
  const text = visit.query.get('retried') ?? ''
  return /^\d{1,6}$/.test(text) ? Number(text) : null
}

async function draw(visit: AnyVisit, drawn: Drawn): Promise<Response> {
  const { house, language } = visit
  const t = jobTexts[language]
  const counts = await countLetters(house.db)
  const letters = await unsentLetters(house.db)
  const jobs = await regularJobStates(house.db)
  const subscriptions = await countSubscriptions(house.db)
  const retried = drawn.status === 200 ? retriedOf(visit) : null
  return page(
    visit,
    {
      title: t.title,
      hasErrors: drawn.problems.length > 0,
      section: 'manage',
      path: [{ title: t.secretariat, href: address(language, 'manage') }],
      children: (
        <>
          <div class="head tight">
            <h1>{t.title}</h1>
            <p class="lead">{t.lead}</p>
            {retried === null ? null : (
              <p class="lead" role="status">
                {t.retried(retried)}
              </p>
            )}
          </div>
          <ErrorSummary form={stateOf(visit, drawn)} />
          <section class="sec" aria-labelledby="vestules">
            <h2 id="vestules">{t.letters}</h2>
            <div>
              <MailWay visit={visit} />
              <Counts visit={visit} counts={counts} />
              <p class="note gap">{t.lastDays(KEPT_DAYS)}</p>
            </div>
          </section>
          <section class="sec" aria-labelledby="nenosutitas">
            <h2 id="nenosutitas">{t.unsent}</h2>
            <div>
              {letters.length ? (
                <>
                  {letters.length < counts.waiting + counts.failed ? <p class="note">{t.shownOnly(letters.length)}</p> : null}
                  <LetterTable visit={visit} drawn={drawn} letters={letters} />
                  {letters.filter(canRetry).length > 1 ? (
                    <div class="acts">
                      <Retry visit={visit} drawn={drawn} letter="all" label={t.retryAll} />
                    </div>
                  ) : null}
                </>
              ) : (
                <p>{t.noneUnsent}</p>
              )}
            </div>
          </section>
          <section class="sec" aria-labelledby="abonementi">
            <h2 id="abonementi">{t.subscriptions}</h2>
            <div>
              <Subscriptions visit={visit} counts={subscriptions} />
              <p class="note gap">{t.subscriptionsNote}</p>
            </div>
          </section>
          <section class="sec" aria-labelledby="regularie">
            <h2 id="regularie">{t.regular}</h2>
            <div>{jobs.length ? <RegularJobTable visit={visit} jobs={jobs} /> : <p>{t.noneRegular}</p>}</div>
          </section>
        </>
      ),
    },
    drawn.status,
  )
}

function MailWay({ visit }: { visit: AnyVisit }) {
  const { house, language } = visit
  const t = jobTexts[language]
  const way = mailWayOf(house.configuration, house.demonstration !== null)
  if (way === 'shown')
    return (
      <p class="prose">
        {t.wayShown} <a href={address(language, 'demonstrationMail')}>{t.demonstrationMail}</a>
      </p>
    )
  return <p class="prose">{way === 'sent' ? t.waySent : <Status icon="late" colour="bad" word={t.wayKept} />}</p>
}

function Counts({ visit, counts }: { visit: AnyVisit; counts: Record<LetterState, number> }) {
  const t = jobTexts[visit.language]
  const states = (['waiting', 'failed', 'sent', 'returned', 'shown'] as const).filter((state) => state !== 'shown' || counts.shown > 0)
  return <Numbers visit={visit} numbers={states.map((state) => [t[state], counts[state]])} />
}

/** How many follow by e-mail; never who. */
function Subscriptions({ visit, counts: { subscribers, resting, unconfirmed, by } }: { visit: AnyVisit; counts: SubscriptionCounts }) {
  const t = jobTexts[visit.language]
  return (
    <>
      <Numbers
        visit={visit}
        numbers={[
          [t.subscribers, subscribers],
          [t.restingSubscribers, resting],
          [t.unconfirmed, unconfirmed],
        ]}
      />
      <Numbers
        visit={visit}
        numbers={[
          [t.frequencyImmediate, by.immediate],
          [t.frequencyDaily, by.daily],
          [t.frequencyWeekly, by.weekly],
        ]}
      />
    </>
  )
}

function Numbers({ visit, numbers }: { visit: AnyVisit; numbers: readonly (readonly [name: string, count: number])[] }) {
  return (
    <dl class="five">
      {numbers.map(([name, count]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{formatNumber(visit.language, count)}</dd>
        </div>
      ))}
    </dl>
  )
}

const canRetry = (letter: UnsentLetter): boolean => letter.state === 'failed' && letter.hasText

function LetterTable({ visit, drawn, letters }: { visit: AnyVisit; drawn: Drawn; letters: readonly UnsentLetter[] }) {
  const { language } = visit
  const t = jobTexts[language]
  return (
    <table class="ds-table stack">
      <thead>
        <tr>
          <th scope="col">{t.letter}</th>
          <th scope="col">{t.state}</th>
          <th scope="col">{t.action}</th>
        </tr>
      </thead>
      <tbody>
        {letters.map((letter) => (
          <tr key={letter.id}>
            <th scope="row">
              <span {...(letter.language === language ? {} : { lang: letter.language })}>{letter.subject}</span>
              <small class="remark meta">
                {t.toSince(maskedAddress(letter.recipient))} <Moment language={language} time={letter.createdAt.toISOString()} />
              </small>
            </th>
            <td>
              <StateOfLetter visit={visit} letter={letter} />
            </td>
            <td>
              {canRetry(letter) ? (
                <Retry visit={visit} drawn={drawn} letter={letter.id} label={t.retry} spoken={t.retryThis(letter.subject)} />
              ) : letter.hasText ? null : (
                t.noText
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function StateOfLetter({ visit, letter }: { visit: AnyVisit; letter: UnsentLetter }) {
  const { language } = visit
  const t = jobTexts[language]
  const failed = letter.state === 'failed'
  return (
    <>
      <Status
        icon={failed ? 'late' : 'wait'}
        colour={failed ? 'bad' : ''}
        word={failed ? t.failed : t.waiting}
        extra={t.attempts(letter.attempts)}
      />
      {letter.problem ? <small class="remark meta">{problemInWords(language, letter.problem)}</small> : null}
      {!failed && letter.attempts ? (
        <small class="remark meta">
          {t.nextTry} <Moment language={language} time={letter.nextTryAt.toISOString()} />
        </small>
      ) : null}
    </>
  )
}

type RetryProps = { visit: AnyVisit; drawn: Drawn; letter: string; label: string; spoken?: string }

function Retry({ visit, drawn, letter, label, spoken }: RetryProps) {
  return (
    <form method="post" action={address(visit.language, 'jobs')}>
      <HiddenFields form={{ ...stateOf(visit, drawn), fields: opened().fields }} version={null} />
      <input type="hidden" name="letter" value={letter} />
      <button type="submit" class={letter === 'all' ? 'ds-button' : 'plain'} {...(spoken ? { 'aria-label': spoken } : {})}>
        {label}
      </button>
    </form>
  )
}

function RegularJobTable({ visit, jobs }: { visit: AnyVisit; jobs: readonly RegularJobState[] }) {
  const { language } = visit
  const t = jobTexts[language]
  return (
    <table class="ds-table stack">
      <thead>
        <tr>
          <th scope="col">{t.job}</th>
          <th scope="col">{t.result}</th>
          <th scope="col">{t.lastDone}</th>
          <th scope="col">{t.nextDue}</th>
        </tr>
      </thead>
      <tbody>
        {jobs.map((job) => (
          <tr key={job.name}>
            <th scope="row">{regularJobInWords(language, job.name)}</th>
            <td data-l={t.result}>
              <Result visit={visit} job={job} />
            </td>
            <td data-l={t.lastDone}>{job.startedAt ? <Moment language={language} time={job.startedAt.toISOString()} /> : t.never}</td>
            <td data-l={t.nextDue}>
              <Moment language={language} time={job.dueAt.toISOString()} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Result({ visit, job }: { visit: AnyVisit; job: RegularJobState }) {
  const t = jobTexts[visit.language]
  const { startedAt, endedAt, problem } = job
  if (!startedAt) return <Status icon="wait" colour="" word={t.never} />
  if (!endedAt || endedAt < startedAt) return <Status icon="clock" colour="mid" word={t.running} />
  if (problem) return <Status icon="late" colour="bad" word={t.notDone(problem)} />
  return <Status icon="done" colour="good" word={t.done} />
}
