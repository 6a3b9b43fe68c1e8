import { getCookie } from 'hono/cookie'
import type { AnyVisit } from '../../web/visit.ts'
import { newKey } from '../oneTime.ts'

/** The cookie by which a browser is known again between a request to an e-identity service and its reply. */
const IDENTITY_COOKIE = 'koprade.identity'
/** As long as an e-identity waits to be linked. */
export const IDENTITY_COOKIE_SECONDS = 60 * 60

export const FORGET_IDENTITY = `${IDENTITY_COOKIE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`

/** This browser's key, or null when it has none. */
export function browserOf({ context }: AnyVisit): string | null {
  const key = getCookie(context, IDENTITY_COOKIE) ?? ''
  return /^[\w-]{43}$/.test(key) ? key : null
}

/** This browser's key, a new one where it has none, and the cookie that keeps it. Lax: the reply comes from another site. */
export function keyForBrowser(visit: AnyVisit): { browser: string; cookie: string } {
  const browser = browserOf(visit) ?? newKey()
  const secure = visit.house.configuration.url.startsWith('https:') ? '; Secure' : ''
  return { browser, cookie: `${IDENTITY_COOKIE}=${browser}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${IDENTITY_COOKIE_SECONDS}${secure}` }
}
