import { address } from '../addresses.ts'
import { webText } from '../texts.ts'
import type { AnyVisit } from '../visit.ts'

/** On a page that says a letter is on its way: where a demonstration shows it, or that it waits because there is no mail server yet. */
export function WhereLettersGo({ visit: { house, language } }: { visit: AnyVisit }) {
  const t = webText(language)
  if (house.demonstration)
    return (
      <p class="lead">
        {t.lettersAreShown} <a href={address(language, 'demonstrationMail')}>{t.demonstrationMail}</a>
      </p>
    )
  return house.configuration.smtpUrl ? null : <p class="lead">{t.lettersWait}</p>
}
