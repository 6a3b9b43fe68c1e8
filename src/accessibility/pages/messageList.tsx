import { allow } from '../../people/index.ts'
import { dayInRiga } from '../../platform/clock.ts'
import { pageInQuery } from '../../platform/http/numberInAddress.ts'
import { shortDate } from '../../platform/languages/dates.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { notFound } from '../../platform/refusal.ts'
import { address } from '../../web/addresses.ts'
import { Pages } from '../../web/components/Pages.tsx'
import { page } from '../../web/render.tsx'
import type { AnyVisit, Handler } from '../../web/visit.ts'
import { accessibilityPolicy } from '../policy.ts'
import { countFeedback, type Feedback, listFeedback } from '../queries.ts'
import { type FeedbackState, feedbackStates } from '../tables.ts'
import { feedbackPageTexts } from './feedbackPageTexts.ts'

const stateInQuery = (query: URLSearchParams): FeedbackState => feedbackStates.find((state) => state === query.get('state')) ?? 'new'

/** The messages about barriers, state by state: the new ones first, the oldest of them first. */
export const showMessages: Handler<'accessibilityMessages'> = async (visit) => {
  allow(accessibilityPolicy.seeFeedback, visit.actor, undefined)
  const { house, language, query } = visit
  const t = feedbackPageTexts[language]
  const [state, number] = [stateInQuery(query), pageInQuery(query)]
  const counts = await countFeedback(house.db)
  const { messages, more } = await listFeedback(house.db, state, number)
  if (number > 1 && !messages.length) throw notFound()
  return page(visit, {
    title: t.messages,
    section: 'manage',
    path: [{ title: t.manage, href: address(language, 'manage') }],
    search: queryOf(state, number),
    children: (
      <>
        <div class="head tight">
          <h1>{t.messages}</h1>
          <p class="lead">{t.messagesLead}</p>
        </div>
        <nav aria-label={t.handled}>
          <p class="filter-line">
            {feedbackStates.map((one, index) => (
              <span key={one}>
                {index ? ' · ' : ''}
                {one === state ? (
                  <b aria-current="page">{t.list(t[one], counts[one])}</b>
                ) : (
                  <a href={hrefOf(language, one, 1)}>{t.list(t[one], counts[one])}</a>
                )}
              </span>
            ))}
          </p>
        </nav>
        <section class="sec" aria-labelledby="saraksts">
          <h2 id="saraksts">{t[state]}</h2>
          <div>
            {messages.length ? <MessageTable visit={visit} messages={messages} /> : <p>{state === 'new' ? t.noneNew : t.noneOther}</p>}
            <Pages language={language} number={number} pages={more ? 'more' : 'no more'} href={(other) => hrefOf(language, state, other)} />
          </div>
        </section>
      </>
    ),
  })
}

function queryOf(state: FeedbackState, number: number): string {
  const query = new URLSearchParams({ ...(state === 'new' ? {} : { state }), ...(number === 1 ? {} : { page: String(number) }) })
  return query.size ? `?${query}` : ''
}

const hrefOf = (language: Language, state: FeedbackState, number: number): string =>
  address(language, 'accessibilityMessages') + queryOf(state, number)

/** The beginning of a message, long enough to know it again. */
const SHOWN = 160
const beginning = (text: string): string => ([...text].length > SHOWN ? `${[...text].slice(0, SHOWN).join('')}…` : text)

function MessageTable({ visit, messages }: { visit: AnyVisit; messages: readonly Feedback[] }) {
  const { language } = visit
  const t = feedbackPageTexts[language]
  return (
    <table class="ds-table stack">
      <thead>
        <tr>
          <th scope="col">{t.message}</th>
          <th scope="col">{t.page}</th>
          <th scope="col">{t.received}</th>
          <th scope="col">{t.answerWanted}</th>
        </tr>
      </thead>
      <tbody>
        {messages.map((message) => (
          <tr key={message.id}>
            <th scope="row">
              <a href={address(language, 'accessibilityMessage', { id: message.id })}>
                <span {...(message.language === language ? {} : { lang: message.language })}>{beginning(message.text)}</span>
              </a>
            </th>
            <td data-l={t.page}>
              <span class="address">{message.page ?? t.noPage}</span>
            </td>
            <td data-l={t.received}>{shortDate(language, dayInRiga(message.receivedAt))}</td>
            <td data-l={t.answerWanted}>{message.email ? t.wanted : t.notWanted}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
