import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { addTwoOrganisations, recordOf, refusalOf } from '../../people/testSupport.ts'
import { Fields } from '../../platform/http/fields.ts'
import { localText } from '../../platform/languages/languages.ts'
import { verifyRecord } from '../../record/index.ts'
import { aPlan, secretary } from '../plan/testSupport.ts'
import { countFile, hashOfFile, pabulibOf } from './asElection.ts'
import { castVote, recuse, voteWithToken } from './castVote.ts'
import { countBallot, forgetVoter, mixOpenBallots } from './countBallot.ts'
import { withoutSmallGroups } from './groups.ts'
import { readyToPublish } from './publishBallot.ts'
import { publishedBallot, publishedVotes, turnoutSoFar } from './queries.ts'
import { newToken, readToken, receiptOf } from './receipts.ts'
import { aBallot, at, ballotFields, choose, fieldsOf, invite, rowsOf, someone, voterLine } from './testSupport.ts'
import { withdrawOption } from './withdrawOption.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
  await addTwoOrganisations(house)
  await aPlan(house, { adopted: false })
  await invite(house, 12)
})
afterAll(() => house.close())

const problemsOf = async (values: Record<string, string | string[]>): Promise<string[]> =>
  (await refusalOf(readyToPublish(house, { planId: 'lv-5', draft: fieldsOf(values) }))).problems.map(({ field }) => field).sort()
const closed = () => at(house, '2019-09-13T09:00:00+03:00')
const resultOf = async (id: number) => {
  await countBallot(closed(), id)
  const found = await publishedBallot(house.db, id, closed().clock)
  if (!found?.result) throw new Error('it was not counted')
  return { ...found, result: found.result }
}

describe('a draft', () => {
  it('tells everything that keeps it from being published, at its field', async () => {
    const wrong = { 'title.lv': '', 'title.en': '', order: 'o1', seats: '', 'closesAt.time': '25.00', voters: 'Kāds; nav adreses; sektors' }
    expect(await problemsOf({ ...ballotFields, ...wrong })).toEqual(['closesAt.time', 'order', 'seats', 'title.lv', 'voters'])
    expect(await problemsOf({ ...ballotFields, budget: '1000', seats: '' })).toEqual(['budget', 'o1.cost', 'o2.cost', 'o3.cost', 'o4.cost'])
    expect(await problemsOf({ ...ballotFields, parity: 'yes', voters: voterLine(1, 'resident') })).toEqual(['parity'])
    expect(await problemsOf({ ...ballotFields, 'o1.source': 'theme:99' })).toEqual(['o1.source'])
  })

  it('is binding on the embedded engine only where a setting allows it', async () => {
    const draft = fieldsOf({ ...ballotFields, binding: 'yes' })
    const on = (engine: TestHouse['engine'], bindingOnEmbedded: boolean) =>
      readyToPublish({ ...house, engine, configuration: { ...house.configuration, bindingOnEmbedded } }, { planId: 'lv-5', draft })
    expect((await refusalOf(on('embedded', false))).problems.map(({ field }) => field)).toEqual(['binding'])
    expect((await on('embedded', true)).content.binding).toBe(true)
    expect((await on('postgresql', false)).content.binding).toBe(true)
  })
})

describe('a vote', () => {
  it('is changed with its token, and counted once', async () => {
    const id = await aBallot(house)
    const token = newToken()
    await choose(house, id, 1, [1, 2], token)
    await choose(house, id, 1, [1, 2], token)
    expect((await refusalOf(choose(house, id, 1, [3], newToken()))).status).toBe(409)
    expect(await voteWithToken(house.db, id, token)).toEqual({ 1: 1, 2: 1 })
    await choose(house, id, 1, [3], token)
    expect(await voteWithToken(house.db, id, token)).toEqual({ 3: 1 })
    expect(await turnoutSoFar(house.db, id)).toEqual({ entitled: 6, voted: 1, recused: 0 })
    expect((await refusalOf(choose(house, id, 2, [4], token))).status).toBe(409)
    expect((await resultOf(id)).result).toMatchObject({ voted: 1, count: { winners: expect.arrayContaining(['3']) } })
  })

  it('is refused with nothing changed from who is not entitled, before and after its time, and on what was withdrawn', async () => {
    const id = await aBallot(house, { 'opensAt.day': '11' })
    const open = at(house, '2019-09-11T12:00:00+03:00')
    const before = await rowsOf(house, `select * from ballot_voter where ballot_id = ${id} order by number`)
    const stranger = { voter: 1, fields: new Fields({ choices: ['1'] }), blank: false, token: newToken() }
    expect((await refusalOf(castVote(open, someone(9), id, stranger))).status).toBe(403)
    expect((await refusalOf(castVote(open, { ...someone(1), personId: null }, id, stranger))).status).toBe(401)
    expect((await refusalOf(choose(at(house, '2019-09-11T08:59:59.999+03:00'), id, 1, [1], newToken()))).status).toBe(409)
    expect((await refusalOf(choose(at(house, '2019-09-12T17:00:30+03:00'), id, 1, [1], newToken()))).status).toBe(409)
    const reason = localText('Priekšlikums dublē citu.')
    await withdrawOption(house, secretary, id, { version: 2, option: 4, reason })
    const refusal = await refusalOf(choose(open, id, 1, [4], newToken()))
    expect([refusal.status, refusal.problems[0]?.say('lv')]).toEqual([422, expect.stringContaining('Priekšlikums dublē citu.')])
    expect(await rowsOf(house, `select * from ballot_voter where ballot_id = ${id} order by number`)).toEqual(before)
    expect(await rowsOf(house, `select * from ballot_vote where ballot_id = ${id}`)).toEqual([])
    await choose(at(house, '2019-09-12T17:00:29.999+03:00'), id, 1, [1], newToken())
    expect(await turnoutSoFar(house.db, id)).toMatchObject({ voted: 1 })
  })

  it('may be blank; who recuses themselves has none', async () => {
    const id = await aBallot(house, { quorum: '100' })
    await choose(house, id, 1, [], newToken())
    await recuse(house, someone(2), id, 2)
    expect((await refusalOf(choose(house, id, 2, [1], newToken()))).status).toBe(409)
    expect((await refusalOf(recuse(house, someone(1), id, 1))).status).toBe(409)
    for (const voter of [3, 4, 5, 6]) await choose(house, id, voter, [2, 3], newToken())
    const { result } = await resultOf(id)
    expect(result).toMatchObject({
      voted: 5,
      blank: 1,
      recused: 1,
      quorumMet: true,
      count: { winners: expect.arrayContaining(['2', '3']) },
    })
  })

  it('that names what is withdrawn later counts for the rest', async () => {
    const id = await aBallot(house)
    for (const voter of [1, 2, 3]) await choose(house, id, voter, [1, 2], newToken())
    await choose(house, id, 4, [3], newToken())
    await withdrawOption(house, secretary, id, { version: 2, option: 1, reason: localText('Jau iekļauts plānā.') })
    expect((await resultOf(id)).result.count?.winners).toEqual(['2', '3'])
  })
})

describe('a count', () => {
  it('is that of the published file, whose hash stands in the record', async () => {
    const id = await aBallot(house, { method: 'stv-scottish', parity: 'yes' })
    const ranked = (voter: number, order: number[]) =>
      castVote(house, someone(voter), id, {
        voter,
        fields: new Fields(Object.fromEntries(order.map((option, index) => [`o${option}`, [String(index + 1)]]))),
        blank: false,
        token: newToken(),
      })
    await ranked(1, [4, 3])
    await ranked(2, [4, 1])
    for (const voter of [3, 4, 5, 6]) await ranked(voter, [1, 2])
    const ballot = await resultOf(id)
    const file = pabulibOf(ballot, await publishedVotes(house.db, ballot))
    expect(ballot.result.fileHash).toBe(hashOfFile(file))
    expect(countFile(file, ballot.content)).toEqual(ballot.result.count)
    expect(ballot.result.count?.winners.toSorted()).toEqual(['1', '4'])
    const [last] = (await recordOf(house)).slice(-1)
    expect(last).toMatchObject({ act: 'countBallot', content: { votes: ballot.result.fileHash, winners: ballot.result.count?.winners } })
    expect((await verifyRecord(house.db, () => undefined)).problems).toBe(0)
    await countBallot(closed(), id)
    expect((await recordOf(house)).filter(({ act, object }) => act === 'countBallot' && object === `/ballots/${id}`)).toHaveLength(1)
  })

  it('of an open ballot is published with its voters, also when one is erased', async () => {
    const id = await aBallot(house, { secrecy: 'open', method: 'majority', voters: [7, 8].map((n) => voterLine(n, 'resident')).join('\n') })
    const vote = (person: number, voter: number, choice: string) =>
      castVote(house, someone(person), id, { voter, fields: new Fields({ choice: [choice] }), blank: false, token: null })
    await vote(7, 1, '1')
    await vote(7, 1, '2')
    await vote(8, 2, '2')
    const ballot = await resultOf(id)
    expect(ballot.result).toMatchObject({ majority: true, count: { winners: ['2'] } })
    expect((await publishedVotes(house.db, ballot)).map(({ name, marks }) => [name, marks])).toEqual([
      ['Balsotājs 7', { 2: 1 }],
      ['Balsotājs 8', { 2: 1 }],
    ])
    await house.db.transaction((tx) => forgetVoter(tx, 'v7@example.org'))
    const votes = await publishedVotes(house.db, ballot)
    expect(votes.map(({ name }) => name)).toEqual(['', 'Balsotājs 8'])
    expect(hashOfFile(pabulibOf(ballot, votes))).toBe(ballot.result.fileHash)
  })
})

describe('a secret vote', () => {
  const voters = Array.from({ length: 12 }, (_, index) => index + 1)
  const electorate = {
    voters: voters
      .map(
        (number) =>
          `Balsotājs ${String(number).padStart(2, '0')}; v${number}@example.org; ${number < 9 ? 'civil society' : number < 12 ? 'academia' : 'resident'}`,
      )
      .join('\n'),
  }

  it('can’t be connected with its voter by anything that is stored or published', async () => {
    const id = await aBallot(house, electorate)
    const tokens = new Map<number, string>()
    // In an order of their own, so that any order that is kept would show.
    for (const voter of [5, 11, 2, 9, 7, 1, 12, 4]) {
      tokens.set(voter, newToken())
      await choose(house, id, voter, [((voter * 7) % 4) + 1], tokens.get(voter) ?? '')
    }
    await mixOpenBallots(house)
    const systems = async (table: string) =>
      rowsOf(house, `select ctid::text, xmin::text, * from ${table} where ballot_id = ${id} order by ctid`)
    const [votes, list] = [await systems('ballot_vote'), await systems('ballot_voter')]
    expect(new Set(votes.map(({ xmin }) => xmin)).size).toBe(1)
    expect(new Set(list.map(({ xmin }) => xmin)).size).toBe(1)
    const cast = [...tokens.values()].map((token) => receiptOf(id, token))
    expect(votes.map(({ key }) => key)).not.toEqual(cast)
    expect(list.filter(({ state }) => state === 'voted').map(({ number }) => number)).not.toEqual([...tokens.keys()])
    expect(Object.keys(votes[0] ?? {}).sort()).toEqual(['ballot_id', 'ctid', 'key', 'marks', 'sector', 'side', 'voter_number', 'xmin'])
    expect(votes.every(({ voter_number: voter }) => voter === null)).toBe(true)
    const ballot = await resultOf(id)
    // No table holds a token, and none but the votes holds a vote's key.
    const { rows } = (await house.open.execute(
      `select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    )) as { rows: { table_name: string }[] }
    for (const { table_name: table } of rows) {
      const dump = JSON.stringify(await rowsOf(house, `select * from "${table}"`))
      expect([...tokens.values()].filter((token) => dump.includes(token))).toEqual([])
      if (table !== 'ballot_vote') expect(cast.filter((key) => dump.includes(key))).toEqual([])
    }
    expect((await rowsOf(house, `select name, email from ballot_voter where ballot_id = ${id}`)).every(({ name }) => name === '')).toBe(
      true,
    )
    const published = await publishedVotes(house.db, ballot)
    expect(published.map(({ key }) => key).toSorted()).toEqual(cast.toSorted())
    // Three of other sectors voted: too few to be told apart, so the fourth sector goes with them.
    expect(new Set(published.map(({ sector }) => sector))).toEqual(new Set([null]))
    expect(JSON.stringify(await recordOf(house))).not.toMatch(/v\d+@example|Balsotājs/)
  })

  it('keeps its sector where enough of it voted, and those without one are enough too', () => {
    const votes = (sector: 'civil-society' | 'government' | 'academia', many: number) =>
      Array.from({ length: many }, (_, index) => ({
        key: `${sector} ${index}`,
        marks: {},
        sector,
        side: sector === 'government' ? ('government' as const) : ('non-government' as const),
        voter: null,
        name: null,
      }))
    const told = (given: ReturnType<typeof votes>, keepSides: boolean) =>
      withoutSmallGroups(given, keepSides).map(({ sector, side }) => [sector, side].join('/'))
    const many = [...votes('civil-society', 10), ...votes('government', 6), ...votes('academia', 2)]
    expect(new Set(told(many, false))).toEqual(new Set(['civil-society/non-government', '/government', '/non-government']))
    const few = [...votes('civil-society', 10), ...votes('government', 2)]
    expect(new Set(told(few, false))).toEqual(new Set(['/']))
    expect(new Set(told(few, true))).toEqual(new Set(['/non-government', '/government']))
  })

  it('is found by its token alone, as the published list has it', async () => {
    const id = await aBallot(house, electorate)
    const token = newToken()
    await choose(house, id, 3, [2], token)
    const ballot = await resultOf(id)
    expect(await voteWithToken(house.db, id, newToken())).toBeNull()
    expect(await voteWithToken(house.db, id, token)).toEqual({ 2: 1 })
    expect(pabulibOf(ballot, await publishedVotes(house.db, ballot))).toContain(receiptOf(id, token))
    expect(readToken(token.toLowerCase().replaceAll('-', ' '))).toBe(token)
    expect(readToken(token.slice(1))).toBeNull()
  })
})
