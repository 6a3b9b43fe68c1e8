import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainMeek } from '../../../test/support/plainMeek.ts'
import { plainly, rankings } from '../../../test/support/rankings.ts'
import { countElection } from './countElection.ts'
import type { Election } from './election.ts'
import { readBlt } from './readBlt.ts'
import { type SchulzeRound, strongestPaths } from './schulze.ts'
import type { CountSettings, Method } from './settings.ts'
import type { MeekRound } from './stvMeek.ts'
import type { ScottishRound } from './stvScottish.ts'
import { writeBlt } from './writeBlt.ts'

const cases = { numRuns: 1000, seed: 2007 }
const stv = ['stv-scottish', 'stv-meek'] as const
const ranked: readonly Method[] = ['borda', 'schulze', ...stv]

type Drawn = { weight: number; order: number[]; equal: boolean[] }

/** Small elections in which much is equal; `strict` ones have no equal ranks. */
function elections({ strict = false, most = 5 } = {}): fc.Arbitrary<Election> {
  const all = Array.from({ length: most }, (_, option) => option)
  const drawn: fc.Arbitrary<Drawn> = fc.record({
    weight: fc.integer({ min: 1, max: 6 }),
    order: fc.shuffledSubarray(all),
    equal: fc.array(fc.boolean(), { minLength: most, maxLength: most }),
  })
  return fc.tuple(fc.integer({ min: 1, max: most }), fc.array(drawn, { maxLength: 9 })).map(([candidates, ballots]) =>
    rankings(
      candidates,
      ballots.map(({ weight, order, equal }) => {
        const ranks: number[][] = []
        for (const [place, option] of order.filter((each) => each < candidates).entries()) {
          if (!strict && equal[place] && place) ranks.at(-1)?.push(option)
          else ranks.push([option])
        }
        return { weight, ranks }
      }),
    ),
  )
}

const seatNumbers = fc.integer({ min: 1, max: 4 })
const count = (election: Election, method: Method, settings: Partial<CountSettings>) =>
  countElection(election, method, { ...plainly, ...settings })
const hold = <Values extends [unknown, ...unknown[]]>(property: fc.IProperty<Values>): void => fc.assert(property, cases)

describe.each(ranked)('%s', (method) => {
  it('asks not who cast a ballot: their order and their being split change nothing', () => {
    hold(
      fc.property(elections(), seatNumbers, fc.infiniteStream(fc.nat()), (election, seats, keys) => {
        const pieces = election.ballots.flatMap((ballot) =>
          ballot.weight > 1
            ? [
                { ...ballot, weight: 1 },
                { ...ballot, weight: ballot.weight - 1 },
              ]
            : [ballot],
        )
        const mixed = pieces
          .map((ballot) => ({ ballot, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ ballot }) => ballot)
        expect(count({ ...election, ballots: mixed }, method, { seats })).toEqual(count(election, method, { seats }))
      }),
    )
  })

  it('asks not where a candidate stands in the file, when ties go by the draw', () => {
    hold(
      fc.property(elections(), seatNumbers, fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (election, seats, shuffled) => {
        const places = shuffled.filter((option) => option < election.options.length)
        const moved: Election = {
          ...election,
          options: places.map((option) => election.options[option] as Election['options'][number]),
          ballots: election.ballots.map((ballot) => ({
            ...ballot,
            ranks: ballot.ranks.map((rank) => rank.map((option) => places.indexOf(option))),
          })),
        }
        const settings: Partial<CountSettings> = { seats, tieRule: { rule: 'published', seed: 'drawn on 2 May' } }
        const [one, other] = [count(election, method, settings), count(moved, method, settings)]
        // Those elected in one stage of a transferable vote are listed by their place.
        expect(other.winners.toSorted()).toEqual(one.winners.toSorted())
        if (method === 'borda' || method === 'schulze') expect(other.winners).toEqual(one.winners)
        expect(other.ties.map(({ first }) => first)).toEqual(one.ties.map(({ first }) => first))
      }),
    )
  })

  it('chooses as many as are wanted and there are, each once; nobody without a ballot that counts', () => {
    hold(
      fc.property(elections({ strict: true }), seatNumbers, (election, seats) => {
        const { winners } = count(election, method, { seats })
        const any = election.ballots.some(({ ranks }) => ranks.length)
        expect(new Set(winners).size).toBe(winners.length)
        expect(winners).toHaveLength(any ? Math.min(seats, election.options.length) : 0)
      }),
    )
  })
})

describe('the Schulze method', () => {
  it.each(['winning-votes', 'margins'] as const)('by %s chooses who beats everyone else one to one', (strength) => {
    let found = 0
    hold(
      fc.property(elections(), (election) => {
        const { winners, rounds } = count(election, 'schulze', { strength })
        const { pairwise } = rounds[0] as SchulzeRound
        const ids = Object.keys(pairwise)
        const best = ids.find((one) => ids.every((other) => one === other || (pairwise[one]?.[other] ?? 0) > (pairwise[other]?.[one] ?? 0)))
        if (!best || ids.length < 2) return
        found += 1
        expect(winners).toEqual([best])
      }),
    )
    expect(found).toBeGreaterThan(200)
  })

  it('finds the strongest of all paths', () => {
    const links = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 25, maxLength: 25 })
    hold(
      fc.property(links, (strengths) => {
        const found = strongestPaths(Float64Array.from(strengths), 5)
        for (let from = 0; from < 5; from += 1)
          for (let to = 0; to < 5; to += 1) if (from !== to) expect(found[from * 5 + to]).toBe(strongest(strengths, from, to, [from]))
      }),
    )
  })

  /** Goes along every path that visits nobody twice. */
  function strongest(strengths: readonly number[], from: number, to: number, visited: readonly number[]): number {
    const link = (next: number): number => strengths[from * 5 + next] as number
    const others = [0, 1, 2, 3, 4].filter((next) => next !== to && !visited.includes(next))
    return Math.max(link(to), ...others.map((next) => Math.min(link(next), strongest(strengths, next, to, [...visited, next]))))
  }
})

describe('the single transferable vote', () => {
  it.each(stv)('%s: a group that fills the first ranks of k quotas of ballots gets k seats, or one for each of its members', (method) => {
    let binding = 0
    hold(
      fc.property(elections({ strict: true }), seatNumbers, (election, seats) => {
        const { winners } = count(election, method, { seats })
        const votes = election.ballots.reduce((sum, { ranks, weight }) => sum + (ranks.length ? weight : 0), 0)
        const quota = Math.floor(votes / (seats + 1)) + 1
        for (let members = 1; members < 1 << election.options.length; members += 1) {
          const group = [...election.options.keys()].filter((option) => members & (1 << option))
          const behind = election.ballots
            .filter(
              ({ ranks }) => ranks.length >= group.length && ranks.slice(0, group.length).every(([option = -1]) => group.includes(option)),
            )
            .reduce((sum, { weight }) => sum + weight, 0)
          const owed = Math.min(Math.floor(behind / quota), group.length)
          binding += Number(owed > 0 && group.length < election.options.length)
          const elected = group.filter((option) => winners.includes(`${option + 1}`)).length
          expect(elected).toBeGreaterThanOrEqual(Math.min(owed, seats))
        }
      }),
    )
    expect(binding).toBeGreaterThan(500)
  })

  it('by the Scottish rules loses no vote: held, not transferable and lost by rounding add up; who is elected has the quota', () => {
    hold(
      fc.property(elections(), seatNumbers, (election, seats) => {
        const rounds = count(election, 'stv-scottish', { seats }).rounds as ScottishRound[]
        const parts = (text: string): bigint => BigInt(text.replace('.', ''))
        const total = (round: ScottishRound): bigint =>
          [...Object.values(round.votes), round.nonTransferable, round.lostByRounding].reduce((sum, text) => sum + parts(text), 0n)
        for (const round of rounds) {
          expect(total(round)).toBe(total(rounds[0] as ScottishRound))
          expect(parts(round.lostByRounding)).toBeGreaterThanOrEqual(0n)
          for (const id of round.elected) expect(parts(round.votes[id] ?? '0')).toBeGreaterThanOrEqual(parts(round.quota))
        }
      }),
    )
  })

  it('by Meek’s rule counts what the rule says ballot by ballot', () => {
    hold(
      fc.property(elections({ strict: true, most: 6 }), seatNumbers, (election, seats) => {
        if (!election.ballots.some(({ ranks }) => ranks.length)) return
        const { winners, rounds } = count(election, 'stv-meek', { seats })
        const plain = plainMeek(election, seats)
        expect(winners).toEqual(plain.winners.map((option) => `${option + 1}`))
        const iterated = (rounds as MeekRound[]).filter(({ iterations }) => iterations)
        expect(
          iterated.map(({ votes }) =>
            Object.fromEntries(Object.entries(votes).map(([id, text]) => [id, text.replace('.', '').replace(/^0+(?=\d)/, '')])),
          ),
        ).toEqual(
          plain.votes.map((votes, round) =>
            Object.fromEntries(Object.keys(iterated[round]?.votes ?? {}).map((id) => [id, votes[Number(id) - 1]])),
          ),
        )
      }),
    )
  })
})

it('a .blt file that was written is read as the same election', () => {
  const names = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 5, maxLength: 5 })
  hold(
    fc.property(elections(), names, seatNumbers, (election, texts, seats) => {
      const clean = (text: string): string => text.replaceAll('"', '”').replace(/\s+/g, ' ').trim()
      const named = {
        ...election,
        seats,
        options: election.options.map((option, place) => ({ ...option, name: clean(texts[place] ?? '') })),
      }
      const read = readBlt(new TextEncoder().encode([...writeBlt(named, seats, texts[0] ?? '')].join('')))
      const said = ({ ballots }: Election) => ballots.map(({ ranks, weight }) => ({ ranks, weight }))
      const together = new Map<string, number>()
      for (const { ranks, weight } of said(named)) together.set(JSON.stringify(ranks), (together.get(JSON.stringify(ranks)) ?? 0) + weight)
      expect(read.options).toEqual(named.options)
      expect(read.seats).toBe(seats)
      expect(said(read)).toEqual([...together].map(([ranks, weight]) => ({ ranks: JSON.parse(ranks), weight })))
    }),
  )
})
