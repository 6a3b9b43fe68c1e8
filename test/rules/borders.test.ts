import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { crossings, importsOf, whyNot } from './borders.ts'

describe('borders between modules', () => {
  it('nothing in the sources crosses one', () => {
    expect(crossings(resolve(import.meta.dirname, '../..'))).toEqual([])
  })

  it.each([
    ['src/record/append.ts', 'src/people/index.ts'],
    ['src/platform/house.ts', 'src/record/index.ts'],
    ['src/cycle/plan/queries.ts', 'src/cycle/monitoring/index.ts'],
    ['src/cycle/plan/queries.ts', 'src/people/queries.ts'],
    ['src/cycle/plan/index.ts', 'src/app.tsx'],
    ['src/web/Layout.tsx', 'src/cycle/plan/index.ts'],
    ['src/web/Layout.tsx', 'src/web/pages/home.tsx'],
    ['src/people/pages.tsx', 'src/web/pages/problems.tsx'],
    ['src/people/policy.ts', 'test/support/house.ts'],
    ['src/cycle/reporting/pages/report.tsx', 'src/cycle/plan/pages/forms/words.ts'],
  ])('%s may not import %s', (from, to) => {
    expect(whyNot(from, to)).not.toBeNull()
  })

  it.each([
    ['src/cycle/monitoring/queries.ts', 'src/cycle/plan/index.ts'],
    ['src/web/pages/home.tsx', 'src/cycle/reporting/index.ts'],
    ['src/app.tsx', 'src/people/pages/signIn.tsx'],
    ['src/people/policy.test.ts', 'test/support/house.ts'],
    ['src/record/append.ts', 'src/platform/database/database.ts'],
  ])('%s may import %s', (from, to) => {
    expect(whyNot(from, to)).toBeNull()
  })

  it('sees types, re-exports and imports at run time', () => {
    const text = `import type { A } from './a.ts'\nimport { type B, c } from './b.ts'\nexport { d } from './d.ts'\nimport './e.css'\nawait import('./f.ts')`
    expect(importsOf('src/x.ts', text)).toEqual([
      { what: './a.ts', type: true },
      { what: './b.ts', type: false },
      { what: './e.css', type: false },
      { what: './d.ts', type: false },
      { what: './f.ts', type: false },
    ])
  })
})
