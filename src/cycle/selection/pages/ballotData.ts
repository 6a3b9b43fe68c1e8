import { stringify } from 'csv-stringify/sync'
import type { LocalText } from '../../../platform/languages/languages.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { attachment } from '../../../web/fileAnswer.ts'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { bltOf, commandLine, hasBlt, type PublishedVote, pabulibOf } from '../asElection.ts'
import { saying } from '../problemTexts.ts'
import { type PublishedBallot, publishedVotes } from '../queries.ts'
import type { BallotResult } from '../result.ts'
import { readBallotAt } from './readBallotAt.ts'

/* A ballot as open data. Columns and keys: docs/data-dictionary.md. */

type Counted = { ballot: PublishedBallot; result: BallotResult; votes: PublishedVote[] }

async function countedAt(visit: AnyVisit): Promise<Counted> {
  const ballot = await readBallotAt(visit)
  if (!ballot.result) throw new Refusal(403, saying('notCountedYet'))
  return { ballot, result: ballot.result, votes: await publishedVotes(visit.house.db, ballot) }
}

/** What a file of votes is called, in the page's language. */
export const fileName = (language: 'lv' | 'en', id: number, ending: string): string =>
  `${language === 'lv' ? 'balsis' : 'votes'}-${id}.${ending}`

const answer = ({ language }: AnyVisit, text: string, mediaType: string, name: string): Response =>
  new Response(text, {
    headers: {
      'Content-Type': `${mediaType}; charset=utf-8`,
      'Content-Disposition': attachment(name),
      'Cache-Control': 'private, no-cache',
      'Content-Language': language,
    },
  })

/** The votes as the file that was counted. */
export const ballotPb: Handler<'ballotPb'> = async (visit) => {
  const { ballot, votes } = await countedAt(visit)
  if (!votes.length) throw new Refusal(404, saying('nobodyVoted'))
  return answer(visit, pabulibOf(ballot, votes), 'text/plain', fileName(visit.language, ballot.id, 'pb'))
}

export const ballotBlt: Handler<'ballotBlt'> = async (visit) => {
  const { ballot, votes } = await countedAt(visit)
  if (!votes.length) throw new Refusal(404, saying('nobodyVoted'))
  if (!hasBlt(ballot)) throw new Refusal(404, saying('noBlt'))
  return answer(visit, bltOf(ballot, votes), 'text/plain', fileName(visit.language, ballot.id, 'blt'))
}

/** The votes as a table: a column for each option, with what the vote says of it. */
export const ballotCsv: Handler<'ballotCsv'> = async (visit) => {
  const { ballot, votes } = await countedAt(visit)
  const { options } = ballot.content
  const rows = votes.map(({ key, voter, side, sector, marks }) => [
    voter ?? key,
    side ?? '',
    sector ?? '',
    ...options.map(({ number }) => marks[number] ?? ''),
  ])
  const columns = [ballot.secret ? 'receipt' : 'voter', 'side', 'sector', ...options.map(({ number }) => `o${number}`)]
  const text = stringify([columns, ...rows], { record_delimiter: '\r\n', bom: true, escape_formulas: true })
  return answer(visit, text, 'text/csv', fileName(visit.language, ballot.id, 'csv'))
}

const titles = (title: LocalText | null) => ({ lv: title?.lv?.text ?? null, en: title?.en?.text ?? null })

/** The rules, the result and each step of the count. */
export const ballotJson: Handler<'ballotJson'> = async (visit) => {
  const { ballot, result } = await countedAt(visit)
  const { content, withdrawn, opensAt, closesAt } = ballot
  const body = {
    ballot: ballot.id,
    plan: ballot.planId,
    title: titles(content.title),
    secret: ballot.secret,
    binding: content.binding,
    demonstration: ballot.demonstration,
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
    settings: content.settings,
    quorum: content.quorum,
    seed: content.seed,
    options: content.options.map(({ number, title, cost }) => ({
      id: String(number),
      title: titles(title),
      cost,
      withdrawn: withdrawn[number] ? titles(withdrawn[number]) : null,
    })),
    result,
    recordEntry: ballot.recordSeq,
    command: commandLine(content, fileName(visit.language, ballot.id, 'pb')),
  }
  return answer(visit, JSON.stringify(body, null, 1), 'application/json', fileName(visit.language, ballot.id, 'json'))
}
