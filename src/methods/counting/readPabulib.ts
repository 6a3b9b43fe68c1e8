import { type Decimal, inSmallestUnit, readDecimal } from './decimals.ts'
import type { Ballot, Election, Option } from './election.ts'
import { type PabulibRow, pabulibRows } from './pabulibRows.ts'
import { BadElectionFile } from './problems.ts'

const voteTypes = { approval: 'approval', 'choose-1': 'approval', cumulative: 'score', scoring: 'score', ordinal: 'ranking' } as const
type VoteType = keyof typeof voteTypes

/**
 * Reads a Pabulib file (`.pb`: Faliszewski et al., "Participatory Budgeting: Data, Tools, and Analysis", IJCAI 2023; the format
 * on pabulib.org/format). What the file says about itself has to be true: numbers of projects and votes, identifiers, points.
 * What voters were allowed to do (`max_length` and the like) was the election's to see to and is not asked again. Projects
 * without a column `cost` cost 1 each. Of a file that Koprade wrote for a choice of `seats` that cost nothing, the money is
 * left out again.
 */
export function readPabulib(text: string): Election {
  const { meta, projects, votes } = sectionsOf(text)
  const facts = factsOf(meta)
  const { options, budget, moneyUnit } = moneyOf(facts, projects)
  expectNumber(facts, 'num_projects', options.length)
  const { ballots, pointUnit } = ballotsOf(facts, options, votes)
  expectNumber(facts, 'num_votes', ballots.length)
  const form = voteTypes[facts.voteType]
  const seats = facts.seats?.value ?? null
  const costless = seats !== null && options.every(({ cost }) => cost === moneyUnit) && budget === BigInt(seats) * moneyUnit
  return {
    options: costless ? options.map((option) => ({ ...option, cost: 1n })) : options,
    ballots,
    form,
    budget: costless ? null : budget,
    moneyUnit: costless ? 1n : moneyUnit,
    pointUnit,
    seats,
    idOrder: 'code-point',
  }
}

type Section = { line: number; rows: PabulibRow[] }

function sectionsOf(text: string): Record<'meta' | 'projects' | 'votes', Section> {
  const names = ['meta', 'projects', 'votes'] as const
  const sections: Section[] = []
  let last = 1
  for (const row of pabulibRows(text)) {
    last = row.line
    const next = names[sections.length]
    if (next && row.cells.length === 1 && row.cells[0]?.toLowerCase() === next) sections.push({ line: row.line, rows: [] })
    else if (sections.length) sections[sections.length - 1]?.rows.push(row)
    else throw new BadElectionFile(row.line, 'A Pabulib file begins with the line META.')
  }
  const [meta, projects, votes] = sections
  if (!meta || !projects || !votes) throw new BadElectionFile(last, `The section ${names[sections.length]?.toUpperCase()} is missing.`)
  return { meta, projects, votes }
}

type Facts = { line: number; voteType: VoteType; budget: Decimal | null; seats: Whole | null; numbers: Map<string, Whole> }
type Whole = { line: number; value: number }

function factsOf({ line, rows }: Section): Facts {
  const [head, ...pairs] = rows
  if (head?.cells[0] !== 'key' || head.cells[1] !== 'value')
    throw new BadElectionFile(head?.line ?? line, 'META begins with the line key;value.')
  const found = new Map<string, { line: number; text: string }>()
  for (const row of pairs) {
    const [key = '', value] = row.cells
    if (value === undefined) throw new BadElectionFile(row.line, `“${key}” has no value.`)
    if (found.has(key)) throw new BadElectionFile(row.line, `“${key}” is said twice.`)
    found.set(key, { line: row.line, text: value })
  }
  const whole = (key: string): Whole | null => {
    const said = found.get(key)
    if (!said) return null
    if (!/^\d{1,15}$/.test(said.text)) throw new BadElectionFile(said.line, `${key} is “${said.text}”, not a whole number.`)
    return { line: said.line, value: Number(said.text) }
  }
  const type = found.get('vote_type')
  if (!type) throw new BadElectionFile(line, 'META doesn’t say the vote_type.')
  if (!Object.hasOwn(voteTypes, type.text))
    throw new BadElectionFile(type.line, `The vote_type “${type.text}” is none of ${Object.keys(voteTypes).join(', ')}.`)
  const unnamed = found.get('default_score')
  if (unnamed && readDecimal(unnamed.text)?.digits !== 0n)
    throw new BadElectionFile(
      unnamed.line,
      'A default_score other than 0 can’t be counted: projects that a ballot doesn’t name have no points.',
    )
  const money = found.get('budget')
  const budget = money ? readDecimal(money.text) : null
  if (money && (!budget || budget.digits < 0n)) throw new BadElectionFile(money.line, `The budget “${money.text}” is no amount.`)
  const numbers = ['num_projects', 'num_votes'].flatMap((key) => {
    const said = whole(key)
    return said ? [[key, said] as const] : []
  })
  return { line, voteType: type.text as VoteType, budget, seats: whole('seats'), numbers: new Map(numbers) }
}

function expectNumber({ numbers }: Facts, key: string, are: number): void {
  const said = numbers.get(key)
  if (said && said.value !== are) throw new BadElectionFile(said.line, `${key} says ${said.value}, the file has ${are}.`)
}

/** Where each column of a section stands; a column that is named twice would be read as the one or the other. */
function columnsOf({ line, rows }: Section, first: string, name: string): { columns: Map<string, number>; rows: PabulibRow[] } {
  const [head, ...others] = rows
  if (head?.cells[0] !== first)
    throw new BadElectionFile(head?.line ?? line, `${name} begins with the names of its columns, ${first} first.`)
  const columns = new Map(head.cells.map((column, place) => [column, place]))
  if (columns.size < head.cells.length) throw new BadElectionFile(head.line, 'A column is named twice.')
  for (const row of others)
    if (row.cells.length > head.cells.length)
      throw new BadElectionFile(row.line, `The line has ${row.cells.length} cells for ${head.cells.length} columns.`)
  return { columns, rows: others }
}

function moneyOf(facts: Facts, section: Section): { options: Option[]; budget: bigint | null; moneyUnit: bigint } {
  const { columns, rows } = columnsOf(section, 'project_id', 'PROJECTS')
  const costly = columns.get('cost')
  if (costly !== undefined && !facts.budget)
    throw new BadElectionFile(facts.line, 'Projects cost something, and META doesn’t say the budget.')
  const ids = new Set<string>()
  const read = rows.map(({ line, cells }) => {
    const [id = ''] = cells
    if (!id) throw new BadElectionFile(line, 'A project has no project_id.')
    if (id.includes(',')) throw new BadElectionFile(line, `The project_id “${id}” holds a comma, which parts projects in a vote.`)
    if (ids.has(id)) throw new BadElectionFile(line, `The project “${id}” stands here twice.`)
    ids.add(id)
    const text = costly === undefined ? '1' : (cells[costly] ?? '')
    const cost = readDecimal(text)
    if (!cost || cost.digits < 0n) throw new BadElectionFile(line, `The cost “${text}” is no amount.`)
    return { id, name: cells[columns.get('name') ?? -1] || id, cost }
  })
  const places = Math.max(facts.budget?.places ?? 0, ...read.map(({ cost }) => cost.places))
  return {
    options: read.map((option) => ({ ...option, cost: inSmallestUnit(option.cost, places) })),
    budget: facts.budget && inSmallestUnit(facts.budget, places),
    moneyUnit: 10n ** BigInt(places),
  }
}

/** What a ballot's cells say, kept by their text, since many ballots say the same. */
type Read = { options: readonly number[]; points: readonly Decimal[] | null }

function ballotsOf({ voteType }: Facts, options: readonly Option[], section: Section): { ballots: Ballot[]; pointUnit: number } {
  const { columns, rows } = columnsOf(section, 'voter_id', 'VOTES')
  const vote = columns.get('vote')
  if (vote === undefined) throw new BadElectionFile(section.line, 'VOTES has no column vote.')
  const scored = voteTypes[voteType] === 'score'
  const pointed = columns.get('points')
  if (scored && pointed === undefined) throw new BadElectionFile(section.line, `VOTES has no column points, which ${voteType} votes need.`)
  const others = [...columns].filter(([, place]) => place !== 0 && place !== vote && !(scored && place === pointed))
  const places = new Map(options.map(({ id }, option) => [id, option]))
  const known = new Map<string, Read>()
  const voters = new Set<string>()
  const read = rows.map(({ line, cells }) => {
    const voter = cells[0] ?? ''
    if (voters.has(voter)) throw new BadElectionFile(line, `The voter “${voter}” votes twice.`)
    voters.add(voter)
    const points = scored ? (cells[pointed ?? -1] ?? '') : null
    const key = points === null ? (cells[vote] ?? '') : `${cells[vote]};${points}`
    let said = known.get(key)
    if (!said) {
      said = readVote(voteType, places, cells[vote] ?? '', points, line)
      known.set(key, said)
    }
    return { said, columns: others.length ? Object.fromEntries(others.map(([name, place]) => [name, cells[place] ?? ''])) : noColumns }
  })
  const mostPlaces = Math.max(0, ...[...known.values()].map(({ points }) => Math.max(0, ...(points ?? []).map((one) => one.places))))
  const written = new Map([...known.values()].map((said) => [said, asBallot(voteType, said, mostPlaces)]))
  const ballots = read.map(({ said, columns: about }) => ({ weight: 1, ...(written.get(said) as Written), columns: about }))
  return { ballots, pointUnit: 10 ** mostPlaces }
}

const noColumns: Ballot['columns'] = Object.freeze({})

function readVote(type: VoteType, places: ReadonlyMap<string, number>, vote: string, points: string | null, line: number): Read {
  const ids = vote ? vote.split(',') : []
  const options = ids.map((id) => {
    const option = places.get(id) ?? places.get(id.trim())
    if (option === undefined) throw new BadElectionFile(line, `The vote names “${id}”, which is no project.`)
    return option
  })
  if (new Set(options).size < options.length) throw new BadElectionFile(line, 'The vote names a project twice.')
  if (type === 'choose-1' && options.length > 1)
    throw new BadElectionFile(line, `The vote names ${options.length} projects, and voters choose 1.`)
  if (points === null) return { options, points: null }
  const given = (points ? points.split(',') : []).map((text) => {
    const decimal = readDecimal(text.trim())
    if (!decimal || decimal.digits > 10n ** 12n) throw new BadElectionFile(line, `“${text}” is no number of points.`)
    if (decimal.digits < 0n && type === 'cumulative') throw new BadElectionFile(line, `“${text}” points are fewer than none.`)
    return decimal
  })
  if (given.length !== options.length)
    throw new BadElectionFile(line, `The vote names ${options.length} projects and gives ${given.length} points.`)
  return { options, points: given }
}

type Written = Pick<Ballot, 'ranks' | 'points'>

function asBallot(type: VoteType, { options, points }: Read, places: number): Written {
  if (voteTypes[type] === 'ranking') return { ranks: options.map((option) => [option]), points: null }
  return {
    ranks: options.length ? [options] : [],
    points: points === null ? null : points.map((one) => Number(inSmallestUnit(one, places))),
  }
}
