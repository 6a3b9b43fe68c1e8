import type { ComponentChildren } from 'preact'
import { type Certainty, certaintyWords } from '../../cycle/plan/index.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { OrganisationLink } from '../components/OrganisationLink.tsx'
import type { Organisations } from './organisationNames.ts'
import { planTexts } from './planTexts.ts'

/** An institution or organisation as it was called on a day, leading to its page. */
export function Organisation({
  id,
  on,
  organisations,
  language,
}: {
  id: string
  on: Day
  organisations: Organisations
  language: Language
}) {
  return (
    <OrganisationLink id={id} name={organisations.namesOn(on).get(id)} institution={organisations.isInstitution(id)} language={language} />
  )
}

/** How sure a fact is, where that needs saying. */
export function HowSure({ certainty, language }: { certainty: Certainty | undefined; language: Language }) {
  const words = certainty && certaintyWords[language][certainty]
  return words ? <small class="remark"> ({words})</small> : null
}

/** An address that may stand in a link: https or http and nothing else. */
const webAddress = (text: string): URL | null => {
  try {
    const url = new URL(text)
    return url.protocol === 'https:' || url.protocol === 'http:' ? url : null
  } catch {
    return null
  }
}

/** A link to another site; an address that is none stands as text. */
export function OutsideLink({ href, children }: { href: string; children: ComponentChildren }) {
  const url = webAddress(href)
  return url ? (
    <a href={url.href} rel="external noopener">
      {children}
    </a>
  ) : (
    <span>{children}</span>
  )
}

/** The site of an address elsewhere, as readers know it; null when it is no web address. */
export const siteOf = (href: string): string | null => webAddress(href)?.host.replace(/^www\./, '') ?? null

/** A source as readers know it: the site and page of a web address, else its name. */
function sourceName(source: string): string {
  const url = webAddress(source)
  return url ? `${siteOf(source)}${url.pathname.replace(/\/$/, '')}` : source
}

/** Sources that are no web address stand as the data name them: in English. */
const inEnglish = (language: Language) => (language === 'en' ? {} : { lang: 'en' })

/** Sources in one line. */
export function SourceLine({ sources, language }: { sources: readonly string[]; language: Language }) {
  if (!sources.length) return null
  return (
    <span class="meta sources">
      {planTexts[language].sources}:{' '}
      {sources.map((source, index) => (
        <span key={source}>
          {index ? '; ' : ''}
          {webAddress(source) ? (
            <OutsideLink href={source}>{sourceName(source)}</OutsideLink>
          ) : (
            <span {...inEnglish(language)}>{source}</span>
          )}
        </span>
      ))}
    </span>
  )
}
