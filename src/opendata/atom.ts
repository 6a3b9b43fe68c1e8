import { momentInRiga } from '../platform/calendar/inRiga.ts'
import type { Feed } from './feed.ts'

/* Atom, RFC 4287, with pages by RFC 5005. Why not by a library: docs/decisions/feeds-written-by-us.md. */

type Attributes = Readonly<Record<string, string>>

/**
 * What XML 1.0 can't hold, not even escaped: control characters, halves of a pair, and two non-characters (§2.2).
 * They become the replacement character, so that what was there is not silently joined.
 */
const noCharacter = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replace(noCharacter, '\uFFFD')
    .replace(/[&<>"]/g, (found) => escapes[found] ?? found)

const opened = (name: string, attributes: Attributes): string =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('')}`
const element = (name: string, text: string, attributes: Attributes = {}): string =>
  `${opened(name, attributes)}>${escaped(text)}</${name}>`
const empty = (name: string, attributes: Attributes): string => `${opened(name, attributes)}/>`

/** A feed as an Atom document. */
export function atom(feed: Feed): string {
  const links = [
    { rel: 'alternate', type: 'text/html', hreflang: feed.language, href: feed.page },
    { rel: 'self', type: 'application/atom+xml', href: feed.self },
    ...Object.entries(feed.pages).map(([rel, href]) => ({ rel, type: 'application/atom+xml', href })),
  ]
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">
${[
  element('id', feed.id),
  element('title', feed.title),
  element('updated', momentInRiga(feed.updated)),
  `<author>${element('name', 'Koprade')}</author>`,
  element('generator', 'Koprade'),
  ...links.map((attributes) => empty('link', attributes)),
  ...feed.entries.map((entry) =>
    [
      '<entry>',
      element('id', entry.id),
      element('title', entry.title),
      element('published', momentInRiga(entry.day)),
      element('updated', momentInRiga(entry.day)),
      `<author>${element('name', entry.author)}</author>`,
      empty('category', { term: entry.kind }),
      empty('link', { rel: 'alternate', type: 'text/html', hreflang: feed.language, href: entry.url }),
      element('content', entry.html, { type: 'html' }),
      '</entry>',
    ].join('\n'),
  ),
].join('\n')}
</feed>
`
}
