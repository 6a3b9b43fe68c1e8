import { choicesOf, countUnseen, coverageOf, ideasById, latestAnswers, listIdeas } from '../../cycle/ideas/index.ts'
import { type Plan, planById } from '../../cycle/plan/index.ts'
import { longDate } from '../../platform/languages/dates.ts'
import { notFound } from '../../platform/refusal.ts'
import { keepUp, readSought } from '../../search/index.ts'
import { address } from '../addresses.ts'
import { Follow } from '../components/Follow.tsx'
import { Section } from '../components/Section.tsx'
import { newsLinks, scopeKey } from '../feeds.ts'
import { bare, named } from '../named.ts'
import { page } from '../render.tsx'
import type { AnyVisit, Handler } from '../visit.ts'
import { placesOf } from './answers/answerFacts.ts'
import { Coverage } from './answers/Coverage.tsx'
import { type AskedIdeas, isNarrowedBy, queryOfIdeas, readAskedIdeas } from './ideas/asked.ts'
import { IdeaFilterForm, IdeaSorting } from './ideas/FilterForm.tsx'
import { IdeaRows } from './ideas/IdeaRows.tsx'
import { ideaListTexts } from './ideas/listTexts.ts'
import { readOrganisations } from './organisationNames.ts'
import { pathBelowPlan } from './plan/facts.ts'

/** All ideas of a plan that everyone sees: searched, narrowed, sorted, and how far they are answered. */
export const ideasPage: Handler<'ideas'> = async (visit) => {
  const { house, values, today, query, language } = visit
  const plan = await planById(house.db, values.plan, today)
  if (!plan) throw notFound()
  const asked = readAskedIdeas(query, plan.id, today)
  const facts = await readFacts(visit, plan, asked)
  const t = ideaListTexts[language]
  const here = address(language, 'ideas', { plan: plan.id })
  const feeds = newsLinks(language, 'ideasNews', { plan: plan.id })
  return page(visit, {
    title: t.title,
    feeds,
    section: 'ideas',
    path: pathBelowPlan(plan, language),
    search: queryOfIdeas(asked, asked.after),
    children: (
      <>
        <div class="head hang">
          <div>
            <p class="eyebrow">{t.asOf(bare(named(plan.shortTitle, language)), longDate(language, today))}</p>
            <h1>{t.title}</h1>
          </div>
        </div>
        {facts.coverage.ideas ? (
          <Section id="par" label={t.doWeAnswer}>
            <Coverage coverage={facts.coverage} planId={plan.id} language={language} />
          </Section>
        ) : null}
        <Section id="saraksts" label={facts.coverage.ideas ? t.ideas(facts.coverage.ideas) : t.title}>
          {facts.coverage.ideas ? <List visit={visit} here={here} asked={asked} facts={facts} /> : <p>{t.none}</p>}
          <p class="note gap">
            {t.data} <a href={address(language, 'ideasCsv', { plan: plan.id })}>CSV</a>,{' '}
            <a href={address(language, 'ideasJson', { plan: plan.id })}>JSON</a>.{' '}
            {facts.unseen ? (
              <>
                {t.unseen(facts.unseen)}{' '}
                <a href={`${address(language, 'moderationLog')}?${new URLSearchParams({ plan: plan.id })}`}>{t.reasons}</a>.
              </>
            ) : (
              t.noUnseen
            )}{' '}
            <a href={address(language, 'moderationRules')}>{t.rules}</a>
          </p>
        </Section>
        <Follow what={scopeKey.ideas(plan.id)} links={feeds} language={language} />
      </>
    ),
  })
}

type Facts = Awaited<ReturnType<typeof readFacts>>

/** Some ten queries, each by an index or a counter. */
async function readFacts({ house, today, language, frame }: AnyVisit, plan: Plan, asked: AskedIdeas) {
  const { db } = house
  const sought = asked.words ? await soughtIn(db, asked.words, frame.recordEntries) : null
  // Words that are no words, such as signs alone, narrow nothing.
  const list = await listIdeas(db, { ...asked.filter, stems: sought?.stems ?? [] }, asked.after)
  const { themes, answerers } = await choicesOf(db, plan.id)
  const answers = await latestAnswers(
    db,
    list.ideas.map(({ id }) => id),
    today,
  )
  const given = [...answers.values()]
  const organisations = await readOrganisations(db, [...answerers, ...given.map(({ institutionId }) => institutionId)])
  return {
    list,
    mended: sought?.mended ?? [],
    targets: await ideasById(
      db,
      list.ideas.flatMap(({ mergedIntoId }) => mergedIntoId ?? []),
    ),
    answers,
    places: await placesOf(
      db,
      given.flatMap(({ commitmentId }) => commitmentId ?? []),
    ),
    organisations,
    coverage: await coverageOf(db, plan.id, today),
    unseen: await countUnseen(db, plan.id),
    themes,
    answerers: answerers.map((id) => ({ id, name: named(organisations.namesOn(today).get(id), language, id) })),
  }
}

/** The sought words’ stems, one typing error mended by the words of all public texts. */
async function soughtIn(db: AnyVisit['house']['db'], words: string, recordEntries: number) {
  await keepUp(db, recordEntries)
  return readSought(db, words)
}

function List({ visit, here, asked, facts }: { visit: AnyVisit; here: string; asked: AskedIdeas; facts: Facts }) {
  const { language, today } = visit
  const t = ideaListTexts[language]
  const { list } = facts
  const whole = { ...asked, words: '', filter: { ...asked.filter, state: null, kind: null, topic: null, themeId: null, answererId: null } }
  return (
    <>
      <IdeaFilterForm
        here={here}
        asked={asked}
        inState={facts.coverage.byState}
        themes={facts.themes}
        answerers={facts.answerers}
        language={language}
      />
      {asked.ignored ? <p class="filter-line">{t.ignored}</p> : null}
      {facts.mended.map(({ word }) => (
        <p class="filter-line" key={word}>
          {t.mended(word)}
        </p>
      ))}
      {isNarrowedBy(asked) ? (
        <p class="filter-line" role="status">
          {list.total ? `${list.more ? t.moreIdeas(list.total) : t.ideas(list.total)}. ` : `${t.noneMatch} `}
          <a href={`${here}${queryOfIdeas(whole)}`}>{t.showAll}</a>
        </p>
      ) : null}
      <IdeaSorting here={here} asked={asked} language={language} />
      {list.ideas.length ? (
        <IdeaRows planId={asked.filter.planId} ideas={list.ideas} facts={facts} today={today} language={language} />
      ) : isNarrowedBy(asked) ? null : (
        <p>{t.noneMatch}</p>
      )}
      {list.next || asked.after ? (
        <nav class="ds-pagination gap" aria-label={t.title}>
          <ul>
            {asked.after ? (
              <li>
                <a href={`${here}${queryOfIdeas(asked)}`}>{t.first}</a>
              </li>
            ) : null}
            {list.next ? (
              <li>
                <a rel="next" href={`${here}${queryOfIdeas(asked, list.next)}`}>
                  {t.next}
                </a>
              </li>
            ) : null}
          </ul>
        </nav>
      ) : null}
    </>
  )
}
