import { plansById } from '../../cycle/plan/index.ts'
import { organisationNamesAt } from '../../people/index.ts'
import type { Language, LocalText } from '../../platform/languages/languages.ts'
import { notFound } from '../../platform/refusal.ts'
import {
  type FoundOfKind,
  findTexts,
  foundWords,
  keepUp,
  MOST_WORDS,
  ON_A_PAGE,
  placesInFiles,
  readSought,
  type Sought,
} from '../../search/index.ts'
import { address } from '../addresses.ts'
import { Pages } from '../components/Pages.tsx'
import { Section } from '../components/Section.tsx'
import { bare, langOf, named } from '../named.ts'
import { page } from '../render.tsx'
import type { Handler, Visit } from '../visit.ts'
import type { Names } from './leadsLine.ts'
import { type Asked, readAsked, searchQuery } from './search/asked.ts'
import { kindNames } from './search/kinds.ts'
import { Result } from './search/Result.tsx'
import { SearchForm } from './search/SearchForm.tsx'
import { readSurroundings, type Surroundings } from './search/surroundings.ts'
import { searchTexts } from './search/texts.ts'

/** Looks for words in all that is public on the plan's day. */
export const searchPage: Handler<'search'> = async (visit) => {
  const { language, query } = visit
  const t = searchTexts[language]
  const surroundings = await readSurroundings(visit)
  const asked = readAsked(query, surroundings)
  const answer = asked.typed ? await search(visit, asked, surroundings) : null
  if (answer && !answer.found.length && asked.page > 1) throw notFound()
  return page(visit, {
    title: asked.typed ? t.titleOf(short(asked.typed)) : t.title,
    search: searchQuery(asked),
    children: (
      <>
        <div class="head">
          <h1>{t.title}</h1>
          <p class="lead">{t.lead}</p>
        </div>
        <SearchForm {...{ asked, surroundings, language }} typedInstitution={query.get('institution') ?? ''} />
        <WhoIsMeant {...{ asked, surroundings, language }} />
        {answer ? <InShort {...{ asked, answer, language }} /> : null}
        {asked.ignored ? <p class="note">{t.ignored}</p> : null}
        {asked.crossed ? <p class="note">{t.datesCrossed}</p> : null}
        {answer?.behind ? <p class="note">{t.behind}</p> : null}
        {answer?.sought ? <Results {...{ visit, asked, answer }} stems={new Set(answer.sought.stems.flat())} /> : null}
      </>
    ),
  })
}

/** What was understood of what someone typed (null: no word), what was found, and whether the latest changes are not in it yet. */
type Answer = {
  sought: Sought | null
  found: readonly FoundOfKind[]
  inFiles: ReadonlyMap<string, string>
  /** The plans, institutions and organisations that what was found belongs to, as they are called today. */
  plans: ReadonlyMap<string, LocalText>
  organisations: Names
  behind: boolean
}

const nothing = { found: [], inFiles: new Map(), plans: new Map(), organisations: new Map() }

async function search(
  { house: { db }, frame, today }: Visit<'search'>,
  asked: Asked,
  { party: { chosen } }: Surroundings,
): Promise<Answer> {
  const behind = !(await keepUp(db, frame.recordEntries))
  const sought = await readSought(db, asked.typed)
  if (!sought) return { sought, ...nothing, behind }
  const { kind, from, to } = asked
  const found = await findTexts(db, sought, {
    ...{ today, kind, from, to, planId: asked.plan, page: asked.page },
    takesPart: chosen && { organisationId: chosen.id, commitmentIds: chosen.commitmentIds },
  })
  const things = found.flatMap((ofKind) => ofKind.found)
  const plans = await plansById(db, [...new Set(things.flatMap(({ planId }) => planId ?? []))], today)
  return {
    sought,
    found,
    inFiles: await placesInFiles(db, things, new Set(sought.stems.flat())),
    plans: new Map(plans.map((plan) => [plan.id, plan.shortTitle])),
    organisations: await organisationNamesAt(db, [...new Set(things.flatMap(({ organisationId }) => organisationId ?? []))], today),
    behind,
  }
}

/** What someone typed, short enough for a sentence. */
const short = (typed: string): string => (typed.length > 80 ? `${[...typed].slice(0, 80).join('')}…` : typed)

/** A number that there are more of: a round one. */
const roundedDown = (count: number): number => (count < 100 ? count : Math.floor(count / 100) * 100)

/** How much was found, in a sentence, and what was understood otherwise than it was typed. */
function InShort({ asked, answer: { sought, found }, language }: { asked: Asked; answer: Answer; language: Language }) {
  const t = searchTexts[language]
  if (!sought)
    return (
      <p class="prose answer" role="status">
        {t.noWords}
      </p>
    )
  const count = found.reduce((sum, ofKind) => sum + ofKind.count, 0)
  const more = found.some((ofKind) => ofKind.more)
  const things = found.flatMap((ofKind) => ofKind.found)
  return (
    <div class="prose answer" role="status">
      <p>
        {more
          ? t.foundMore(roundedDown(count), short(asked.typed))
          : count
            ? t.found(count, short(asked.typed))
            : t.nothing(short(asked.typed))}
      </p>
      {count ? null : <p>{t.advice}</p>}
      {count
        ? sought.mended.map(({ word, stems }) => (
            <p key={word}>{t.mended(word, foundWords(things, new Set(stems)).slice(0, 3).join(', '))}</p>
          ))
        : null}
      {sought.cut ? <p>{t.cut(MOST_WORDS)}</p> : null}
    </div>
  )
}

type ResultsProps = {
  visit: Visit
  asked: Asked
  answer: Answer
  stems: ReadonlySet<string>
}

function Results({ visit: { language }, asked, answer, stems }: ResultsProps) {
  return (
    <>
      {answer.found.map((ofKind) => (
        <Section key={ofKind.kind} id={ofKind.kind} label={kindNames[language][ofKind.kind]}>
          {ofKind.more ? <p class="note">{searchTexts[language].newestFirst(roundedDown(ofKind.count))}</p> : null}
          <ul class="rows found">
            {ofKind.found.map((one) => (
              <Result
                key={one.object}
                found={one}
                stems={stems}
                planTitle={one.planId && one.kind !== 'plan' ? named(answer.plans.get(one.planId), language, one.planId) : null}
                organisation={answer.organisations.get(one.organisationId ?? '') ?? null}
                inFile={answer.inFiles.get(one.object) ?? null}
                language={language}
              />
            ))}
          </ul>
          <WayOn asked={asked} ofKind={ofKind} language={language} />
        </Section>
      ))}
    </>
  )
}

/** Where several fit the name that was typed: which of them is meant. */
function WhoIsMeant({ asked, surroundings: { party }, language }: { asked: Asked; surroundings: Surroundings; language: Language }) {
  if (!party.several.length) return null
  return (
    <div class="prose">
      <p>{searchTexts[language].whichInstitution}</p>
      <ul>
        {party.several.map(({ id, name }) => (
          <li key={id}>
            <a href={address(language, 'search') + searchQuery({ ...asked, institution: id, page: 1 })} {...langOf(name)}>
              {bare(name)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The way to the rest: to the kind's own pages, and through them. */
function WayOn({ asked, ofKind: { kind, count, more, found }, language }: { asked: Asked; ofKind: FoundOfKind; language: Language }) {
  const t = searchTexts[language]
  const href = (number: number): string => address(language, 'search') + searchQuery({ ...asked, kind, page: number })
  if (asked.kind) return <Pages language={language} number={asked.page} pages={Math.ceil(count / ON_A_PAGE)} href={href} />
  if (count <= found.length) return null
  return (
    <p class="gap">
      <a href={href(1)}>
        {kindNames[language][kind]}: {more ? t.allMore(roundedDown(count)) : t.all(count)}
      </a>
    </p>
  )
}
