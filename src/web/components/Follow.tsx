import type { Language } from '../../platform/languages/languages.ts'
import { defineTexts } from '../../platform/languages/texts.ts'
import type { FeedLink } from '../feeds.ts'
import { Icon } from './Icon.tsx'

const texts = defineTexts({
  lv: { follow: 'Sekot izmaiņām', atom: 'Atom plūsma', json: 'JSON plūsma', ical: 'Termiņi kalendārā (iCal)' },
  en: { follow: 'Follow changes', atom: 'Atom feed', json: 'JSON Feed', ical: 'Deadlines as a calendar (iCal)' },
})

/** How a feed is called. */
export const feedName = (language: Language, { form }: FeedLink): string => texts[language][form]

/** Where what a page shows can be followed without coming back to it. */
export function Follow({ links, language }: { links: readonly FeedLink[]; language: Language }) {
  const t = texts[language]
  return (
    <nav class="follow" aria-label={t.follow}>
      <b aria-hidden="true">{t.follow}</b>
      <ul>
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
