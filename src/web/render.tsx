import { render } from 'preact-render-to-string'
import type { AddressName } from './addresses.ts'
import { Content, Layout, type PageFacts } from './Layout.tsx'
import type { AnyVisit, Seen, Visit } from './visit.ts'

/** Where the content stands in the frame: no text of a page has it, since none has an unescaped bracket. */
const HERE = '<!--content-->'

/** A whole page as the answer to a request. */
export const page = (visit: AnyVisit, facts: PageFacts, status = 200): Response => around(visit, facts, contentOf(visit, facts), status)

/**
 * A page on which everyone reads the same: what is told depends on the address, the record and the plan's day alone
 * and is drawn once a version of the record. Only the frame around it is each reader's own.
 */
export async function pageForEveryone<N extends AddressName>(
  visit: Visit<N>,
  tell: (seen: Seen<N>) => Promise<PageFacts>,
): Promise<Response> {
  const { pathname, search } = new URL(visit.context.req.url)
  const { facts, content } = await visit.recall(`page ${pathname}${search}`, async () => {
    const told = await tell(visit)
    // Remembered without what was drawn from.
    return { facts: { ...told, children: null }, content: contentOf(visit, told) }
  })
  return around(visit, facts, content)
}

const contentOf = ({ language }: AnyVisit, facts: PageFacts): Buffer => Buffer.from(render(<Content facts={facts} language={language} />))

/** The document as bytes: a text would be checked and copied letter by letter on its way. */
function around(visit: AnyVisit, facts: PageFacts, content: Buffer, status = 200): Response {
  const [before = '', after = ''] = render(<Layout visit={visit} facts={facts} content={HERE} />).split(HERE)
  return new Response(Buffer.concat([Buffer.from(`<!DOCTYPE html>${before}`), content, Buffer.from(after)]), {
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
