import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { append } from '../../record/index.ts'
import { countFile, countOtherwise, hashOfFile, otherMethods, type PublishedVote, pabulibOf } from './asElection.ts'
import { ballotObject, lockBallot } from './ballotLock.ts'
import { type BallotRow, ballotState } from './ballotState.ts'
import { type BallotContent, formOf } from './content.ts'
import { supportOf, withoutSmallGroups } from './groups.ts'
import { publishedVotes } from './queries.ts'
import type { BallotResult, Turnout } from './result.ts'
import { ballot, ballotVote, ballotVoter } from './tables.ts'

const AT_ONCE = 1000

type Counted = BallotRow & { content: BallotContent }

/**
 * Counts a ballot that has closed, once: whoever asks first, or the job. Waits for votes that are being taken, counts the
 * very file that everyone can download, and appends the file's hash to the record. Of a secret ballot both tables are
 * written anew in an order that tells nothing, and sectors in which few voted are emptied.
 */
export async function countBallot(house: House, id: number): Promise<void> {
  await house.db.transaction(async (tx) => {
    const row = await lockBallot(tx, id)
    if (!row.content || row.result || ballotState(row, house.clock) !== 'closed') return
    const counted = { ...row, content: row.content }
    if (row.secret) await mixVotes(tx, id, row.content.settings.parity ? 'keep the sides' : 'hide small groups')
    const result = resultOf(counted, await votersOf(tx, id), await publishedVotes(tx, counted))
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: 'secretariat', for: null },
      act: 'countBallot',
      object: ballotObject(id),
      content: {
        ...(row.demonstration ? { demonstration: true } : {}),
        method: counted.content.settings.method,
        entitled: result.entitled,
        voted: result.voted,
        quorumMet: result.quorumMet,
        votes: result.fileHash,
        winners: result.count?.winners ?? [],
        ties: result.count?.ties ?? [],
      },
    })
    await tx
      .update(ballot)
      .set({ result, recordSeq, version: row.version + 1 })
      .where(eq(ballot.id, id))
  })
}

/** Counts every ballot that has closed. */
export async function countClosedBallots(house: House): Promise<void> {
  const waiting = await house.db
    .select()
    .from(ballot)
    .where(and(isNotNull(ballot.closesAt), isNull(ballot.result)))
    .orderBy(asc(ballot.closesAt))
  for (const row of waiting) if (ballotState(row, house.clock) === 'closed') await countBallot(house, row.id)
}

/**
 * Writes the votes and the voters of open secret ballots anew, in the order of hashes and of names, so that neither the
 * place of a row nor the transaction that wrote it leads from the one to the other.
 */
export async function mixOpenBallots(house: House): Promise<void> {
  const open = await house.db
    .select()
    .from(ballot)
    .where(and(eq(ballot.secret, true), isNotNull(ballot.closesAt), isNull(ballot.result)))
  for (const row of open)
    if (ballotState(row, house.clock) === 'open')
      await house.db.transaction(async (tx) => {
        const { result } = await lockBallot(tx, row.id)
        if (!result) await mixVotes(tx, row.id, 'leave groups')
      })
}

async function mixVotes(tx: Database, ballotId: number, groups: 'leave groups' | 'keep the sides' | 'hide small groups'): Promise<void> {
  const gone = await tx.delete(ballotVote).where(eq(ballotVote.ballotId, ballotId)).returning()
  const named = gone.map((vote) => ({ ...vote, voter: null, name: null }))
  const left = groups === 'leave groups' ? named : withoutSmallGroups(named, groups === 'keep the sides')
  const votes = left
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ key, marks, sector, side }) => ({ ballotId, key, marks, sector, side }))
  for (let at = 0; at < votes.length; at += AT_ONCE) await tx.insert(ballotVote).values(votes.slice(at, at + AT_ONCE))
  const voters = (await tx.delete(ballotVoter).where(eq(ballotVoter.ballotId, ballotId)).returning())
    .sort((a, b) => a.number - b.number)
    .map((voter) => (groups === 'leave groups' || !voter.email ? voter : { ...voter, ...nobody(voter.number) }))
  for (let at = 0; at < voters.length; at += AT_ONCE) await tx.insert(ballotVoter).values(voters.slice(at, at + AT_ONCE))
}

/** What is left of a person who was a voter, once nobody needs to know who they were. */
const nobody = (number: number) => ({ name: '', email: `erased ${number}` })

/** Forgets a person who was a voter: what they voted openly stays, under their number. */
export async function forgetVoter(tx: Database, email: string): Promise<void> {
  await tx
    .update(ballotVoter)
    .set({ name: '', email: sql`'erased ' || ${ballotVoter.number}` })
    .where(eq(ballotVoter.email, email))
}

type VoterRow = typeof ballotVoter.$inferSelect

const votersOf = (tx: Database, ballotId: number): Promise<VoterRow[]> =>
  tx.select().from(ballotVoter).where(eq(ballotVoter.ballotId, ballotId)).orderBy(asc(ballotVoter.number))

function turnoutOf(voters: readonly VoterRow[]): Turnout[] {
  const rows = new Map<string, Turnout>()
  for (const { sector, side, state } of voters) {
    const row = rows.get(`${sector} ${side}`) ?? { sector, side, entitled: 0, voted: 0, recused: 0 }
    row.entitled += 1
    if (state === 'voted') row.voted += 1
    if (state === 'recused') row.recused += 1
    rows.set(`${sector} ${side}`, row)
  }
  return [...rows.values()].sort((a, b) =>
    a.side < b.side ? -1 : a.side > b.side ? 1 : b.entitled - a.entitled || (a.sector < b.sector ? -1 : 1),
  )
}

function resultOf(row: Counted, voters: readonly VoterRow[], votes: readonly PublishedVote[]): BallotResult {
  const { content } = row
  const turnout = turnoutOf(voters)
  const sum = (of: 'entitled' | 'voted' | 'recused'): number => turnout.reduce((all, one) => all + one[of], 0)
  const [entitled, recused] = [sum('entitled'), sum('recused')]
  const blank = votes.filter(({ marks }) => !Object.keys(marks).length).length
  const file = votes.length ? pabulibOf(row, votes) : null
  const count = file === null ? null : countFile(file, content)
  const places = formOf(content.settings) === 'places'
  const [winner] = count?.winners ?? []
  return {
    entitled,
    voted: votes.length,
    recused,
    blank,
    // Who recused themselves is not one of those whose taking part is asked for.
    quorumMet: content.quorum === null || votes.length * 100 >= content.quorum * (entitled - recused),
    turnout,
    sides: supportOf(votes, 'side', content, places),
    sectors: supportOf(votes, 'sector', content, places),
    fileHash: file === null ? null : hashOfFile(file),
    count,
    majority:
      content.settings.method === 'majority' ? 2 * votes.filter(({ marks }) => winner && marks[winner]).length > votes.length : null,
    others:
      file === null
        ? []
        : otherMethods(content.settings).flatMap((method) => {
            const other = countOtherwise(file, content, method)
            return other ? [{ method, winners: other.winners, tied: other.ties.length > 0 }] : []
          }),
  }
}
