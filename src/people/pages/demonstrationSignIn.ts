import { notFound } from '../../platform/refusal.ts'
import type { Handler } from '../../web/visit.ts'
import { comesFromThisMachine } from '../client.ts'
import { signInForDemonstration } from '../demonstration.ts'
import { withCookies } from './signInConfirm.tsx'
import { startOf } from './startOf.ts'

/** The one-click links that a demonstration prints at its start: for who sits at this machine. */
export const demonstrationSignIn: Handler<'demonstrationSignIn'> = async (visit) => {
  if (!comesFromThisMachine(visit.context)) throw notFound()
  const signedIn = await signInForDemonstration(visit.house, { role: visit.values.role, key: visit.query.get('key') ?? '' })
  return withCookies(signedIn, await startOf(visit, signedIn.personId))
}
