import { compile } from 'html-to-text'
import { render } from 'preact-render-to-string'
import { shortDate } from '../platform/languages/dates.ts'
import type { Language } from '../platform/languages/languages.ts'
import type { Circular } from '../platform/mail/mailer.ts'
import { letterTexts } from './letterTexts.ts'
import type { Entry } from './newsEntry.tsx'

/** News as a letter tells them, with the whole address of their page. */
export type LetterEntry = Entry & { url: string }

/** Longer letters are cut off by mail programs: what comes after so many characters of HTML is told by its title alone. */
const MOST_HTML = 60_000
/** More titles nobody reads; the site has them all. */
const MOST_TITLES = 100

/** The text of a letter, from its HTML: so both say the same. */
const asText = compile({
  wordwrap: false,
  selectors: [
    { selector: 'h1', options: { uppercase: false } },
    { selector: 'h2', options: { uppercase: false } },
    { selector: 'a', options: { linkBrackets: false, hideLinkHrefIfSameAsText: true } },
    { selector: 'ul', options: { itemPrefix: '– ' } },
    { selector: 'hr', options: { length: 24 } },
    { selector: 'dl', format: 'block', options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
    { selector: 'dt', format: 'inlineSurround', options: { suffix: ': ' } },
    { selector: 'dd', format: 'inline' },
  ],
})

/** The one style that letters have: lines of a readable length. Nothing is loaded from anywhere. */
const STYLE = 'body{max-width:40em;margin:0 auto;padding:1em;font-family:sans-serif;line-height:1.5}dt{font-weight:bold}dd{margin:0 0 .5em}'

/**
 * A letter of news, the latest first, as everyone gets it who follows the same; its ending is each
 * one's own. `more` tells that there were more than are given. All that was written by people is escaped.
 */
export function circularOf(language: Language, entries: readonly LetterEntry[], more: boolean, home: string): Circular {
  const t = letterTexts[language]
  const [first] = entries
  if (!first) throw new RangeError('a letter without news')
  const { whole, titles, left } = divided(entries)
  const body = render(
    <>
      <h1>{t.heading(entries.length)}</h1>
      {whole.map((entry) => (
        <div key={entry.id}>
          <h2>{entry.title}</h2>
          <p>
            {shortDate(language, entry.day)}, <a href={entry.url}>{entry.url}</a>
          </p>
          <div dangerouslySetInnerHTML={{ __html: entry.html }} />
        </div>
      ))}
      {titles.length ? (
        <>
          <h2>{t.also}</h2>
          <ul>
            {titles.map((entry) => (
              <li key={entry.id}>
                {entry.title} <a href={entry.url}>{entry.url}</a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {left || more ? (
        <p>
          {t.andMore} <a href={home}>{home}</a>
        </p>
      ) : null}
    </>,
  )
  return {
    language,
    subject: entries.length === 1 ? first.title : t.subject(entries.length, first.title),
    text: `${asText(body)}\n\n`,
    html: `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8"><title>${t.heading(entries.length)}</title><style>${STYLE}</style></head><body>${body}`,
  }
}

/** What is told whole, what by its title, and whether some is left. At least one is told whole. */
function divided(entries: readonly LetterEntry[]): { whole: LetterEntry[]; titles: LetterEntry[]; left: boolean } {
  let length = 0
  const end = entries.findIndex((entry, index) => {
    length += entry.html.length
    return index > 0 && length > MOST_HTML
  })
  const whole = end < 0 ? entries.length : end
  return {
    whole: entries.slice(0, whole),
    titles: entries.slice(whole, whole + MOST_TITLES),
    left: entries.length > whole + MOST_TITLES,
  }
}

/** How a letter ends: why it came, and the two ways to have less of them. */
export function endingOf(language: Language, links: { manage: string; unsubscribe: string }): { text: string; html: string } {
  const t = letterTexts[language]
  const body = render(
    <>
      <hr />
      <p>{t.why}</p>
      <p>
        {t.manage} <a href={links.manage}>{links.manage}</a>
      </p>
      <p>
        {t.unsubscribe} <a href={links.unsubscribe}>{links.unsubscribe}</a>
      </p>
    </>,
  )
  return { text: `${asText(body)}\n`, html: `${body}</body></html>` }
}
