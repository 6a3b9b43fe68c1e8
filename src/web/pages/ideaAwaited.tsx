import { CONFIRM_ACT_WITHIN_DAYS } from '../../people/index.ts'
import { address } from '../addresses.ts'
import { WhereLettersGo } from '../components/WhereLettersGo.tsx'
import { page } from '../render.tsx'
import type { Handler } from '../visit.ts'
import { pathToSending, sendingFacts, valuesOf } from './sending/facts.ts'
import { sendingTexts } from './sending/texts.ts'

/** Says that a letter is on its way; the same for every address, so that nobody learns from it who has an account. */
export const ideaAwaitedPage: Handler<'ideaAwaited'> = async (visit) => {
  const { language } = visit
  const t = sendingTexts[language]
  const facts = await sendingFacts(visit)
  return page(visit, {
    title: t.awaitedTitle,
    path: pathToSending(visit, facts),
    children: (
      <div class="head">
        <h1>{t.awaitedTitle}</h1>
        <p class="lead">{t.awaitedLead(CONFIRM_ACT_WITHIN_DAYS)}</p>
        <WhereLettersGo visit={visit} />
        <p>
          {t.awaitedNote} <a href={address(language, 'ideaNew', valuesOf(facts))}>{t.toDraft}</a>
        </p>
      </div>
    ),
  })
}
