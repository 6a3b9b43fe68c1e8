import { type Browser, type BrowserContext, chromium } from 'playwright-core'
import { type Chromium, findChromium } from './chromium.ts'

/** Quiet and alone: nothing of the browser's own goes out to the network. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
]

/** Starts a browser with a fresh profile. */
export async function openBrowser(found?: Chromium): Promise<Browser> {
  const { executablePath, environment } = found ?? (await findChromium())
  return chromium.launch({
    executablePath,
    headless: true,
    args: flags,
    chromiumSandbox: false,
    env: { ...(process.env as Record<string, string>), ...environment },
  })
}

/** How someone looks at a page. */
export type Look = {
  javaScript?: boolean
  width?: 360 | 768 | 1280
  scheme?: 'light' | 'dark'
  /** What the browser says its user reads. */
  locale?: 'lv-LV' | 'en-GB' | 'de-DE'
}

/** A visitor's browser of its own: no cookies, nothing in its cache. */
export function openVisitor(browser: Browser, look: Look = {}): Promise<BrowserContext> {
  const width = look.width ?? 1280
  return browser.newContext({
    javaScriptEnabled: look.javaScript ?? true,
    viewport: { width, height: width === 360 ? 760 : 900 },
    colorScheme: look.scheme ?? 'light',
    locale: look.locale ?? 'lv-LV',
    timezoneId: 'Europe/Riga',
    reducedMotion: 'reduce',
  })
}
