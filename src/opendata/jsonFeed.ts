import { momentInRiga } from '../platform/calendar/inRiga.ts'
import type { Feed } from './feed.ts'

/** A feed as a JSON Feed 1.1 document. */
export function jsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.page,
    feed_url: feed.self,
    ...(feed.pages.next ? { next_url: feed.pages.next } : {}),
    language: feed.language,
    authors: [{ name: 'Koprade' }],
    items: feed.entries.map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      content_html: entry.html,
      date_published: momentInRiga(entry.day),
      date_modified: momentInRiga(entry.day),
      authors: [{ name: entry.author }],
      tags: [entry.kind],
      language: feed.language,
    })),
  })
}
