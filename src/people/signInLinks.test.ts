import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ownPath } from './signInLinks.ts'

describe('where one goes on after signing in', () => {
  it.each(['/lv', '/lv/mani-darbi', '/en/plans/lv-3/commitments/9?a=b'])('%s is ours', (path) => {
    expect(ownPath(path)).toBe(path)
  })

  it.each([
    '',
    'lv/plani',
    'https://example.org/lv',
    '//example.org/lv',
    '/\\example.org/lv',
    '/.//example.org/lv',
    '/lv/..//example.org',
    '/%2e%2e//example.org',
    'javascript:alert(1)',
    '\t//example.org/lv',
    '/\t/example.org/lv',
    '/xx/plani',
    '/healthz',
    `/lv/${'a'.repeat(3000)}`,
  ])('%s is not', (path) => {
    expect(ownPath(path)).toBeNull()
  })

  it('whatever is given, the browser stays here', () => {
    const text = fc
      .array(fc.constantFrom('/', '\\', '.', '..', 'lv', 'en', '@', ':', '//', '%2f', '%5c', '\t', '\n', 'example.org', '?', '#', ' '))
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, (hostile) => {
        const next = ownPath(hostile)
        if (next !== null) expect(new URL(next, 'http://own.invalid').origin).toBe('http://own.invalid')
      }),
    )
  })
})
