import { allow } from '../../../people/index.ts'
import { Fields } from '../../../platform/http/fields.ts'
import { idInAddress } from '../../../platform/http/numberInAddress.ts'
import { type Language, languages } from '../../../platform/languages/languages.ts'
import { notFound, Refusal } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf, versionIn } from '../../../web/answerForm.ts'
import { DiscardForm, EnterPresses } from '../../../web/components/DraftActs.tsx'
import { ErrorSummary, type FormState, Select } from '../../../web/components/form.tsx'
import { HiddenFields } from '../../../web/components/HiddenFields.tsx'
import { type Told, TwoVersions } from '../../../web/components/TwoVersions.tsx'
import { AskedField, type FieldSpec, tell } from '../../../web/forms/fieldSpec.tsx'
import { page } from '../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { FormReader } from '../../plan/index.ts'
import { correctSurvey } from '../correctSurvey.ts'
import { changeStructure, draftOf, draftPages } from '../draftStructure.ts'
import { surveyPolicy } from '../policy.ts'
import { readyToPublish } from '../publishSurvey.ts'
import { callsOf, type Survey, surveyById } from '../queries.ts'
import { discardSurveyDraft, saveSurveyDraft } from '../saveSurveyDraft.ts'
import { contentFields } from '../surveyInput.ts'
import { kindNames } from '../surveyWords.ts'
import { questionKinds, type TypedFields } from '../tables.ts'
import { type Asked, aboutSpecs, kindOf, periodSpecs, questionSpecs } from './editSpecs.ts'
import { editTexts } from './editTexts.ts'
import { pathToSurveys } from './surveyNew.tsx'

/** The survey at an address, for the secretariat alone. */
export async function readSurveyToEdit(visit: AnyVisit): Promise<Survey> {
  allow(surveyPolicy.editSurveys, visit.actor, undefined)
  const found = await surveyById(visit.house.db, idInAddress(visit.values['survey']), visit.today)
  if (!found) throw notFound()
  return found
}

const storedFields = ({ draft, content }: Survey): TypedFields => draft ?? (content ? contentFields(content) : {})

/** The form of a draft; of a published survey, the form that corrects its words. */
export const showSurveyEdit: Handler<'surveyEdit'> = async (visit) => {
  const survey = await readSurveyToEdit(visit)
  const drawn = opened(storedFields(survey))
  if (!visit.query.has('check') || survey.content) return draw(visit, survey, drawn)
  // The preview leads back here when something is missing.
  const problems = await readyToPublish(visit.house, survey).then(
    () => [],
    (error: unknown) => (error instanceof Refusal ? error.problems : Promise.reject(error)),
  )
  return draw(visit, survey, { ...drawn, problems })
}

/** Every button saves all that was typed; then it moves, adds or takes out, or leads to the preview. */
export const sendSurveyEdit: Handler<'surveyEdit'> = async (visit) => {
  const survey = await readSurveyToEdit(visit)
  const { language, actor } = visit
  const here = address(language, 'surveyEdit', { survey: survey.id })
  return answerForm(
    visit,
    async (house, fields) => {
      const action = fields.trimmed('action')
      const version = new FormReader(fields).version()
      if (survey.content) {
        await correctSurvey(house, actor, survey.id, { version, fields })
        return `${here}?done=corrected`
      }
      if (action === 'discard') {
        await discardSurveyDraft(house, actor, survey.id, { version })
        return `${address(language, 'surveysEdit')}?done=discarded`
      }
      const changed = changeStructure(draftOf(fields), action, fields)
      await saveSurveyDraft(house, actor, survey.id, { version, draft: changed.draft })
      if (action === 'preview') return address(language, 'surveyPreview', { survey: survey.id })
      return action === 'save' ? `${here}?done=saved` : `${here}?done=saved${changed.at ? `#${changed.at}` : ''}`
    },
    async (drawn) => draw(visit, await readSurveyToEdit(visit), drawn),
  )
}

async function draw(visit: AnyVisit, survey: Survey, drawn: Drawn): Promise<Response> {
  const { language, house, query } = visit
  const t = editTexts[language]
  const { content } = survey
  const asked: Asked = { content, calls: content ? [] : await callsOf(house.db, survey.planId) }
  // A discarding form brings no fields of its own.
  const whole = drawn.fields.has('order') ? drawn : { ...drawn, fields: new Fields(storedFields(survey)) }
  const form = stateOf(visit, whole)
  const done = query.get('done')
  const action = address(language, 'surveyEdit', { survey: survey.id })
  const title = content ? t.correct : t.editDraft
  return page(
    visit,
    {
      title,
      hasErrors: drawn.problems.length > 0,
      section: 'manage',
      path: pathToSurveys(visit),
      children: (
        <>
          <div class="head tight">
            <h1>{title}</h1>
            {drawn.status === 200 && done ? (
              <p class="lead" role="status">
                {done === 'corrected' ? t.corrected : done === 'published' ? t.published : t.saved}
              </p>
            ) : null}
            {drawn.say ? <p role="alert">{drawn.say(language)}</p> : null}
          </div>
          <div class="form-grid wide">
            <div>
              {drawn.conflict ? (
                <TwoVersions
                  comparison={{
                    stored: toldOf(new Fields(storedFields(survey)), language, asked),
                    typed: toldOf(form.fields, language, asked),
                  }}
                  language={language}
                />
              ) : (
                <ErrorSummary form={form} />
              )}
              <form method="post" action={action} noValidate>
                <HiddenFields form={form} version={versionIn(drawn, survey.version)} />
                {content ? null : <EnterPresses action="save" text={t.save} />}
                <Part title={t.aboutSurvey} specs={aboutSpecs(language, asked)} form={form} />
                {content ? null : <Part title={t.period} specs={periodSpecs(language, asked)} form={form} />}
                <Structure form={form} asked={asked} />
                {content ? (
                  <div class="survey-part">
                    <AskedField spec={{ kind: 'lines', name: 'reason', label: t.reason, hint: t.reasonHint, stored: null }} form={form} />
                  </div>
                ) : null}
                <div class="acts">
                  <button type="submit" class="ds-button" name="action" value={content ? 'correct' : 'preview'}>
                    {content ? t.saveCorrection : t.preview}
                  </button>
                  {content ? null : (
                    <button type="submit" class="ds-button" data-variant="secondary" name="action" value="save">
                      {t.save}
                    </button>
                  )}
                </div>
              </form>
              {content ? null : <DiscardForm form={stateOf(visit, opened())} action={action} version={survey.version} texts={t} />}
            </div>
            <aside class="side" aria-labelledby="par">
              <h2 id="par">{t.about}</h2>
              <div class="prose">
                {content ? null : <p>{t.aboutDraft}</p>}
                <p>{t.aboutFrozen}</p>
                <p>{t.aboutLanguages}</p>
              </div>
            </aside>
          </div>
        </>
      ),
    },
    drawn.status,
  )
}

function Part({ title, specs, form }: { title: string; specs: readonly FieldSpec[]; form: FormState }) {
  return (
    <fieldset class="survey-part">
      <legend class="title2">{title}</legend>
      {specs.map((spec) => (
        <Asking key={spec.name} spec={spec} form={form} />
      ))}
    </fieldset>
  )
}

/** A field, and a word below it where one of its languages is missing. */
function Asking({ spec, form }: { spec: FieldSpec; form: FormState }) {
  const { language } = form
  const typed = (of: Language): boolean => form.fields.trimmed(`${spec.name}.${of}`) !== ''
  const missing = spec.kind === 'lines' || spec.kind === 'texts' ? languages.filter((of) => !typed(of)) : []
  return (
    <>
      <AskedField spec={spec} form={form} />
      {missing.length === 1 && missing[0] ? (
        <p class="note">{editTexts[language].notTranslated(editTexts[language].languageNames(missing[0]))}</p>
      ) : null}
    </>
  )
}

/** Pages and their questions, with the buttons that move them; of a published survey the words alone. */
function Structure({ form, asked }: { form: FormState; asked: Asked }) {
  const { language, fields } = form
  const t = editTexts[language]
  const pages = draftPages(fields.toRecord())
  const kinds = questionKinds.map((kind) => ({ value: kind, label: kindNames[language][kind] }))
  const frozen = asked.content !== null
  return (
    <>
      <input type="hidden" name="order" id="order" value={fields.trimmed('order') || 'p1'} />
      {pages.map(({ page: number, questions }, index) => (
        <fieldset class="survey-part" key={number} id={`p${number}`}>
          <legend class="title2">{t.part(index + 1)}</legend>
          <Asking
            spec={{
              kind: 'lines',
              name: `p${number}.title`,
              label: t.pageTitle,
              optional: true,
              stored: asked.content?.pages.find((one) => one.number === number)?.title ?? null,
            }}
            form={form}
          />
          {questions.map((question) => (
            <OneQuestion key={question} number={question} form={form} asked={asked} />
          ))}
          {frozen ? null : (
            <div class="survey-part">
              <Select form={form} name={`p${number}.add`} label={t.addKind} choices={kinds} />
              <p class="acts">
                <Move action={`add.p${number}`} words={t.add} whole={t.ofPage(t.add, index + 1)} />
                {pages.length > 1 ? (
                  <Move action={`remove.p${number}`} words={t.removePage} whole={t.ofPage(t.removePage, index + 1)} />
                ) : null}
              </p>
              {pages.length > 1 ? <p class="note">{t.removePageNote}</p> : null}
            </div>
          )}
        </fieldset>
      ))}
      {frozen ? null : (
        <p class="acts">
          <Move action="addPage" words={t.addPage} whole={t.addPage} />
        </p>
      )}
    </>
  )
}

/** A small button whose whole name tells what it acts on. */
function Move({ action, words, whole }: { action: string; words: string; whole: string }) {
  return (
    <button type="submit" class="ds-button" data-variant="tertiary" name="action" value={action} aria-label={whole}>
      {words}
    </button>
  )
}

function OneQuestion({ number, form, asked }: { number: number; form: FormState; asked: Asked }) {
  const { language, fields } = form
  const t = editTexts[language]
  const kind = kindOf(fields, number)
  return (
    <fieldset class="survey-part" id={`q${number}`}>
      <legend class="title2">{t.question(number, kindNames[language][kind])}</legend>
      <input type="hidden" name={`q${number}.kind`} value={kind} />
      {questionSpecs(language, fields, number, asked).map((spec) => (
        <Asking key={spec.name} spec={spec} form={form} />
      ))}
      {asked.content ? null : (
        <p class="acts">
          {(['up', 'down', 'remove'] as const).map((what) => (
            <Move key={what} action={`${what}.q${number}`} words={t[what]} whole={t.ofQuestion(t[what], number)} />
          ))}
        </p>
      )}
    </fieldset>
  )
}

/** What the fields answer, for comparing two versions. */
function toldOf(fields: Fields, language: Language, asked: Asked): Told[] {
  const t = editTexts[language]
  const told = (specs: readonly FieldSpec[]): Told[] => specs.flatMap((spec) => tell(spec, fields, language))
  const numbers = draftPages(fields.toRecord()).flatMap(({ questions }) => questions)
  return [
    ...told(aboutSpecs(language, asked)),
    ...(asked.content ? [] : told(periodSpecs(language, asked))),
    ...numbers.flatMap((number) =>
      told(questionSpecs(language, fields, number, asked)).map(({ label, value }) => ({
        label: `${t.question(number, kindNames[language][kindOf(fields, number)])}: ${label}`,
        value,
      })),
    ),
  ]
}
