import type { ComponentChildren } from 'preact'
import { Fields } from '../../../platform/http/fields.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { address } from '../../../web/addresses.ts'
import { type Drawn, stateOf } from '../../../web/answerForm.ts'
import { DateTime } from '../../../web/components/DateTime.tsx'
import { ErrorSummary, type FormState, Radios, Select, TextArea } from '../../../web/components/form.tsx'
import { HiddenFields } from '../../../web/components/HiddenFields.tsx'
import { Status } from '../../../web/components/Status.tsx'
import { Written } from '../../../web/components/Written.tsx'
import type { AnyVisit } from '../../../web/visit.ts'
import { textsAndName, textsOf } from '../moderation/blackOut.ts'
import type { Decision } from '../moderation/moderate.ts'
import type { LogEntry, openReportsOf } from '../moderation/queries.ts'
import { reasonKinds } from '../moderation/tables.ts'
import type { Thing } from '../moderation/things.ts'
import { reasonWords } from '../moderation/words.ts'
import type { Visibility } from '../tables.ts'
import { LogTable } from './LogTable.tsx'
import { thingHref } from './moderationQueue.tsx'
import { moderationTexts } from './moderationTexts.ts'

/** The most characters of an explanation, an answer or an appeal. */
export const EXPLANATION_LIMIT = 2_000

type Props = {
  title: string
  thing: Thing
  history: readonly LogEntry[]
  /** The entry whose appeal is not decided yet. */
  open: LogEntry | null
  mayDecide: boolean
  reports: Awaited<ReturnType<typeof openReportsOf>>
  drawn: Drawn
  visit: AnyVisit
}

/** A thing with everything a moderator decides from. */
export function ThingView({ title, thing, history, open, mayDecide, reports, drawn, visit }: Props) {
  const { language, query } = visit
  const t = moderationTexts[language]
  const form = stateOf(visit, drawn)
  return (
    <>
      <div class="head tight">
        <h1>{title}</h1>
        {query.has('done') && drawn.status === 200 ? (
          <p class="told" role="status">
            {t.done}
          </p>
        ) : null}
      </div>
      {drawn.conflict || drawn.say ? (
        <div class="ds-error-summary" role="alert">
          <p>{drawn.say ? drawn.say(language) : t.conflict}</p>
        </div>
      ) : null}
      <ErrorSummary form={form} />
      <Section id="teksts" title={t.text}>
        <Facts thing={thing} language={language} />
        {[...textsOf(thing)].map(([field, text]) => (
          <div class="prose gap" key={field}>
            <h3>{fieldName(field, language)}</h3>
            <Written text={text} written={languageOf(field, thing)} language={language} quiet />
          </div>
        ))}
      </Section>
      {reports.reports ? (
        <Section id="zinojumi" title={t.reports(reports.reports)}>
          <ul class="rows">
            {reports.kept.map((report) => (
              <li key={report.id}>
                <div class="when">
                  <b>{reasonWords[language][report.reason]}</b>
                </div>
                <div>{report.text ? <Written text={report.text} written={report.language} language={language} quiet /> : null}</div>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {open?.appeal ? (
        <Section id="iebildumi" title={t.appealText}>
          <div class="answer prose">
            <Written text={open.appeal.text} written={open.appeal.language} language={language} quiet />
          </div>
          {mayDecide ? <AppealForm thing={thing} appeal={open.appeal.id} form={form} /> : <p class="gap">{t.notYours}</p>}
        </Section>
      ) : null}
      <Section id="lemums" title={t.decide}>
        <DecisionForm thing={thing} reported={reports.reports > 0} form={form} />
      </Section>
      <Section id="aizkrasot" title={t.blackOut}>
        <BlackOutForm thing={thing} form={form} />
      </Section>
      <Section id="vesture" title={t.history}>
        {history.length ? <LogTable entries={history} language={language} /> : <p>{t.noHistory}</p>}
      </Section>
    </>
  )
}

function Section({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section class="sec" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div>{children}</div>
    </section>
  )
}

const nameOf = (field: string) => {
  const [name = ''] = field.split('.')
  return (['problem', 'proposal', 'subject', 'doer', 'place', 'body', 'author'] as const).find((one) => one === name) ?? 'title_'
}

/** What a field is called, with its language where it has one. */
function fieldName(field: string, language: Language): string {
  const t = moderationTexts[language]
  const [, its] = field.split('.')
  return its ? t.field(t[nameOf(field)], its === 'lv' ? t.inLv : t.inEn) : t[nameOf(field)]
}

function languageOf(field: string, { language }: Thing): Language {
  const [, its] = field.split('.')
  return its === 'lv' || its === 'en' ? its : language
}

function Facts({ thing, language }: { thing: Thing; language: Language }) {
  const t = moderationTexts[language]
  const states: Record<Visibility, ComponentChildren> = {
    waiting: <Status icon="wait" colour="mid" word={t.stateWaiting} />,
    published: <Status icon="done" colour="good" word={t.statePublished} />,
    hidden: <Status icon="stop" colour="" word={t.stateHidden} />,
  }
  const { planId, number } = thing.idea
  const sentOn = thing.comment?.sentOn ?? thing.idea.sentOn
  const name = (thing.comment ?? thing.idea).authorName
  return (
    <dl class="facts">
      <div>
        <dt>{t.state}</dt>
        <dd>
          {states[thing.visibility]}{' '}
          <a
            href={`${address(language, 'idea', { plan: planId, idea: number })}${thing.commentId === null ? '' : `?comment=${thing.comment?.parentId ?? thing.commentId}#c${thing.commentId}`}`}
          >
            {t.open}
          </a>
        </dd>
      </div>
      <div>
        <dt>{t.author}</dt>
        <dd>{name ?? t.noName}</dd>
      </div>
      <div>
        <dt>{t.sent}</dt>
        <dd>
          <DateTime date={sentOn} language={language} />
        </dd>
      </div>
    </dl>
  )
}

function WhyFields({ form, prefix, isOptional }: { form: FormState; prefix: '' | 'blackOut.'; isOptional: boolean }) {
  const t = moderationTexts[form.language]
  return (
    <>
      <Select
        form={form}
        name={`${prefix}reason`}
        label={t.reason}
        empty={t.chooseReason}
        choices={reasonKinds.map((value) => ({ value, label: reasonWords[form.language][value] }))}
        {...(isOptional ? { optional: true, hint: t.noReasonNeeded } : {})}
      />
      <TextArea
        form={form}
        name={`${prefix}explanation`}
        label={t.explanation}
        hint={t.explanationHint}
        rows={4}
        limit={EXPLANATION_LIMIT}
        lang={form.language}
        {...(isOptional ? { optional: true } : {})}
      />
    </>
  )
}

function DecisionForm({ thing, reported, form }: { thing: Thing; reported: boolean; form: FormState }) {
  const t = moderationTexts[form.language]
  const choices: Record<Visibility, readonly Decision['act'][]> = {
    waiting: ['publish', 'hide'],
    published: reported ? ['keep', 'hide'] : ['hide'],
    hidden: ['restore'],
  }
  return (
    <form method="post" action={thingHref(form.language, thing)} noValidate>
      <HiddenFields form={form} version={null} />
      <input type="hidden" name="was" value={thing.visibility} />
      <WhyFields form={form} prefix="" isOptional />
      <div class="acts">
        {choices[thing.visibility].map((choice, index) => (
          <button type="submit" name="do" value={choice} class="ds-button" key={choice} {...(index ? { 'data-variant': 'secondary' } : {})}>
            {t[choice]}
          </button>
        ))}
      </div>
    </form>
  )
}

function BlackOutForm({ thing, form }: { thing: Thing; form: FormState }) {
  const { language } = form
  const t = moderationTexts[language]
  return (
    <form method="post" action={thingHref(language, thing)} noValidate>
      <HiddenFields form={form} version={null} />
      <input type="hidden" name="do" value="black-out" />
      <p class="hint">{t.blackOutLead}</p>
      {[...textsAndName(thing)].map(([field, text]) => (
        <TextArea
          key={field}
          form={form.fields.has(field) ? form : { ...form, fields: new Fields({ [field]: [text] }) }}
          name={field}
          label={fieldName(field, language)}
          rows={field.startsWith('title') || field === 'place' || field === 'author' ? 2 : 6}
          lang={languageOf(field, thing)}
        />
      ))}
      <WhyFields form={form} prefix="blackOut." isOptional={false} />
      <div class="acts">
        <button type="submit" class="ds-button" data-variant="secondary">
          {t.blackOutAct}
        </button>
      </div>
    </form>
  )
}

function AppealForm({ thing, appeal, form }: { thing: Thing; appeal: number; form: FormState }) {
  const t = moderationTexts[form.language]
  return (
    <form method="post" action={thingHref(form.language, thing)} class="gap" noValidate>
      <HiddenFields form={form} version={null} />
      <input type="hidden" name="do" value="appeal" />
      <input type="hidden" name="appeal" value={appeal} />
      <Radios
        form={form}
        name="outcome"
        label={t.outcome}
        choices={[
          { value: 'upheld', label: t.outcomeUpheld },
          { value: 'rejected', label: t.outcomeRejected },
        ]}
      />
      <TextArea form={form} name="answer" label={t.answer} rows={5} limit={EXPLANATION_LIMIT} />
      <div class="acts">
        <button type="submit" class="ds-button">
          {t.sendAnswer}
        </button>
      </div>
    </form>
  )
}
