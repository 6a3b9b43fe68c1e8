import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { demonstrationLinks } from '../../src/people/index.ts'
import { readConfiguration } from '../../src/platform/configuration.ts'
import { openBrowser, openVisitor } from '../support/browser.ts'
import { barriers, complaints, invalidHtml, sticksOut } from '../support/lookAt.ts'
import { LOW, type OpenIdProvider, openOpenIdProvider } from '../support/openIdProvider.ts'
import { openSite, type Site } from '../support/site.ts'

/* Signing in where the browser matters: passkeys (with Chromium's own virtual authenticator), and the way
 * to an e-identity service on another site and back under our content security policy. */

let site: Site
let browser: Browser
let provider: OpenIdProvider
let home = ''
beforeAll(async () => {
  ;[site, browser] = await Promise.all([openSite(), openBrowser()])
  // Passkeys belong to a host name; the service at 127.0.0.1 is then another site.
  home = site.url.replace('127.0.0.1', 'localhost')
  provider = await openOpenIdProvider([`${home}/lv/ieiet/e-identitate/oidc`])
  const { identity } = readConfiguration({
    KOPRADE_IDENTITY_SECRET: 'the key of this test’s hashes, long enough',
    KOPRADE_OIDC_ISSUER: provider.issuer,
    KOPRADE_OIDC_CLIENT_ID: provider.clientId,
    KOPRADE_OIDC_CLIENT_SECRET: provider.clientSecret,
    KOPRADE_OIDC_LABEL_LV: 'Valsts pieteikšanās',
    KOPRADE_OIDC_LABEL_EN: 'State sign-on',
  })
  Object.assign(site.house.configuration, { url: home, identity })
})
afterAll(async () => {
  await browser?.close()
  await provider?.close()
  await site?.close()
})

let context: BrowserContext | null = null
afterEach(async () => {
  await context?.close()
  context = null
})

async function open(javaScript = true): Promise<Page> {
  context = await openVisitor(browser, { javaScript })
  context.setDefaultTimeout(15_000)
  return context.newPage()
}

async function signInAs(page: Page, role: string): Promise<void> {
  const link = (await demonstrationLinks(site.house)).find((one) => one.role === role)
  await page.goto(link?.url ?? '')
}

const press = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('button', { name }).click()
const follow = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('link', { name }).click()
const signOut = (page: Page) => page.getByRole('banner').getByRole('button', { name: 'Iziet' }).click()
const who = (page: Page) => page.getByRole('banner').getByRole('link', { name: /Skice|Izdomāta/ })

/** What is wrong with the page as it stands, at 1280 and 360 pixels. */
async function findings(page: Page): Promise<string[]> {
  const html = await page.content()
  const wide = [...(await invalidHtml(html.replace(/^.*?<html/s, '<!DOCTYPE html><html'))), ...(await barriers(page))]
  await page.setViewportSize({ width: 360, height: 760 })
  const narrow = await sticksOut(page)
  await page.setViewportSize({ width: 1280, height: 900 })
  return [...wide, ...narrow]
}

describe('a passkey', () => {
  it('is made and named, signs in, is the second step, and is removed', async () => {
    const page = await open()
    const complained = complaints(page)
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('WebAuthn.enable')
    const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    await signInAs(page, 'secretariat')
    await page.getByRole('banner').getByRole('link', { name: 'Skaidrīte Skice' }).click()
    await follow(page, 'Pievienot piekļuves atslēgu')
    expect(await findings(page)).toEqual([])

    // Without a name no passkey is made that nobody would know.
    await press(page, 'Izveidot piekļuves atslēgu')
    await page.getByRole('alert').getByRole('link').waitFor()
    expect((await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials).toEqual([])
    await page.getByLabel('Kā to saukt').fill('Darba dators')
    await press(page, 'Izveidot piekļuves atslēgu')
    await page.getByRole('heading', { level: 1, name: 'Rezerves kodi' }).waitFor()
    await press(page, 'Izveidot rezerves kodus')
    expect(await page.locator('.codes li').count()).toBe(10)
    expect(await findings(page)).toEqual([])
    await follow(page, 'Uz manu kontu')
    await follow(page, 'Pārdēvēt vai noņemt: Darba dators')
    await page.getByLabel('Kā to saukt').fill('Mājas dators')
    await press(page, 'Saglabāt nosaukumu')
    expect(await page.getByRole('status').textContent()).toBe('Nosaukums saglabāts.')
    expect(await findings(page)).toEqual([])

    await signOut(page)
    await page.goto(`${home}/lv/ieiet?next=/lv/sekretariats/cilveki`)
    expect(await findings(page)).toEqual([])
    await follow(page, 'Ieiet ar piekļuves atslēgu')
    expect(await findings(page)).toEqual([])
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
    await press(page, 'Lietot piekļuves atslēgu')
    await page.getByRole('alert').getByText('Neizdevās').waitFor()
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true })
    const sent = page.waitForRequest((request) => request.method() === 'POST')
    await press(page, 'Lietot piekļuves atslēgu')
    await page.waitForURL(`${home}/lv/sekretariats/cilveki`)
    expect(await who(page).textContent()).toBe('Skaidrīte Skice')
    const headers = { Origin: home, 'Content-Type': 'application/x-www-form-urlencoded' }
    const replayed = await fetch((await sent).url(), { method: 'POST', redirect: 'manual', headers, body: (await sent).postData() })
    expect([replayed.status, replayed.headers.getSetCookie()]).toEqual([422, []])
    expect(complained.filter((line) => !line.includes('422'))).toEqual([])

    // In a real house the link by e-mail is one step, and the passkey the other.
    await signOut(page)
    const { demonstration } = site.house
    site.house.demonstration = null
    try {
      await page.goto(`${home}/lv/ieiet?next=/lv/sekretariats/cilveki`)
      await page.getByLabel('E-pasta adrese').fill('secretariat@example.org')
      await press(page, 'Nosūtīt saiti')
      await page.getByRole('heading', { level: 1, name: 'Ieskatieties' }).waitFor()
      const { rows } = (await site.execute(`select body from mail where body like '%token=%' order by created_at desc limit 1`)) as {
        rows: { body: string }[]
      }
      await page.goto(/http:\S+token=\S+/.exec(rows[0]?.body ?? '')?.[0] ?? '')
      await press(page, 'Ieiet Kopradē')
      await page.getByRole('heading', { level: 1, name: 'Otrais solis' }).waitFor()
      expect(await findings(page)).toEqual([])
      await press(page, 'Lietot piekļuves atslēgu')
      await page.waitForURL(`${home}/lv/sekretariats/cilveki`)
    } finally {
      site.house.demonstration = demonstration
    }

    await page.goto(`${home}/lv/mans-konts`)
    await follow(page, /^Pārdēvēt vai noņemt/)
    await press(page, 'Noņemt')
    expect(await page.getByRole('status').textContent()).toBe('Noņemts.')
    await signOut(page)
    await page.goto(`${home}/lv/ieiet/piekluves-atslega`)
    await press(page, 'Lietot piekļuves atslēgu')
    await page.getByText('Piekļuves atslēgu neizdevās pārbaudīt').waitFor()
  })

  it('is told to need JavaScript where there is none', async () => {
    const page = await open(false)
    await page.goto(`${home}/lv/ieiet/piekluves-atslega`)
    expect(await page.getByRole('main').textContent()).toContain('JavaScript, kas Jūsu pārlūkā ir izslēgts')
    await press(page, 'Lietot piekļuves atslēgu')
    expect(await page.getByRole('main').textContent()).toContain('jābūt ieslēgtam JavaScript')
  })
})

describe.each([true, false])('an e-identity of another site, JavaScript %s', (javaScript) => {
  it('is linked and signs in: the browser goes there and back', async () => {
    provider.recognise(`person-${javaScript}`, LOW)
    const page = await open(javaScript)
    const complained = complaints(page)
    await signInAs(page, 'officer')
    await page.goto(`${home}/lv/mans-konts`)
    await press(page, 'Saistīt ar kontu: Valsts pieteikšanās')
    await page.waitForURL(`${home}/lv/mans-konts?done=linked`)
    expect(await page.getByRole('status').textContent()).toBe('E-identitāte saistīta ar kontu.')
    await signOut(page)
    await page.goto(`${home}/lv/ieiet?next=/lv/plani`)
    await press(page, 'Ieiet ar: Valsts pieteikšanās')
    await page.waitForURL(`${home}/lv/plani`)
    expect(await who(page).textContent()).toBe('Ilze Izdomāta')
    expect(complained).toEqual([])
    await page.goto(`${home}/lv/mans-konts`)
    await press(page, /^Atsaistīt/)
    expect(await page.getByRole('status').textContent()).toBe('E-identitāte atsaistīta.')
  })
})
