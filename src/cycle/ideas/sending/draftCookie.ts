import { randomBytes } from 'node:crypto'
import { getCookie } from 'hono/cookie'
import type { AnyVisit } from '../../../web/visit.ts'
import { DRAFTS_KEPT_SECONDS } from './ideaDrafts.ts'

/** The cookie by which a browser finds its drafts again; it names nobody. */
const DRAFT_COOKIE = 'koprade.draft'

/** This browser's token, or null when it has none. */
export function draftTokenOf({ context }: AnyVisit): string | null {
  const token = getCookie(context, DRAFT_COOKIE) ?? ''
  return /^[\w-]{32}$/.test(token) ? token : null
}

/** This browser's token, a new one where it has none, and the cookie that keeps it as long as a draft lives. */
export function draftTokenFor(visit: AnyVisit): { token: string; cookie: string } {
  const token = draftTokenOf(visit) ?? randomBytes(24).toString('base64url')
  const secure = visit.house.configuration.url.startsWith('https:') ? '; Secure' : ''
  return { token, cookie: `${DRAFT_COOKIE}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${DRAFTS_KEPT_SECONDS}${secure}` }
}
