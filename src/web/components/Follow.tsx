import type { Language } from '../../platform/languages/languages.ts'
import { defineTexts } from '../../platform/languages/texts.ts'
import { type FeedLink, mailLink } from '../feeds.ts'
import { Icon } from './Icon.tsx'

const texts = defineTexts({
  lv: { follow: 'Sekot izmaiņām', mail: 'E-pastā', atom: 'Atom plūsma', json: 'JSON plūsma', ical: 'Termiņi kalendārā (iCal)' },
  en: { follow: 'Follow changes', mail: 'By e-mail', atom: 'Atom feed', json: 'JSON Feed', ical: 'Deadlines as a calendar (iCal)' },
})

/** How a feed is called. */
export const feedName = (language: Language, { form }: FeedLink): string => texts[language][form]

/** Where what a page shows, by its key, can be followed without coming back to it. */
export function Follow({ what, links, language }: { what: string; links: readonly FeedLink[]; language: Language }) {
  const t = texts[language]
  return (
    <nav class="follow" aria-label={t.follow}>
      <b aria-hidden="true">{t.follow}</b>
      <ul>
        <li>
          <a href={mailLink(language, what)}>
            <Icon name="mail" /> {t.mail}
          </a>
        </li>
        {links.map((link) => (
          <li key={link.form}>
            <a href={link.href} type={link.mediaType}>
              <Icon name={link.form === 'ical' ? 'cal' : 'feed'} /> {feedName(language, link)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
