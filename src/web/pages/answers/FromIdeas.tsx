import { answerWords, countBehind, type IdeaBehind, ideasBehind, mergedIntoEach } from '../../../cycle/ideas/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import { groupBy } from '../../../platform/groupBy.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { address } from '../../addresses.ts'
import { DateTime } from '../../components/DateTime.tsx'
import { Local } from '../../components/Local.tsx'
import { LocalParagraphs } from '../../components/LocalParagraphs.tsx'
import { Pages } from '../../components/Pages.tsx'
import { Section } from '../../components/Section.tsx'
import { Status } from '../../components/Status.tsx'
import { type Organisations, readOrganisations } from '../organisationNames.ts'
import { Organisation } from '../parts.tsx'
import { answersTexts } from './texts.ts'

/** The ideas behind a commitment: one page of them, how many there are, and what was merged into each. */
export type BehindFacts = {
  total: number
  behind: IdeaBehind[]
  more: boolean
  merged: ReadonlyMap<number, number[]>
  organisations: Organisations
}

/** Reads a page of the ideas behind a commitment. Four queries. */
export async function readBehind(db: Database, commitmentId: number, today: Day, page: number): Promise<BehindFacts> {
  const { behind, more } = await ideasBehind(db, commitmentId, today, page)
  const merged = await mergedIntoEach(
    db,
    behind.map(({ idea }) => idea.id),
  )
  const byTarget = groupBy(merged, ({ intoId }) => intoId ?? 0)
  return {
    total: behind.length ? await countBehind(db, commitmentId, today) : 0,
    behind,
    more,
    merged: new Map([...byTarget].map(([id, some]) => [id, some.map(({ number }) => number)])),
    organisations: await readOrganisations(
      db,
      behind.map(({ answer }) => answer.institutionId),
    ),
  }
}

/** From a commitment back to all ideas behind it, each with the reasons for which it was accepted. Nothing where there are none. */
export function FromIdeas({
  facts,
  page,
  href,
  language,
}: {
  facts: BehindFacts
  page: number
  href: (page: number) => string
  language: Language
}) {
  const t = answersTexts[language]
  if (!facts.behind.length) return null
  return (
    <Section id="no-idejam" label={t.fromIdeas}>
      <p>{t.fromIdeasLead(facts.total)}</p>
      <ol class="rows ideas">
        {facts.behind.map(({ idea, answer }) => {
          const merged = facts.merged.get(idea.id) ?? []
          return (
            <li key={idea.id}>
              <div class="when">
                <b>{t.numbered(idea.number)}</b>
                <span>
                  <DateTime date={idea.sentOn} language={language} />
                </span>
              </div>
              <div>
                <h3>
                  <a href={address(language, 'idea', { plan: idea.planId, idea: idea.number })}>
                    <Local content={idea.title} language={language} quiet />
                  </a>
                </h3>
                <p>
                  <Status {...answerWords(language, answer.state)} />
                </p>
                <div class="answer">
                  <p class="meta">
                    <Organisation
                      id={answer.institutionId}
                      on={answer.answeredOn}
                      organisations={facts.organisations}
                      language={language}
                    />
                    , <DateTime date={answer.answeredOn} language={language} />
                  </p>
                  <LocalParagraphs content={answer.reasons} language={language} />
                  {answer.sentence ? (
                    <p>
                      <Local content={answer.sentence} language={language} />
                    </p>
                  ) : null}
                </div>
                {merged.length ? <p class="meta">{t.withMerged(merged.map(t.numbered).join(', '))}</p> : null}
              </div>
            </li>
          )
        })}
      </ol>
      <Pages language={language} number={page} pages={facts.more ? 'more' : 'no more'} href={href} />
    </Section>
  )
}
