import { z } from 'zod'
import { foldedWord } from '../../methods/words.ts'
import { type ParticipantSector, participantSectors, readEmail } from '../../people/index.ts'
import type { Fields } from '../../platform/http/fields.ts'
import { wrongFields } from '../../platform/refusal.ts'
import { FormReader } from '../plan/index.ts'
import { say } from './problemTexts.ts'

const NAME_LIMIT = 200
const NEEDS_LIMIT = 2000

/** What someone says of themselves to register. `version`: of the registration that the form was drawn from; null for a new one. */
export type RegistrationInput = {
  name: string
  sector: ParticipantSector
  organisation: string | null
  needs: string | null
  showName: boolean
  version: number | null
}

/** A name as the list at the door is ordered and searched: small letters without diacritics. */
export const nameKeyOf = (name: string): string => name.split(/\s+/).map(foldedWord).filter(Boolean).join(' ')

const one = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Reads the form; without an account also the address to which the letter goes. Refuses with every mistake at once. */
export function readRegistration(fields: Fields, withEmail: boolean): RegistrationInput & { email: string | null } {
  const reader = new FormReader(fields)
  const name = one(reader.line('name', NAME_LIMIT) ?? '')
  if (!name) reader.problems.push({ field: 'name', say: say('giveAName') })
  const email = withEmail ? readEmail(fields.get('email')) : null
  if (withEmail && !email) reader.problems.push({ field: 'email', say: say('giveAnEmail') })
  const sector = reader.choice('sector', participantSectors)
  if (!sector && !fields.trimmed('sector')) reader.problems.push({ field: 'sector', say: say('chooseASector') })
  const input = {
    name,
    sector: sector ?? 'resident',
    organisation: reader.line('organisation'),
    needs: reader.text('needs', NEEDS_LIMIT),
    showName: fields.all('showName').includes('yes'),
    version: fields.trimmed('version') ? reader.version() : null,
    email,
  }
  if (reader.problems.length) throw wrongFields(reader.problems)
  return input
}

/** A registration that waited for its confirmation, read again from what was kept. */
export const awaitedRegistration = z.object({
  event: z.number().int(),
  name: z.string(),
  sector: z.enum(participantSectors),
  organisation: z.string().nullable(),
  needs: z.string().nullable(),
  showName: z.boolean(),
})
