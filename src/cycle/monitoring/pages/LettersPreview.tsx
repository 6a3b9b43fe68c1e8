import type { Language } from '../../../platform/languages/languages.ts'
import { notFound } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { opened, stateOf } from '../../../web/answerForm.ts'
import { HiddenFields } from '../../../web/components/HiddenFields.tsx'
import { Name } from '../../../web/components/Name.tsx'
import { Pages } from '../../../web/components/Pages.tsx'
import { named } from '../../../web/named.ts'
import type { AnyVisit } from '../../../web/visit.ts'
import type { Remindable, ReminderLetter } from '../remindable.ts'
import { reasonNotTo } from './ChooseWhom.tsx'
import { choiceOf } from './reminderChoice.ts'
import { remindersTexts } from './remindersTexts.ts'

/** So many letters are read on one page. */
const PAGE = 20

type Props = {
  visit: AnyVisit
  letters: readonly ReminderLetter[]
  /** Those of the chosen who get none. */
  left: readonly Remindable[]
  inWhich: Language
  /** The choice as the form wrote it. */
  to: readonly string[]
  previewed: string
  number: number
}

/** The letters, word for word, and the button that sends them. */
export function LettersPreview({ visit, letters, left, inWhich, to, previewed, number }: Props) {
  const { language, today } = visit
  const t = remindersTexts[language]
  const pages = Math.max(1, Math.ceil(letters.length / PAGE))
  if (number > pages) throw notFound()
  const query = (more: Record<string, string>) => new URLSearchParams([...to.map((one) => ['to', one]), ...Object.entries(more)])
  const at = (page: number): string =>
    `${address(language, 'reminders')}?${query({ letters: inWhich, preview: '1', ...(page > 1 ? { page: String(page) } : {}) })}`
  const shown = letters.slice((number - 1) * PAGE, number * PAGE)
  return (
    <>
      {letters.length ? (
        <section class="sec" aria-labelledby="vestules">
          <h2 id="vestules">{t.recipients}</h2>
          <div>
            {shown.map((letter, index) => (
              <details class="ds-details" key={letter.to} open={index === 0}>
                <summary>{t.to(letter.name, letter.to)}</summary>
                <div {...(inWhich === language ? {} : { lang: inWhich })}>
                  <h3 class="title2">{letter.subject}</h3>
                  <p class="letter">{letter.body}</p>
                </div>
              </details>
            ))}
            <Pages language={language} number={number} pages={pages} href={at} />
          </div>
        </section>
      ) : null}
      {left.length ? (
        <section class="sec" aria-labelledby="bez">
          <h2 id="bez">{t.left}</h2>
          <ul>
            {left.map((one) => (
              <li key={choiceOf(one)}>
                <Name of={named(one.organisation.nameOn(today), language)} />: {reasonNotTo(one, language)}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <form method="post" action={address(language, 'reminders')}>
        <HiddenFields form={stateOf(visit, opened())} version={null} />
        <input type="hidden" name="to" value={to.join(' ')} />
        <input type="hidden" name="letters" value={inWhich} />
        <input type="hidden" name="previewed" value={previewed} />
        <div class="acts">
          {letters.length ? (
            <button type="submit" class="ds-button">
              {t.send(letters.length)}
            </button>
          ) : null}
          <a class="ds-button" data-variant="tertiary" href={`${address(language, 'reminders')}?${query({})}`}>
            {t.change}
          </a>
        </div>
      </form>
    </>
  )
}
