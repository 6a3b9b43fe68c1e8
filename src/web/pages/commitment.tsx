import { notesOnCommitment } from '../../cycle/events/index.ts'
import { easyPageOf } from '../../cycle/inform/index.ts'
import { deadlinesOf, factsOf, findingsOf, linksOf, phasesOf, relatedTo } from '../../cycle/plan/index.ts'
import { pageInQuery } from '../../platform/http/numberInAddress.ts'
import { notFound } from '../../platform/refusal.ts'
import { address } from '../addresses.ts'
import { Follow } from '../components/Follow.tsx'
import { Section } from '../components/Section.tsx'
import { newsLinks, scopeKey } from '../feeds.ts'
import type { PageFacts } from '../Layout.tsx'
import { around, named } from '../named.ts'
import { pageForEveryone } from '../render.tsx'
import type { AnySeen, Handler, Seen } from '../visit.ts'
import { FromIdeas, readBehind } from './answers/FromIdeas.tsx'
import { EvidenceList } from './commitment/EvidenceList.tsx'
import { happened } from './commitment/events.ts'
import { type CommitmentFacts, newestVersions, readCommitment } from './commitment/facts.ts'
import { Head } from './commitment/Head.tsx'
import { Known } from './commitment/Known.tsx'
import { Log } from './commitment/Log.tsx'
import { Milestones } from './commitment/Milestones.tsx'
import { NotesFromEvents } from './commitment/NotesFromEvents.tsx'
import { Parties } from './commitment/Parties.tsx'
import { Promised } from './commitment/Promised.tsx'
import { evidenceOf, namesDay, pathToCommitment, recordOf } from './commitment/shared.ts'
import { Thread } from './commitment/Thread.tsx'
import { commitmentTexts } from './commitment/texts.ts'
import { Voices } from './commitment/Voices.tsx'

/** The latest events; the whole history has a page of its own. */
const SHOWN_EVENTS = 8

/** Reads what stands around a commitment. */
const readAround = ({ house: { db }, today, recall }: AnySeen, { plan, commitment }: CommitmentFacts) =>
  recall(`around commitment ${commitment.id}`, async () => ({
    links: await linksOf(db, [commitment.id], today),
    related: await relatedTo(db, commitment.id, today),
    known: await factsOf(db, [commitment.id], today),
    findings: await findingsOf(db, [commitment.id], today),
    phases: await phasesOf(db, [plan.id], today),
    deadlines: await deadlinesOf(db, [plan.id], today),
  }))

/** One commitment: what was promised, by whom, how it goes, what both sides say of it, and how that came about. */
export const commitmentPage: Handler<'commitment'> = (visit) => pageForEveryone(visit, tell)

async function tell(visit: Seen<'commitment'>): Promise<PageFacts> {
  const { house, language, today } = visit
  const t = commitmentTexts[language]
  const facts = await readCommitment(visit, visit.values.plan, visit.values.number)
  const { plan, commitment } = facts
  const { links, related, known, findings, phases, deadlines } = await readAround(visit, facts)
  const updates = newestVersions(facts.updates, (update) => update.updateId)
  const events = happened(facts, { phases, facts: known, findings }, today, true)
  const ogpPage = links.find((link) => link.kind === 'page' && commitment.ogpId && link.url?.includes(commitment.ogpId))?.url ?? null
  const evidence = evidenceOf(facts, language)
  const here = { plan: plan.id, number: commitment.number }
  const easy = await easyPageOf(house.db, here, today, language)
  const ideasPage = pageInQuery(visit.query)
  const behind = await visit.recall(`behind commitment ${commitment.id} ${ideasPage}`, () =>
    readBehind(house.db, commitment.id, today, ideasPage),
  )
  if (ideasPage > 1 && !behind.behind.length) throw notFound()
  const notes = await notesOnCommitment(house.db, commitment.id, today)
  const feeds = newsLinks(language, 'commitmentNews', { plan: plan.id, number: String(commitment.number) })
  return {
    feeds,
    easy,
    title: around(named(commitment.title, language), (title) => `${t.numbered(commitment.number)}: ${title}`),
    section: 'commitments',
    path: pathToCommitment(facts, language),
    children: (
      <>
        <Head facts={facts} ogpPage={ogpPage} easy={easy} language={language} today={today} />
        <Thread
          facts={facts}
          updates={updates}
          findings={findings}
          deadlines={deadlines}
          ideas={behind.total}
          language={language}
          today={today}
        />
        <Promised facts={facts} links={links} related={related} language={language} />
        <FromIdeas
          facts={behind}
          page={ideasPage}
          href={(n) => `${address(language, 'commitment', here)}${n === 1 ? '' : `?page=${n}`}#no-idejam`}
          language={language}
        />
        <Parties facts={facts} on={namesDay(facts, today)} language={language} />
        <Milestones facts={facts} language={language} today={today} />
        <Voices facts={facts} findings={findings} assessed={visit.query.get('done') === 'assessed'} language={language} today={today} />
        <Section id="pieradijumi" label={t.evidence}>
          {evidence.length ? (
            <>
              <EvidenceList items={evidence} dead={facts.dead} language={language} />
              <p class="note gap">{t.evidenceNote}</p>
            </>
          ) : (
            <p class="unknown">{t.noEvidence}</p>
          )}
        </Section>
        <Known
          id="rezultati"
          label={t.results}
          note={t.knownFromSources}
          facts={known.filter((fact) => fact.kind === 'result')}
          language={language}
        />
        <Known
          id="pec-plana"
          label={t.afterPlan}
          note={t.afterPlanNote}
          facts={known.filter((fact) => fact.kind === 'follow-up')}
          language={language}
        />
        <NotesFromEvents notes={notes} language={language} />
        <Section id="vesture" label={t.history}>
          <Log events={events.slice(-SHOWN_EVENTS)} facts={facts} language={language} demonstration={house.demonstration !== null} />
          <ul class="link-list gap">
            <li>
              <a href={address(language, 'commitmentHistory', here)}>{t.wholeHistory(events.length)}</a>
            </li>
            <li>
              <a href={recordOf(facts, language)}>{t.inRecord}</a>
            </li>
          </ul>
        </Section>
        <Follow what={scopeKey.commitment(plan.id, commitment.number)} links={feeds} language={language} />
      </>
    ),
  }
}
