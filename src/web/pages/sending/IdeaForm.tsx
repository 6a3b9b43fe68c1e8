import {
  askedFields,
  type ContributionKind,
  FOR_ORGANISATION,
  limits,
  MOST_FILES,
  mayStayEmpty,
  participantNames,
  questions,
  TRAP,
} from '../../../cycle/ideas/index.ts'
import { SimilarPlace } from '../../../cycle/ideas/pages/SimilarPlace.tsx'
import { challengeNames, grandChallenges, ogpValues, valueNames } from '../../../cycle/plan/index.ts'
import { participantSectors } from '../../../people/index.ts'
import type { SentFiles } from '../../../platform/http/sentFiles.ts'
import { plainText } from '../../../platform/languages/languages.ts'
import { address } from '../../addresses.ts'
import { DraftButtons } from '../../components/DraftActs.tsx'
import { FileField } from '../../components/FileField.tsx'
import { Checkboxes, ErrorSummary, type FormState, Radios, Select, TextArea, TextField } from '../../components/form.tsx'
import type { AnyVisit } from '../../visit.ts'
import { type SendingFacts, valuesOf } from './facts.ts'
import { sendingTexts } from './texts.ts'

type Props = { visit: AnyVisit; facts: SendingFacts; form: FormState; kept: SentFiles; hasDraft: boolean }

/** Everything that is asked of who sends something: short questions, each with an example. */
export function IdeaForm({ visit, facts, form, kept, hasDraft }: Props) {
  const { language, house } = visit
  const t = sendingTexts[language]
  const action = address(language, 'ideaNew', valuesOf(facts))
  return (
    <>
      <ErrorSummary form={form} />
      <form
        method="post"
        action={action}
        encType="multipart/form-data"
        noValidate
        data-keep-draft={t.keeping}
        data-draft-not-kept={t.notKept}
      >
        <Questions form={form} kind={facts.kind} />
        <SimilarPlace planId={facts.plan.id} fields={{ title: 'title', problem: 'problem', proposal: 'proposal' }} visit={visit} />
        <div class="group">
          <h2 class="title2">{t.about}</h2>
          <TextField form={form} name="place" label={t.place} hint={t.placeHint} maxLength={limits.place} optional />
          <Checkboxes
            form={form}
            name="values"
            label={t.values}
            choices={ogpValues.map((value) => ({ value, label: valueNames[language][value] }))}
            optional
          />
          <Checkboxes
            form={form}
            name="challenges"
            label={t.challenges}
            choices={grandChallenges.map((value) => ({ value, label: challengeNames[language][value] }))}
            optional
          />
          <FileField
            form={form}
            name="files"
            label={t.files}
            hint={t.filesHint}
            kept={kept}
            fileLimitBytes={house.configuration.fileLimitBytes}
            most={MOST_FILES}
            optional
          />
        </div>
        <div class="group">
          <h2 class="title2">{t.who}</h2>
          <Sender visit={visit} facts={facts} form={form} />
        </div>
        <Trap form={form} label={t.trap} />
        <DraftButtons texts={t} />
        <p class="note" role="status" data-draft-state></p>
      </form>
      {hasDraft ? (
        <form method="post" action={action} class="gap">
          <p class="note">{t.discardNote}</p>
          <button type="submit" class="ds-button" data-variant="secondary" name="action" value="discard">
            {t.discard}
          </button>
        </form>
      ) : null}
    </>
  )
}

function Questions({ form, kind }: { form: FormState; kind: ContributionKind }) {
  const q = questions[form.language][kind]
  return (
    <>
      {askedFields[kind].map((field) => {
        const optional = (mayStayEmpty[kind] as readonly string[]).includes(field)
        const props = { form, name: field, label: q[field].label, hint: q[field].hint, ...(optional ? { optional: true } : {}) }
        return field === 'title' || field === 'doer' ? (
          <TextField key={field} {...props} />
        ) : (
          <TextArea key={field} {...props} rows={5} limit={limits.text} />
        )
      })}
    </>
  )
}

function Sender({ visit, facts, form }: { visit: AnyVisit; facts: SendingFacts; form: FormState }) {
  const { language, actor } = visit
  const t = sendingTexts[language]
  const isVisitor = actor.personId === null
  return (
    <>
      {isVisitor ? (
        <>
          <TextField form={form} name="name" label={t.name} autocomplete="name" maxLength={limits.name} />
          <TextField form={form} name="email" label={t.email} hint={t.emailHint} type="email" autocomplete="email" />
        </>
      ) : null}
      <Radios
        form={form}
        name="as"
        label={t.as}
        {...(facts.own.length ? {} : { hint: t.noOrganisation })}
        choices={[
          { value: 'person', label: t.asPerson, hint: actor.name === null ? t.asPersonVisitor : t.asPersonHint(actor.name) },
          ...facts.own.map(({ id, name }) => ({
            value: `${FOR_ORGANISATION}${id}`,
            label: t.asOrganisation(plainText(name, language) || id),
          })),
          { value: 'display-name', label: t.asDisplay, hint: t.asDisplayHint },
        ]}
      />
      <TextField form={form} name="displayName" label={t.displayName} hint={t.displayNameHint} maxLength={limits.name} optional />
      <Select
        form={form}
        name="sector"
        label={t.sector}
        choices={[...participantSectors].reverse().map((value) => ({ value, label: participantNames[language][value] }))}
      />
    </>
  )
}

/** A field that no person sees; whoever has something in it gets to see it. */
function Trap({ form, label }: { form: FormState; label: string }) {
  if (form.fields.trimmed(TRAP)) return <TextField form={form} name={TRAP} label={label} autocomplete="off" />
  return (
    <div class="trap" aria-hidden="true">
      <label for={TRAP}>{label}</label>
      <input id={TRAP} name={TRAP} type="text" tabIndex={-1} autoComplete="off" />
    </div>
  )
}
