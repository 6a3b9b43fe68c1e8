import { expect, it } from 'vitest'
import { readConfiguration } from './configuration.ts'

/* What the settings of e-identity services must be, found out at the start and not at the first sign-in. */

it('half a service is named with what is missing', () => {
  expect(() => readConfiguration({ KOPRADE_OIDC_ISSUER: 'https://id.example.org' })).toThrow(
    /KOPRADE_OIDC_CLIENT_ID: must be set too[\s\S]*KOPRADE_OIDC_LABEL_EN[\s\S]*KOPRADE_IDENTITY_SECRET/,
  )
  expect(() => readConfiguration({ KOPRADE_OIDC_JWKS_URL: 'https://id.example.org/jwks' })).toThrow('KOPRADE_OIDC_TOKEN_URL')
})

it('secrets travel encrypted, except to this very machine', () => {
  for (const url of ['http://id.example.org', 'http://localhost.example.org', 'http://127.0.0.1@example.org', 'ftp://localhost', 'x'])
    expect(() => readConfiguration({ KOPRADE_EPARAKSTS_URL: url }), url).toThrow('KOPRADE_EPARAKSTS_URL')
})

it('a key that is too short is refused', () => {
  expect(() => readConfiguration({ KOPRADE_IDENTITY_SECRET: 'short' })).toThrow('KOPRADE_IDENTITY_SECRET')
})

it('eParaksts needs its host alone; the rest follows LVRTC’s description', () => {
  const { identity } = readConfiguration({
    KOPRADE_EPARAKSTS_URL: 'https://eidas.example.org',
    KOPRADE_EPARAKSTS_CLIENT_ID: 'koprade',
    KOPRADE_EPARAKSTS_CLIENT_SECRET: 'x',
    KOPRADE_IDENTITY_SECRET: 'x'.repeat(32),
  })
  expect(identity.eparaksts?.endpoints).toEqual({
    authorization: 'https://eidas.example.org/trustedx-authserver/oauth/lvrtc-eipsign-as',
    token: 'https://eidas.example.org/trustedx-authserver/oauth/lvrtc-eipsign-as/token',
    userinfo: 'https://eidas.example.org/trustedx-resources/openid/v1/users/me',
  })
  expect(identity.oidc).toBeNull()
})
