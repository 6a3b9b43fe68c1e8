import { type Answer, AnswerStatus, answerersOf, answerWords, ideasPolicy } from '../../../cycle/ideas/index.ts'
import { shortDate } from '../../../platform/languages/dates.ts'
import { inLanguage, type Language } from '../../../platform/languages/languages.ts'
import { formatNumber } from '../../../platform/languages/numbers.ts'
import { address } from '../../addresses.ts'
import { DateTime } from '../../components/DateTime.tsx'
import { Local } from '../../components/Local.tsx'
import { LocalParagraphs } from '../../components/LocalParagraphs.tsx'
import { Section } from '../../components/Section.tsx'
import { Status } from '../../components/Status.tsx'
import type { AnyVisit } from '../../visit.ts'
import { Organisation } from '../parts.tsx'
import type { AnswerFacts, ShownIdea } from './answerFacts.ts'
import { answersTexts } from './texts.ts'

type Props = { idea: ShownIdea; facts: AnswerFacts; visit: AnyVisit }

/** What was answered to an idea: state, institution, day, reasons, where it went, and earlier versions; or until when an answer is due. */
export function AnswerBlock({ idea, facts, visit }: Props) {
  const { language, today, actor } = visit
  const t = answersTexts[language]
  const [latest, ...earlier] = facts.versions
  const mayAnswer = idea.mergedIntoId === null && ideasPolicy.answerIdeas(actor, answerersOf(idea))
  return (
    <Section id="atbilde" label={t.answer}>
      {visit.query.get('done') === 'answered' ? (
        <p class="told" role="status">
          {t.published}
        </p>
      ) : null}
      {facts.merge ? (
        <p>
          <a href={address(language, 'idea', { plan: idea.planId, idea: facts.merge.into.number })}>
            {t.ofTarget(facts.merge.into.number)}
          </a>
        </p>
      ) : null}
      {latest ? (
        <OneAnswer answer={latest} facts={facts} language={language} />
      ) : (
        <>
          {facts.merge ? (
            <p>{t.noAnswer}</p>
          ) : (
            <p>
              <AnswerStatus state="waiting" due={idea.answerDue} today={today} language={language} />
            </p>
          )}
          <p class="meta">{t.answers(idea.answererId ? facts.organisations.nameOn(today, idea.answererId, language) : t.secretariat)}</p>
        </>
      )}
      {earlier.length ? (
        <details class="ds-details">
          <summary>{t.earlier(earlier.length)}</summary>
          {earlier.map((one) => (
            <OneAnswer key={one.id} answer={one} facts={facts} language={language} />
          ))}
        </details>
      ) : null}
      {mayAnswer ? (
        <p class="acts noprint">
          <a href={address(language, 'ideaAnswer', { plan: idea.planId, idea: idea.number })}>{latest ? t.doCorrect : t.doAnswer}</a>
        </p>
      ) : null}
    </Section>
  )
}

/** One version of an answer; what is only previewed has no entry in the record yet. */
export function OneAnswer({
  answer,
  facts,
  language,
}: {
  answer: Answer
  facts: Pick<AnswerFacts, 'commitments' | 'themes' | 'organisations'>
  language: Language
}) {
  const t = answersTexts[language]
  const place = answer.commitmentId ? facts.commitments.get(answer.commitmentId) : null
  const theme = answer.themeId ? facts.themes.get(answer.themeId) : null
  return (
    <div class="answer">
      <p>
        <Status {...answerWords(language, answer.state)} />
      </p>
      <p class="meta">
        <Organisation id={answer.institutionId} on={answer.answeredOn} organisations={facts.organisations} language={language} />,{' '}
        <DateTime date={answer.answeredOn} language={language} />
      </p>
      <LocalParagraphs content={answer.reasons} language={language} />
      {answer.sentence ? (
        <p>
          {t.forThis} <Local content={answer.sentence} language={language} />
        </p>
      ) : null}
      {place ? (
        <p>
          {t.wentInto}:{' '}
          <a href={address(language, 'commitment', { plan: place.planId, number: place.number })}>
            {t.commitment(place.number)}, <Local content={place.title} language={language} quiet />
          </a>
        </p>
      ) : null}
      {theme ? (
        <p>
          {t.wentInto}: {t.theme.toLowerCase()}{' '}
          <a href={`${address(language, 'themes', { plan: theme.planId })}#tema-${theme.id}`}>
            <Local content={theme.title} language={language} quiet />
          </a>
        </p>
      ) : null}
      {answer.reason && inLanguage(answer.reason, language) ? (
        <p class="note">
          {t.corrected(shortDate(language, answer.answeredOn))} {t.why} <Local content={answer.reason} language={language} />
        </p>
      ) : null}
      {answer.recordSeq ? (
        <p class="meta">
          <a href={address(language, 'recordEntry', { seq: answer.recordSeq })}>
            {t.inRecord} {formatNumber(language, answer.recordSeq)}
          </a>
        </p>
      ) : null}
    </div>
  )
}
