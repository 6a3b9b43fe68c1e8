import { FormReader } from '../../cycle/plan/index.ts'
import { allow } from '../../people/index.ts'
import { shortDate } from '../../platform/languages/dates.ts'
import { address } from '../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../../web/answerForm.ts'
import { FormHead } from '../../web/components/FormHead.tsx'
import { ErrorSummary } from '../../web/components/form.tsx'
import { HiddenFields } from '../../web/components/HiddenFields.tsx'
import { Local } from '../../web/components/Local.tsx'
import { Section } from '../../web/components/Section.tsx'
import { Written } from '../../web/components/Written.tsx'
import { AskedField } from '../../web/forms/fieldSpec.tsx'
import { page } from '../../web/render.tsx'
import type { Handler, Visit } from '../../web/visit.ts'
import { isReason, readReason, readThing } from '../meetings/meetingInput.ts'
import { judgeProposal, propose } from '../meetings/propose.ts'
import { forumPolicy } from '../policy.ts'
import { SHORTEST_REASON, say } from '../problemTexts.ts'
import { type Proposal, proposalsBy, proposalsOf, seatOfPerson } from '../queries.ts'
import { type SeatsById, seatsWithTerms } from '../seatNames.ts'
import { hrefOfThing, thingObject } from '../things.ts'
import { editTexts } from './editTexts.ts'
import { Done, pathToForum, readForum } from './facts.tsx'
import { formPage } from './form.tsx'
import { forumTexts } from './forumTexts.ts'

/** Proposes an item for the agenda; below the form what one has proposed before, and what became of it. */
export const showPropose: Handler<'forumPropose'> = async (visit) => drawPropose(visit, opened())

export const sendPropose: Handler<'forumPropose'> = async (visit) => {
  allow(forumPolicy.propose, visit.actor, undefined)
  const { forum } = await readForum(visit)
  return answerForm(
    visit,
    async (house, fields) => {
      const reader = new FormReader(fields)
      const title = reader.requiredLine('title')
      const reason = reader.text('reason') ?? ''
      if ([...reason].length < SHORTEST_REASON) reader.problems.push({ field: 'reason', say: say('tellMore') })
      const about = readThing(reader, 'about', house.configuration.url)
      await propose(house, visit.actor, forum.id, reader.done({ title, reason, about, language: visit.language }))
      return `${address(visit.language, 'forumPropose', { forum: forum.id })}?done=saved`
    },
    (drawn) => drawPropose(visit, drawn),
  )
}

async function drawPropose(visit: Visit<'forumPropose'>, drawn: Drawn): Promise<Response> {
  const { house, language, today, actor } = visit
  allow(forumPolicy.propose, actor, undefined)
  const t = editTexts[language]
  const p = forumTexts[language]
  const known = await readForum(visit)
  const own = await seatOfPerson(house.db, known.forum.id, actor.personId, today)
  const mine = actor.personId === null ? [] : await proposalsBy(house.db, known.forum.id, actor.personId)
  const states = { waiting: p.proposalWaits, accepted: p.proposalAccepted, refused: p.proposalRefused }
  return formPage(visit, drawn, {
    title: t.propose,
    heading: t.propose,
    lead: own ? `${t.proposeLead} ${t.proposeAsMember(own.seat.code)}` : t.proposeLead,
    section: 'forums',
    path: pathToForum(visit, known),
    action: address(language, 'forumPropose', { forum: known.forum.id }),
    version: null,
    groups: [
      {
        title: null,
        specs: [
          { kind: 'line', name: 'title', label: t.proposalTitle },
          { kind: 'text', name: 'reason', label: t.proposalReason },
          { kind: 'line', name: 'about', label: t.about, hint: t.aboutHint, optional: true },
        ],
      },
    ],
    submit: t.sendProposal,
    back: address(language, 'forum', { forum: known.forum.id }),
    below: mine.length ? (
      <Section id="jusu" label={p.yourProposals}>
        <ul class="plain-list">
          {mine.map((proposal) => (
            <li key={proposal.id}>
              <b lang={proposal.language}>{proposal.title}</b>, {shortDate(language, proposal.sentOn)}: {states[proposal.state]}
              {proposal.answer ? (
                <p>
                  <Local content={proposal.answer} language={language} />
                </p>
              ) : null}
            </li>
          ))}
        </ul>
      </Section>
    ) : null,
  })
}

/** What waits to be judged, each with its own form. */
export const showProposals: Handler<'forumProposals'> = async (visit) => drawProposals(visit, opened())

export const sendProposals: Handler<'forumProposals'> = async (visit) => {
  allow(forumPolicy.judgeProposals, visit.actor, undefined)
  const { forum } = await readForum(visit)
  return answerForm(
    visit,
    async (house, fields) => {
      const reader = new FormReader(fields)
      const proposalId = reader.requiredNumber('proposal', 1, 999_999_999)
      const accept = fields.trimmed('action') === 'accept'
      const name = `answer.${proposalId}`
      const typed = reader.local(name, 2000)
      const answer = accept || isReason(typed) ? typed : readReason(reader, name)
      await judgeProposal(house, visit.actor, { forumId: forum.id, ...reader.done({ proposalId, accept, answer }) })
      return `${address(visit.language, 'forumProposals', { forum: forum.id })}?done=saved`
    },
    (drawn) => drawProposals(visit, drawn),
  )
}

async function drawProposals(visit: Visit<'forumProposals'>, drawn: Drawn): Promise<Response> {
  const { house, language, actor } = visit
  allow(forumPolicy.judgeProposals, actor, undefined)
  const t = editTexts[language]
  const p = forumTexts[language]
  const known = await readForum(visit)
  const waiting = await proposalsOf(house.db, known.forum.id, 'waiting')
  const judged = await proposalsOf(house.db, known.forum.id, 'judged')
  const { seats } = await seatsWithTerms(house.db, known.forum.id)
  const form = stateOf(visit, drawn)
  return page(
    visit,
    {
      title: t.proposals,
      hasErrors: drawn.problems.length > 0,
      section: 'manage',
      path: pathToForum(visit, known),
      children: (
        <>
          <Done visit={visit} />
          <FormHead title={t.proposals} lead={null} drawn={drawn} language={language} changed={t.changedMeanwhile} />
          <ErrorSummary form={form} />
          {waiting.length ? null : <p class="prose">{t.noProposals}</p>}
          {waiting.map((proposal) => (
            <Section key={proposal.id} id={`ierosinajums-${proposal.id}`} label={<span lang={proposal.language}>{proposal.title}</span>}>
              <About proposal={proposal} seats={seats} visit={visit} />
              <form method="post" action={address(language, 'forumProposals', { forum: known.forum.id })} noValidate>
                <HiddenFields form={stateOf(visit, opened())} version={null} />
                <input type="hidden" name="proposal" value={proposal.id} />
                <AskedField
                  spec={{ kind: 'texts', name: `answer.${proposal.id}`, label: t.proposalAnswer, stored: null, optional: true }}
                  form={form}
                />
                <div class="acts">
                  <button type="submit" class="ds-button" name="action" value="accept">
                    {t.accept}
                  </button>
                  <button type="submit" class="ds-button" data-variant="secondary" name="action" value="refuse">
                    {t.refuse}
                  </button>
                </div>
              </form>
            </Section>
          ))}
          {judged.length ? (
            <Section id="izskatitie" label={t.judged}>
              <ul class="plain-list">
                {judged.map((proposal) => (
                  <li key={proposal.id}>
                    <span lang={proposal.language}>{proposal.title}</span>:{' '}
                    {proposal.state === 'accepted' ? p.proposalAccepted : p.proposalRefused}
                  </li>
                ))}
              </ul>
            </Section>
          ) : null}
        </>
      ),
    },
    drawn.status,
  )
}

function About({ proposal, seats, visit: { language } }: { proposal: Proposal; seats: SeatsById; visit: Visit<'forumProposals'> }) {
  const t = editTexts[language]
  const seat = proposal.seatId === null ? undefined : seats.get(proposal.seatId)
  return (
    <>
      <p class="meta">
        {seat ? t.fromMember(seat.code) : t.fromPublic}, {shortDate(language, proposal.sentOn)}
      </p>
      <Written text={proposal.reason} written={proposal.language} language={language} />
      {proposal.about ? (
        <p>
          <a class="address" href={hrefOfThing(language, proposal.about)}>
            {thingObject(proposal.about)}
          </a>
        </p>
      ) : null}
    </>
  )
}
