import { stringify } from 'csv-stringify/sync'
import { inFileUnit } from './decimals.ts'
import type { Ballot, Election } from './election.ts'
import { CannotCount } from './problems.ts'

const voteTypes = { approval: 'approval', score: 'scoring', ranking: 'ordinal' } as const

/**
 * Writes an election as a Pabulib file (`.pb`) that any program for participatory budgeting can count: approval, score or
 * ranking under a budget. Where nothing costs anything and `seats` are to be filled, each option costs 1 of that many, and the
 * key `seats` tells our reader that this is no money. A ballot that counts as several copies is written that often, since the
 * format knows no weights; voters are numbered, and what else is said about them follows in columns of its own.
 */
export function writePabulib(election: Election, about: Readonly<Record<string, string>>): string {
  const { form, options, seats, budget, moneyUnit } = election
  const money = budget ?? (seats === null ? null : BigInt(seats) * moneyUnit)
  if (money === null) throw new CannotCount('A Pabulib file needs a budget or a number of seats.')
  const ballots = election.ballots.flatMap((ballot) => new Array<Ballot>(ballot.weight).fill(ballot))
  const columns = [...new Set(ballots.flatMap(({ columns }) => Object.keys(columns)))]
  const points = form === 'score'
  return [
    ['META'],
    ['key', 'value'],
    ...Object.entries(about),
    ['num_projects', options.length],
    ['num_votes', ballots.length],
    ['budget', inFileUnit(money, moneyUnit)],
    ...(seats === null ? [] : [['seats', seats]]),
    ['vote_type', voteTypes[form]],
    ['PROJECTS'],
    ['project_id', 'cost', 'name'],
    ...options.map(({ id, cost, name }) => [id, inFileUnit(cost, moneyUnit), name]),
    ['VOTES'],
    ['voter_id', 'vote', ...(points ? ['points'] : []), ...columns],
    ...ballots.map((ballot, index) => [
      index + 1,
      named(election, ballot),
      ...(points ? [pointsOf(election, ballot)] : []),
      ...columns.map((column) => ballot.columns[column] ?? ''),
    ]),
  ]
    .map((row) => stringify([row], { delimiter: ';' }))
    .join('')
}

function named({ options }: Election, { ranks }: Ballot): string {
  return ranks
    .flat()
    .map((option) => options[option]?.id)
    .join(',')
}

function pointsOf({ pointUnit }: Election, { points }: Ballot): string {
  return (points ?? []).map((one) => inFileUnit(BigInt(one), BigInt(pointUnit))).join(',')
}
