import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { z } from 'zod'
import { wrongField } from '../../platform/refusal.ts'
import { waysTexts } from '../waysTexts.ts'

/** A passkey as its authenticator names it. */
const id = z.string().regex(/^[\w-]{1,1400}$/)
const bytes = z.string().max(100_000)
const common = { id, rawId: id, type: z.literal('public-key'), clientExtensionResults: z.record(z.string(), z.unknown()).default({}) }

const registration = z.object({
  ...common,
  response: z.object({ clientDataJSON: bytes, attestationObject: bytes, transports: z.array(z.string().max(30)).max(10).default([]) }),
})
const authentication = z.object({
  ...common,
  response: z.object({ clientDataJSON: bytes, authenticatorData: bytes, signature: bytes, userHandle: bytes.optional() }),
})

export const passkeyRefused = () => wrongField('credential', (language) => waysTexts[language].passkeyRefused)

function read<T>(schema: z.ZodType<T>, text: string): T {
  if (!text) throw wrongField('credential', (language) => waysTexts[language].passkeyNeedsScript)
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    throw passkeyRefused()
  }
}

/** What the browser made when a passkey was registered (WebAuthn, RegistrationResponseJSON), from a form's field. */
export const readRegistration = (text: string): RegistrationResponseJSON => read(registration, text) as RegistrationResponseJSON

/** What the browser made when a passkey was used (WebAuthn, AuthenticationResponseJSON), from a form's field. */
export const readAuthentication = (text: string): AuthenticationResponseJSON => read(authentication, text) as AuthenticationResponseJSON
