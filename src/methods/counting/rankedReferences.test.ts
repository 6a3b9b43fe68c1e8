// The results of published programs (Droop, pref_voting, votelib) and of published examples, on the same ballots.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { publishedElections } from '../../../test/support/publishedElections.ts'
import { blt, plainly, rankings } from '../../../test/support/rankings.ts'
import { countElection, type ElectionCount } from './countElection.ts'
import type { Election } from './election.ts'
import { readElection } from './readElection.ts'
import type { SchulzeRound } from './schulze.ts'
import type { CountSettings, Method } from './settings.ts'
import type { MeekRound } from './stvMeek.ts'
import type { ScottishRound } from './stvScottish.ts'

type Numbers = Record<string, Record<string, number>>
type Stage = { round: number; action: string; msg: string; votes: Record<string, string>; nontransferable: string; quota: string }
type Condorcet = {
  pairwise_support: Numbers
  schulze_margins: { winners: number[]; weak_order_by_beats: number[][] }
  schulze_winning_votes: { winners: number[]; strongest_paths: Numbers; weak_order_by_beats: number[][] }
}
type Expected = Partial<Condorcet> & {
  seats: number
  results?: { rule: string; elected_in_order: number[]; stages?: Stage[] }[]
  condorcet?: Condorcet
  borda_symmetric?: { scores: Record<string, number | string> }
}

const ours = resolve(import.meta.dirname, '../../../test/fixtures/counting/ranked')
const theirs = publishedElections && join(publishedElections, 'ranked')
const json = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T
const count = (election: Election, method: Method, settings: Partial<CountSettings> = {}): ElectionCount =>
  countElection(election, method, { ...plainly, ...settings })

const read = (path: string): Election => {
  if (path.endsWith('.cvotes')) return readCvotes(readFileSync(path, 'utf8'))
  return readElection(readFileSync(path), path.endsWith('.soc') ? 'soc' : 'blt')
}

/** `A > B = C * 3` under a line of candidates: the form in which the Debian vote is published. */
function readCvotes(text: string): Election {
  const names = (/Candidates: (.+)/.exec(text)?.[1] ?? '').split(' ; ')
  const ballots = text.split('\n').filter((line) => line && !line.startsWith('#'))
  return rankings(
    names.length,
    ballots.map((line) => {
      const [order = '', weight = '1'] = line.split(' * ')
      return {
        weight: Number(weight),
        ranks: order.split(' > ').map((rank) => rank.split(' = ').map((name) => names.indexOf(name.trim()))),
      }
    }),
  )
}

/** Where a file and what is expected of it lie. */
const pairs = (folder: string, expected: string): [name: string, file: string, expected: string][] =>
  readdirSync(expected)
    .filter((name) => name.endsWith('.json') && name !== 'schulze_published_examples.json')
    .map((name) => {
      const file = name.startsWith('parity__')
        ? join('parity', name.slice(8).replace('.json', '.blt'))
        : name === 'debian_dpl_2020.json'
          ? 'debian_dpl_2020.cvotes'
          : name.replace(/\.soc\.json$/, '.soc').replace(/\.json$/, '.blt')
      return [basename(name, '.json'), join(folder, file), join(expected, name)]
    })

const copied = pairs(ours, ours)
const others = (theirs ? pairs(theirs, join(theirs, 'expected')) : []).filter(([name]) => !copied.some(([own]) => own === name))

describe('published results', () => {
  it.skipIf(!theirs)('also of ballots that may not be copied, from shared/methods/fixtures beside the project', () => {
    expect(others.length).toBeGreaterThan(25)
  })

  it.each([...copied, ...others])('%s', (_, file, path) => {
    const election = read(file)
    const expected = json<Expected>(path)
    const pairwise = expected.condorcet ?? (expected as Condorcet)
    expectSchulze(election, pairwise)
    if (expected.borda_symmetric) expectBorda(election, expected.borda_symmetric.scores)
    for (const { rule, elected_in_order, stages } of expected.results ?? []) {
      if (rule !== 'scotland' && rule !== 'meek-prf') continue
      const found = count(election, rule === 'scotland' ? 'stv-scottish' : 'stv-meek')
      expect(found.winners.map(Number)).toEqual(elected_in_order)
      if (stages && rule === 'scotland') expectScottishStages(found.rounds as ScottishRound[], stages)
      if (stages && rule === 'meek-prf') expectMeekRounds(found.rounds as MeekRound[], stages)
    }
  })
})

function expectSchulze(election: Election, { pairwise_support, schulze_margins, schulze_winning_votes }: Condorcet): void {
  const [byVotes] = count(election, 'schulze').rounds as SchulzeRound[]
  const [byMargins] = count(election, 'schulze', { strength: 'margins' }).rounds as SchulzeRound[]
  expect(byVotes?.pairwise).toEqual(pairwise_support)
  expect(byVotes?.strongestPaths).toEqual(schulze_winning_votes.strongest_paths)
  expect(byVotes?.undefeated.map(Number)).toEqual(schulze_winning_votes.winners)
  expect(inOrder(byVotes?.order)).toEqual(inOrder(schulze_winning_votes.weak_order_by_beats))
  expect(byMargins?.undefeated.map(Number)).toEqual(schulze_margins.winners)
  expect(inOrder(byMargins?.order)).toEqual(inOrder(schulze_margins.weak_order_by_beats))
}

const inOrder = (groups: readonly (readonly (string | number)[])[] | undefined) =>
  groups?.map((group) => group.map(Number).sort((a, b) => a - b))

function expectBorda(election: Election, scores: Record<string, number | string>): void {
  const [round] = count(election, 'borda').rounds
  const halves = (points: number | string): number => {
    const [whole, of = '1'] = String(points).split('/')
    return (2 * Number(whole)) / Number(of)
  }
  const found = (round as { points: Record<string, string> }).points
  expect(Object.fromEntries(Object.entries(found).map(([id, points]) => [id, 2 * Number(points)]))).toEqual(
    Object.fromEntries(Object.entries(scores).map(([id, points]) => [id, halves(points)])),
  )
}

const withoutNothing = (votes: Record<string, string>) => Object.fromEntries(Object.entries(votes).filter(([, held]) => /[1-9]/.test(held)))

/** Droop also goes through a stage for who has the quota exactly and hands nothing on; rule 48 knows none. */
function expectScottishStages(rounds: readonly ScottishRound[], stages: readonly Stage[]): void {
  const expected = stages.filter(({ action, msg }) => action === 'begin' || (action === 'transfer' && !msg.endsWith('(0.00000)')))
  expect(rounds.map(({ votes, quota, nonTransferable }) => ({ votes: withoutNothing(votes), quota, nonTransferable }))).toEqual(
    expected.map(({ votes, quota, nontransferable }) => ({ votes: withoutNothing(votes), quota, nonTransferable: nontransferable })),
  )
}

/** Of each round the first step that tells its outcome; later ones of the last round set votes to 0 one by one. */
function expectMeekRounds(rounds: readonly MeekRound[], stages: readonly Stage[]): void {
  const outcomes = new Map<number, Stage>()
  for (const stage of stages)
    if (stage.round && ['elect', 'defeat', 'tie'].includes(stage.action) && !outcomes.has(stage.round)) outcomes.set(stage.round, stage)
  expect(rounds.map(({ votes, quota }) => ({ votes: withoutNothing(votes), quota }))).toEqual(
    [...outcomes.values()].map(({ votes, quota }) => ({ votes: withoutNothing(votes), quota })),
  )
}

describe('the published examples of the Schulze method', () => {
  type Block = [number, string[][]][]
  type Recomputed = {
    after_blocks: number
    winners_winning_votes: string[]
    winners_margins: string[]
    weak_order_winning_votes: string[][]
    strongest_paths_winning_votes: Numbers
    pairwise: Numbers
  }
  type Example = {
    name: string
    candidates: string[]
    vote_blocks: Block[]
    published_winners: { method: string; winners: string[] }[]
    recomputed: Recomputed[]
  }
  const { examples } = json<{ examples: Example[] }>(join(ours, 'schulze_published_examples.json'))

  it.each(examples)('$name', ({ candidates, vote_blocks, published_winners, recomputed }) => {
    for (const expected of recomputed) {
      const election = ofBlocks(candidates, vote_blocks.slice(0, expected.after_blocks))
      const [byVotes] = count(election, 'schulze').rounds as SchulzeRound[]
      const [byMargins] = count(election, 'schulze', { strength: 'margins' }).rounds as SchulzeRound[]
      expect(byVotes?.pairwise).toEqual(expected.pairwise)
      expect(byVotes?.strongestPaths).toEqual(expected.strongest_paths_winning_votes)
      expect(byVotes?.undefeated.toSorted()).toEqual(expected.winners_winning_votes.toSorted())
      expect(byVotes?.order.map((group) => group.toSorted())).toEqual(expected.weak_order_winning_votes.map((group) => group.toSorted()))
      expect(byMargins?.undefeated.toSorted()).toEqual(expected.winners_margins.toSorted())
      const published = (method: string) =>
        published_winners.filter((each) => each.method === method).map(({ winners }) => winners.toSorted())
      if (recomputed.length === 1) {
        for (const winners of published('Schulze Winning')) expect(byVotes?.undefeated.toSorted()).toEqual(winners)
        for (const winners of published('Schulze Margin')) expect(byMargins?.undefeated.toSorted()).toEqual(winners)
      }
    }
  })

  const ofBlocks = (candidates: readonly string[], blocks: readonly Block[]): Election => {
    const election = rankings(
      candidates.length,
      blocks.flat().map(([weight, ranks]) => ({ weight, ranks: ranks.map((rank) => rank.map((name) => candidates.indexOf(name))) })),
    )
    return { ...election, options: candidates.map((id) => ({ id, name: id, cost: 1n })) }
  }
})

describe('parity of two chambers', () => {
  const folder = theirs && join(theirs, 'parity')
  const elections = folder
    ? readdirSync(folder).flatMap((name) => (name.endsWith('.blt') ? [[basename(name, '.blt'), folder] as const] : []))
    : []

  it.skipIf(!theirs)('has its elections in shared/methods/fixtures beside the project', () => {
    expect(elections.length).toBeGreaterThan(5)
  })

  it.each(elections)('%s: weighing the chambers gives what Droop counts of their copies', (name, directory) => {
    const copies = read(join(directory, `${name}.blt`))
    const rows = readFileSync(join(directory, `${name.replace(/-s\d$/, '')}.ballots.csv`), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
    const cast: Election = {
      ...copies,
      ballots: rows.map((row) => {
        const [weight = '', chamber = '', ranking = ''] = row.split(',')
        return { weight: Number(weight), ranks: ranking.split(' ').map((id) => [Number(id) - 1]), points: null, columns: { chamber } }
      }),
    }
    const parity = { column: 'chamber', values: ['gov', 'cso'] as const }
    const { results = [] } = json<Expected>(join(directory, '../expected', `parity__${name}.json`))
    for (const [method, rule] of [
      ['stv-scottish', 'scotland'],
      ['stv-meek', 'meek-prf'],
    ] as const)
      expect(count(cast, method, { parity }).winners.map(Number)).toEqual(results.find((result) => result.rule === rule)?.elected_in_order)
    for (const method of ['schulze', 'borda'] as const) expect(count(cast, method, { parity }).rounds).toEqual(count(copies, method).rounds)
  })
})

it('a tie by lot goes by the order of the candidates in the file, or in its [tie] line', () => {
  const names = '"A"\n"B"\n"C"\n'
  for (const method of ['stv-scottish', 'stv-meek'] as const) {
    expect(count(blt(`3 1\n3 1 0\n2 2 3 0\n2 3 2 0\n0\n${names}`), method).winners).toEqual(['3'])
    expect(count(blt(`3 1\n[tie 3 2 1]\n3 1 0\n2 2 3 0\n2 3 2 0\n0\n${names}`), method).winners).toEqual(['2'])
  }
})
