import type { Fields } from '../../../platform/http/fields.ts'
import { dateRange, onDate } from '../../../platform/languages/dates.ts'
import { isLanguage, type Language } from '../../../platform/languages/languages.ts'
import { address } from '../../../web/addresses.ts'
import { type Drawn, stateOf, versionIn } from '../../../web/answerForm.ts'
import { EnterPresses } from '../../../web/components/DraftActs.tsx'
import { DateField, ErrorSummary, Radios, TextArea, TextField } from '../../../web/components/form.tsx'
import { HiddenFields } from '../../../web/components/HiddenFields.tsx'
import { type Comparison, type Told, TwoVersions, tellDate } from '../../../web/components/TwoVersions.tsx'
import type { AnyVisit } from '../../../web/visit.ts'
import { endedBy, stateWords } from '../statusWords.tsx'
import { reportedStates } from '../tables.ts'
import { UPDATE_TEXT_LIMIT } from '../updateInput.ts'
import { EvidenceFields } from './EvidenceFields.tsx'
import { SaveOrPreview, toldLanguage, writingTexts } from './SaveOrPreview.tsx'
import { addressValues, type UpdateFacts } from './updateFacts.ts'
import { updateFormTexts } from './updateTexts.ts'

/** The states as the form offers them: in words, each with what it means. */
function stateChoices(language: Language, ended: boolean) {
  const t = updateFormTexts[language]
  const hints = {
    'not-started': null,
    limited: t.limitedHint,
    substantial: t.substantialHint,
    complete: t.completeHint,
    withdrawn: t.withdrawnHint,
  }
  return reportedStates.map((state) => {
    const hint = hints[state]
    return { value: state, label: stateWords(language, state, 'm', ended).word, ...(hint ? { hint } : {}) }
  })
}

/** What the fields answer, for comparing two versions. */
function told(fields: Fields, language: Language, ended: boolean): Told[] {
  const t = updateFormTexts[language]
  const state = stateChoices(language, ended).find((choice) => choice.value === fields.trimmed('state'))
  return [
    { label: t.state, value: state?.label ?? '' },
    { label: t.percentage, value: fields.trimmed('percentage') },
    { label: t.started, value: tellDate(fields, 'actualStart', language) },
    { label: t.finished, value: tellDate(fields, 'actualEnd', language) },
    { label: t.whatIsDone, value: fields.trimmed('text') },
    { label: t.delay, value: fields.trimmed('delayReason') },
    { label: t.next, value: fields.trimmed('nextSteps') },
    toldLanguage(fields, language),
  ]
}

type Props = {
  visit: AnyVisit
  facts: UpdateFacts
  drawn: Drawn
  /** What the form would show if it were opened now. */
  stored: Fields
  /** What has just happened to the evidence, in words. */
  notice: string | null
}

/** The form on which an officer reports on a milestone: mistakes or two versions on top, one primary button. */
export function UpdateForm({ visit, facts, drawn, stored, notice }: Props) {
  const { language, today, house } = visit
  const t = updateFormTexts[language]
  const form = stateOf(visit, drawn)
  const { subject } = facts
  const ended = endedBy(subject.plannedEnd, today)
  const chosen = form.fields.get('language')
  const written = isLanguage(chosen) ? chosen : language
  const planned = dateRange(language, subject.milestone.plannedStart, subject.milestone.plannedEnd)
  const comparison: Comparison | null = drawn.conflict
    ? { stored: told(stored, language, ended), typed: told(drawn.fields, language, ended) }
    : null
  return (
    <>
      {comparison ? <TwoVersions comparison={comparison} language={language} /> : <ErrorSummary form={form} />}
      <form method="post" action={address(language, 'updateForm', addressValues(facts))} enctype="multipart/form-data" noValidate>
        <HiddenFields form={form} version={versionIn(drawn, facts.stored.update?.draftVersion ?? 0)} />
        <EnterPresses action="save" text={writingTexts[language].saveDraft} />
        <Radios
          form={form}
          name="state"
          label={t.stateOnDay(onDate(language, subject.period.referenceDay))}
          choices={stateChoices(language, ended)}
        />
        <TextField form={form} name="percentage" label={t.percentage} hint={t.percentageHint} type="number" optional short />
        <DateField form={form} name="actualStart" label={t.started} hint={t.dateHint} optional />
        <DateField form={form} name="actualEnd" label={t.finished} hint={planned ? t.finishedHint(planned) : t.finishedHintUnknown} />
        <TextArea form={form} name="text" label={t.whatIsDone} hint={t.whatIsDoneHint} limit={UPDATE_TEXT_LIMIT} rows={6} lang={written} />
        <EvidenceFields form={form} items={facts.stored.evidence} notice={notice} fileLimitBytes={house.configuration.fileLimitBytes} />
        <TextArea form={form} name="delayReason" label={t.delay} hint={t.delayHint} limit={UPDATE_TEXT_LIMIT} rows={4} lang={written} />
        <TextArea form={form} name="nextSteps" label={t.next} limit={UPDATE_TEXT_LIMIT} rows={4} lang={written} optional />
        <SaveOrPreview visit={visit} form={form} draftSavedAt={facts.stored.update?.draftSavedAt ?? null} />
      </form>
    </>
  )
}
