import { expect } from 'vitest'
import { invalidHtml } from '../support/lookAt.ts'
import { HIGH } from '../support/openIdProvider.ts'
import { type Browser, formsIn, type Seen } from './browser.ts'

/* What a visitor does who signs in with an e-identity: presses a button here, goes to the service, comes back. */

export const URL_OF_SITE = 'http://127.0.0.1:3000'

/** The settings of a service over OpenID Connect. */
export const oidc = ({ issuer, clientId, clientSecret }: { issuer: string; clientId: string; clientSecret: string }) => ({
  KOPRADE_OIDC_ISSUER: issuer,
  KOPRADE_OIDC_CLIENT_ID: clientId,
  KOPRADE_OIDC_CLIENT_SECRET: clientSecret,
  KOPRADE_OIDC_LABEL_LV: 'Valsts pieteikšanās',
  KOPRADE_OIDC_LABEL_EN: 'State sign-on',
  KOPRADE_OIDC_TWO_STEP_ACR: HIGH,
})
/** The settings of eParaksts at a stand-in. */
export const eparaksts = ({ url, clientId, clientSecret }: { url: string; clientId: string; clientSecret: string }) => ({
  KOPRADE_EPARAKSTS_URL: url,
  KOPRADE_EPARAKSTS_CLIENT_ID: clientId,
  KOPRADE_EPARAKSTS_CLIENT_SECRET: clientSecret,
})

/** Presses the button of a service on a page of ours, and goes where the page leads. */
export async function begin(from: Browser, service: string, page: Seen): Promise<string> {
  const form = formsIn(page.html).find(({ action }) => action.includes(`/${service}/`))
  if (!form) throw new Error(`${service} is not offered`)
  const answer = await from.send(form.action, form.hidden)
  expect(answer.status).toBe(200)
  expect(await invalidHtml(answer.html)).toEqual([])
  const leads = /<meta http-equiv="refresh" content="0;url=([^"]+)"/.exec(answer.html)?.[1] ?? ''
  expect(answer.html).toContain(`<a class="ds-button" href="${leads}">`)
  return leads.replaceAll('&amp;', '&')
}

/** Goes through the service as a browser does, and gives the address that it sends back to. */
export async function recognised(start: string): Promise<string> {
  const cookies = new Map<string, string>()
  let at = start
  for (let steps = 0; steps < 10; steps += 1) {
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') } })
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ''] = set.split(';')
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    at = new URL(answer.headers.get('Location') ?? '', at).href
    if (at.startsWith(URL_OF_SITE)) return at.slice(URL_OF_SITE.length)
  }
  throw new Error('the service does not send back')
}
