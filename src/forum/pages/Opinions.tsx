import { shortDate } from '../../platform/languages/dates.ts'
import { address } from '../../web/addresses.ts'
import { LocalParagraphs } from '../../web/components/LocalParagraphs.tsx'
import { Status } from '../../web/components/Status.tsx'
import type { AnyVisit } from '../../web/visit.ts'
import type { Opinion } from '../meetings/queries.ts'
import { forumPolicy } from '../policy.ts'
import type { SeatsById, TermsById } from '../seatNames.ts'
import { forumTexts } from './forumTexts.ts'

type Props = { opinions: readonly Opinion[]; terms: TermsById; seats: SeatsById; visit: AnyVisit; forumId: string; empty: string }

/** What members set against a decision or the minutes, and what was answered. */
export function Opinions({ opinions, terms, seats, visit: { language, actor }, forumId, empty }: Props) {
  const t = forumTexts[language]
  if (!opinions.length) return <p>{empty}</p>
  return (
    <div class="prose">
      {opinions.map((opinion) => {
        const term = terms.get(opinion.termId)
        const seat = term ? seats.get(term.seatId) : undefined
        return (
          <article key={opinion.id} class="gap">
            <p class="meta">
              {seat && term ? t.ofSeat(seat.code, term.name) : null}, {t.handedIn(shortDate(language, opinion.publishedOn))}
            </p>
            <LocalParagraphs content={opinion.text} language={language} />
            {opinion.answer && opinion.answeredOn ? (
              <>
                <p>
                  <Status icon="answer" colour="good" word={t.answered} extra={shortDate(language, opinion.answeredOn)} />
                </p>
                <LocalParagraphs content={opinion.answer} language={language} />
              </>
            ) : (
              <p>
                <Status icon="wait" colour="" word={t.waitsAnswer} />{' '}
                {forumPolicy.answerOpinions(actor, undefined) ? (
                  <a href={address(language, 'forumAnswer', { forum: forumId, opinion: opinion.id })}>{t.answer}</a>
                ) : null}
              </p>
            )}
          </article>
        )
      })}
    </div>
  )
}
