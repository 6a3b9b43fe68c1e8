import { comesFromThisMachine } from '../../people/index.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { type ShownLetter, shownLetters } from '../../platform/mail/letters.ts'
import { mailWayOf } from '../../platform/mail/mailer.ts'
import { notFound } from '../../platform/refusal.ts'
import { address } from '../addresses.ts'
import { page } from '../render.tsx'
import type { AnyVisit, Visit } from '../visit.ts'
import { jobTexts } from './jobs/texts.ts'
import { Moment } from './record/parts.tsx'

/**
 * The letters that are not sent, in a demonstration and in development, for who sits at the machine:
 * they hold sign-in links, as the terminal does. A real instance has no such page.
 */
export async function demonstrationMailPage(visit: Visit<'demonstrationMail'>): Promise<Response> {
  const { house, language } = visit
  if (mailWayOf(house.configuration, house.demonstration !== null) !== 'shown') throw notFound()
  if (!comesFromThisMachine(visit.context)) throw notFound()
  const t = jobTexts[language]
  const letters = await shownLetters(house.db)
  const answer = page(visit, {
    title: t.mailTitle,
    children: (
      <>
        <div class="head tight">
          <h1>{t.mailTitle}</h1>
          <p class="lead">{t.mailLead}</p>
          <p class="note">{house.demonstration ? t.mailNote : t.mailNoteDevelopment}</p>
        </div>
        {letters.length ? (
          letters.map((letter, index) => <LetterShown key={letter.id} visit={visit} letter={letter} index={index} />)
        ) : (
          <None visit={visit} />
        )}
      </>
    ),
  })
  answer.headers.set('Cache-Control', 'no-store')
  return answer
}

function LetterShown({ visit, letter, index }: { visit: AnyVisit; letter: ShownLetter; index: number }) {
  const { language } = visit
  const t = jobTexts[language]
  const lang = letter.language === language ? {} : { lang: letter.language }
  const id = `vestule-${index + 1}`
  return (
    <article class="sec" aria-labelledby={id}>
      <h2 id={id} {...lang}>
        {letter.subject}
      </h2>
      <div>
        <dl class="facts">
          <div>
            <dt>{t.to}</dt>
            <dd>{letter.recipient}</dd>
          </div>
          <div>
            <dt>{t.when}</dt>
            <dd>
              <Moment language={language} time={letter.createdAt.toISOString()} />
            </dd>
          </div>
        </dl>
        {letter.body === null ? (
          <p class="unknown gap">{t.textGone}</p>
        ) : (
          <div class="letter gap" {...lang}>
            <LinkedText text={letter.body} own={visit.house.configuration.url} />
          </div>
        )}
        {letter.calendar === null ? null : <CalendarFile text={letter.calendar} language={language} />}
      </div>
    </article>
  )
}

/** The calendar file that goes with a letter, as it is written. */
function CalendarFile({ text, language }: { text: string; language: Language }) {
  return (
    <details class="gap">
      <summary>{jobTexts[language].calendarFile}</summary>
      <pre lang="zxx">{text}</pre>
    </details>
  )
}

/** A letter's text with its links to this site to click on; other addresses stay text. */
function LinkedText({ text, own }: { text: string; own: string }) {
  return (
    <>
      {text.split(/(https?:\/\/\S+)/).map((part, index) =>
        part.startsWith(`${own}/`) ? (
          <a key={String(index)} href={part.slice(own.length)}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </>
  )
}

function None({ visit }: { visit: AnyVisit }) {
  const t = jobTexts[visit.language]
  return (
    <section class="sec" aria-labelledby="nav-vestulu">
      <h2 id="nav-vestulu">{t.noMail}</h2>
      <div class="prose">
        <p>{t.noMailHint}</p>
        <p>
          <a href={address(visit.language, 'signIn')}>{t.askLink}</a>
        </p>
      </div>
    </section>
  )
}
