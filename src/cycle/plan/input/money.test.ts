import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatNumber } from '../../../platform/languages/numbers.ts'
import { readEuro } from './money.ts'

describe('a sum in euro', () => {
  it.each([
    ['10 000', '10000.00'],
    ['10000', '10000.00'],
    ['10 000,50', '10000.50'],
    ['10000.5', '10000.50'],
    ['10,000', '10000.00'],
    ['10,000.50', '10000.50'],
    ['1\u00a0234\u00a0567', '1234567.00'],
    ['0', '0.00'],
    ['00012', '12.00'],
    ['500 euro', '500.00'],
    ['500€', '500.00'],
  ])('is read from %s', (text, sum) => expect(readEuro(text)).toBe(sum))

  it('is not stated when nothing is written', () => {
    expect(readEuro('')).toBeNull()
    expect(readEuro('  ')).toBeNull()
  })

  it.each(['-1', 'daudz', '1e5', '1.000,50', '10 00', '1 2', '10.000', '1,5,5', '١٢', '9999999999999', '€', '0x10', 'NaN', 'Infinity'])(
    'is not %s',
    (text) => expect(readEuro(text)).toBe('wrong'),
  )

  it('is told from a megabyte of spaces at once', () => {
    const before = performance.now()
    expect(readEuro(`1${' '.repeat(1_000_000)}x`)).toBe('wrong')
    expect(performance.now() - before).toBeLessThan(1000)
  })

  it('is read back from how both languages write it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), fc.constantFrom('lv' as const, 'en' as const), (cents, language) => {
        expect(readEuro(formatNumber(language, cents / 100))).toBe((cents / 100).toFixed(2))
      }),
    )
  })
})
