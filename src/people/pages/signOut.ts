import { FORGET_KEPT_FORM } from '../../platform/http/keptForms.ts'
import { readFormWithoutFiles } from '../../platform/http/readForm.ts'
import { address } from '../../web/addresses.ts'
import { type Handler, noteEvent } from '../../web/visit.ts'
import { endSession } from '../authentication.ts'
import { endSessions } from '../sessions.ts'
import { FORGET_IDENTITY } from './identityCookie.ts'
import { withCookies } from './onwards.ts'

/**
 * Ends the session, also one that has ended already, or all of the person's. What was kept of a form or
 * of an e-identity goes with it: the next person at this browser must not find it.
 */
export const sendSignOut: Handler<'signOut'> = async (visit) => {
  const { actor, house, context, language } = visit
  const { fields } = await readFormWithoutFiles(context.req.raw, house)
  if (fields.get('everywhere') && actor.personId !== null) {
    await endSessions(house.db, actor.personId, 'all')
    noteEvent(visit, 'signed out everywhere')
  }
  const cookies = await endSession(house, context.req.raw.headers)
  return withCookies({ cookies: [...cookies, FORGET_KEPT_FORM, FORGET_IDENTITY] }, address(language, 'home'))
}
