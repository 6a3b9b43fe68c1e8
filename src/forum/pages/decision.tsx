import { idInAddress } from '../../platform/http/numberInAddress.ts'
import { fullDay, shortDate } from '../../platform/languages/dates.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { formatNumber } from '../../platform/languages/numbers.ts'
import { notFound } from '../../platform/refusal.ts'
import { address } from '../../web/addresses.ts'
import { Icon } from '../../web/components/Icon.tsx'
import { Local } from '../../web/components/Local.tsx'
import { LocalParagraphs } from '../../web/components/LocalParagraphs.tsx'
import { MadeUp } from '../../web/components/MadeUp.tsx'
import { Section } from '../../web/components/Section.tsx'
import { WideTable } from '../../web/components/WideTable.tsx'
import { named } from '../../web/named.ts'
import { recordAbout } from '../../web/recordAbout.ts'
import { page } from '../../web/render.tsx'
import type { AnyVisit, Handler } from '../../web/visit.ts'
import { type Decision, decisionByNumber, opinionsOn, tasksOf, votesOf } from '../meetings/queries.ts'
import type { Meeting } from '../queries.ts'
import { seatOfPerson } from '../queries.ts'
import { sideOf, sides } from '../rules/forumRules.ts'
import { seatsWithTerms, type TermsById } from '../seatNames.ts'
import { hrefOfThing, thingObject } from '../things.ts'
import { decisionObject, sideNames } from '../words.ts'
import { Done, pathToForum, readForum } from './facts.tsx'
import { forumTexts } from './forumTexts.ts'
import { Opinions } from './Opinions.tsx'
import { Outcome } from './rows.tsx'
import { Tasks } from './Tasks.tsx'
import { type SeatInVote, VotesDrawing, voteName } from './VotesDrawing.tsx'

/** A decision: what was decided, by whose votes, why, what members set against it, and what happens next. */
export const forumDecisionPage: Handler<'forumDecision'> = async (visit) => {
  const { house, language, today, actor, values } = visit
  const t = forumTexts[language]
  const known = await readForum(visit)
  const { forum } = known
  const found = await decisionByNumber(house.db, forum.id, idInAddress(values.decision), today)
  if (!found) throw notFound()
  const { decision, item, meeting } = found
  const votes = await votesOf(house.db, decision.id)
  const { seats, terms } = await seatsWithTerms(house.db, forum.id)
  const tasks = await tasksOf(house.db, [decision.id])
  const opinions = await opinionsOn(house.db, { decisionId: decision.id }, today)
  const own = await seatOfPerson(house.db, forum.id, actor.personId, today)
  const inVote = votes.flatMap((vote): SeatInVote[] => {
    const seat = seats.get(vote.seatId)
    return seat ? [{ seat, vote }] : []
  })
  const rules = known.versions.find(({ number }) => number === decision.rulesNumber)?.rules
  const about = decision.about ?? item.about
  const meetingHref = address(language, 'forumMeeting', { forum: forum.id, meeting: meeting.id })
  return page(visit, {
    title: named(decision.title, language),
    section: 'forums',
    path: [...pathToForum(visit, known), { title: t.meeting(shortDate(language, meeting.startsOn)), href: meetingHref }],
    children: (
      <>
        <Done visit={visit} />
        <div class="head hang">
          <p class="numeral" aria-hidden="true">
            {decision.number}
          </p>
          <div>
            <p class="sr">{t.decision(decision.number)}</p>
            <h1 class="long">
              <Local content={decision.title} language={language} />
            </h1>
            <p class="lead">
              <Outcome decision={decision} language={language} />
              <MadeUp when={forum.demonstration} language={language} />
            </p>
            <p class="note">
              <Local content={known.now.name} language={language} quiet />, {fullDay(language, decision.decidedOn)}.{' '}
              {rules?.effect === 'recommendation' ? t.recommendation : null}
            </p>
          </div>
        </div>
        <Section id="lemums" label={t.theDecision}>
          <div class="prose">
            <LocalParagraphs content={decision.text} language={language} />
          </div>
          {about ? (
            <p class="gap">
              {t.concerns}{' '}
              <a class="address" href={hrefOfThing(language, about)}>
                {thingObject(about)}
              </a>
            </p>
          ) : null}
        </Section>
        <Section id="balsis" label={t.presentAndVotes}>
          <Votes decision={decision} inVote={inVote} terms={terms} language={language} forumId={forum.id} />
        </Section>
        <Section id="pamatojums" label={t.reasons}>
          <div class="prose">
            <LocalParagraphs content={decision.reasons} language={language} />
          </div>
        </Section>
        <Section id="atseviskais" label={t.separate}>
          <Opinions opinions={opinions} terms={terms} seats={seats} visit={visit} forumId={forum.id} empty={t.noSeparate} />
          {own ? (
            <p class="acts">
              <a href={address(language, 'forumOpinion', { forum: forum.id, decision: decision.number })}>{t.giveOpinion}</a>
            </p>
          ) : null}
        </Section>
        <Section id="talak" label={t.next}>
          <Tasks tasks={tasks} visit={visit} forumId={forum.id} decision={decision.number} />
        </Section>
        <Section id="dokumenti" label={t.documents}>
          <Documents visit={visit} decision={decision} meeting={meeting} meetingHref={meetingHref} />
        </Section>
      </>
    ),
  })
}

function Documents({
  visit,
  decision,
  meeting,
  meetingHref,
}: {
  visit: AnyVisit
  decision: Decision
  meeting: Meeting
  meetingHref: string
}) {
  const { language } = visit
  const t = forumTexts[language]
  return (
    <ul class="ev">
      <li>
        <Icon name="doc" />
        <div>
          <a href={`${meetingHref}#darba-kartiba`}>{t.agenda}</a>
          {meeting.agendaPublishedOn ? <span class="meta">{t.published(shortDate(language, meeting.agendaPublishedOn))}</span> : null}
        </div>
      </li>
      <li>
        <Icon name="doc" />
        <div>
          <a href={`${meetingHref}#protokols`}>{t.minutes}</a>
          <span class="meta">
            {meeting.minutesPublishedOn ? t.published(shortDate(language, meeting.minutesPublishedOn)) : t.minutesMissing}
          </span>
        </div>
      </li>
      <li>
        <Icon name="seal" />
        <div>
          <a href={address(language, 'recordEntry', { seq: decision.recordSeq })}>
            {t.recordEntry(formatNumber(language, decision.recordSeq))}
          </a>
        </div>
      </li>
      <li>
        <Icon name="seal" />
        <div>
          <a href={recordAbout(visit.language, decisionObject(decision.forumId, decision.number))}>{t.inRecord}</a>
        </div>
      </li>
    </ul>
  )
}

/** Why it was adopted or not, in a sentence. */
function whySentence({ tally: { why, majority } }: Decision, language: Language): string {
  const t = forumTexts[language]
  const sentences = {
    consensus: t.whyConsensus,
    majority: t.whyMajority(majority.for, majority.needed),
    'casting-vote': t.whyCasting,
    'no-majority': t.whyNoMajority(majority.for, majority.needed),
    tie: t.whyTie,
    'one-side': t.whyOneSide(majority.eachSide),
  }
  return sentences[why]
}

type VotesProps = { decision: Decision; inVote: readonly SeatInVote[]; terms: TermsById; language: Language; forumId: string }

function Votes({ decision, inVote, terms, language, forumId }: VotesProps) {
  const t = forumTexts[language]
  const { tally, way } = decision
  const { quorum, bySide, all } = tally
  const heads = [t.there, voteName(language, 'for', way), voteName(language, 'against', way), t.abstain]
  const rows = [...sides.map((side) => ({ name: sideNames[language][side], numbers: bySide[side] })), { name: t.all, numbers: all }]
  return (
    <>
      <p class="big">
        {t.bothSides(bySide.government.present, bySide['non-government'].present)} {t.hasQuorum(quorum.needed, quorum.of)}
      </p>
      {decision.consensusFailed ? <p>{t.consensusAsked}</p> : null}
      <VotesDrawing seats={inVote} language={language} way={way} />
      <WideTable label={t.votesBySide} gap>
        <table class="ds-table">
          <thead>
            <tr>
              <th scope="col">{t.side}</th>
              {heads.map((head) => (
                <th key={head} scope="col" class="n">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, numbers }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td class="n">{t.of(numbers.present, numbers.seats)}</td>
                <td class="n">{numbers.for}</td>
                <td class="n">{numbers.against}</td>
                <td class="n">{numbers.abstain}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      <details class="ds-details">
        <summary>{t.bySeat}</summary>
        <table class="ds-table stack">
          <caption class="sr">{t.bySeat}</caption>
          <thead>
            <tr>
              <th scope="col">{t.seat}</th>
              <th scope="col">{t.side}</th>
              <th scope="col">{t.member}</th>
              <th scope="col">{t.vote}</th>
            </tr>
          </thead>
          <tbody>
            {inVote.map(({ seat, vote }) => (
              <tr key={seat.id}>
                <th scope="row">
                  <a href={address(language, 'forumSeat', { forum: forumId, seat: seat.code })}>{seat.code}</a>
                </th>
                <td data-label={t.side}>{sideNames[language][sideOf(seat.sector)]}</td>
                <td data-label={t.member}>{(vote.termId && terms.get(vote.termId)?.name) || '–'}</td>
                <td data-label={t.vote}>
                  {voteName(language, vote.vote, way)}
                  {vote.chairs ? <small class="remark"> ({t.chairs})</small> : null}
                  {vote.reason ? (
                    <small class="meta">
                      {': '}
                      <Local content={vote.reason} language={language} />
                    </small>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      <p class="note gap">
        {whySentence(decision, language)} {all.recused ? null : t.noRecused} {t.byRules(decision.rulesNumber)}:{' '}
        <a href={`${address(language, 'forumRules', { forum: forumId })}?version=${decision.rulesNumber}`}>{t.rulesTitle}</a>
      </p>
    </>
  )
}
