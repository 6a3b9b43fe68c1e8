type App = { request: (path: string, init?: RequestInit, env?: Record<string, unknown>) => Response | Promise<Response> }

/** What came back, as a person sees it. */
export type Seen = { status: number; html: string; location: string | null; headers: Headers }

/** A browser without JavaScript: keeps cookies, sends forms as pages give them, follows nothing by itself. */
export class Browser {
  readonly cookies = new Map<string, string>()
  private readonly app: App
  private readonly from: string
  constructor(app: App, from = '127.0.0.1') {
    this.app = app
    this.from = from
  }

  async open(path: string, headers: Record<string, string> = {}): Promise<Seen> {
    return this.exchange(path, { headers })
  }

  /** Sends a form's fields to an address; a field may have several values. */
  async send(path: string, values: Record<string, string | readonly string[]>, headers: Record<string, string> = {}): Promise<Seen> {
    return this.exchange(path, {
      method: 'POST',
      body: new URLSearchParams(
        Object.entries(values).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])),
      ).toString(),
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        Origin: 'http://localhost',
        'Sec-Fetch-Site': 'same-origin',
        ...headers,
      },
    })
  }

  /** Fills in a form of a page as it stands there, hidden fields too, and sends it. `nth` counts the forms in main. */
  async fill(seen: Seen, nth: number, values: Record<string, string>): Promise<Seen> {
    const form = formsIn(seen.html)[nth]
    if (!form) throw new Error(`there is no form ${nth}`)
    return this.send(form.action, { ...form.hidden, ...values })
  }

  private async exchange(path: string, init: { method?: string; body?: string; headers: Record<string, string> }): Promise<Seen> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await this.app.request(
      path,
      { ...init, headers: { ...init.headers, ...(cookie ? { Cookie: cookie } : {}) } },
      { incoming: { socket: { remoteAddress: this.from } } },
    )
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';')
      const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]
      if (/max-age=0/i.test(set)) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return { status: response.status, html: await response.text(), location: response.headers.get('Location'), headers: response.headers }
  }
}

const unescaped = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

/** The forms in the main part of a page, each with where it goes and what it carries unseen. */
export function formsIn(html: string): { action: string; hidden: Record<string, string> }[] {
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  return [...main.matchAll(/<form[^>]* action="([^"]*)"[^>]*>(.*?)<\/form>/gs)].map(([, action = '', inside = '']) => ({
    action: unescaped(action),
    hidden: Object.fromEntries(
      [...inside.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
        name,
        unescaped(value),
      ]),
    ),
  }))
}
