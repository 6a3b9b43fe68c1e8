import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { subjectHash } from './subjectHash.ts'

const key = 'a key of its own, longer than 32 characters'
const provider = fc.constantFrom('oidc' as const, 'eparaksts' as const)
// Made-up codes: no such days and check digits.
const code = fc
  .tuple(fc.integer({ min: 0, max: 999999 }), fc.integer({ min: 0, max: 99999 }))
  .map(([day, serial]) => `PNOLV${day}${serial}`)
const text = fc.oneof(code, fc.string(), fc.constantFrom('', '"', '","', 'a\nb'))

describe('the keyed hash of an e-identity', () => {
  it('is one for one identity, and holds nothing of it', () => {
    fc.assert(
      fc.property(provider, text, code, (service, issuer, subject) => {
        const hash = subjectHash(key, service, { issuer, subject })
        expect(hash).toMatch(/^[0-9a-f]{64}$/)
        expect(subjectHash(key, service, { issuer, subject })).toBe(hash)
        expect(hash).not.toContain(subject)
      }),
    )
  })

  it('differs when key, service, issuer or subject differ, wherever the border between them lies', () => {
    fc.assert(
      fc.property(provider, provider, text, text, text, text, (service, otherService, issuer, otherIssuer, subject, otherSubject) => {
        const same = service === otherService && issuer === otherIssuer && subject === otherSubject
        const hash = subjectHash(key, service, { issuer, subject })
        expect(subjectHash(key, otherService, { issuer: otherIssuer, subject: otherSubject }) === hash).toBe(same)
        expect(subjectHash(`${key}x`, service, { issuer, subject })).not.toBe(hash)
      }),
    )
    expect(subjectHash(key, 'oidc', { issuer: 'ab', subject: 'c' })).not.toBe(subjectHash(key, 'oidc', { issuer: 'a', subject: 'bc' }))
  })
})
