import type { Language } from '../../../platform/languages/languages.ts'
import { formatNumber } from '../../../platform/languages/numbers.ts'
import { address, withNext } from '../../../web/addresses.ts'
import { Local } from '../../../web/components/Local.tsx'
import { LocalParagraphs } from '../../../web/components/LocalParagraphs.tsx'
import { MadeUp } from '../../../web/components/MadeUp.tsx'
import { named } from '../../../web/named.ts'
import { page } from '../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import type { BallotContent, BallotOption } from '../content.ts'
import { type PublishedBallot, turnoutSoFar } from '../queries.ts'
import { sourceHref } from '../sources.ts'
import { ballotTexts } from './ballotTexts.ts'
import { pathToBallots, readBallotAt, votesOfVisitor } from './readBallotAt.ts'
import { BallotStatus, costWords, methodName, momentInWords, sourceWords } from './words.tsx'

type VoterRows = Awaited<ReturnType<typeof votesOfVisitor>>

/** A ballot: what is voted on, by which rules and until when; the way in for who has a vote, the result once it is counted. */
export const ballotPage: Handler<'ballot'> = async (visit) => {
  const { house, language } = visit
  const ballot = await readBallotAt(visit)
  const { content } = ballot
  const t = ballotTexts[language]
  const turnout = await turnoutSoFar(house.db, ballot.id)
  const mine = await votesOfVisitor(visit, ballot.id)
  return page(visit, {
    title: named(content.title, language),
    path: await pathToBallots(visit, ballot.planId),
    children: (
      <>
        <div class="head">
          <p class="eyebrow">
            {t.ballot}
            <MadeUp when={ballot.demonstration} language={language} />
          </p>
          <h1>
            <Local content={content.title} language={language} />
          </h1>
          <p class="gap">
            <BallotStatus ballot={ballot} language={language} />
          </p>
          <p class="meta">{t.votedSoFar(turnout.voted, turnout.entitled)}</p>
          <Way visit={visit} ballot={ballot} mine={mine} />
        </div>
        {content.text ? (
          <div class="prose">
            <LocalParagraphs content={content.text} language={language} />
          </div>
        ) : null}
        <section class="sec" aria-labelledby="priekslikumi">
          <h2 id="priekslikumi">{t.whatIsVoted}</h2>
          <Options ballot={ballot} language={language} />
        </section>
        <section class="sec" aria-labelledby="noteikumi">
          <h2 id="noteikumi">{t.rules}</h2>
          <div>
            <Rules content={content} secret={ballot.secret} times={ballot} entitled={turnout.entitled} language={language} />
            <p class="gap">
              <a href={address(language, 'recordEntry', { seq: ballot.recordSeq ?? 0 })}>{t.recordEntry}</a>
            </p>
          </div>
        </section>
      </>
    ),
  })
}

/** What someone can do here now. */
function Way({ visit, ballot, mine }: { visit: AnyVisit; ballot: PublishedBallot; mine: VoterRows }) {
  const { language, actor } = visit
  const t = ballotTexts[language]
  const at = { ballot: ballot.id }
  if (ballot.result)
    return (
      <p class="acts">
        <a class="ds-button" href={address(language, 'ballotResult', at)}>
          {t.seeResult}
        </a>
        {ballot.secret ? <a href={address(language, 'ballotCheck', at)}>{t.checkYours}</a> : null}
      </p>
    )
  const here = address(language, 'ballot', at)
  if (actor.personId === null)
    return ballot.state === 'open' ? (
      <p>
        {t.signInFirst} <a href={withNext(address(language, 'signIn'), here)}>{t.signIn}</a>
      </p>
    ) : null
  if (!mine.length) return <p>{t.notAVoter}</p>
  return (
    <>
      {mine.map(({ number, name, state }) => (
        <div key={number}>
          <p>{state === 'voted' ? t.youVoted(name) : state === 'recused' ? t.youRecused(name) : t.youMayVote(name)}</p>
          {ballot.state === 'open' && state !== 'recused' ? (
            <p class="acts">
              <a
                class="ds-button"
                href={`${address(language, 'ballotVote', at)}${mine.length > 1 ? `?${new URLSearchParams({ voter: String(number) })}` : ''}`}
              >
                {state === 'voted' ? t.changeVote : t.vote}
              </a>
            </p>
          ) : null}
        </div>
      ))}
      {ballot.secret && mine.some(({ state }) => state === 'voted') ? (
        <p>
          <a href={address(language, 'ballotCheck', at)}>{t.checkYours}</a>
        </p>
      ) : null}
    </>
  )
}

type Shown = Pick<PublishedBallot, 'planId' | 'content' | 'withdrawn'>

/** The options, each with its text and where it comes from. */
export function Options({ ballot, language }: { ballot: Shown; language: Language }) {
  return (
    <ol class="ballot-options">
      {ballot.content.options.map((option) => (
        <li key={option.number} id={`priekslikums-${option.number}`}>
          <OneOption option={option} ballot={ballot} language={language} />
        </li>
      ))}
    </ol>
  )
}

function OneOption({ option, ballot, language }: { option: BallotOption; ballot: Shown; language: Language }) {
  const t = ballotTexts[language]
  const reason = ballot.withdrawn[option.number]
  return (
    <>
      <h3>
        <Local content={option.title} language={language} />
      </h3>
      {reason ? (
        <p class="note">
          <b>{t.isWithdrawn}</b> <Local content={reason} language={language} /> {t.withdrawnVotes}
        </p>
      ) : null}
      <LocalParagraphs content={option.text} language={language} />
      <p class="meta">
        {option.source ? (
          <>
            {t.source}: <a href={sourceHref(language, ballot.planId, option.source)}>{sourceWords(option.source, language)}</a>
          </>
        ) : null}
        {option.source && option.cost !== null ? ' · ' : null}
        {option.cost === null ? null : `${t.cost}: ${costWords(option, language)}`}
      </p>
    </>
  )
}

type RulesProps = {
  content: BallotContent
  secret: boolean
  times: { opensAt: Date; closesAt: Date }
  entitled: number
  language: Language
}

/** By which rules one votes, and how it is counted. */
export function Rules({ content, secret, times, entitled, language }: RulesProps) {
  const t = ballotTexts[language]
  const { settings, quorum, binding, seed } = content
  const rows: [string, string][] = [
    [t.timeRule, t.timeFromTo(momentInWords(times.opensAt, language), momentInWords(times.closesAt, language))],
    [t.votersRule, t.votersCount(entitled)],
    [t.methodRule, methodName(settings.method, language)],
    [
      t.chosenRule,
      settings.budget === null ? t.seatsWords(settings.seats ?? 1) : t.budgetWords(formatNumber(language, Number(settings.budget))),
    ],
    [t.secrecyRule, secret ? t.secretWords : t.openWords],
    [t.sidesRule, settings.parity ? [t.parityWords, ...(secret ? [t.secretParity] : [])].join(' ') : t.equalWords],
    [t.quorumRule, quorum === null ? t.noQuorum : t.quorumWords(quorum)],
    [t.changeRule, t.changeWords],
    [t.bindingRule, binding ? t.bindingWords : t.advisoryWords],
    [t.tieRule, settings.tieRule === 'published' ? t.tiePublished(seed) : t.tieById],
  ]
  return (
    <dl class="facts">
      {rows.map(([label, words]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  )
}
