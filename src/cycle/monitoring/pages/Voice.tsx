import type { Day, PartialDate } from '../../../platform/dates/partialDate.ts'
import { type Language, type LocalText, plainText } from '../../../platform/languages/languages.ts'
import { DateTime } from '../../../web/components/DateTime.tsx'
import { MadeUp } from '../../../web/components/MadeUp.tsx'
import { OrganisationLink } from '../../../web/components/OrganisationLink.tsx'
import { Written } from '../../../web/components/Written.tsx'
import type { PublishedAssessment } from '../queries.ts'
import { endedBy, ReportedStatus } from '../statusWords.tsx'
import { VerdictStatus } from '../verdictWords.tsx'
import { voiceTexts } from './voiceTexts.ts'

/** What an assessment says, by whom and when: published, or a draft as it is going to be. */
export type Assessed = Pick<
  PublishedAssessment,
  | 'organisationId'
  | 'voice'
  | 'state'
  | 'verdict'
  | 'text'
  | 'lessons'
  | 'language'
  | 'signers'
  | 'milestones'
  | 'publishedOn'
  | 'demonstration'
>

/** Institutions and organisations by the names that were valid on a day. */
export type Called = { namesOn: (day: Day) => ReadonlyMap<string, LocalText>; isInstitution: (id: string) => boolean }

type Props = {
  assessment: Assessed
  organisations: Called
  /** The day whose state it tells. */
  referenceDay: Day | null
  /** The commitment's end, before which “limited” still means in progress. */
  commitmentEnd: PartialDate | null
  milestones: readonly { id: number; number: number }[]
  /** Where its earlier versions can be read; null when there are none. */
  earlier?: string | null
  language: Language
}

/**
 * One voice: an institution's or a partner's assessment in its own words, with its day, its own verdict,
 * who else signed it and what it says of each milestone.
 */
export function Voice({ assessment, organisations, referenceDay, commitmentEnd, milestones, earlier = null, language }: Props) {
  const t = voiceTexts[language]
  const { organisationId, voice, state, verdict, publishedOn, signers, demonstration, language: written } = assessment
  const names = organisations.namesOn(publishedOn)
  const numbers = new Map(milestones.map(({ id, number }) => [id, number]))
  const judged = assessment.milestones
    .map((one) => ({ ...one, number: numbers.get(one.milestoneId) ?? 0 }))
    .sort((a, b) => a.number - b.number)
  return (
    <div class="said">
      <p class="meta">
        <OrganisationLink
          id={organisationId}
          name={names.get(organisationId)}
          institution={organisations.isInstitution(organisationId)}
          language={language}
        />
        , {voice === 'self' ? t.selfAssessment : signers.length ? t.jointAssessment : t.partnersAssessment}, {t.handedIn}{' '}
        <DateTime date={publishedOn} language={language} />
        {referenceDay ? (
          <>
            , {t.stateOnDay} <DateTime date={referenceDay} language={language} />
          </>
        ) : null}
        <MadeUp when={demonstration} language={language} />
        {signers.length ? (
          <>
            <br />
            {t.signedBy(signers.map((id) => plainText(names.get(id), language) || id).join(', '))}
          </>
        ) : null}
      </p>
      <blockquote class="prose">
        <Written text={assessment.text} written={written} language={language} />
      </blockquote>
      <p>
        {t.verdict}{' '}
        {state ? <ReportedStatus state={state} ended={endedBy(commitmentEnd, publishedOn)} gender="f" language={language} /> : null}
        {verdict ? <VerdictStatus verdict={verdict} language={language} /> : null}
      </p>
      {judged.length ? (
        <dl class="facts verdicts">
          {judged.map((one) => (
            <div key={one.milestoneId}>
              <dt>{t.milestone(one.number)}</dt>
              <dd>
                <VerdictStatus verdict={one.verdict} language={language} />
                {one.reason ? <Written text={one.reason} written={written} language={language} quiet /> : null}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {assessment.lessons ? (
        <div class="lesson">
          <p>
            <strong>{t.lessons}</strong>
          </p>
          <Written text={assessment.lessons} written={written} language={language} quiet />
        </div>
      ) : null}
      {earlier ? (
        <p class="meta">
          <a href={earlier}>{t.earlierVersions}</a>
        </p>
      ) : null}
    </div>
  )
}
