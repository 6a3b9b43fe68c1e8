/** What the names of all our cookies begin with. */
export const COOKIE_PREFIX = 'koprade'

const session = new RegExp(`(?:^|;\\s*)(?:__Secure-)?${COOKIE_PREFIX}\\.session_token=`)

/** May this request come from someone who has signed in? Whether the session still holds, only whoAsks knows. */
export const carriesSession = (cookies: string | undefined): boolean => session.test(cookies ?? '')
