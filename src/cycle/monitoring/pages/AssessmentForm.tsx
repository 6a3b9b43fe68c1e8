import type { Fields } from '../../../platform/http/fields.ts'
import { onDate } from '../../../platform/languages/dates.ts'
import { isLanguage, type Language } from '../../../platform/languages/languages.ts'
import { address } from '../../../web/addresses.ts'
import { type Drawn, stateOf, versionIn } from '../../../web/answerForm.ts'
import { Checkboxes, type Choice, ErrorSummary, type FormState, Radios, TextArea } from '../../../web/components/form.tsx'
import { HiddenFields } from '../../../web/components/HiddenFields.tsx'
import { Name } from '../../../web/components/Name.tsx'
import { type Told, TwoVersions } from '../../../web/components/TwoVersions.tsx'
import { bare, type Named, named } from '../../../web/named.ts'
import type { AnyVisit } from '../../../web/visit.ts'
import type { Milestone } from '../../plan/index.ts'
import { ASSESSMENT_TEXT_LIMIT, REASON_LIMIT, reasonField, verdictField } from '../assessmentInput.ts'
import { endedBy, stateWords } from '../statusWords.tsx'
import { type ReportedState, reportedStates } from '../tables.ts'
import { type AssessmentFacts, assessmentAddress } from './assessmentFacts.ts'
import { assessmentTexts } from './assessmentTexts.ts'
import { InstitutionsVoices, Promised, Reported, ReportedInShort } from './Reported.tsx'
import { SaveOrPreview, toldLanguage, writingTexts } from './SaveOrPreview.tsx'

type Choices = (Choice & { label: string })[]

/** The states of the whole, in words, each with what it means. */
function stateChoices(language: Language, ended: boolean): Choices {
  const t = assessmentTexts[language]
  const hints: Record<ReportedState, string> = {
    'not-started': t.notStartedHint,
    limited: t.limitedHint,
    substantial: t.substantialHint,
    complete: t.completeHint,
    withdrawn: t.withdrawnHint,
  }
  return reportedStates.map((state) => ({ value: state, label: stateWords(language, state, 'f', ended).word, hint: hints[state] }))
}

function verdictChoices(language: Language): Choices {
  const t = assessmentTexts[language]
  return [
    { value: 'agree', label: t.agree },
    { value: 'disagree', label: t.disagree },
    { value: 'cannot-judge', label: t.cannotJudge, hint: t.cannotJudgeHint },
  ]
}

function signerChoices({ subject, nameOf }: AssessmentFacts, language: Language): { value: string; name: Named }[] {
  return subject.mayAlsoSign.map((id) => ({ value: id, name: named(nameOf(id), language, id) }))
}

/** What the fields answer, for comparing two versions. */
function told(facts: AssessmentFacts, fields: Fields, language: Language, ended: boolean): Told[] {
  const t = assessmentTexts[language]
  const { subject } = facts
  const word = (choices: Choices, value: string): string => choices.find((choice) => choice.value === value)?.label ?? ''
  const ofMilestone = ({ number }: Milestone): Told[] => [
    { label: t.verdictOn(number), value: word(verdictChoices(language), fields.get(verdictField(number))) },
    { label: t.reasonOn(number), value: fields.trimmed(reasonField(number)) },
  ]
  const own: Told[] =
    subject.voice === 'self'
      ? [
          { label: t.state, value: word(stateChoices(language, ended), fields.get('state')) },
          { label: t.selfText, value: fields.trimmed('text') },
        ]
      : [
          { label: t.verdict, value: word(verdictChoices(language), fields.get('verdict')) },
          { label: t.partnerText, value: fields.trimmed('text') },
          ...subject.milestones.flatMap(ofMilestone),
        ]
  const signers = signerChoices(facts, language).filter(({ value }) => fields.all('signers').includes(value))
  return [
    ...own,
    { label: t.lessonsQuestion, value: fields.trimmed('lessons') },
    { label: t.signers, value: signers.map(({ name }) => bare(name)).join(', ') },
    toldLanguage(fields, language),
  ]
}

/** The language of what stands in the form's texts, where it is not the page's. */
function writtenIn({ fields, language }: FormState): { lang?: Language } {
  const written = fields.get('language')
  return isLanguage(written) && written !== language ? { lang: written } : {}
}

type Props = {
  visit: AnyVisit
  facts: AssessmentFacts
  drawn: Drawn
  /** What the form would show if it were opened now. */
  stored: Fields
}

/**
 * The form of an assessment. It stands as the public page will: on one side what institutions say, on the
 * other the question about it.
 */
export function AssessmentForm({ visit, facts, drawn, stored }: Props) {
  const { language, today } = visit
  const t = assessmentTexts[language]
  const form = stateOf(visit, drawn)
  const { subject } = facts
  const isSelf = subject.voice === 'self'
  const ended = endedBy(subject.commitment.periodEnd, today)
  const signers = signerChoices(facts, language).map(({ value, name }) => ({ value, label: <Name of={name} /> }))
  const compared = (fields: Fields) => told(facts, fields, language, ended)
  return (
    <>
      {drawn.conflict ? (
        <TwoVersions comparison={{ stored: compared(stored), typed: compared(drawn.fields) }} language={language} />
      ) : (
        <ErrorSummary form={form} />
      )}
      <form class="assess" method="post" action={address(language, 'assessmentForm', assessmentAddress(facts.key))} noValidate>
        <HiddenFields form={form} version={versionIn(drawn, facts.stored.assessment?.draftVersion ?? 0)} />
        {isSelf ? <OwnWork facts={facts} form={form} ended={ended} /> : <AsPartner facts={facts} form={form} />}
        <section class="sec" aria-labelledby="macibas">
          <h2 id="macibas">{t.lessons}</h2>
          <TextArea form={form} name="lessons" label={t.lessonsQuestion} limit={REASON_LIMIT} rows={4} optional {...writtenIn(form)} />
        </section>
        {signers.length ? (
          <section class="sec" aria-labelledby="paraksti">
            <h2 id="paraksti">{t.signers}</h2>
            <Checkboxes form={form} name="signers" label={t.signersQuestion} hint={t.signersHint} choices={signers} optional />
          </section>
        ) : null}
        <section class="sec" aria-label={writingTexts[language].preview}>
          <div>
            <SaveOrPreview visit={visit} form={form} draftSavedAt={facts.stored.assessment?.draftSavedAt ?? null} />
          </div>
        </section>
      </form>
    </>
  )
}

type PartProps = { facts: AssessmentFacts; form: FormState }

/** The institution's own question: how far the whole has come, beside what was reported on its milestones. */
function OwnWork({ facts, form, ended }: PartProps & { ended: boolean }) {
  const { language } = form
  const t = assessmentTexts[language]
  return (
    <section class="sec" aria-labelledby="kopuma">
      <h2 id="kopuma">{t.whole}</h2>
      <div class="two">
        <div class="voice">
          <Radios
            form={form}
            name="state"
            label={t.stateQuestion(onDate(language, facts.subject.period.referenceDay))}
            choices={stateChoices(language, ended)}
          />
          <TextArea
            form={form}
            name="text"
            label={t.selfText}
            hint={t.selfTextHint}
            limit={ASSESSMENT_TEXT_LIMIT}
            rows={9}
            {...writtenIn(form)}
          />
        </div>
        <div class="voice">
          <h3>{t.institutionsReports}</h3>
          <ReportedInShort facts={facts} language={language} />
        </div>
      </div>
    </section>
  )
}

/** The partner's questions: on the whole and on each milestone, each beside what it is about. */
function AsPartner({ facts, form }: PartProps) {
  const { language } = form
  const t = assessmentTexts[language]
  const { subject, voices, reports } = facts
  const hasSelf = voices.some(({ voice }) => voice === 'self')
  const silence = reports.size ? t.verdictNoSelf : t.verdictNothing
  return (
    <>
      <section class="sec" aria-labelledby="kopuma">
        <h2 id="kopuma">{t.whole}</h2>
        <div class="two">
          <div class="voice">
            <h3>{t.institution}</h3>
            <InstitutionsVoices facts={facts} language={language} />
          </div>
          <div class="voice">
            <Radios
              form={form}
              name="verdict"
              label={t.verdictQuestion}
              {...(hasSelf ? {} : { hint: silence })}
              choices={verdictChoices(language)}
            />
            <TextArea
              form={form}
              name="text"
              label={t.partnerText}
              hint={t.partnerTextHint}
              limit={ASSESSMENT_TEXT_LIMIT}
              rows={9}
              {...writtenIn(form)}
            />
          </div>
        </div>
        {subject.milestones.length ? null : <p class="note gap">{t.noMilestones}</p>}
      </section>
      {subject.milestones.map((milestone) => (
        <MilestoneVerdict key={milestone.id} facts={facts} form={form} milestone={milestone} />
      ))}
    </>
  )
}

function MilestoneVerdict({ facts, form, milestone }: PartProps & { milestone: Milestone }) {
  const { language } = form
  const t = assessmentTexts[language]
  const { number } = milestone
  const id = `punkts-${number}`
  return (
    <section class="sec" aria-labelledby={id}>
      <h2 id={id}>{t.milestone(number)}</h2>
      <div>
        <Promised milestone={milestone} language={language} />
        <div class="two">
          <div class="voice">
            <h3>{t.institution}</h3>
            <Reported facts={facts} milestone={milestone} language={language} />
          </div>
          <div class="voice">
            <Radios
              form={form}
              name={verdictField(number)}
              label={(facts.reports.has(milestone.id) ? t.milestoneQuestion : t.milestoneQuestionNothing)(number)}
              choices={[...verdictChoices(language), { value: '', label: t.noVerdict }]}
            />
            <TextArea
              form={form}
              name={reasonField(number)}
              label={t.reason(number)}
              hint={t.reasonHint}
              limit={REASON_LIMIT}
              rows={4}
              {...writtenIn(form)}
            />
          </div>
        </div>
      </div>
    </section>
  )
}
