import { z } from 'zod'

const thisMachine = ['localhost', '127.0.0.1', '[::1]']

/** An address that secrets may be sent to: encrypted, or on this very machine. */
const safeAddress = z
  .url({ protocol: /^https?$/ })
  .refine(
    (text) => text.startsWith('https:') || (URL.canParse(text) && thisMachine.includes(new URL(text).hostname)),
    'must start with https://',
  )
const words = z
  .string()
  .transform((text) => text.split(/\s+/).filter(Boolean))
  .optional()

/** The settings of the e-identity services, by their names in the environment. */
export const identityShape = {
  KOPRADE_IDENTITY_SECRET: z.string().min(32).optional(),
  KOPRADE_OIDC_ISSUER: safeAddress.optional(),
  KOPRADE_OIDC_CLIENT_ID: z.string().optional(),
  KOPRADE_OIDC_CLIENT_SECRET: z.string().optional(),
  KOPRADE_OIDC_SCOPES: words,
  KOPRADE_OIDC_LABEL_LV: z.string().max(80).optional(),
  KOPRADE_OIDC_LABEL_EN: z.string().max(80).optional(),
  KOPRADE_OIDC_TWO_STEP_ACR: words,
  KOPRADE_OIDC_AUTHORIZATION_URL: safeAddress.optional(),
  KOPRADE_OIDC_TOKEN_URL: safeAddress.optional(),
  KOPRADE_OIDC_JWKS_URL: safeAddress.optional(),
  KOPRADE_EPARAKSTS_URL: safeAddress.optional(),
  KOPRADE_EPARAKSTS_CLIENT_ID: z.string().optional(),
  KOPRADE_EPARAKSTS_CLIENT_SECRET: z.string().optional(),
  KOPRADE_EPARAKSTS_TWO_STEP_ACR: words,
  KOPRADE_EPARAKSTS_AUTHORIZATION_URL: safeAddress.optional(),
  KOPRADE_EPARAKSTS_TOKEN_URL: safeAddress.optional(),
  KOPRADE_EPARAKSTS_USERINFO_URL: safeAddress.optional(),
}
type Name = keyof typeof identityShape
type Read = z.infer<z.ZodObject<typeof identityShape>>

type Client = {
  clientId: string
  clientSecret: string
  /** The authentication context classes that count as both steps of signing in. */
  twoStepAcr: readonly string[]
}

/** A national e-identity over OpenID Connect. */
export type OidcSettings = Client & {
  issuer: string
  scopes: readonly string[]
  label: { lv: string; en: string }
  /** Given, discovery is not asked. */
  endpoints: { authorization: string; token: string; jwks: string } | null
}

/** eParaksts, the e-identity of Latvia. */
export type EparakstsSettings = Client & { url: string; endpoints: { authorization: string; token: string; userinfo: string } }

export type IdentitySettings = {
  /** Key of the hashes by which linked e-identities are found again; null where none is configured. */
  secret: string | null
  oidc: OidcSettings | null
  eparaksts: EparakstsSettings | null
}

/** Settings that only make sense together: one alone is a mistake that nobody should find out by a failed sign-in. */
const together: readonly (readonly Name[])[] = [
  ['KOPRADE_OIDC_ISSUER', 'KOPRADE_OIDC_CLIENT_ID', 'KOPRADE_OIDC_CLIENT_SECRET', 'KOPRADE_OIDC_LABEL_LV', 'KOPRADE_OIDC_LABEL_EN'],
  ['KOPRADE_OIDC_AUTHORIZATION_URL', 'KOPRADE_OIDC_TOKEN_URL', 'KOPRADE_OIDC_JWKS_URL'],
  ['KOPRADE_EPARAKSTS_URL', 'KOPRADE_EPARAKSTS_CLIENT_ID', 'KOPRADE_EPARAKSTS_CLIENT_SECRET'],
]

/** Names every setting that is missing beside others that are set. */
export function checkIdentitySettings(read: Read, context: z.RefinementCtx): void {
  const missing = (name: Name, beside: Name) =>
    context.addIssue({ code: 'custom', path: [name], message: `must be set too, since ${beside} is` })
  for (const group of together) {
    const set = group.find((name) => read[name] !== undefined)
    if (set) for (const name of group) if (read[name] === undefined) missing(name, set)
  }
  const anyService = (['KOPRADE_OIDC_ISSUER', 'KOPRADE_EPARAKSTS_URL'] as const).find((name) => read[name] !== undefined)
  if (anyService && read.KOPRADE_IDENTITY_SECRET === undefined) missing('KOPRADE_IDENTITY_SECRET', anyService)
}

/** The e-identity services of these settings, which have passed the check. */
export function identitySettingsOf(read: Read): IdentitySettings {
  return { secret: read.KOPRADE_IDENTITY_SECRET ?? null, oidc: oidcOf(read), eparaksts: eparakstsOf(read) }
}

function oidcOf(read: Read): OidcSettings | null {
  const { KOPRADE_OIDC_ISSUER: issuer, KOPRADE_OIDC_CLIENT_ID: clientId, KOPRADE_OIDC_CLIENT_SECRET: clientSecret } = read
  if (!issuer || !clientId || !clientSecret) return null
  const { KOPRADE_OIDC_AUTHORIZATION_URL: authorization, KOPRADE_OIDC_TOKEN_URL: token, KOPRADE_OIDC_JWKS_URL: jwks } = read
  return {
    issuer,
    clientId,
    clientSecret,
    scopes: [...new Set(['openid', ...(read.KOPRADE_OIDC_SCOPES ?? [])])],
    label: { lv: read.KOPRADE_OIDC_LABEL_LV ?? '', en: read.KOPRADE_OIDC_LABEL_EN ?? '' },
    twoStepAcr: read.KOPRADE_OIDC_TWO_STEP_ACR ?? [],
    endpoints: authorization && token && jwks ? { authorization, token, jwks } : null,
  }
}

/** The authorisation server for identification, as LVRTC describes its OAuth 2.0 service for developers. */
const EPARAKSTS_SERVER = '/trustedx-authserver/oauth/lvrtc-eipsign-as'

function eparakstsOf(read: Read): EparakstsSettings | null {
  const { KOPRADE_EPARAKSTS_URL: url, KOPRADE_EPARAKSTS_CLIENT_ID: clientId, KOPRADE_EPARAKSTS_CLIENT_SECRET: clientSecret } = read
  if (!url || !clientId || !clientSecret) return null
  const at = (path: string): string => new URL(path, url).href
  return {
    url,
    clientId,
    clientSecret,
    twoStepAcr: read.KOPRADE_EPARAKSTS_TWO_STEP_ACR ?? [],
    endpoints: {
      authorization: read.KOPRADE_EPARAKSTS_AUTHORIZATION_URL ?? at(EPARAKSTS_SERVER),
      token: read.KOPRADE_EPARAKSTS_TOKEN_URL ?? at(`${EPARAKSTS_SERVER}/token`),
      userinfo: read.KOPRADE_EPARAKSTS_USERINFO_URL ?? at('/trustedx-resources/openid/v1/users/me'),
    },
  }
}
