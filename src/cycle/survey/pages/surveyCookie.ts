import { getCookie } from 'hono/cookie'
import type { AnyVisit } from '../../../web/visit.ts'
import { isKey } from '../access.ts'
import { DRAFT_KEPT_SECONDS } from '../answerDrafts.ts'

/** The cookie by which a browser finds its answers again. It is set when the first answer is saved, not before. */
const SURVEY_COOKIE = 'koprade.survey'

/** This browser's key, or null when it has none. */
export function browserKey({ context }: AnyVisit): string | null {
  const key = getCookie(context, SURVEY_COOKIE) ?? ''
  return isKey(key) ? key : null
}

/** The cookie that keeps a key; it is renewed with each saving and lives as long as what was begun, and a while longer. */
export function cookieFor({ house }: AnyVisit, key: string): string {
  const secure = house.configuration.url.startsWith('https:') ? '; Secure' : ''
  return `${SURVEY_COOKIE}=${key}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${12 * DRAFT_KEPT_SECONDS}${secure}`
}
