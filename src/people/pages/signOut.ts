import { FORGET_KEPT_FORM } from '../../platform/http/keptForms.ts'
import { address } from '../../web/addresses.ts'
import type { Handler } from '../../web/visit.ts'
import { endSession } from '../authentication.ts'
import { withCookies } from './signInConfirm.tsx'

/**
 * Ends the session, also one that has ended already. What was kept of a form goes with it: the next
 * person at this browser must not find it.
 */
export const sendSignOut: Handler<'signOut'> = async (visit) =>
  withCookies(
    { cookies: [...(await endSession(visit.house, visit.context.req.raw.headers)), FORGET_KEPT_FORM] },
    address(visit.language, 'home'),
  )
