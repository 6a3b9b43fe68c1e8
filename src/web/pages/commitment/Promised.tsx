import {
  type CommitmentCertainty,
  certaintyWords,
  challengeNames,
  type linksOf,
  originalDates,
  type relatedTo,
  valueNames,
} from '../../../cycle/plan/index.ts'
import { lastDay } from '../../../platform/dates/partialDate.ts'
import { dateRange, longDate } from '../../../platform/languages/dates.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { formatEuro } from '../../../platform/languages/numbers.ts'
import { address } from '../../addresses.ts'
import { Local } from '../../components/Local.tsx'
import { FactRow, Section } from '../../components/Section.tsx'
import { webText } from '../../texts.ts'
import { HowSure, OutsideLink, SourceLine } from '../parts.tsx'
import type { CommitmentFacts } from './facts.ts'
import { commitmentTexts } from './texts.ts'

type Props = {
  facts: CommitmentFacts
  links: Awaited<ReturnType<typeof linksOf>>
  related: Awaited<ReturnType<typeof relatedTo>>
  language: Language
}

/** The problem, what is promised, how that is to solve it, and the facts beside it. */
export function Promised({ facts, links, related, language }: Props) {
  const t = commitmentTexts[language]
  const { commitment } = facts
  const { certaintyOf } = commitment
  return (
    <>
      <Section id="problema" label={t.problem}>
        <p class="lead">
          <Local content={commitment.problem} language={language} />
          <HowSure certainty={certaintyOf.description} language={language} />
        </p>
      </Section>
      <Section id="solijums" label={t.promise}>
        <div class="text-facts">
          <div class="prose">
            <p>
              <Local content={commitment.promise} language={language} />
              <HowSure certainty={certaintyOf.description} language={language} />
            </p>
            <h3>{t.solution}</h3>
            {commitment.solution ? (
              <p>
                <Local content={commitment.solution} language={language} />
              </p>
            ) : (
              <p class="unknown">{commitment.sources.length ? t.solutionUnknown : t.solutionNotStated}</p>
            )}
          </div>
          <div>
            <dl class="facts">
              <FactRow name={t.term}>
                <Term facts={facts} language={language} />
                <HowSure certainty={certaintyOf.period} language={language} />
              </FactRow>
              <FactRow name={t.values}>
                <Values facts={facts} language={language} />
              </FactRow>
              <FactRow name={t.challenges}>
                <Topics topics={commitment.challenges} names={challengeNames[language]} language={language} />
              </FactRow>
              <FactRow name={t.sdgs}>
                <List words={commitment.sdgs} language={language} />
              </FactRow>
              <FactRow name={t.money}>
                <Money facts={facts} language={language} />
              </FactRow>
              <FactRow name={t.links}>
                <Links links={links} language={language} />
              </FactRow>
              {related.length ? (
                <FactRow name={t.related}>
                  <ul>
                    {related.map((one) => (
                      <li key={`${one.planId}/${one.number}`}>
                        <a href={address(language, 'commitment', { plan: one.planId, number: one.number })}>
                          {one.number}. <Local content={one.title} language={language} quiet />
                        </a>
                      </li>
                    ))}
                  </ul>
                </FactRow>
              ) : null}
            </dl>
            <Sources facts={facts} language={language} />
          </div>
        </div>
      </Section>
    </>
  )
}

function Term({ facts: { commitment, plan, changes }, language }: { facts: CommitmentFacts; language: Language }) {
  const t = commitmentTexts[language]
  const { periodStart, periodEnd } = commitment
  if (!periodStart && !periodEnd) return <span class="unknown">{webText(language).notKnown}</span>
  const original = originalDates(changes.filter((change) => change.milestoneId === null))
  const outlives = periodEnd && lastDay(periodEnd) > lastDay(plan.periodEnd)
  return (
    <>
      {dateRange(language, periodStart, periodEnd)}
      {'periodStart' in original || 'periodEnd' in original ? (
        <>
          <br />
          <small class="remark">
            {t.originally(
              dateRange(language, dateBefore(original.periodStart, periodStart), dateBefore(original.periodEnd, periodEnd)) || t.noneYet,
            )}
          </small>
        </>
      ) : null}
      {outlives ? (
        <>
          <br />
          <small class="remark">{t.outlives(longDate(language, plan.periodEnd))}</small>
        </>
      ) : null}
    </>
  )
}

/** The date before its first amendment: the present one where it was never amended. */
const dateBefore = <T,>(original: T | undefined, now: T): T => (original === undefined ? now : original)

function Values({ facts: { commitment }, language }: { facts: CommitmentFacts; language: Language }) {
  const { values, certaintyOf } = commitment
  if (!values.length && certaintyOf.values === 'seen') return <span class="unknown">{commitmentTexts[language].noValues}</span>
  return (
    <>
      <Topics topics={values} names={valueNames[language]} language={language} />
      {values.length ? <HowSure certainty={certaintyOf.values} language={language} /> : null}
    </>
  )
}

/** OGP's values or challenges, each leading to all commitments that serve it. */
function Topics<Topic extends string>({
  topics,
  names,
  language,
}: {
  topics: readonly Topic[]
  names: Record<Topic, string>
  language: Language
}) {
  if (!topics.length) return <span class="unknown">{webText(language).notKnown}</span>
  return (
    <span>
      {topics.map((topic, index) => (
        <span key={topic}>
          {index ? ', ' : ''}
          <a href={address(language, 'topic', { topic })}>{names[topic]}</a>
        </span>
      ))}
    </span>
  )
}

function List({ words, language }: { words: readonly string[]; language: Language }) {
  return words.length ? <span>{words.join(', ')}</span> : <span class="unknown">{webText(language).notKnown}</span>
}

function Money({ facts: { commitment }, language }: { facts: CommitmentFacts; language: Language }) {
  const t = commitmentTexts[language]
  const { moneyEuro, moneySource, moneySecured } = commitment
  if (moneyEuro === null && !moneySource && moneySecured === null) return <span class="unknown">{t.moneyNotStated}</span>
  return (
    <>
      {moneyEuro === null ? t.sumNotStated : `${formatEuro(language, Number(moneyEuro))}.`}{' '}
      {moneySource ? (
        <>
          <Local content={moneySource} language={language} />.{' '}
        </>
      ) : null}
      {moneySecured === null ? t.securedNotStated : moneySecured ? t.secured : t.notSecured}
    </>
  )
}

function Links({ links, language }: Pick<Props, 'links' | 'language'>) {
  const told = links.filter((link) => link.kind !== 'page')
  if (!told.length) return <span class="unknown">{webText(language).notKnown}</span>
  return (
    <ul>
      {told.map((link) => (
        <li key={link.id}>
          {link.url ? (
            <OutsideLink href={link.url}>
              <Local content={link.title} language={language} quiet />
            </OutsideLink>
          ) : (
            <Local content={link.title} language={language} />
          )}
        </li>
      ))}
    </ul>
  )
}

/** Where the facts come from and how sure each is, folded. */
function Sources({ facts: { commitment }, language }: { facts: CommitmentFacts; language: Language }) {
  const t = commitmentTexts[language]
  const named: [keyof CommitmentCertainty, string][] = [
    ['officialTitle', t.factOfficialTitle],
    ['description', t.factDescription],
    ['period', t.factPeriod],
    ['values', t.factValues],
    ['lead', t.factLead],
    ['supporting', t.factSupporting],
  ]
  return (
    <details class="ds-details">
      <summary>{t.howSure}</summary>
      <dl class="facts">
        {named.map(([fact, name]) => {
          const certainty = commitment.certaintyOf[fact] ?? commitment.certainty
          return (
            <FactRow key={fact} name={name}>
              {certaintyWords[language][certainty] ?? (commitment.sources.length ? t.seen : t.entered)}
            </FactRow>
          )
        })}
      </dl>
      <SourceLine sources={commitment.sources} language={language} />
    </details>
  )
}
