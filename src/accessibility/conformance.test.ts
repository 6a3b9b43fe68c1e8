import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '../platform/dates/partialDate.ts'
import { addresses } from '../web/addresses.ts'
import { conformanceOf, type OwnEvaluation, uncheckedIn } from './conformance.ts'
import { checks, parseResults, type Results, results as written } from './results.ts'

const today = day('2026-11-24')
const known = ['home', 'plan']

/** What programs found when nothing is wrong, with these findings: the pages by check. */
const found = (findings: Partial<Record<Results['checks'][number]['check'], string[]>> = {}, more: Partial<Results> = {}): Results => ({
  checkedOn: today,
  tools: [{ name: 'axe-core', version: '4' }],
  languages: ['lv', 'en'],
  addresses: ['home', 'plan'],
  withoutExample: ['newsAtom'],
  pages: 4,
  checks: checks.map((check) => ({ check, findings: findings[check] ? [{ rule: 'a-rule', pages: findings[check] }] : [] })),
  rules: { passed: 60, unclear: [] },
  ...more,
})
const evaluated: OwnEvaluation = { evaluatedOn: today, hasLimits: false }
const told = (results: Results, own = evaluated, at = known) => conformanceOf(results, at, own, today)

describe('how far the site conforms', () => {
  it.each([
    ['nothing found, evaluated, no limits', found(), evaluated, known, 'conforms', []],
    ['a finding', found({ axe: ['/lv'] }), evaluated, known, 'partly', ['findings']],
    [
      'findings on more than half of the pages',
      found({ axe: ['/lv', '/en'], keyboard: ['/lv/plani'] }),
      evaluated,
      known,
      'does-not',
      ['findings'],
    ],
    ['one page found by several checks', found({ axe: ['/lv'], dark: ['/lv'], reflow: ['/lv'] }), evaluated, known, 'partly', ['findings']],
    ['a page that came later', found(), evaluated, [...known, 'search'], 'partly', ['unchecked']],
    ['an address without a page', found(), evaluated, [...known, 'newsAtom'], 'conforms', []],
    ['nobody has evaluated', found(), { ...evaluated, evaluatedOn: null }, known, 'partly', ['not-evaluated']],
    ['a limit is known', found(), { ...evaluated, hasLimits: true }, known, 'partly', ['limits']],
    ['results of two years ago', found({}, { checkedOn: addDays(today, -700) }), evaluated, known, 'not-known', ['old']],
  ] as const)('%s', (_, results, own, at, conformance, shortfalls) => {
    expect(told(results, own, [...at])).toEqual({ conformance, shortfalls })
  })

  it('is never “conforms” where anything was found, whatever else is told', () => {
    const pages = fc.uniqueArray(fc.constantFrom('/lv', '/en', '/lv/plani', '/en/plans'), { minLength: 1 })
    fc.assert(
      fc.property(
        fc.constantFrom(...checks),
        pages,
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 0, max: 2000 }),
        fc.boolean(),
        (check, on, all, age, hasLimits) => {
          const results = found({ [check]: on }, { pages: Math.max(all, on.length), checkedOn: addDays(today, -age) })
          expect(told(results, { evaluatedOn: today, hasLimits }).conformance).not.toBe('conforms')
        },
      ),
    )
  })
})

describe('the results in the sources', () => {
  it('are whole, and are refused when something is missing', () => {
    expect(written.checks.map(({ check }) => check)).toEqual([...checks])
    expect(() => parseResults({ ...written, checks: written.checks.slice(1) })).toThrow()
    expect(() => parseResults({ ...written, checkedOn: 'yesterday' })).toThrow()
    expect(() => parseResults({ ...written, pages: 0 })).toThrow()
  })

  it('name addresses that there are; those that came later count as not checked', () => {
    const names = Object.keys(addresses)
    expect(uncheckedIn(found(), ['home', 'plan', 'newsAtom', 'a', 'b'])).toEqual(['a', 'b'])
    expect(written.addresses.filter((name) => names.includes(name)).length).toBeGreaterThan(20)
  })
})
