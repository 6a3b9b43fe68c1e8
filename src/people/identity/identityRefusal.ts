import type { AuthorizationResponseError, ResponseBodyError } from 'openid-client'
import { Refusal, type RefusalStatus } from '../../platform/refusal.ts'
import { waysTexts } from '../waysTexts.ts'

const statusOf = {
  identityUsedUp: 410,
  identityStopped: 401,
  identityAway: 503,
  identityWrong: 400,
} as const satisfies Partial<Record<keyof (typeof waysTexts)['lv'], RefusalStatus>>
type Why = keyof typeof statusOf

/** A sign-in by e-identity that came to nothing: in words for the person, as a code for the log. */
export class IdentityRefusal extends Refusal {
  /** The library's or the service's code; never a value from a reply. */
  readonly code: string
  constructor(why: Why, code: string) {
    super(statusOf[why], (language) => waysTexts[language][why])
    this.code = `${why} ${code}`
  }
}

/** Codes by which OAuth 2.0 says that the service itself is in trouble (RFC 6749 §4.1.2.1). */
const troubled = ['server_error', 'temporarily_unavailable']
/** Codes of the library for an answer that did not come, or not from the service itself. */
const unanswered = ['OAUTH_TIMEOUT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON']

/** What a service says is taken for the log only when it looks like one of the standard's codes. */
const asCode = (text: string | undefined): string => (text && /^[\w.-]{1,60}$/.test(text) ? text : 'unnamed')

/** Why a request to a service, or its reply, came to nothing. */
export function identityRefusalOf(error: unknown): IdentityRefusal {
  if (error instanceof IdentityRefusal) return error
  if (!(error instanceof Error)) return new IdentityRefusal('identityWrong', typeof error)
  const { code, error: said, status } = error as Partial<AuthorizationResponseError & ResponseBodyError>
  if (code === 'OAUTH_AUTHORIZATION_RESPONSE_ERROR')
    return new IdentityRefusal(troubled.includes(said ?? '') ? 'identityAway' : 'identityStopped', asCode(said))
  if (code === 'OAUTH_RESPONSE_BODY_ERROR') {
    if (said === 'invalid_grant') return new IdentityRefusal('identityUsedUp', said)
    return new IdentityRefusal((status ?? 0) >= 500 ? 'identityAway' : 'identityWrong', asCode(said))
  }
  const away = (error instanceof TypeError && error.message === 'fetch failed') || unanswered.includes(code ?? '')
  return new IdentityRefusal(away ? 'identityAway' : 'identityWrong', asCode(code ?? error.name))
}
