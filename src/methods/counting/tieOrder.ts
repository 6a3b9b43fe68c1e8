import { createHash } from 'node:crypto'
import type { Election } from './election.ts'
import { supporters } from './support.ts'

/**
 * What decides between options that stand equal. `id`: the order of the identifiers, as the published reference programs go by.
 * `published`: more supporters, then the lower cost, then the verifiable draw by a seed that was published before the vote.
 */
export type TieRule = { rule: 'id' } | { rule: 'published'; seed: string }

/**
 * The place of each option when options stand equal: of those that do, the one with the lowest place comes first. One order
 * holds for the whole count, so that anyone can write it down before and check each tie against it.
 */
export function tieOrder(election: Election, rule: TieRule): readonly number[] {
  const before = rule.rule === 'id' ? byIdentifier(election) : asPublished(election, rule.seed)
  const places = election.options.map(() => 0)
  for (const [place, option] of [...places.keys()].sort(before).entries()) places[option] = place
  return places
}

/**
 * Where the option's lot falls in the draw: SHA-256 over the UTF-8 text of the seed with the identifier right behind it, in
 * hexadecimal; the smallest comes first. `printf %s "SEEDID" | sha256sum` tells the same.
 */
export function lot(seed: string, id: string): string {
  return createHash('sha256')
    .update(seed + id, 'utf8')
    .digest('hex')
}

type Before = (a: number, b: number) => number

function byIdentifier({ options, idOrder }: Election): Before {
  if (idOrder === 'listed') return (a, b) => a - b
  return (a, b) => byCodePoints(options[a]?.id ?? '', options[b]?.id ?? '')
}

function asPublished(election: Election, seed: string): Before {
  const support = supporters(election)
  const costs = election.options.map(({ cost }) => cost)
  const lots = election.options.map(({ id }) => lot(seed, id))
  return (a, b) =>
    (support[b] ?? 0) - (support[a] ?? 0) ||
    Number((costs[a] ?? 0n) > (costs[b] ?? 0n)) - Number((costs[a] ?? 0n) < (costs[b] ?? 0n)) ||
    Number((lots[a] ?? '') > (lots[b] ?? '')) - Number((lots[a] ?? '') < (lots[b] ?? ''))
}

/** JavaScript compares UTF-16 units, which puts characters beyond the first 65,536 before some that they come after. */
export function byCodePoints(a: string, b: string): number {
  const left = a[Symbol.iterator]()
  const right = b[Symbol.iterator]()
  for (;;) {
    const one = left.next()
    const other = right.next()
    if (one.done || other.done) return Number(!one.done) - Number(!other.done)
    const difference = (one.value.codePointAt(0) ?? 0) - (other.value.codePointAt(0) ?? 0)
    if (difference) return difference
  }
}
