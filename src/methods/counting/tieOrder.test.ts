import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { approvals } from '../../../test/support/elections.ts'
import type { Election } from './election.ts'
import { byCodePoints, lot, tieOrder } from './tieOrder.ts'

const inOrder = (election: Election, places: readonly number[]): string[] =>
  [...election.options]
    .map(({ id }, option) => ({ id, place: places[option] ?? 0 }))
    .sort((a, b) => a.place - b.place)
    .map(({ id }) => id)

describe('the order of ties', () => {
  it('goes by code points in a .pb file, and as listed elsewhere', () => {
    const named = ['9', '10', '2', '\u{1F333}', '\uFB01'].map((id) => ({ id, name: id, cost: 1n }))
    const election = { ...approvals([], 1, []), options: named }
    expect(inOrder(election, tieOrder(election, { rule: 'id' }))).toEqual(['10', '2', '9', '\uFB01', '\u{1F333}'])
    const listed = { ...election, idOrder: 'listed' as const }
    expect(inOrder(listed, tieOrder(listed, { rule: 'id' }))).toEqual(named.map(({ id }) => id))
  })

  it('goes by supporters, then by cost, then by the draw', () => {
    const election = approvals([5, 3, 3, 3], 5, ['abd', 'acd', 'd'])
    expect(inOrder(election, tieOrder(election, { rule: 'published', seed: 'x' })).slice(0, 2)).toEqual(['d', 'a'])
    const draw = ['b', 'c'].sort((one, other) => (lot('x', one) < lot('x', other) ? -1 : 1))
    expect(inOrder(election, tieOrder(election, { rule: 'published', seed: 'x' })).slice(2)).toEqual(draw)
    const cheaper = approvals([5, 3], 5, ['ab'])
    expect(inOrder(cheaper, tieOrder(cheaper, { rule: 'published', seed: 'x' }))).toEqual(['b', 'a'])
  })

  it('draws by what anyone can compute: SHA-256 of the seed and the identifier', () => {
    expect(lot('2026-11-30 Rīga ', 'c7')).toBe(createHash('sha256').update(Buffer.from('2026-11-30 Rīga c7')).digest('hex'))
    expect(lot('', 'abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })

  it('depends on the seed', () => {
    const election = approvals([1, 1, 1, 1, 1, 1], 1, [])
    const orders = ['1', '2', '3', '4'].map((seed) => inOrder(election, tieOrder(election, { rule: 'published', seed })).join(''))
    expect(new Set(orders).size).toBe(4)
  })

  it('compares like the list of code points', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        const points = (text: string): string => [...text].map((one) => (one.codePointAt(0) ?? 0).toString(16).padStart(6, '0')).join('')
        expect(Math.sign(byCodePoints(a, b))).toBe(Number(points(a) > points(b)) - Number(points(a) < points(b)))
      }),
      { numRuns: 1000, seed: 1 },
    )
  })
})
