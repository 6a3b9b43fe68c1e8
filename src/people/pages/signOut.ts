import { address } from '../../web/addresses.ts'
import type { Handler } from '../../web/visit.ts'
import { endSession } from '../authentication.ts'
import { withCookies } from './signInConfirm.tsx'

/** Ends the session, also one that has ended already. */
export const sendSignOut: Handler<'signOut'> = async (visit) =>
  withCookies({ cookies: await endSession(visit.house, visit.context.req.raw.headers) }, address(visit.language, 'home'))
