import type { AnyVisit } from '../web/visit.ts'

/** Answers with a document in a language; a response, such as one that leads elsewhere, goes as it is. */
export async function asDocument(visit: AnyVisit, mediaType: string, write: () => Promise<string | Response>): Promise<Response> {
  const body = await write()
  if (body instanceof Response) return body
  return new Response(body, {
    headers: { 'Content-Type': `${mediaType}; charset=utf-8`, 'Content-Language': visit.language, 'Cache-Control': 'private, no-cache' },
  })
}
