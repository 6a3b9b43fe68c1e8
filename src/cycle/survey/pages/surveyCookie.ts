import { getCookie } from 'hono/cookie'
import type { AnyVisit } from '../../../web/visit.ts'
import { isKey } from '../access.ts'
import { DRAFT_KEPT_SECONDS } from '../answerDrafts.ts'

/** The cookie by which a browser finds its answers again. It is set when the first answer is saved, not before. */
const SURVEY_COOKIE = 'koprade.survey'

/** Longer than what was begun is kept: nobody is to answer twice by waiting. */
export const SURVEY_COOKIE_SECONDS = 12 * DRAFT_KEPT_SECONDS

/** This browser's key, or null when it has none. */
export function browserKey({ context }: AnyVisit): string | null {
  const key = getCookie(context, SURVEY_COOKIE) ?? ''
  return isKey(key) ? key : null
}

/** The cookie that keeps a key; it is renewed with each saving. */
export function cookieFor({ house }: AnyVisit, key: string): string {
  const secure = house.configuration.url.startsWith('https:') ? '; Secure' : ''
  return `${SURVEY_COOKIE}=${key}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${SURVEY_COOKIE_SECONDS}${secure}`
}
