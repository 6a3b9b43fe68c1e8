import { commitmentsOf, listPlans, type Plan } from '../../cycle/plan/index.ts'
import { groupBy } from '../../platform/groupBy.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { publicTextKinds } from '../../platform/publicText.ts'
import { notFound } from '../../platform/refusal.ts'
import { type Found, findTexts, foundWords, keepUp, MOST_WORDS, ON_A_PAGE, readSought, type Sought } from '../../search/index.ts'
import { address } from '../addresses.ts'
import { Pages } from '../components/Pages.tsx'
import { named } from '../named.ts'
import { page } from '../render.tsx'
import type { Handler, Visit } from '../visit.ts'
import { type Organisations, readOrganisations } from './organisationNames.ts'
import { Section } from './parts.tsx'
import { type Asked, readAsked, searchQuery } from './search/asked.ts'
import { Result } from './search/Result.tsx'
import { SearchForm } from './search/SearchForm.tsx'
import { kindNames, searchTexts } from './search/texts.ts'

/** Looks for words in all that is public on the plan's day. */
export const searchPage: Handler<'search'> = async (visit) => {
  const { language, today, query } = visit
  const t = searchTexts[language]
  const { plans, parties, organisations } = await readSurroundings(visit)
  const institutionIds = new Set(parties.keys())
  const asked = readAsked(query, plans, institutionIds)
  const sought = asked.typed ? await readSought(await freshTexts(visit), asked.typed) : null
  const found = sought
    ? await findTexts(visit.house.db, sought, {
        today,
        planId: asked.plan,
        kind: asked.kind,
        page: asked.page,
        organisationIds: [...institutionIds],
        takesPart: asked.institution ? { organisationId: asked.institution, commitmentIds: parties.get(asked.institution) ?? [] } : null,
      })
    : []
  if (!found.length && asked.page > 1) throw notFound()
  return page(visit, {
    title: asked.typed ? t.titleOf(short(asked.typed)) : t.title,
    search: searchQuery(asked),
    children: (
      <>
        <div class="head">
          <h1>{t.title}</h1>
          <p class="lead">{t.lead}</p>
        </div>
        <SearchForm {...{ asked, plans, institutionIds, organisations, today, language }} />
        {asked.typed ? <Answer {...{ asked, sought, found, language }} /> : null}
        {asked.ignored ? <p class="note">{t.ignored}</p> : null}
        {sought ? <Results {...{ visit, asked, sought, found, plans, organisations }} /> : null}
      </>
    ),
  })
}

/** The plans, and the institutions and organisations known to take part in them, each with its commitments. Five queries. */
async function readSurroundings({ house: { db }, today }: Visit<'search'>) {
  const plans = await listPlans(db, today)
  const commitments = await commitmentsOf(
    db,
    plans.map((plan) => plan.id),
    today,
  )
  const parties = new Map<string, number[]>()
  for (const { organisationId, commitmentId } of commitments.flatMap((one) => one.parties))
    parties.set(organisationId, [...(parties.get(organisationId) ?? []), commitmentId])
  return { plans, parties, organisations: await readOrganisations(db, [...parties.keys()]) }
}

async function freshTexts({ house: { db }, frame }: Visit<'search'>) {
  await keepUp(db, frame.recordEntries)
  return db
}

/** What someone typed, short enough for a sentence. */
const short = (typed: string): string => (typed.length > 80 ? `${[...typed].slice(0, 80).join('')}…` : typed)

type AnswerProps = { asked: Asked; sought: Sought | null; found: readonly Found[]; language: Language }

/** How much was found, in a sentence, and what was understood otherwise than it was typed. */
function Answer({ asked, sought, found, language }: AnswerProps) {
  const t = searchTexts[language]
  if (!sought)
    return (
      <p class="prose answer" role="status">
        {t.noWords}
      </p>
    )
  const count = [...new Map(found.map((one) => [one.kind, one.ofKind])).values()].reduce((sum, one) => sum + one, 0)
  return (
    <div class="prose answer" role="status">
      <p>{count ? t.found(count, short(asked.typed)) : t.nothing(short(asked.typed))}</p>
      {count ? null : <p>{t.advice}</p>}
      {count
        ? sought.mended.map(({ word, stems }) => (
            <p key={word}>{t.mended(word, foundWords(found, new Set(stems)).slice(0, 3).join(', '))}</p>
          ))
        : null}
      {sought.cut ? <p>{t.cut(MOST_WORDS)}</p> : null}
    </div>
  )
}

type ResultsProps = {
  visit: Visit<'search'>
  asked: Asked
  sought: Sought
  found: readonly Found[]
  plans: readonly Plan[]
  organisations: Organisations
}

function Results({ visit, asked, sought, found, plans, organisations }: ResultsProps) {
  const { language, today } = visit
  const t = searchTexts[language]
  const stems = new Set(sought.stems.flat())
  const names = organisations.namesOn(today)
  const planTitles = new Map(plans.map((plan) => [plan.id, named(plan.shortTitle, language)]))
  const byKind = groupBy(found, (one) => one.kind)
  return (
    <>
      {publicTextKinds.flatMap((kind) => {
        const ofKind = byKind.get(kind)
        const [first] = ofKind ?? []
        if (!ofKind || !first) return []
        return (
          <Section key={kind} id={kind} label={kindNames[language][kind]}>
            <ul class="rows found">
              {ofKind.map((one) => (
                <Result
                  key={one.object}
                  found={one}
                  stems={stems}
                  planTitle={one.planId && one.kind !== 'plan' ? (planTitles.get(one.planId) ?? null) : null}
                  organisation={names.get(one.organisationId ?? '') ?? null}
                  language={language}
                />
              ))}
            </ul>
            {asked.kind ? (
              <Pages
                language={language}
                number={asked.page}
                pages={Math.ceil(first.ofKind / ON_A_PAGE)}
                href={(number) => address(language, 'search') + searchQuery({ ...asked, page: number })}
              />
            ) : first.ofKind > ofKind.length ? (
              <p class="gap">
                <a href={address(language, 'search') + searchQuery({ ...asked, kind })}>
                  {kindNames[language][kind]}: {t.all(first.ofKind)}
                </a>
              </p>
            ) : null}
          </Section>
        )
      })}
    </>
  )
}
