import { notFound } from '../../platform/refusal.ts'
import { type Handler, noteEvent } from '../../web/visit.ts'
import { comesFromThisMachine } from '../client.ts'
import { signInForDemonstration } from '../demonstration.ts'
import { goOnAs } from './onwards.ts'

/** The one-click links that a demonstration prints at its start: for who sits at this machine. */
export const demonstrationSignIn: Handler<'demonstrationSignIn'> = async (visit) => {
  if (!comesFromThisMachine(visit.context)) throw notFound()
  const signedIn = await signInForDemonstration(visit.house, { role: visit.values.role, key: visit.query.get('key') ?? '' })
  noteEvent(visit, 'signed in by a demonstration link')
  return goOnAs(visit, signedIn, null)
}
