import fc from 'fast-check'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { addPerson } from '../invitePerson.ts'
import { readRecoveryCode, recoveryCodesLeft, renewRecoveryCodes, spendRecoveryCode } from './recoveryCodes.ts'
import { seal, unseal } from './sealed.ts'
import { appAddress, CODE_SECONDS, newSecret, stepOf } from './totp.ts'

const moments = fc.date({ min: new Date('2020-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
const later = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1000)
const stepAt = (now: Date): number => Math.floor(now.getTime() / 1000 / CODE_SECONDS)
const codeAt = (secret: string, now: Date): string =>
  TOTP.generate({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: CODE_SECONDS, timestamp: now.getTime() })

describe('a code from an authenticator app', () => {
  // RFC 6238, Appendix B (SHA-1), the last six of its eight digits.
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
  ])('is the standard’s at second %d', (second, code) => {
    const secret = new Secret({ buffer: new TextEncoder().encode('12345678901234567890').buffer as ArrayBuffer }).base32
    expect(stepOf(secret, code, new Date(second * 1000), null)).toBe(Math.floor(second / 30))
  })

  it('stands for its own half-minute and the ones beside it, and no longer', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: -5, max: 5 }), (now, away) => {
        const secret = newSecret()
        const taken = stepOf(secret, codeAt(secret, later(now, away * CODE_SECONDS)), now, null)
        if (Math.abs(away) <= 1) expect(taken).toBe(stepAt(now) + away)
        // One in a million codes is right for another half-minute by chance.
        else expect(taken === null || Math.abs(taken - stepAt(now)) <= 1).toBe(true)
      }),
    )
  })

  it('is taken once: neither it nor an earlier one after it', () => {
    fc.assert(
      fc.property(moments, fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 8 }), (start, waits) => {
        const secret = newSecret()
        let now = start
        let last: number | null = null
        for (const seconds of waits) {
          now = later(now, seconds)
          const step = stepOf(secret, codeAt(secret, now), now, last)
          expect(step === null).toBe(last !== null && stepAt(now) <= last)
          last = step ?? last
          expect(stepOf(secret, codeAt(secret, now), now, last)).toBeNull()
        }
      }),
      { numRuns: 50 },
    )
  })

  it.each(['', '12345', '1234567', 'abcdef', '12 345', '१२३४५६', '-12345', '1e5000'])('is six digits, not %j', (code) => {
    expect(stepOf(newSecret(), code, new Date(), null)).toBeNull()
  })

  it('comes from a secret that apps read from a standard address', () => {
    const secret = newSecret()
    const url = new URL(appAddress(secret, 'jana+b@example.org'))
    expect([url.protocol, url.host, decodeURIComponent(url.pathname)]).toEqual(['otpauth:', 'totp', '/Koprade:jana+b@example.org'])
    expect(url.searchParams.get('secret')).toBe(secret)
    expect(secret).toMatch(/^[A-Z2-7]{32}$/)
  })
})

describe('a secret at rest', () => {
  const secrets = fc.string({ minLength: 32, maxLength: 64 })

  it('is read by its house for its person, and looks different every time', () => {
    fc.assert(
      fc.property(secrets, fc.uuid(), fc.string(), (house, person, text) => {
        const sealed = seal(house, person, text)
        expect(unseal(house, person, sealed)).toBe(text)
        expect(seal(house, person, text)).not.toBe(sealed)
      }),
    )
  })

  it('is not read with another key, for another person, or when one bit has changed', () => {
    fc.assert(
      fc.property(secrets, fc.uuid(), fc.string(), fc.nat(), (house, person, text, at) => {
        const sealed = seal(house, person, text)
        const bytes = Buffer.from(sealed, 'base64url')
        const bit = at % (bytes.length * 8)
        bytes.writeUInt8((bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7)), bit >> 3)
        expect(unseal(`${house}x`, person, sealed)).toBeNull()
        expect(unseal(house, `${person}x`, sealed)).toBeNull()
        expect(unseal(house, person, bytes.toString('base64url'))).toBeNull()
        expect(unseal(house, person, sealed.slice(0, 10))).toBeNull()
      }),
    )
  })
})

describe('recovery codes', () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
  })
  afterAll(() => house.close())
  let made = 0
  const somebody = async (): Promise<string> => {
    made += 1
    return (await addPerson(house, house.db, { name: 'Kāds', email: `kads${made}@example.org` })).id
  }

  it('are ten, each for once, each for its own person, and stand nowhere in clear', async () => {
    const [one, other] = [await somebody(), await somebody()]
    const codes = await renewRecoveryCodes(house.db, one)
    expect(new Set(codes).size).toBe(10)
    for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
    const stored = JSON.stringify((await house.open.execute('select * from recovery_code')).rows)
    for (const code of codes) expect(stored).not.toContain(code.replaceAll('-', ''))
    const code = readRecoveryCode(codes[3] ?? '') ?? ''
    expect(await spendRecoveryCode(house.db, other, code)).toBe(false)
    expect((await Promise.all([1, 2, 3].map(() => spendRecoveryCode(house.db, one, code)))).filter(Boolean)).toHaveLength(1)
    expect(await recoveryCodesLeft(house.db, one)).toBe(9)
  })

  it('end when new ones are made', async () => {
    const person = await somebody()
    const [first = ''] = await renewRecoveryCodes(house.db, person)
    await renewRecoveryCodes(house.db, person)
    expect(await spendRecoveryCode(house.db, person, readRecoveryCode(first) ?? '')).toBe(false)
    expect(await recoveryCodesLeft(house.db, person)).toBe(10)
  })

  it('are read in any spelling, and nothing else is', () => {
    expect(readRecoveryCode(' abcd-efgh jkmn-0l1o ')).toBe('ABCDEFGHJKMN0110')
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (typed) => {
        const code = readRecoveryCode(typed)
        if (code !== null) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/)
      }),
    )
    for (const wrong of ['', '123456', 'ABCD-EFGH-JKMN', 'ABCD-EFGH-JKMN-PQRU', 'ABCD-EFGH-JKMN-PQR’'])
      expect(readRecoveryCode(wrong)).toBeNull()
  })
})
