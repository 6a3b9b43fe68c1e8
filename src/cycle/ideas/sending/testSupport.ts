import { randomUUID } from 'node:crypto'
import { type Actor, person } from '../../../people/index.ts'
import type { House } from '../../../platform/house.ts'
import type { Fields } from '../../../platform/http/fields.ts'
import { form } from '../../plan/testSupport.ts'
import { readIdea } from './ideaInput.ts'
import type { SendIdea } from './sendIdea.ts'

/* What the tests of sending share. */

/** What someone types who sends an idea in their own name. */
export const ideaForm: Record<string, string | string[]> = {
  title: 'Protokolus publicēt nedēļas laikā',
  problem: 'Protokoli parādās pēc trim mēnešiem.',
  proposal: 'Publicēt tos septiņu dienu laikā.',
  as: 'person',
  sector: 'resident',
}

/** A participant with an address of their own. */
export async function aParticipant(house: House, name = 'Dace Paraugs'): Promise<Actor> {
  const id = randomUUID()
  await house.db
    .insert(person)
    .values({ id, name, email: `${id}@example.org`, emailVerified: true, createdAt: new Date(), updatedAt: new Date() })
  return { personId: id, name, roles: [{ role: 'participant', organisationId: null }] }
}

/** The idea of a form, ready to be sent to a call of plan lv-5. */
export function toSend(actor: Actor, callId: number, more: Record<string, string | string[]> = {}): SendIdea {
  const fields: Fields = form({ ...ideaForm, ...more })
  return { ...readIdea(fields, { kind: 'idea', language: 'lv', actor, sectorsOf: new Map() }), planId: 'lv-5', callId, files: [] }
}
