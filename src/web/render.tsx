import { render } from 'preact-render-to-string'
import { Layout, type PageFacts } from './Layout.tsx'
import type { AnyVisit } from './visit.ts'

const utf8 = new TextEncoder()

/** A whole page as the answer to a request: as bytes, since a text would be checked and copied letter by letter on its way. */
export function page(visit: AnyVisit, facts: PageFacts, status = 200): Response {
  const html = `<!DOCTYPE html>${render(<Layout visit={visit} facts={facts} />)}`
  return new Response(utf8.encode(html), {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Language': visit.language, 'Cache-Control': 'private, no-cache' },
  })
}

/** Sends the browser on after a form: 303, so that a reload does not send it again. */
export const seeOther = (location: string): Response => new Response(null, { status: 303, headers: { Location: location } })

/** The answer to an address with a token in it: nothing of it is to be kept on the way. */
export function notKept(response: Response): Response {
  response.headers.set('Cache-Control', 'no-store')
  return response
}
