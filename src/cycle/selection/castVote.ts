import { and, eq } from 'drizzle-orm'
import { type Actor, actsForAny, allow, emailOf, holdPerson } from '../../people/index.ts'
import type { Database } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import type { Fields } from '../../platform/http/fields.ts'
import { notFound, Refusal, wrongField } from '../../platform/refusal.ts'
import { holdBallot } from './ballotLock.ts'
import { type BallotRow, ballotState } from './ballotState.ts'
import type { BallotContent } from './content.ts'
import { isTheirs } from './electorate.ts'
import { selectionPolicy } from './policy.ts'
import { saying } from './problemTexts.ts'
import { receiptOf } from './receipts.ts'
import { ballotVote, ballotVoter, type Marks } from './tables.ts'
import { readVote } from './votesInput.ts'

/** A vote as it is sent: whose, what it says, and in a secret ballot the token that its voter alone has. */
export type SentVote = { voter: number; fields: Fields; blank: boolean; token: string | null }

type VoterRow = typeof ballotVoter.$inferSelect
type OpenBallot = BallotRow & { content: BallotContent }

/**
 * Takes a vote, or puts it in the place of the one that was cast before. The ballot is held while it is taken, and the
 * close is looked at after that: a vote that is taken is counted, and one that comes at the close or later is refused. Of
 * two sent for one voter at once the second waits and is then a change, which in a secret ballot takes the token.
 *
 * Nothing is written that leads from a secret vote to its voter: `ballot_voter` says that they voted, `ballot_vote` what
 * somebody voted, and neither says when. Why that is not all there is to it: docs/decisions/secret-ballots.md.
 */
export async function castVote(house: House, actor: Actor, ballotId: number, sent: SentVote): Promise<void> {
  await withVoter(house, actor, ballotId, sent.voter, async (tx, row, voter) => {
    if (voter.state === 'recused') throw new Refusal(409, saying('recusedAlready'))
    const marks = readVote(row, sent.fields, sent.blank)
    if (row.secret) await castSecretly(tx, row, voter, marks, sent.token)
    else await castOpenly(tx, row, voter, marks)
    if (voter.state === 'not-voted') await setState(tx, voter, 'voted')
  })
}

/** Notes that a voter takes no part because of a conflict of interest. Once a vote is cast it is too late. */
export async function recuse(house: House, actor: Actor, ballotId: number, voterNumber: number): Promise<void> {
  await withVoter(house, actor, ballotId, voterNumber, async (tx, _row, voter) => {
    if (voter.state === 'voted') throw new Refusal(409, saying('votedSoNotRecused'))
    await setState(tx, voter, 'recused')
  })
}

async function withVoter(
  house: House,
  actor: Actor,
  ballotId: number,
  voterNumber: number,
  act: (tx: Database, row: OpenBallot, voter: VoterRow) => Promise<void>,
): Promise<void> {
  allow(selectionPolicy.vote, actor, undefined)
  const { personId } = actor
  await house.db.transaction(async (tx) => {
    if (personId) await holdPerson(tx, personId)
    const row = await holdBallot(tx, ballotId)
    const state = ballotState(row, house.clock)
    if (state === 'draft' || !row.content) throw notFound()
    if (state !== 'open' || row.result) throw new Refusal(409, saying(state === 'before' ? 'notYetOpen' : 'closed'))
    const [voter] = await tx
      .select()
      .from(ballotVoter)
      .where(and(eq(ballotVoter.ballotId, ballotId), eq(ballotVoter.number, voterNumber)))
      .for('update')
    const email = voter?.email && personId ? await emailOf(tx, personId) : null
    if (!voter || !isTheirs(voter, { actsFor: actsForAny(actor), email })) throw new Refusal(403, saying('notEntitled'))
    await act(tx, { ...row, content: row.content }, voter)
  })
}

const setState = (tx: Database, { ballotId, number }: VoterRow, state: VoterRow['state']) =>
  tx
    .update(ballotVoter)
    .set({ state })
    .where(and(eq(ballotVoter.ballotId, ballotId), eq(ballotVoter.number, number)))

async function castSecretly(tx: Database, row: OpenBallot, voter: VoterRow, marks: Marks, token: string | null): Promise<void> {
  if (!token) throw wrongField('token', saying('notAToken'))
  const key = receiptOf(row.id, token)
  if (voter.state === 'voted') {
    const changed = await tx
      .update(ballotVote)
      .set({ marks })
      .where(and(eq(ballotVote.ballotId, row.id), eq(ballotVote.key, key)))
      .returning({ key: ballotVote.key })
    if (!changed.length) throw new Refusal(409, saying('votedAlready'))
    return
  }
  const { sector, side } = voter
  const made = await tx
    .insert(ballotVote)
    .values({ ballotId: row.id, key, marks, sector, side })
    .onConflictDoNothing()
    .returning({ key: ballotVote.key })
  if (!made.length) throw new Refusal(409, saying('tokenOfAnother'))
}

async function castOpenly(tx: Database, row: OpenBallot, voter: VoterRow, marks: Marks): Promise<void> {
  const { sector, side, number } = voter
  await tx
    .insert(ballotVote)
    .values({ ballotId: row.id, key: `voter ${number}`, marks, sector, side, voterNumber: number })
    .onConflictDoUpdate({ target: [ballotVote.ballotId, ballotVote.key], set: { marks } })
}

/** What the vote says that belongs to a token; null when there is none. Who has the token may know. */
export async function voteWithToken(db: Database, ballotId: number, token: string): Promise<Marks | null> {
  const [row] = await db
    .select({ marks: ballotVote.marks })
    .from(ballotVote)
    .where(and(eq(ballotVote.ballotId, ballotId), eq(ballotVote.key, receiptOf(ballotId, token))))
  return row?.marks ?? null
}
