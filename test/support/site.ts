import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext } from 'playwright-core'
import { answeringFor } from '../../src/app.tsx'
import { openHouse } from '../../src/commands/openHouse.ts'
import { demonstrationLinks, type demonstrationRoles } from '../../src/people/index.ts'
import { readConfiguration } from '../../src/platform/configuration.ts'
import type { House } from '../../src/platform/house.ts'
import { listen } from '../../src/platform/http/listen.ts'
import { silentLog } from '../../src/platform/log.ts'
import { type Look, openVisitor } from './browser.ts'
import { type OpenDatabase, openTestDatabase } from './database.ts'
import { openDemonstration } from './demonstration.ts'

/** Whom one can be in a demonstration; a visitor is not signed in. */
export type SiteRole = 'visitor' | (typeof demonstrationRoles)[number]

/** A demonstration that runs, put together as `./koprade demo` puts it together, on a database of its own. */
export type Site = {
  house: House
  /** Its address without a slash at the end. */
  url: string
  /** Plain SQL, for what no use case does. */
  execute: OpenDatabase['execute']
  /** The cookie header of someone who has signed in by the demonstration's link. */
  cookieOf: (role: SiteRole) => Promise<string>
  /** A browser of someone's own, signed in where the role asks for it. */
  open: (browser: Browser, role: SiteRole, look?: Look) => Promise<BrowserContext>
  close: () => Promise<void>
}

/**
 * Starts a demonstration at its first day, 10 September 2019, on a free port, with more settings where a test needs them; what
 * a test prepares itself comes in place of the demonstration's data.
 */
export async function openSite(prepare?: (house: House) => Promise<void>, settings: Readonly<Record<string, string>> = {}): Promise<Site> {
  const directory = mkdtempSync(join(tmpdir(), 'koprade-site-'))
  const configuration = readConfiguration({ KOPRADE_DATA: directory, KOPRADE_LOG: 'silent', ...settings })
  const open = prepare ? await openTestDatabase() : await openDemonstration(configuration)
  const opened = await openHouse(configuration, { open, answerCommands: () => undefined, close: open.close }, 'demonstration')
  const { house } = opened
  await prepare?.(house)
  await opened.startJobs(silentLog)
  const listening = await listen({ host: '127.0.0.1', port: 0 }, (port) => {
    house.configuration.url = `http://127.0.0.1:${port}`
    return answeringFor(house)
  })
  const { url } = house.configuration

  const cookies = new Map<SiteRole, Promise<string>>()
  const cookieOf = (role: SiteRole): Promise<string> => {
    const known = cookies.get(role)
    if (known) return known
    const made = role === 'visitor' ? Promise.resolve('') : signInByLink(house, role)
    cookies.set(role, made)
    return made
  }
  return {
    house,
    url,
    execute: open.execute,
    cookieOf,
    open: async (browser, role, look) => {
      const context = await openVisitor(browser, look)
      const cookie = await cookieOf(role)
      await context.addCookies(
        cookie
          .split('; ')
          .filter(Boolean)
          .map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url })),
      )
      return context
    },
    close: async () => {
      await listening.stop(1_000)
      await opened.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

async function signInByLink(house: House, role: SiteRole): Promise<string> {
  const link = (await demonstrationLinks(house)).find((found) => found.role === role)
  if (!link) throw new Error(`the demonstration has no ${role}`)
  const answer = await fetch(link.url, { redirect: 'manual' })
  const cookies = answer.headers.getSetCookie().map((set) => set.split(';', 1)[0] ?? '')
  if (cookies.length === 0) throw new Error(`the link of the ${role} did not sign in: ${answer.status}`)
  return cookies.join('; ')
}
