import { createHash } from 'node:crypto'
import { namesVersion } from '../platform/http/ifNoneMatch.ts'
import type { AnyVisit } from '../web/visit.ts'

/** Goes up when the program writes the same rows in another way. */
const WRITTEN = 1

/**
 * Answers with a document that changes only with the record, the plan's day, the language and the address.
 * A reader who has that version is told so before anything else is asked. There is no Last-Modified: it counts
 * whole seconds of real time, and the plan's day moves what is known without it.
 */
export async function versioned(visit: AnyVisit, mediaType: string, write: () => Promise<string | Response>): Promise<Response> {
  const { house, today, frame, context } = visit
  const { pathname } = new URL(context.req.url)
  const parts = [
    WRITTEN,
    frame.recordEntries,
    today,
    pathname,
    visit.query.get('page'),
    house.configuration.url,
    house.demonstration !== null,
  ]
  const version = createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22)
  // Weak: the same document may travel compressed.
  const headers = { ETag: `W/"${version}"`, 'Cache-Control': 'public, no-cache', 'Content-Language': visit.language }
  if (namesVersion(context.req.header('if-none-match'), version)) return new Response(null, { status: 304, headers })
  const body = await write()
  return body instanceof Response ? body : new Response(body, { headers: { ...headers, 'Content-Type': `${mediaType}; charset=utf-8` } })
}
