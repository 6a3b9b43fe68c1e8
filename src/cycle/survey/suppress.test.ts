import { describe, expect, it } from 'vitest'
import { suppress } from './suppress.ts'

/** All tables of so many cells with this sum. */
function tables(cells: number, sum: number): number[][] {
  if (cells === 1) return [[sum]]
  return Array.from({ length: sum + 1 }, (_, first) => tables(cells - 1, sum - first).map((rest) => [first, ...rest])).flat()
}

describe('small groups in a table whose sum everyone knows', () => {
  it('shows all when no group is small, and nought as nought', () => {
    expect(suppress([5, 0, 12])).toEqual([{ shown: 5 }, { shown: 0 }, { shown: 12 }])
  })

  it('hides two small groups alone when their sum leaves both open', () => {
    expect(suppress([20, 2, 3])).toEqual([{ shown: 20 }, { hidden: 'small' }, { hidden: 'small' }])
  })

  it('hides the next smallest too where the sum would tell the only small one', () => {
    expect(suppress([20, 9, 3])).toEqual([{ shown: 20 }, { hidden: 'with it' }, { hidden: 'with it' }])
    expect(suppress([20, 9, 9, 1, 1])).toEqual([{ shown: 20 }, ...Array.from({ length: 4 }, () => ({ hidden: 'with it' }))])
  })

  it.each([
    [2, 30],
    [3, 26],
    [4, 20],
    [5, 14],
  ])('nobody who knows the sum and this very rule can tell a small group: all tables of %i cells up to %i', (cells, most) => {
    for (let sum = 1; sum <= most; sum++) {
      // Whoever sees what is shown can think of every table that would be shown so.
      const looksLike = new Map<string, number[][]>()
      for (const table of tables(cells, sum)) {
        const seen = JSON.stringify(suppress(table))
        looksLike.set(seen, [...(looksLike.get(seen) ?? []), table])
      }
      for (const alike of looksLike.values())
        for (let cell = 0; cell < cells; cell++) {
          const values = new Set(alike.map((table) => table[cell] ?? 0))
          const small = [...values].some((value) => value >= 1 && value <= 4)
          if (small && values.size < 2) expect.fail(`${JSON.stringify(alike[0])} tells cell ${cell}`)
        }
    }
  })
})
