import { address } from '../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../../../web/answerForm.ts'
import { ErrorSummary } from '../../../web/components/form.tsx'
import { HiddenFields } from '../../../web/components/HiddenFields.tsx'
import { page, seeOther } from '../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { FormReader } from '../../plan/index.ts'
import { type AssessmentInput, checkAssessment } from '../assessmentInput.ts'
import { publishAssessment } from '../publishAssessment.ts'
import { type AssessmentFacts, assessmentAddress, pathToAssessment, placeOf, readAssessmentFacts, readSubject } from './assessmentFacts.ts'
import { assessmentTexts } from './assessmentTexts.ts'
import { InstitutionsVoices, Said } from './Reported.tsx'
import type { Assessed } from './Voice.tsx'

/** The draft as everyone will read it. A draft that is not ready leads back to the form, which says why. */
export const showAssessmentPreview: Handler<'assessmentPreview'> = async (visit) => {
  const facts = await readAssessmentFacts(visit)
  if (!inputOf(facts)) return seeOther(`${address(visit.language, 'assessmentForm', assessmentAddress(facts.key))}?check`)
  return draw(visit, facts, opened())
}

/** Publishes the draft that was previewed, and leads on to where everyone reads it. */
export const sendAssessmentPreview: Handler<'assessmentPreview'> = async (visit) => {
  const { key } = await readSubject(visit)
  return answerForm(
    visit,
    async (house, fields) => {
      await publishAssessment(house, visit.actor, key, { version: new FormReader(fields).version() })
      return `${address(visit.language, 'commitment', { plan: key.planId, number: key.number })}?done=assessed#vertejumi`
    },
    async (drawn) => draw(visit, await readAssessmentFacts(visit), drawn),
  )
}

/** The draft as it can be published; null when there is none or something is missing in it. */
const inputOf = ({ stored, subject }: AssessmentFacts): AssessmentInput | null => checkAssessment(stored.assessment?.draft, subject).input

/** What the page shows: the draft, or what was published meanwhile. */
function shownIn(visit: AnyVisit, { subject, stored, voices }: AssessmentFacts, input: AssessmentInput | null): Assessed | null {
  const { organisationId, voice } = subject
  if (!input) return voices.find((said) => said.organisationId === organisationId) ?? null
  const demonstration = stored.assessment?.demonstration ?? false
  return { ...input, organisationId, voice, publishedOn: visit.today, demonstration }
}

function draw(visit: AnyVisit, facts: AssessmentFacts, drawn: Drawn): Response {
  const { language } = visit
  const t = assessmentTexts[language]
  const { key, stored, subject } = facts
  const input = inputOf(facts)
  const shown = shownIn(visit, facts, input)
  const own = shown ? <Said assessment={shown} facts={facts} language={language} /> : null
  const isSelf = subject.voice === 'self'
  const told = drawn.conflict ? (input ? t.draftChanged : t.publishedMeanwhile) : drawn.say?.(language)
  const version = stored.assessment?.draftVersion ?? 0
  // After a refusal the form goes on from what is shown now: it is another sending.
  const form = stateOf(visit, opened())
  return page(
    visit,
    {
      title: `${t.previewTitle} · ${placeOf(facts, visit)}`,
      hasErrors: drawn.status !== 200,
      section: 'desk',
      path: pathToAssessment(facts, visit),
      children: (
        <>
          <div class="head tight">
            <p class="eyebrow">{placeOf(facts, visit)}</p>
            <h1>{t.previewTitle}</h1>
            <p class="lead">{t.previewLead}</p>
            {told ? (
              <p class="note" role="alert">
                {told}
              </p>
            ) : null}
          </div>
          <ErrorSummary form={stateOf(visit, drawn)} />
          <section class="sec" aria-labelledby="vertejumi">
            <h2 id="vertejumi">{t.twoVoices}</h2>
            <div class="two">
              <section class="voice" aria-labelledby="institucija">
                <h3 id="institucija">{t.institution}</h3>
                {isSelf ? own : <InstitutionsVoices facts={facts} language={language} />}
              </section>
              <section class="voice" aria-labelledby="partneri">
                <h3 id="partneri">{t.partners}</h3>
                {isSelf ? null : own}
                <OtherPartners facts={facts} visit={visit} />
              </section>
            </div>
          </section>
          <form class="sec" method="post" action={address(language, 'assessmentPreview', assessmentAddress(key))}>
            <HiddenFields form={form} version={version} />
            <div class="acts">
              {input ? (
                <button type="submit" class="ds-button">
                  {stored.published ? t.publishCorrection : t.publish}
                </button>
              ) : null}
              <a class="ds-button" data-variant="secondary" href={address(language, 'assessmentForm', assessmentAddress(key))}>
                {t.backToForm}
              </a>
            </div>
          </form>
        </>
      ),
    },
    drawn.status,
  )
}

/** What the other partners have published of this period. */
function OtherPartners({ visit: { language }, facts }: { visit: AnyVisit; facts: AssessmentFacts }) {
  const { subject, voices } = facts
  const others = voices.filter(({ voice, organisationId }) => voice === 'partner' && organisationId !== subject.organisationId)
  if (!others.length && subject.voice === 'self') return <p class="unknown">{assessmentTexts[language].partnersMissing}</p>
  return (
    <>
      {others.map((assessment) => (
        <Said key={assessment.id} assessment={assessment} facts={facts} language={language} />
      ))}
    </>
  )
}
