import type { createApp } from '../src/app.tsx'
import { demonstrationLinks } from '../src/people/index.ts'
import type { House } from '../src/platform/house.ts'
import { Browser, type Seen } from '../test/http/browser.ts'

type App = ReturnType<typeof createApp>

/** Who asks pages of the program in this process: the time is the server's, without a network. */
export type Visitor = {
  /** Opens a page as a browser asks for it, so that it is compressed too. */
  open: (path: string) => Promise<undefined>
  post: (path: string, fields: Record<string, string>) => Promise<Seen>
  browser: Browser
}

let people = 0

/** A visitor from an address of their own, since what comes from one address is limited. */
export function newVisitor(app: App, cookies: ReadonlyMap<string, string> = new Map()): Visitor {
  people += 1
  const from = `10.${people >> 16}.${(people >> 8) & 255}.${people & 255}`
  const browser = new Browser({ request: (...asked) => app.request(...asked) }, from)
  for (const [name, value] of cookies) browser.cookies.set(name, value)
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const headers = { 'accept-encoding': 'gzip, deflate, br', ...(cookie ? { cookie } : {}) }
  return {
    browser,
    open: async (path) => {
      const answer = await app.request(path, { headers }, { incoming: { socket: { remoteAddress: from } } })
      await answer.arrayBuffer()
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
      return undefined
    },
    post: (path, fields) => browser.send(path, fields),
  }
}

/** Someone who is signed in by the demonstration's link, which works on this machine alone. */
export async function signedInVisitor(app: App, house: House, role: string): Promise<Visitor> {
  const link = (await demonstrationLinks(house)).find((found) => found.role === role)
  const browser = new Browser({ request: (...asked) => app.request(...asked) })
  const { pathname, search } = new URL(link?.url ?? '')
  await browser.open(pathname + search)
  if (!browser.cookies.size) throw new Error(`the link of the ${role} did not sign in`)
  return newVisitor(app, browser.cookies)
}
