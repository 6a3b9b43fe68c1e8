import type { ComponentChildren } from 'preact'
import { dayInRiga } from '../../../platform/clock.ts'
import { dateRange } from '../../../platform/languages/dates.ts'
import { formatNumber } from '../../../platform/languages/numbers.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { MadeUp } from '../../../web/components/MadeUp.tsx'
import { around, named } from '../../../web/named.ts'
import { page } from '../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { commandLine, hasBlt } from '../asElection.ts'
import { explainShares, type SharesExplained } from '../explainShares.ts'
import { saying } from '../problemTexts.ts'
import { type PublishedBallot, publishedVotes } from '../queries.ts'
import type { BallotResult } from '../result.ts'
import { fileName } from './ballotData.ts'
import { ballotTexts } from './ballotTexts.ts'
import { type CountedBallot, titleOf, titlesOf } from './counted.ts'
import { OptionName } from './OptionName.tsx'
import { Groups, OtherMethods, TurnoutTable } from './ResultGroups.tsx'
import { ResultShares, surprises } from './ResultShares.tsx'
import { ResultStv, type StvRound } from './ResultStv.tsx'
import { Pairs, ResultTotals } from './ResultTotals.tsx'
import { pathToBallot, readBallotAt } from './readBallotAt.ts'
import { resultTexts } from './resultTexts.ts'
import { voteInLine } from './VoteFields.tsx'

type Counted = { ballot: PublishedBallot; result: BallotResult }

/** The result of a ballot: who was chosen and why, what each side supported, what other methods say, and how to recount it. */
export const ballotResultPage: Handler<'ballotResult'> = async (visit) => {
  const { house, language, recall } = visit
  const ballot = await readBallotAt(visit)
  const { result, content } = ballot
  if (!result) throw new Refusal(409, saying('notCountedYet'))
  const t = resultTexts[language]
  const votes = await recall(`votes of ballot ${ballot.id}`, () => publishedVotes(house.db, ballot))
  const of: CountedBallot | null = result.count && { ballot, result, count: result.count, votes, language }
  const heading = of ? (of.count.winners.length ? t.why(of.count.winners.length) : t.noneChosen) : t.nobodyVoted
  return page(visit, {
    title: around(named(content.title, language), t.of),
    path: await pathToBallot(visit, ballot),
    children: (
      <>
        <div class="head hang">
          <div>
            <p class="eyebrow">
              {[
                `${ballotTexts[language].ballot} ${dateRange(language, dayInRiga(ballot.opensAt), dayInRiga(ballot.closesAt))}`,
                t.votersCount(result.voted),
                t.optionsCount(content.options.length),
              ].join(' · ')}
              <MadeUp when={ballot.demonstration} language={language} />
            </p>
            <h1>{heading}</h1>
          </div>
        </div>
        {of ? <WhyThese of={of} /> : <p>{t.nobodyVotedLead}</p>}
        <Sec id="balsotaji" title={t.turnout}>
          <TurnoutTable of={{ result, language }} />
        </Sec>
        {of ? (
          <>
            {ballot.secret ? null : <OpenVotes of={of} />}
            <Recount visit={visit} counted={{ ballot, result }} />
          </>
        ) : null}
      </>
    ),
  })
}

function Sec({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section class="sec" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div>{children}</div>
    </section>
  )
}

function WhyThese({ of }: { of: CountedBallot }) {
  const { ballot, count, result, votes, language } = of
  const t = resultTexts[language]
  const shares = explainShares(ballot, count, votes)
  return (
    <>
      <Sec id="isuma" title={t.inShort}>
        <div class="prose">
          <InShort of={of} shares={shares} />
        </div>
      </Sec>
      <Sec id="ka" title={t.howCounted}>
        <ol class="num-list">
          {howCounted(of, shares).map((words) => (
            <li key={words}>
              <span>{words}</span>
            </li>
          ))}
        </ol>
      </Sec>
      <Sec id="rezultats" title={t.result}>
        <Steps of={of} shares={shares} />
      </Sec>
      <Sec id="izskirts" title={t.ties}>
        {count.ties.length ? (
          <ul class="prose">
            {count.ties.map(({ round, tied, first }) => (
              <li key={`${round} ${tied.join()}`}>{t.tie(round, titlesOf(of, tied), titlesOf(of, first))}</li>
            ))}
          </ul>
        ) : (
          <p>{t.noTies}</p>
        )}
      </Sec>
      <Sec id="puses" title={t.who}>
        <Groups of={of} />
      </Sec>
      {result.others.length ? (
        <Sec id="citas" title={t.others}>
          <OtherMethods of={of} />
        </Sec>
      ) : null}
    </>
  )
}

function InShort({ of, shares }: { of: CountedBallot; shares: SharesExplained | null }) {
  const { ballot, count, result, language } = of
  const t = resultTexts[language]
  const { method } = ballot.content.settings
  const { quorum, binding } = ballot.content
  const asked = result.entitled - result.recused
  const percent = asked ? Math.floor((result.voted * 1000) / asked) / 10 : 0
  const lead = {
    majority: t.shortMajority,
    approval: t.shortApproval,
    score: t.shortScore,
    borda: t.shortBorda,
    schulze: t.shortSchulze,
    'stv-scottish': t.shortStv,
    'stv-meek': t.shortStv,
    'equal-shares': t.shortShares,
  }[method]
  const odd = shares ? surprises(shares) : { passedOver: [], liftedUp: [] }
  const decided = result.quorumMet && result.majority !== false
  return (
    <>
      <p class="lead">{lead}</p>
      {quorum === null ? null : <p>{result.quorumMet ? t.quorumMet(percent) : <b>{t.quorumMissed(percent, quorum)}</b>}</p>}
      {result.majority === false ? (
        <p>
          <b>{t.majorityMissed}</b>
        </p>
      ) : null}
      {odd.passedOver.map(({ option, place, spentOn }) => (
        <p key={option}>{t.notChosenThough(titleOf(of, option), place, titlesOf(of, spentOn.slice(0, 3)))}</p>
      ))}
      {odd.liftedUp.map(({ option, place }) => (
        <p key={option}>{t.chosenThough(titleOf(of, option), place)}</p>
      ))}
      {decided ? <p>{binding ? t.binding : t.advisory}</p> : null}
      <h3>{t.winners}</h3>
      <ol class="num-list">
        {count.winners.map((option) => (
          <li key={option}>
            <span>
              <OptionName of={of} option={option} />
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}

function howCounted({ ballot, count, language }: CountedBallot, shares: SharesExplained | null): string[] {
  const t = resultTexts[language]
  const { method, seats, parity } = ballot.content.settings
  const sides = parity ? [ballotTexts[language].parityWords] : []
  if (shares) {
    const filled = shares.rows.filter((row) => row.filled).length
    const share = Math.round(shares.share * 100) / 100
    return [
      shares.inPoints ? t.shares1(share) : t.shares1Money(share),
      t.shares2,
      t.shares3,
      ...(shares.steps ? [t.sharesRaised(shares.steps)] : []),
      ...(filled ? [t.sharesFilled(filled)] : []),
      ...sides,
    ]
  }
  const [first] = count.rounds
  const quota = first && 'quota' in first ? formatNumber(language, Number(first.quota)) : ''
  const steps: Partial<Record<typeof method, string[]>> = {
    'stv-scottish': [t.stv1(quota, seats ?? 1), t.stv2, t.stv3],
    'stv-meek': [t.stv1(quota, seats ?? 1), t.stv2, t.stv3],
    schulze: [t.schulze1, t.schulze2, t.schulze3],
    borda: [t.borda1],
    score: [t.score1],
  }
  return [...(steps[method] ?? [t.approval1]), ...sides]
}

/** The steps of the count as a drawing and a table, each method in its own way. */
function Steps({ of, shares }: { of: CountedBallot; shares: SharesExplained | null }) {
  const t = resultTexts[of.language]
  if (shares) return <ResultShares of={of} shares={shares} />
  const [first] = of.count.rounds
  if (!first) return null
  if ('quota' in first) return <ResultStv of={of} rounds={of.count.rounds as StvRound[]} />
  if ('pairwise' in first)
    return (
      <>
        <ResultTotals of={of} totals={first.beats} what={t.beats} />
        <Pairs of={of} round={first} />
      </>
    )
  if ('points' in first) {
    const points = Object.fromEntries(Object.entries(first.points).map(([option, sum]) => [option, Number(sum)]))
    return <ResultTotals of={of} totals={points} what={t.points} />
  }
  if (!('standings' in first)) return null
  const totals = Object.fromEntries(first.standings.map(({ option, total }) => [option, Number(total)]))
  return <ResultTotals of={of} totals={totals} what={of.ballot.content.settings.method === 'score' ? t.points : t.supporters} />
}

/** So many votes of an open ballot stand on its page. */
const MOST_SHOWN = 200

function OpenVotes({ of }: { of: CountedBallot }) {
  const { ballot, votes, language } = of
  const t = resultTexts[language]
  return (
    <Sec id="balsis" title={t.openVotes}>
      <p class="note">{t.openVotesNote}</p>
      <table class="ds-table stack">
        <thead>
          <tr>
            <th scope="col">{t.voter}</th>
            <th scope="col">{t.vote}</th>
          </tr>
        </thead>
        <tbody>
          {votes.slice(0, MOST_SHOWN).map(({ key, name, voter, marks }) => (
            <tr key={key}>
              <th scope="row">{name || t.voterNumber(voter ?? '')}</th>
              <td data-l={t.vote}>{voteInLine(ballot.content, marks, language) || t.blankVote}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {votes.length > MOST_SHOWN ? <p class="note">{t.moreVotes(votes.length - MOST_SHOWN)}</p> : null}
    </Sec>
  )
}

function Recount({ visit: { language }, counted: { ballot, result } }: { visit: AnyVisit; counted: Counted }) {
  const t = resultTexts[language]
  const at = { ballot: ballot.id }
  return (
    <Sec id="parbaude" title={t.check}>
      <div class="prose">
        <p>{t.checkLead}</p>
        <ul class="link-list">
          <li>
            <a href={address(language, 'ballotPb', at)}>{t.votesPb}</a>
          </li>
          {hasBlt(ballot) ? (
            <li>
              <a href={address(language, 'ballotBlt', at)}>{t.votesBlt}</a>
            </li>
          ) : null}
          <li>
            <a href={address(language, 'ballotCsv', at)}>{t.votesCsv}</a>
          </li>
          <li>
            <a href={address(language, 'ballotJson', at)}>{t.resultJson}</a>
          </li>
        </ul>
        <p>{t.checkCommand}</p>
        <p class="ballot-key">
          <code>{commandLine(ballot.content, fileName(language, ballot.id, 'pb'))}</code>
        </p>
        <p>{t.hash}</p>
        <p class="ballot-key">
          <code>{result.fileHash}</code>
        </p>
        <p>
          <a href={address(language, 'recordEntry', { seq: ballot.recordSeq ?? 0 })}>{t.recordEntry}</a>
        </p>
        {ballot.secret ? (
          <p>
            <a href={address(language, 'ballotCheck', at)}>{t.yours}</a>
          </p>
        ) : null}
        <p>
          <a href={address(language, 'ballot', at)}>{t.backToBallot}</a>
        </p>
      </div>
    </Sec>
  )
}
